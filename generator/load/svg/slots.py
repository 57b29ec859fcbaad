"""Slots: rectangles that carry a slot's name, however an editor came to write them."""

from itertools import pairwise

from generator.load.svg.document import NAME, SLOT, Element
from generator.load.svg.forbidden import IGNORED
from generator.load.svg.pathdata import Segment
from generator.load.svg.refusal import Refusal

SLACK = 1e-3
"""How far a corner may be off, in sides of the rectangle: editors round."""
HINT = "draw it as a plain rectangle with this id, and do not turn it into a path"


def slot_name(element: Element) -> str | None:
    """Return the name of the slot that an element stands for, by its name in an editor or its id.

    Inkscape's and Affinity's lists of objects give a label, not an id. Illustrator gives both,
    and makes the id another one where a name stands twice.
    """
    for key in (NAME, "id"):
        value = element.attributes.get(key, "")
        if value.startswith(SLOT):
            return value.removeprefix(SLOT)
    return None


def only_child(element: Element, name: str) -> Element:
    """Return the one shape in a group with a slot's name; raises Refusal if it is not one."""
    drawn = [child for child in element.children if child.tag not in IGNORED]
    if len(drawn) != 1:
        what = f"the slot {name} is a group of {len(drawn)}, not a rectangle"
        raise Refusal(what, "give the id to the rectangle in it, and ungroup it")
    return drawn[0]


def check_rectangle(segments: list[Segment], name: str, tag: str) -> None:
    """Raise Refusal for a shape that is no rectangle: some editors write them as paths."""
    refusal = Refusal(f"the slot {name} is a <{tag}>, not a rectangle", HINT)
    kinds = [kind for kind, _ in segments]
    if {*kinds} - {"M", "L", "Z"} or kinds.count("M") != 1:
        raise refusal
    points = [(points[0], points[1]) for kind, points in segments if kind != "Z"]
    xs, ys = {x for x, _ in points}, {y for _, y in points}
    left, top, wide, high = min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)
    if not wide or not high:
        raise refusal
    shares = [((x - left) / wide, (y - top) / high) for x, y in points]
    steps = list(pairwise([*shares, shares[0]]))
    area = sum(ax * by - bx * ay for (ax, ay), (bx, by) in steps) / 2
    slants = [min(abs(ax - bx), abs(ay - by)) for (ax, ay), (bx, by) in steps]
    if max(slants) > SLACK or abs(abs(area) - 1) > SLACK:
        raise refusal
