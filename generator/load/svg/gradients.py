"""Gradients between inks, brought into the card's coordinates."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.load.svg.affine import Map, apply, is_similar, multiply, parse_transform, scale_of
from generator.load.svg.document import Element
from generator.load.svg.refusal import Refusal
from generator.load.svg.shapes import measure
from generator.model.paint import IDENTITY, ONE, Gradient, Ink, Matrix, Stop

KINDS = ("linearGradient", "radialGradient")
ReadStop = Callable[[Element], tuple[Ink | None, float]]
Bounds = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Ground:
    """What a gradient is painted on: the map to the card, the shape's box, the viewBox's size."""

    matrix: Map
    bounds: Bounds
    page: tuple[float, float]


def read_gradient(
    element: Element, by_id: Mapping[str, Element], ground: Ground, read_stop: ReadStop
) -> Gradient | Ink | None:
    """Return a gradient as paint: one ink if it has one stop, None if it has none or no room.

    Raises Refusal or ValueError for what is not read.
    """
    chain = _chain(element, by_id)
    given: dict[str, str] = {}
    for link in reversed(chain):
        given.update(link.attributes)
    stops = _stops(next((link for link in chain if _stop_elements(link)), element), read_stop)
    if len(stops) < 2:
        return stops[0].ink if stops else None
    if given.get("spreadMethod", "pad") != "pad":
        raise Refusal("a gradient that repeats is not printed alike everywhere", "use pad")
    is_boxed = given.get("gradientUnits", "objectBoundingBox") == "objectBoundingBox"
    matrix = ground.matrix
    if is_boxed:
        left, top, right, bottom = ground.bounds
        if right <= left or bottom <= top:
            return None
        matrix = multiply(matrix, (right - left, 0, 0, bottom - top, left, top))
    matrix = multiply(matrix, parse_transform(given.get("gradientTransform", "")))
    if not scale_of(matrix):
        return None
    page = (1.0, 1.0) if is_boxed else ground.page

    def read(name: str, default: str, axis: int) -> float:
        whole = page[axis] if axis < 2 else ((page[0] ** 2 + page[1] ** 2) / 2) ** 0.5
        return measure(given.get(name, default), whole)

    if element.tag == "linearGradient":
        start = read("x1", "0%", 0), read("y1", "0%", 1)
        end = read("x2", "100%", 0), read("y2", "0%", 1)
        return _linear(start, end, matrix, stops)
    centre = read("cx", "50%", 0), read("cy", "50%", 1)
    focus = (
        read("fx", given.get("cx", "50%"), 0),
        read("fy", given.get("cy", "50%"), 1),
    )
    if given.get("fr", "0") not in ("0", "0%"):
        raise Refusal("a gradient with a focal radius is not read", "delete fr")
    return _radial(centre, read("r", "50%", 2), focus, matrix, stops)


def _chain(element: Element, by_id: Mapping[str, Element]) -> list[Element]:
    """Return a gradient and those that it takes its missing parts from."""
    chain = [element]
    while href := chain[-1].attributes.get("href"):
        if not href.startswith("#"):
            raise Refusal(f"{href[:40]!r} is outside the file", "keep gradients in the drawing")
        link = by_id.get(href[1:])
        if link is None or link.tag not in KINDS:
            raise Refusal(f"there is no gradient {href}", "give the shape its colour again")
        if link in chain:
            raise Refusal(f"gradients refer to each other in a circle: {href}", "break the circle")
        chain.append(link)
    return chain


def _stop_elements(element: Element) -> list[Element]:
    return [child for child in element.children if child.tag == "stop"]


def _stops(element: Element, read_stop: ReadStop) -> tuple[Stop, ...]:
    stops: list[Stop] = []
    for child in _stop_elements(element):
        ink, opacity = read_stop(child)
        if ink is None:
            raise Refusal("a stop has no colour", "give it a colour, and opacity 0")
        offset = round(1000 * measure(child.attributes.get("offset", "0"), 1))
        least = stops[-1].offset if stops else 0
        stops.append(Stop(max(least, min(1000, offset)), ink, round(1000 * opacity)))
    return tuple(stops)


def _linear(
    start: tuple[float, float], end: tuple[float, float], matrix: Map, stops: tuple[Stop, ...]
) -> Gradient | Ink:
    """Return a linear gradient with its map worked into its ends.

    A map may slant the lines of equal colour; the end is moved along its own line so that they
    are square to the way from start to end again.
    """
    (x1, y1), (x2, y2) = start, end
    if start == end:
        return stops[-1].ink
    a, b, c, d, _, _ = matrix
    ax, ay = apply(matrix, x1, y1)
    bx, by = apply(matrix, x2, y2)
    along_x, along_y = -a * (y2 - y1) + c * (x2 - x1), -b * (y2 - y1) + d * (x2 - x1)
    length = along_x * along_x + along_y * along_y
    share = ((bx - ax) * along_x + (by - ay) * along_y) / length
    bx, by = bx - share * along_x, by - share * along_y
    return Gradient("linear", tuple(map(_whole, (ax, ay, bx, by))), stops)


def _radial(
    centre: tuple[float, float],
    radius: float,
    focus: tuple[float, float],
    matrix: Map,
    stops: tuple[Stop, ...],
) -> Gradient | Ink:
    """Return a radial gradient; its map stays beside it where it makes circles ovals."""
    if radius <= 0:
        return stops[-1].ink
    scale = scale_of(matrix)
    kept = IDENTITY
    if is_similar(matrix):
        geometry = (*apply(matrix, *centre), radius * scale, *apply(matrix, *focus))
    else:
        x, y, fx, fy = (value * scale for value in (*centre, *focus))
        geometry = (x, y, radius * scale, fx, fy)
        kept = _matrix(multiply(matrix, (1 / scale, 0, 0, 1 / scale, 0, 0)))
    return Gradient("radial", tuple(map(_whole, geometry)), stops, kept)


def _matrix(map_: Map) -> Matrix:
    a, b, c, d = (_whole(part * ONE) for part in map_[:4])
    return a, b, c, d, _whole(map_[4]), _whole(map_[5])


def _whole(value: float) -> int:
    if not -1e12 < value < 1e12:
        raise Refusal("a gradient is out of range", "draw it within the card")
    return round(value)
