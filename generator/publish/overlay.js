// Draws over a card's previews what `make serve` knows of them: edges, slots, lines, word counts.
// Only a served site has this file; a page asks for it by ?overlay in its address.

const SVG = "http://www.w3.org/2000/svg";
const LAYERS = {
  trim: "Trim",
  bleed: "Bleed",
  safe: "Safe area",
  slots: "Slots",
  lines: "Baselines",
  words: "Words that fit",
};
const STYLE = `
.overlay { position: absolute; inset: 0; width: 100%; height: 100%; overflow: visible; pointer-events: none; z-index: 2; }
.overlay * { vector-effect: non-scaling-stroke; fill: none; stroke-width: 1.5px; }
.overlay .halo { stroke: #fff; stroke-width: 3px; stroke-opacity: 0.6; }
.overlay .trim { stroke: #b3006b; }
.overlay .bleed { stroke: #b3006b; stroke-dasharray: 5 4; }
.overlay .safe { stroke: #006b3c; stroke-dasharray: 2 4; }
.overlay .slots { stroke: #0047ab; fill: #0047ab; fill-opacity: 0.08; }
.overlay .lines { stroke: #c1440e; }
.overlay text { fill: #002a66; stroke: #fff; stroke-width: 3px; paint-order: stroke; font: 600 var(--small) var(--mono, monospace); }
.overlay-tools { display: flex; flex-wrap: wrap; gap: 0.4rem 1.4rem; margin: 1rem 0; padding: 0.7rem 1rem; border: 1px solid var(--rule, #999); background: var(--paper, Canvas); color: var(--ink, CanvasText); }
.overlay-tools legend { padding-inline: 0.4rem; }
.overlay-tools label { display: inline-flex; align-items: center; gap: 0.4rem; min-height: 1.6rem; cursor: pointer; }
.overlay-tools input { accent-color: var(--accent, currentColor); }
`;

function shape(tag, attributes, text) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (text) element.textContent = text;
  return element;
}

/** Returns a shape twice: a light one under it, so that it can be seen on any ground. */
function haloed(tag, layer, attributes) {
  return [
    shape(tag, { ...attributes, class: "halo", "data-layer": layer }),
    shape(tag, { ...attributes, class: layer, "data-layer": layer }),
  ];
}

function box(layer, x, y, width, height) {
  return haloed("rect", layer, { x, y, width, height });
}

function room(slot) {
  return slot.room.map(([size, words]) => `${words} at ${size} pt`).join(", ");
}

function drawSlot(slot, dx, dy, small) {
  const [x, y, width, height] = slot.box;
  const drawn = box("slots", x + dx, y + dy, width, height);
  drawn.push(shape("text", { x: x + dx, y: y + dy - small * 0.3, "data-layer": "slots" }, slot.name));
  const words = room(slot);
  if (words) {
    const at = { x: x + dx + width, y: y + dy + height - small * 0.3, "text-anchor": "end" };
    drawn.push(shape("text", { ...at, "data-layer": "words" }, words));
  }
  for (const [lx, ly, long] of slot.lines) {
    const line = { x1: lx + dx, x2: lx + dx + long, y1: ly + dy, y2: ly + dy };
    drawn.push(shape("line", { ...line, class: "lines", "data-layer": "lines" }));
  }
  return drawn;
}

/** Returns the drawing over one preview, in mm of the card; `wide` is the preview's width in px. */
export function drawOverlay(data, wide) {
  const [width, height] = data.size;
  const [panelWidth, panelHeight] = data.panel;
  const { bleed, safe } = data;
  const small = (width / wide) * 10;
  const names = data.panels.flatMap((panel) => panel.slots.map((slot) => slot.name));
  const svg = shape("svg", {
    class: "overlay",
    viewBox: `0 0 ${width} ${height}`,
    role: "img",
    "aria-label": `Trim ${width} by ${height} mm; slots: ${names.join(", ") || "none"}`,
  });
  svg.style.setProperty("--small", `${small}px`);
  svg.append(
    ...box("bleed", -bleed, -bleed, width + 2 * bleed, height + 2 * bleed),
    ...box("trim", 0, 0, width, height),
  );
  for (const panel of data.panels) {
    const [dx, dy] = panel.at;
    svg.append(...box("safe", dx + safe, dy + safe, panelWidth - 2 * safe, panelHeight - 2 * safe));
    for (const slot of panel.slots) svg.append(...drawSlot(slot, dx, dy, small));
  }
  return svg;
}

/** Returns a row of boxes to tick, one a layer; each shows and hides its layer on the page. */
function tools() {
  const field = document.createElement("fieldset");
  field.className = "overlay-tools";
  const legend = document.createElement("legend");
  legend.textContent = "Drawn over the card";
  field.append(legend);
  for (const [layer, name] of Object.entries(LAYERS)) {
    const label = document.createElement("label");
    const tick = document.createElement("input");
    Object.assign(tick, { type: "checkbox", checked: true, name: layer });
    tick.addEventListener("change", () => {
      for (const part of document.querySelectorAll(`.overlay [data-layer="${layer}"]`)) {
        part.style.display = tick.checked ? "" : "none";
      }
    });
    label.append(tick, name);
    field.append(label);
  }
  return field;
}

async function mount(stage) {
  const style = document.createElement("style");
  style.textContent = STYLE;
  document.head.append(style);
  const data = await (await fetch("overlay.json")).json();
  stage.before(tools());
  for (const picture of stage.querySelectorAll("img.print")) {
    const name = /previews\/(.+)-\d+\.webp/.exec(picture.src)?.[1];
    if (name in data) {
      picture.parentElement.append(drawOverlay(data[name], picture.clientWidth || 300));
    }
  }
}

const stage = document.querySelector(".stage");
if (stage && new URLSearchParams(location.search).has("overlay")) mount(stage);
