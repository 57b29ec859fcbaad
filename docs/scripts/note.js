// A situation's notes in the reader's own words: filled in, chosen by tone, changed, looked over,
// copied, opened in the mail program. What is typed stays in the page: it is neither stored nor
// sent. What goes from a note when a blank stays empty was worked out by the build.

const BLANK = /\{\{([a-z][a-z0-9_]*)\}\}/;
const LINT_DELAY = 400;

/**
 * A note's words with {{name}} where a value goes, from stretches [fields, texts]: each stretch
 * has a text for every choice of fields that have a value, the first field counting 1.
 */
export function compose(stretches, values) {
  const texts = stretches.map(([fields, texts]) =>
    texts[fields.reduce((sum, name, bit) => sum + (values[name] ? 1 << bit : 0), 0)],
  );
  return texts.filter(Boolean).join("\n\n");
}

/** Words cut at their blanks: words, name, words, name, …, words. */
export function cut(text) {
  return text.split(BLANK);
}

/** A note as plain text; a blank without a value shows its label in brackets. */
export function plainText(text, values, labels) {
  const parts = cut(text);
  return parts.map((part, i) => (i % 2 ? values[part] || `[${labels[part]}]` : part)).join("");
}

/** The address that opens a mail program with a subject and a body, as RFC 6068 writes them. */
export function mailAddress(subject, body) {
  const lines = body.replace(/\r?\n/g, "\r\n");
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(lines)}`;
}

/** A typed value as one line of plain text. */
export function cleanValue(text) {
  return text.normalize("NFC").replace(/\s+/g, " ").replace(/[\p{Cc}\p{Cs}]/gu, "").trim();
}

export function mountWriting(root) {
  const form = root.querySelector("[data-fill]");
  const inputs = [...form.querySelectorAll("input[type=text]")];
  const labels = Object.fromEntries(inputs.map((input) => [input.name, input.dataset.label]));
  const notes = [...root.querySelectorAll("[data-note]")].map(takeNote);
  const page = { root, form, labels, notes, values: {}, said: root.querySelector("[data-said]") };
  form.reset();
  for (const note of notes) mountNote(page, note);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", ({ target }) => {
    if (target.type === "radio") showTone(page, target.value);
    else fill(page, Object.fromEntries(inputs.map((i) => [i.name, cleanValue(i.value)])));
  });
  mountTones(page);
}

function takeNote(figure) {
  const find = (name) => figure.querySelector(`[data-${name}]`);
  const element = {
    text: find("text"), subject: find("subject"), mail: find("mail"), copy: find("copy"),
    edit: find("edit"), editing: find("editing"), hints: find("hints"),
    area: figure.querySelector("textarea"),
  };
  const { subject = null, text } = JSON.parse(figure.dataset.wording);
  const asPublished = { text: [...element.text.childNodes], mail: element.mail?.href };
  const subjectNodes = element.subject ? [...element.subject.childNodes] : [];
  return { figure, element, subject, text, asPublished: { ...asPublished, subject: subjectNodes } };
}

/* Tones */

function mountTones(page) {
  const radios = [...page.form.querySelectorAll("[name=tone]")];
  if (!radios.length) return;
  for (const heading of page.root.querySelectorAll(".tone > h3")) heading.classList.add("vh");
  const follow = () => {
    const [tone, medium] = location.hash.slice(1).split("-");
    const asked = radios.find((radio) => radio.value === tone);
    if (asked) asked.checked = true;
    showTone(page, radios.find((radio) => radio.checked).value);
    if (asked && medium) document.getElementById(`${tone}-${medium}`)?.scrollIntoView();
  };
  addEventListener("hashchange", follow);
  follow();
}

function showTone({ root }, tone) {
  for (const section of root.querySelectorAll("[data-tone]")) {
    section.hidden = section.dataset.tone !== tone;
  }
}

/* Words */

function fill(page, values) {
  page.values = values;
  for (const note of page.notes) show(page, note);
}

function isUntouched({ values }) {
  return !Object.values(values).some(Boolean);
}

function show(page, note) {
  const { element, asPublished } = note;
  if (isUntouched(page)) {
    element.text.replaceChildren(...asPublished.text);
    element.subject?.replaceChildren(...asPublished.subject);
    if (element.mail) element.mail.href = asPublished.mail;
  } else {
    const paragraphs = compose(note.text, page.values).split("\n\n");
    element.text.replaceChildren(...paragraphs.map((words) => paragraph(page, words)));
    if (note.subject) element.subject.replaceChildren(...inline(page, compose(note.subject, page.values)));
  }
  updateMail(page, note);
  lookOver(page, note);
}

function paragraph(page, words) {
  const made = document.createElement("p");
  words.split("\n").forEach((line, i) => {
    if (i) made.append(document.createElement("br"));
    made.append(...inline(page, line));
  });
  return made;
}

function inline({ values, labels }, words) {
  return cut(words).map((part, i) => {
    if (i % 2 === 0) return part;
    const blank = document.createElement("span");
    blank.className = values[part] ? "blank is-filled" : "blank";
    blank.textContent = values[part] || labels[part];
    return blank;
  });
}

/** What a copy or an e-mail takes: the reader's own words, or the note as it stands. */
function currentText(page, note) {
  if (!note.element.editing.hidden) return note.element.area.value;
  return isUntouched(page)
    ? readText(note.element.text)
    : plainText(compose(note.text, page.values), page.values, page.labels);
}

function currentSubject(page, note) {
  return isUntouched(page)
    ? readText(note.element.subject)
    : plainText(compose(note.subject, page.values), page.values, page.labels);
}

/** The words of an element as plain text, its blanks in brackets. */
function readText(element) {
  if (element.nodeType === Node.TEXT_NODE) return element.data;
  if (element.tagName === "BR") return "\n";
  if (element.classList.contains("blank")) return `[${element.textContent}]`;
  const between = element.querySelector(":scope > p") ? "\n\n" : "";
  return [...element.childNodes].map(readText).join(between);
}

/* One note */

function mountNote(page, note) {
  const { element } = note;
  element.copy.hidden = !navigator.clipboard;
  element.copy.addEventListener("click", () => copy(page, note));
  element.edit.hidden = false;
  element.edit.addEventListener("click", () => toggleEditing(page, note));
  element.area.addEventListener("input", () => {
    updateMail(page, note);
    lookOver(page, note);
  });
}

async function copy(page, note) {
  await navigator.clipboard.writeText(currentText(page, note));
  const words = note.element.copy.firstChild;
  words.textContent = "Copied";
  page.said.textContent = "Copied.";
  setTimeout(() => {
    words.textContent = "Copy";
    page.said.textContent = "";
  }, 2000);
}

function toggleEditing(page, note) {
  const { area, editing, edit, text } = note.element;
  if (editing.hidden) area.value = note.begun = currentText(page, note);
  editing.hidden = !editing.hidden;
  text.hidden = !editing.hidden;
  edit.setAttribute("aria-expanded", String(!editing.hidden));
  edit.firstChild.textContent = editing.hidden ? "Change the words" : "Drop my changes";
  if (!editing.hidden) area.focus();
  updateMail(page, note);
  lookOver(page, note);
}

function updateMail(page, note) {
  if (!note.element.mail) return;
  note.element.mail.href = mailAddress(currentSubject(page, note), currentText(page, note));
}

/* A second pair of eyes */

let linting = null;

function lookOver(page, note) {
  const { lint } = page.root.dataset;
  if (!lint) return;
  clearTimeout(note.timer);
  note.timer = setTimeout(async () => {
    linting ??= loadLint(lint);
    const found = await linting;
    if (found) showHints(note, findingsOf(page, note, found));
  }, LINT_DELAY);
}

async function loadLint(address) {
  try {
    const [{ lint }, response] = await Promise.all([import("./lint.js"), fetch(address)]);
    return response.ok ? { lint, rules: await response.json() } : null;
  } catch {
    return null; // The note is whole without it.
  }
}

/** Whether a note has a word of the reader's own: typed into it, or into a blank above. */
function isBegun(page, { element, begun }) {
  return !isUntouched(page) || (!element.editing.hidden && element.area.value !== begun);
}

/** Findings in a note that the reader has begun; open blanks that the page shows are none. */
function findingsOf(page, note, { lint, rules }) {
  const { editing, text } = note.element;
  if (!isBegun(page, note)) return [];
  if (editing.hidden && text.querySelector(".blank:not(.is-filled)")) return [];
  const { recipient = "", sender = "", company = "", detail = "" } = page.values;
  const medium = note.figure.dataset.note;
  const { format = "" } = page.root.dataset;
  const context = { medium, format, recipient, sender, company, detail, lang: "en" };
  return lint(currentText(page, note), rules, context);
}

function showHints({ element }, findings) {
  const items = findings.map(({ words, why, instead }) => {
    const item = document.createElement("li");
    const quoted = document.createElement("q");
    quoted.textContent = words;
    item.append(...(words ? [quoted, " "] : []), `${why} ${instead}`);
    return item;
  });
  const list = document.createElement("ul");
  list.append(...items);
  element.hints.replaceChildren(...(items.length ? [list] : []));
}
