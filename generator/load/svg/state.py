"""What an element of a drawing inherits and what it sets."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from generator.load.svg.affine import Map, multiply, parse_transform
from generator.load.svg.document import Element
from generator.load.svg.forbidden import check_properties
from generator.load.svg.inks import role_classes
from generator.load.svg.refusal import Refusal
from generator.load.svg.shapes import measure
from generator.load.svg.style import INHERITED, Rule, class_names, own_properties

FLATTEN = "ungroup it, or apply the transform to the path"
UNSET = ""
"""A fill that nobody chose: SVG paints it black."""
DEFAULTS: Mapping[str, str] = {
    "clip-rule": "nonzero",
    "color": "#000000",
    "fill": UNSET,
    "fill-opacity": "1",
    "fill-rule": "nonzero",
    "paint-order": "normal",
    "stroke": "none",
    "stroke-dasharray": "none",
    "stroke-dashoffset": "0",
    "stroke-linecap": "butt",
    "stroke-linejoin": "miter",
    "stroke-miterlimit": "4",
    "stroke-opacity": "1",
    "stroke-width": "1",
    "visibility": "visible",
}


@dataclass(frozen=True, slots=True)
class State:
    """The map to the card, the inherited properties, the element's own ones."""

    matrix: Map
    inherited: Mapping[str, str]
    own: Mapping[str, str]
    is_hidden: bool = False

    def __getitem__(self, name: str) -> str:
        return self.inherited[name]

    def share(self, name: str, text: str | None = None) -> float:
        """Return an opacity as 0 to 1; raises Refusal."""
        given = self.inherited.get(name, "1") if text is None else text
        try:
            return min(1.0, max(0.0, measure(given, 1)))
        except ValueError:
            raise Refusal(f"{name}: {given[:40]!r} is no opacity", "write 0 to 1") from None


def enter(state: State, element: Element, rules: list[Rule]) -> State:
    """Return the state inside an element.

    A class that names a role (`accent`, `accent-40`) paints the fill, or the stroke of a `line`
    and of what has `fill="none"` itself; `fill-accent` and `stroke-accent` say which. A role
    class beats every colour, so a drawing may keep literal ones for the editor's sake.
    Raises Refusal or ValueError for what is not read.
    """
    own = own_properties(element, rules)
    check_properties(own)
    for target, token in role_classes(class_names(element)).items():
        is_line = element.tag == "line" or own.get("fill") == "none"
        name = "stop-color" if element.tag == "stop" else ("stroke" if is_line else "fill")
        own[target or name] = token
    matrix = state.matrix
    if "transform" in own and own["transform"] != "none":
        matrix = multiply(matrix, _about(own, parse_transform(own["transform"])))
    inherited = {
        **state.inherited,
        **{n: v for n, v in own.items() if n in INHERITED and v != "inherit"},
    }
    is_hidden = state.is_hidden or own.get("display") == "none"
    return replace(state, matrix=matrix, inherited=inherited, own=own, is_hidden=is_hidden)


def _about(own: Mapping[str, str], map_: Map) -> Map:
    """Return a map about its `transform-origin`, which Boxy SVG writes in lengths."""
    parts = own.get("transform-origin", "0 0").split()
    if len(parts) not in (2, 3):
        raise Refusal(f"transform-origin: {' '.join(parts)[:40]} is not read", FLATTEN)
    try:
        x, y = (measure(part) for part in parts[:2])
    except ValueError:
        raise Refusal(f"transform-origin: {' '.join(parts)[:40]} is not read", FLATTEN) from None
    return multiply((1, 0, 0, 1, x, y), multiply(map_, (1, 0, 0, 1, -x, -y)))
