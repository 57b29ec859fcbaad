// Search over the index that the build wrote beside the pages; nothing is asked of anyone else.

const LIMIT = 12;
const INDEXES = ["search/search_index.json", "search.json"];

export function mountSearch(dialog) {
  const base = new URL(`${document.body.dataset.base.replace(/\/?$/, "/")}`, location.href);
  const input = dialog.querySelector("input");
  const state = dialog.querySelector(".search__state");
  const found = dialog.querySelector(".search__found");
  let sections = null;

  const open = async () => {
    dialog.showModal();
    sections ??= await load(base);
    update();
  };
  const update = () => {
    const words = fold(input.value).split(/\s+/).filter(Boolean);
    const hits = words.length ? rank(sections ?? [], words) : [];
    found.replaceChildren(...hits.slice(0, LIMIT).map((hit) => item(hit, base, words)));
    state.textContent = !words.length ? "" : summary(hits.length);
  };

  input.addEventListener("input", update);
  found.addEventListener("click", () => dialog.close());
  dialog.querySelector("form").addEventListener("submit", (event) => {
    const first = found.querySelector("a");
    if (event.submitter === null || document.activeElement === input) {
      event.preventDefault();
      first?.click();
    }
  });
  document.querySelector("[data-search-open]").addEventListener("click", open);
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.closest("input, select, textarea, [contenteditable]");
    if (event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      open();
    }
  });
}

async function load(base) {
  for (const path of INDEXES) {
    const response = await fetch(new URL(path, base));
    if (!response.ok) continue;
    const index = await response.json();
    return (index.docs ?? index.items).map(({ location, title, text }) => {
      const words = { location, title: plain(title), text: plain(text) };
      return { ...words, foldedTitle: fold(words.title), foldedText: fold(words.text) };
    });
  }
  return [];
}

/** Sections that hold every word, best first: a word in the title weighs more than in the text. */
export function rank(sections, words) {
  const scored = [];
  for (const section of sections) {
    let score = 0;
    for (const word of words) {
      const inTitle = begins(section.foldedTitle, word);
      const inText = begins(section.foldedText, word);
      if (!inTitle && !inText) {
        score = 0;
        break;
      }
      score += (inTitle ? 10 : 0) + Math.min(inText, 5);
    }
    if (score) scored.push({ section, score: section.location.includes("#") ? score : score + 3 });
  }
  return scored.sort((a, b) => b.score - a.score).map(({ section }) => section);
}

/** How many words of a text begin with a word. */
function begins(text, word) {
  let count = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1])) count += 1;
  }
  return count;
}

function item({ location, title, text }, base, words) {
  const link = document.createElement("a");
  link.href = new URL(location, base);
  const name = document.createElement("b");
  name.textContent = title;
  const excerpt = document.createElement("small");
  const at = Math.max(0, fold(text).search(new RegExp(words.map(RegExp.escape ?? escape).join("|"))));
  const from = text.lastIndexOf(" ", Math.max(0, at - 40)) + 1;
  excerpt.textContent = (from ? "… " : "") + text.slice(from, from + 140).trim();
  link.append(name, excerpt);
  const row = document.createElement("li");
  row.append(link);
  return row;
}

function escape(word) {
  return word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function summary(count) {
  if (!count) return "Nothing found. Try another word.";
  return count === 1 ? "1 place" : `${count} places`;
}

/** Text without case and accents, of the same length, so that places in it can be compared. */
function fold(text) {
  return text.replace(/[^a-z0-9 ]/g, (unit) => unit.normalize("NFD")[0].toLowerCase()[0]);
}

function plain(html) {
  const parsed = new DOMParser().parseFromString(html ?? "", "text/html");
  return parsed.body.textContent.replace(/\s+/g, " ").trim();
}
