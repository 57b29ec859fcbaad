// Lines of code break at their spaces: an option such as --paper is not torn at its hyphens.

/** What fits into the narrowest phone's line, in characters; a longer word may break anywhere. */
const LINE = 26;

export function keepWords(code) {
  const walker = document.createTreeWalker(code, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  for (const text of texts) {
    const words = text.data.split(/(\s+)/);
    if (words.some(isTorn)) text.replaceWith(...words.map((word) => (isTorn(word) ? kept(word) : word)));
  }
}

function isTorn(word) {
  return word.length <= LINE && /[-/]/.test(word);
}

function kept(word) {
  const span = document.createElement("span");
  span.className = "word";
  span.textContent = word;
  return span;
}
