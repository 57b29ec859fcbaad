// Starts what a page has: each module takes its element and leaves the page whole without it.

import { keepWords } from "./code.js";
import { mountScheme } from "./scheme.js";

const PARTS = {
  "[data-search]": ["./search.js", "mountSearch"],
  "[data-filter]": ["./gallery.js", "mountFilter"],
  "[data-choose]": ["./chooser.js", "mountChooser"],
  "[data-writing]": ["./note.js", "mountWriting"],
  "[data-calendar]": ["./calendar.js", "mountCalendar"],
};

mountScheme(document.querySelector("[data-scheme-toggle]"));
document.querySelectorAll("pre code").forEach(keepWords);

for (const [selector, [file, mount]] of Object.entries(PARTS)) {
  const element = document.querySelector(selector);
  if (element) import(file).then((module) => module[mount](element));
}
