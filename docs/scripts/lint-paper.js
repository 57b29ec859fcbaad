// A note's parts, found without knowing more than how letters open and close; the same as
// generator/words/paper.py. Text is folded so that one code unit is one code point.

const FEW_LINES = 6;
const FEW_WORDS = 6;
const ENDS = ",:!;.?";
const LONGEST_TITLE = 4;
const LETTER = /[\p{L}\p{N}\p{M}]/u;
const ALNUM = /[\p{L}\p{N}]/u;

export function readPaper(text, folds, openers, closers) {
  const exact = fold(text, folds);
  const plain = small(exact);
  const lines = linesOf(plain);
  const greeting = lines.length ? greetingIn(plain, lines[0], openers) : null;
  const [close, signature] = closeOf(plain, lines, closers);
  const start = greeting ? greeting[1] : 0;
  const body = [start, Math.max(start, close)];
  return { points: Array.from(text), plain, exact, lines, greeting, body, signature };
}

export function fold(text, folds) {
  const signs = Array.from(text, (sign) => (isOutside(sign) ? "\ufffd" : (folds[sign] ?? sign)));
  return signs.join("");
}

function isOutside(sign) {
  return sign.length > 1 || (sign >= "\ud800" && sign <= "\udfff");
}

export function small(text) {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

function linesOf(text) {
  let start = 0;
  const spans = text.split("\n").map((line) => {
    const span = [start, start + line.length];
    start += line.length + 1;
    return span;
  });
  return spans.filter(([from, end]) => stripped(text.slice(from, end)));
}

export function greetingIn(plain, [from, to], openers) {
  const line = plain.slice(from, to);
  const start = from + line.length - line.replace(/^ +/, "").length;
  const opener = openers.find((words) => opensWith(plain.slice(start, to), words));
  if (opener === undefined) return null;
  let end = start + opener.length;
  while (end < to && !stops(plain, end)) end += 1;
  return written(plain.slice(start, end)).length <= FEW_WORDS + 1 ? [start, end] : null;
}

export function opensWith(line, words) {
  return line.startsWith(words) && !ALNUM.test(line.slice(words.length, words.length + 1));
}

function stops(plain, at) {
  if (plain[at] === "-") return plain[at - 1] === " ";
  if (plain[at] !== ".") return ENDS.includes(plain[at]);
  const before = plain.slice(Math.max(0, at - LONGEST_TITLE - 1), at);
  return before.split(" ").at(-1).length > LONGEST_TITLE;
}

function closeOf(plain, lines, closers) {
  const few = lines.slice(1).slice(-FEW_LINES).reverse();
  for (const [back, [start, end]] of few.entries()) {
    const line = stripped(plain.slice(start, end));
    const closer = closers.find((words) => opensWith(line, words));
    if (closer === undefined || written(line).length > FEW_WORDS) continue;
    const rest = stripped(line.slice(closer.length));
    const after = back > 0 ? few[back - 1] : null;
    if ([...rest].every((sign) => `${ENDS}- `.includes(sign))) return [start, after];
    if (",-".includes(rest[0]) && !after && !".!?".includes(rest.at(-1))) {
      return [start, [start + plain.slice(start, end).indexOf(rest) + 1, end]];
    }
    if (rest.endsWith(",")) return [start, after];
  }
  return [plain.length, null];
}

function stripped(text) {
  let [start, end] = [0, text.length];
  while (start < end && text[start] === " ") start += 1;
  while (end > start && text[end - 1] === " ") end -= 1;
  return text.slice(start, end);
}

export function wordsIn(text, start, end) {
  const found = [];
  let at = start;
  while (at < end) {
    if (!LETTER.test(text[at])) {
      at += 1;
      continue;
    }
    const first = at;
    while (at < end && (LETTER.test(text[at]) || joins(text, at, end))) at += 1;
    found.push({ text: text.slice(first, at), start: first, end: at });
  }
  return found;
}

function joins(text, at, end) {
  return "'-".includes(text[at]) && at > 0 && at < end - 1 && LETTER.test(text[at + 1]);
}

/** What stands between spaces. */
export function written(text) {
  return text.match(/[^ \n]+/g) ?? [];
}

export function isAlnum(sign) {
  return ALNUM.test(sign);
}
