"""Segments onto the card: transforms worked in, whole 1/1000 pt."""

from generator.load.svg.affine import Map
from generator.load.svg.pathdata import Segment
from generator.load.svg.refusal import Refusal
from generator.model.length import Box, Mpt, Size, mm

MOST: Mpt = 10_000_000
"""Some 3.5 m: nothing of a card is so far out."""
SLACK: Mpt = mm(0.1)


def flatten(segments: list[Segment], matrix: Map) -> str:
    """Return segments as path data in 1/1000 pt; raises Refusal if a point is far out."""
    a, b, c, d, e, f = matrix
    parts: list[str] = []
    far = 0.0
    for kind, points in segments:
        numbers: list[str] = []
        for i in range(0, len(points), 2):
            x, y = points[i], points[i + 1]
            u, v = a * x + c * y + e, b * x + d * y + f
            far = max(far, abs(u), abs(v))
            if not far <= MOST:
                raise Refusal("a point lies metres outside the card", "delete or move it")
            numbers += (str(round(u)), str(round(v)))
        parts.append(kind + " ".join(numbers))
    return "".join(parts)


def slot_box(name: str, segments: list[Segment], matrix: Map, size: Size) -> Box:
    """Return a slot's rectangle; raises Refusal if it has no size or leaves the trim."""
    a, _, _, d, e, f = matrix
    xs = [a * points[0] + e for _, points in segments if points]
    ys = [d * points[1] + f for _, points in segments if points]
    if not xs or max(xs) - min(xs) < 1000 or max(ys) - min(ys) < 1000:
        raise Refusal(f"the slot {name} has no size", "draw it with a width and a height")
    left, top = max(0, round(min(xs))), max(0, round(min(ys)))
    right, bottom = min(size.width, round(max(xs))), min(size.height, round(max(ys)))
    over = max(-min(xs), -min(ys), max(xs) - size.width, max(ys) - size.height)
    if over > SLACK:
        hint = "move it inside: the page's outer 5 mm are bleed and are cut off"
        raise Refusal(f"the slot {name} goes past the trim", hint)
    return Box(left, top, right - left, bottom - top)
