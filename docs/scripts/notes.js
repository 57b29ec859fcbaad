// Notes: fill in the blanks, copy, open in the mail program. What is typed stays on the page:
// it is neither stored nor sent.

export function mountNotes() {
  const form = document.querySelector("[data-fill]");
  const notes = [...document.querySelectorAll("[data-note]")];
  for (const note of notes) mountCopy(note);
  if (!form) return;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", ({ target }) => {
    for (const note of notes) fill(note, target.name, target.value.trim());
  });
}

function mountCopy(note) {
  const button = note.querySelector("[data-copy]");
  const words = button.firstChild;
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(plain(note.querySelector(".note__text")));
    words.textContent = "Copied";
    setTimeout(() => (words.textContent = "Copy"), 2000);
  });
}

function fill(note, name, value) {
  for (const blank of note.querySelectorAll(".blank")) {
    if (blank.dataset.field !== name) continue;
    blank.dataset.label ??= blank.textContent;
    blank.textContent = value || blank.dataset.label;
    blank.classList.toggle("is-filled", value !== "");
  }
  const mail = note.querySelector("[data-mail]");
  if (!mail) return;
  const subject = plain(note.querySelector(".note__subject")).replace(/^Subject\s*/, "");
  const body = plain(note.querySelector(".note__text")).replaceAll("\n", "\r\n");
  mail.href = `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
}

/** The words of an element as plain text, blanks that are still empty in brackets. */
function plain(element) {
  if (element.nodeType === Node.TEXT_NODE) return element.data;
  if (element.tagName === "BR") return "\n";
  if (element.classList.contains("blank") && !element.classList.contains("is-filled")) {
    return `[${element.textContent}]`;
  }
  const children = [...element.childNodes].map(plain);
  return children.join(element.querySelector(":scope > p") ? "\n\n" : "");
}
