"""What a drawing may not hold, and what to do about each in the editor."""

from generator.load.svg.document import Element
from generator.load.svg.refusal import Refusal

IGNORED = frozenset(("title", "desc", "metadata", "style", "defs", "symbol"))
"""Elements that draw nothing where they stand."""
KEPT_FOR_LATER = frozenset(("clipPath", "linearGradient", "radialGradient"))
PATHS = (
    "convert text to paths: Path > Object to Path (Inkscape), Type > Create Outlines "
    "(Illustrator), Outline stroke (Figma); words that change go into slots"
)
SHAPES = "draw it with plain shapes and gradients"
HINTS = {
    "text": PATHS,
    "tspan": PATHS,
    "textPath": PATHS,
    "flowRoot": PATHS,
    "image": "trace it into paths (Path > Trace Bitmap), or make it a slot of kind picture",
    "script": "delete the script: drawings are still",
    "filter": "take the effect off: Filters > Remove Filters (Inkscape), Effects > delete (Figma); "
    f"{SHAPES}",
    "mask": "use a clip instead: Object > Clip (Inkscape), Clipping Mask > Make (Illustrator), "
    "Clip content on the frame, strokes at their center (Figma)",
    "pattern": "turn it into shapes: Object > Pattern > Pattern to Objects",
    "foreignObject": f"take it out; {SHAPES}",
    "animate": "delete the animation: cards are still",
    "animateMotion": "delete the animation: cards are still",
    "animateTransform": "delete the animation: cards are still",
    "set": "delete the animation: cards are still",
    "marker": "turn line ends into shapes: Path > Stroke to Path",
    "svg": "ungroup the drawing inside the drawing",
    "font": PATHS,
    "a": "take the link off (Object > Link > Remove): a card cannot be clicked",
    "cursor": "delete it",
    "view": "delete it",
}
_PROPERTIES = {
    "filter": ("none", "take the effect off: Filters > Remove Filters"),
    "mask": ("none", "use a clip instead: Object > Clip; in Figma, set strokes to their center"),
    "marker": ("none", "turn line ends into shapes: Path > Stroke to Path"),
    "marker-start": ("none", "turn line ends into shapes: Path > Stroke to Path"),
    "marker-mid": ("none", "turn line ends into shapes: Path > Stroke to Path"),
    "marker-end": ("none", "turn line ends into shapes: Path > Stroke to Path"),
    "mix-blend-mode": ("normal", "set the blend mode to normal"),
    "vector-effect": ("none", "let the line's width scale with the shape"),
}


def check_element(element: Element) -> None:
    """Raise Refusal for an element, or an attribute of it, that a drawing may not hold."""
    if element.tag in HINTS:
        raise Refusal(f"<{element.tag}> cannot be printed from a drawing", HINTS[element.tag])
    for name in element.attributes:
        if name.startswith("on"):
            raise Refusal(f"{name} is an event handler", "delete it: drawings are still")
    href = element.attributes.get("href")
    if href is not None and not href.startswith("#"):
        hint = "keep everything in the drawing itself: File > Embed, or Edit > Clone > Unlink"
        raise Refusal(f"{href[:40]!r} is outside the file", hint)


def check_properties(properties: dict[str, str]) -> None:
    """Raise Refusal for a property that does not print alike everywhere."""
    for name, (harmless, hint) in _PROPERTIES.items():
        value = properties.get(name, harmless).strip()
        if value not in (harmless, "none", ""):
            raise Refusal(f"{name}: {value[:40]} is not read", hint)
