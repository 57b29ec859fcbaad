// The colour scheme: as the device says, or light, or dark; kept between visits.

const KEY = "afternote.scheme";
const NEXT = { auto: "light", light: "dark", dark: "auto" };
const WORDS = { auto: "Colors: as the device", light: "Colors: light", dark: "Colors: dark" };

export function mountScheme(button) {
  show(button, current());
  button.addEventListener("click", () => {
    const scheme = NEXT[current()];
    if (scheme === "auto") delete document.documentElement.dataset.scheme;
    else document.documentElement.dataset.scheme = scheme;
    try {
      localStorage.setItem(KEY, scheme);
    } catch {
      // A browser that keeps nothing still shows the scheme on this page.
    }
    show(button, scheme);
  });
}

function current() {
  return document.documentElement.dataset.scheme ?? "auto";
}

function show(button, scheme) {
  button.setAttribute("aria-label", WORDS[scheme]);
  button.title = WORDS[scheme];
}
