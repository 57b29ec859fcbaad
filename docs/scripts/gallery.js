// The gallery's filter: the address keeps the choice, so that it can be sent and bookmarked.

export function mountFilter(form) {
  const tiles = [...document.querySelectorAll(".tile")];
  const output = form.querySelector("output");
  const reset = form.querySelector("[type=reset]");
  const asked = new URLSearchParams(location.search);
  for (const select of form.querySelectorAll("select")) {
    const value = asked.get(select.name);
    if ([...select.options].some((option) => option.value === value)) select.value = value;
  }
  const update = () => {
    const wanted = [...new FormData(form)].filter(([, value]) => value);
    let count = 0;
    for (const tile of tiles) {
      tile.hidden = !wanted.every(([name, value]) => tile.dataset[name].split(" ").includes(value));
      count += tile.hidden ? 0 : 1;
    }
    for (const shelf of document.querySelectorAll(".shelf")) {
      shelf.hidden = !shelf.querySelector(".tile:not([hidden])");
    }
    reset.hidden = wanted.length === 0;
    output.textContent = count === 1 ? "1 card" : `${count} cards`;
    const query = new URLSearchParams(wanted).toString();
    history.replaceState(null, "", (query ? `?${query}` : location.pathname) + location.hash);
  };
  form.addEventListener("change", update);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => {
    form.querySelector("select").focus();
    setTimeout(update);
  });
  if (asked.size) update();
}
