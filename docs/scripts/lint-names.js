// Names in a note: the greeting's, the firm's and the signature's against what is known; the same
// as generator/words/lint_names.py.

import { finding, matches } from "./lint-finding.js";
import { fold, greetingIn, opensWith, small, wordsIn } from "./lint-paper.js";

const LEAST_SHARED = 3;
const LEAST_GREETED = 4;
const LEAST_MENTIONED = 6;
const MOST_PARTS = 4;
const FORMS = ["the", "inc", "ltd", "llc", "plc", "gmbh", "ag", "corp", "co", "company", "group"];

export function findNames(paper, rules, context) {
  const rule = rules.names;
  const desk = {
    paper,
    rule,
    context,
    recipient: read(fold(context.recipient, rules.folds), rule),
    sender: read(fold(context.sender, rules.folds), rule),
    company: firm(fold(context.company, rules.folds)),
    greeted: greetingsOf(paper, rules).filter((named) => named.words.length),
  };
  const checks = [checkGreetings, checkThanks, checkFirms, checkSignature];
  return checks.flatMap((check) => check(desk));
}

function greetingsOf(paper, { openers, names }) {
  return paper.lines.flatMap((line) => {
    const span = greetingIn(paper.plain, line, openers);
    const isFirst = span?.[0] === paper.greeting?.[0];
    if (!span || !(isFirst || line[1] - span[1] <= 1)) return [];
    const text = paper.plain.slice(...span);
    const opener = openers.find((words) => opensWith(text, words));
    return [named(wordsIn(paper.exact, ...span).slice(opener.split(" ").length), names)];
  });
}

function checkGreetings(desk) {
  return desk.greeted.flatMap((who, number) => {
    if (desk.recipient.names.length) return checkGreeting(desk, who);
    if (number && isOther(who, desk.greeted[0])) {
      return [fault(desk, "second", who, shown(desk.greeted[0]))];
    }
    return [];
  });
}

function isOther(who, first) {
  return who.names.length > 0 && first.names.length > 0 && !same(who, first);
}

function checkGreeting(desk, who) {
  const { recipient, rule } = desk;
  const other = desk.context.recipient.trim();
  if (!who.names.length) {
    return who.nobody && !recipient.nobody ? [fault(desk, "nobody", who, other)] : [];
  }
  if (!same(who, recipient)) {
    const near = who.names.some((a) => recipient.names.some((b) => isNear(a, b, LEAST_GREETED)));
    return [fault(desk, near ? "spelling" : "recipient", who, other)];
  }
  if (who.kind && recipient.kind && who.kind !== recipient.kind) {
    return [fault(desk, "title", who, other)];
  }
  return who.words
    .filter((word) => isSlip(desk, word, LEAST_GREETED))
    .map((word) => fault(desk, "spelling", named([word], rule), other));
}

function checkThanks(desk) {
  const { paper, rule } = desk;
  const last = paper.signature ?? [paper.plain.length, 0];
  const [start, end] = paper.body;
  const thanked = matches(rule.thanks, paper.plain).flatMap(([, after]) => {
    const words = capitals(desk, after, end);
    if (!words.length || after < start || !standsAlone(paper, words, last)) return [];
    return checkThanked(desk, named(words, rule));
  });
  const slips = wordsIn(paper.exact, start, end)
    .filter((word) => isSlip(desk, word, LEAST_MENTIONED))
    .map((word) => fault(desk, "spelling", named([word], rule), desk.context.recipient.trim()));
  return [...thanked, ...slips];
}

function checkThanked(desk, who) {
  const known = desk.recipient.names.length ? desk.recipient : desk.greeted[0];
  if (!known?.names.length || !who.names.length || same(who, desk.sender)) return [];
  const isAlike = Boolean(who.kind) === Boolean(known.kind) || known.names.length > 1;
  if (!isAlike || same(who, known)) return [];
  return [fault(desk, "second", who, shown(known) || desk.context.recipient.trim())];
}

function standsAlone(paper, words, last) {
  const after = paper.plain.slice(words.at(-1).end, words.at(-1).end + 1);
  return [".", "!", ",", ";"].includes(after) && words[0].start < last[0];
}

function checkFirms(desk) {
  const { paper, rule, context } = desk;
  const known = desk.company;
  const found = [];
  let first = "";
  for (const [before, after] of matches(rule.employer, paper.plain)) {
    const words = capitals(desk, after, paper.plain.length);
    const name = words.length ? paper.exact.slice(words[0].start, words.at(-1).end) : "";
    if (!firm(name).length || isElsewhere(desk, before) || isPerson(desk, words)) continue;
    const who = named(words, rule);
    if (known.length) {
      if (sameFirm(firm(name), known)) continue;
      found.push(fault(desk, "company", who, context.company.trim()));
    } else if (first && !sameFirm(firm(name), firm(first))) {
      found.push(fault(desk, "companies", who, first));
    }
    first ||= name;
  }
  return found;
}

function isElsewhere({ paper, rule }, start) {
  const sentence = paper.plain.slice(Math.max(0, start - 60), start);
  const before = wordsIn(sentence, 0, sentence.length).slice(-3);
  return before.some((word) => rule.elsewhere.includes(word.text));
}

function isPerson(desk, words) {
  const who = named(words, desk.rule);
  const people = [desk.recipient, desk.sender, ...desk.greeted];
  return Boolean(who.kind) || !who.names.length || people.some((person) => same(who, person));
}

function checkSignature(desk) {
  const { paper, rule, sender, recipient } = desk;
  if (!paper.signature || !sender.names.length) return [];
  const who = named(wordsIn(paper.exact, ...paper.signature), rule);
  if (!who.names.length || who.words.length > MOST_PARTS) return [];
  const initials = who.names.some((a) => sender.names.some((b) => a[0] === b[0] && a.length === 1));
  if (initials || same(who, sender) || same(who, recipient)) return [];
  return [fault(desk, "sender", who, desk.context.sender.trim())];
}

function capitals({ paper, rule }, start, end) {
  const found = [];
  let at = start;
  for (const word of wordsIn(paper.exact, start, Math.min(end, start + 80))) {
    const between = paper.exact.slice(at, word.start);
    if (!(found.length ? [" ", " & ", ". "] : [""]).includes(between)) break;
    if (!/^\p{Lu}/u.test(word.text)) break;
    if (!found.length && rule.not_names.includes(small(word.text))) break;
    if (between === ". " && !Object.hasOwn(rule.titles, small(found.at(-1).text))) break;
    found.push(word);
    at = word.end;
  }
  return found.length && /'[sS]$/.test(found.at(-1).text) ? [] : found;
}

function isSlip(desk, word, least) {
  const lower = small(word.text);
  const name = lower.endsWith("'s") ? lower.slice(0, -2) : lower;
  const known = [...desk.recipient.names, ...desk.sender.names, ...desk.company];
  if (!/^\p{Lu}/u.test(word.text) || known.includes(name)) return false;
  return desk.recipient.names.some((other) => isNear(name, other, least));
}

function fault(desk, kind, who, other) {
  const span = [who.words[0].start, who.words.at(-1).end];
  return finding(desk.rule.id, desk.paper, span, desk.rule.advice[kind], { other });
}

function read(text, rule) {
  return named(wordsIn(text, 0, text.length), rule);
}

function named(words, rule) {
  const names = words.map((word) => small(word.text));
  const kinds = new Set(names.map((word) => titleOf(rule, word)).filter(Boolean));
  return {
    names: names.filter((word) => {
      if (titleOf(rule, word) !== undefined) return false;
      return !rule.joins.includes(word) && !rule.anybody.includes(word);
    }),
    kind: kinds.size === 1 ? [...kinds][0] : "",
    nobody: names.some((word) => rule.nobody.includes(word)),
    words,
  };
}

function titleOf(rule, word) {
  return Object.hasOwn(rule.titles, word) ? rule.titles[word] : undefined;
}

function shown(who) {
  return who.words.map((word) => word.text).join(" ");
}

function same(one, other) {
  return one.names.some((a) => other.names.some((b) => alike(a, b)));
}

function alike(one, other) {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return one === other || (short.length >= LEAST_SHARED && long.startsWith(short));
}

function isNear(one, other, least) {
  const shorter = Math.min(one.length, other.length);
  if (shorter < least || one === other || one[0] !== other[0]) return false;
  const stem = one.replace(/s+$/, "");
  if ([one, other].includes(stem) && [one, other].includes(`${stem}s`)) return false;
  let start = 0;
  while (start < shorter && one[start] === other[start]) start += 1;
  const [a, b] = [one.slice(start), other.slice(start)];
  const swapped = a.length > 1 && a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2);
  return a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1) || swapped;
}

function firm(name) {
  const words = wordsIn(name, 0, name.length).map((word) => small(word.text));
  return words.filter((word) => !FORMS.includes(word));
}

function sameFirm(one, other) {
  if (one.some((a) => other.some((b) => alike(a, b)))) return true;
  const initials = [one, other].map((words) => words.map((word) => word[0]).join(""));
  return [one, other].some((words) => initials.includes(words.join("")));
}
