// A finding from a rule's advice and the words that it is about; the same as
// generator/words/finding.py.

const patterns = new Map();

/** `span` counts code points; {names} in the advice are replaced by values, once. */
export function finding(id, paper, [start, end], advice, values = {}) {
  const words = paper.points.slice(start, end).join("");
  const put = { words, ...values };
  return { id, words, start, end, why: fill(advice.why, put), instead: fill(advice.instead, put) };
}

function fill(words, values) {
  return words.replace(/\{([^{}]*)\}/g, (all, name) => {
    return Object.hasOwn(values, name) ? values[name] : all;
  });
}

/** Where a pattern is found in folded text, without what stands before the words. */
export function matches(pattern, text) {
  if (!patterns.has(pattern)) patterns.set(pattern, new RegExp(pattern, "gu"));
  return [...text.matchAll(patterns.get(pattern))].map((match) => {
    return [match.index + match[1].length, match.index + match[0].length];
  });
}
