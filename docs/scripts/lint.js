// Looks a note over by the rules of kit/lint.json: advice, each with the words it is about. It is
// generator/words/lint.py in another language; tests/vectors/lint.json holds both to the same
// findings. Pure: no page, no request, nothing kept. Places count code points, as everywhere in
// the kit; `unitsOf` turns them into the places that a browser counts.

import { finding, matches } from "./lint-finding.js";
import { findNames } from "./lint-names.js";
import { fold, isAlnum, readPaper, small, wordsIn, written } from "./lint-paper.js";

const LEAST_LETTERS = 3;
const NOTHING = {
  medium: "card",
  format: "",
  recipient: "",
  sender: "",
  company: "",
  detail: "",
  lang: "en",
};

/**
 * Findings of a note (its body, or all of it) in the order of the text:
 * [{id, words, start, end, why, instead}]. `rules` is kit/lint.json as parsed; `context` may hold
 * medium ("card" or "email"), format, recipient, sender, company, detail and lang.
 */
export function lint(text, rules, context = {}) {
  const known = { ...NOTHING, ...context };
  const paper = readPaper(text, rules.folds, rules.openers, rules.closers);
  const found = [
    ...rules.words.flatMap((rule) => findWords(paper, rule, known)),
    ...findNoDetail(paper, rules, known),
    ...findLength(paper, rules.length, known),
    ...findNames(paper, rules, known),
  ];
  return once(found.sort(inOrder));
}

/** The places of a finding in UTF-16 units, for slice() and setSelectionRange(). */
export function unitsOf(text, { start, end }) {
  const points = Array.from(text);
  const from = points.slice(0, start).join("").length;
  return [from, from + points.slice(start, end).join("").length];
}

// What is found

function findWords(paper, rule, context) {
  if (!isFor(rule, context)) return [];
  const text = rule.exact ? paper.exact : paper.plain;
  const spans = matches(rule.find, text);
  if (spans.length === 0) return [];
  const excused = rule.unless.flatMap((pattern) => matches(pattern, paper.plain));
  return spans
    .filter((span) => !excused.some((other) => touch(span, other)))
    .slice(rule.most)
    .map((span) => finding(rule.id, paper, trimmed(text, span), rule));
}

function findNoDetail(paper, rules, context) {
  const rule = rules.detail;
  if (!isFor(rule, context)) return [];
  const detail = squeezed(small(fold(context.detail, rules.folds)));
  if (detail && squeezed(paper.plain).includes(detail)) return [];
  const words = wordsIn(paper.plain, ...paper.body).map((word) => word.text);
  const names = `${context.recipient} ${context.sender} ${context.company}`;
  const known = small(fold(names, rules.folds));
  const common = wordsIn(known, 0, known.length).map((word) => word.text);
  const stock = new Set([...rule.stock, ...common]);
  const isRare = (word) => word.length >= LEAST_LETTERS && !stock.has(word);
  const rare = new Set(words.map(bare).filter(isRare));
  if (words.length < rule.since || rare.size >= rule.least) return [];
  return [finding(rule.id, paper, firstSentence(paper), rule)];
}

function bare(word) {
  const stem = word.endsWith("'s") ? word.slice(0, -2) : word;
  return stem.includes("'") ? "" : stem;
}

function firstSentence({ plain, body: [from, end] }) {
  const start = wordsIn(plain, from, end)[0].start;
  let at = start;
  while (at < end && !".!?\n".includes(plain[at])) at += 1;
  if (at === end) at = end - 1;
  return [start, at + (plain[at] === "\n" ? 0 : 1)];
}

function findLength(paper, rule, context) {
  const email = context.medium === "email";
  const most = email ? rule.email : (rule.formats[context.format] ?? rule.card);
  const [start, end] = paper.body;
  const all = [...paper.plain.slice(start, end).matchAll(/[^ \n]+/g)];
  const words = all.filter(([word]) => isAlnum(word));
  if (words.length <= most) return [];
  const last = words.at(-1);
  const span = [start + words[most].index, start + last.index + last[0].length];
  const values = { count: String(words.length), most: String(most) };
  return [finding(rule.id, paper, span, rule.advice[email ? "email" : "card"], values)];
}

function isFor(rule, { lang }) {
  return rule.langs.length === 0 || rule.langs.some((known) => lang.startsWith(known));
}

function touch(span, other) {
  return other[0] < span[1] && other[1] + 1 >= span[0];
}

function trimmed(text, [start, end]) {
  const words = text.slice(start, end);
  const from = start + words.length - words.replace(/^[ \n]+/, "").length;
  return [from, Math.max(from, end - words.length + words.replace(/[ \n]+$/, "").length)];
}

function once(findings) {
  const ends = {};
  return findings.filter(({ id, start, end }) => {
    if (start < (ends[id] ?? 0)) return false;
    ends[id] = end;
    return true;
  });
}

function squeezed(text) {
  return written(text).join(" ");
}

function inOrder(a, b) {
  if (a.start !== b.start || a.end !== b.end) return a.start - b.start || a.end - b.end;
  return Number(a.id > b.id) - Number(a.id < b.id);
}
