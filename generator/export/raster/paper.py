"""What fills a whole view needs no drawing: the paper of a card, and the clip round its artwork."""

import re
from collections.abc import Sequence

from generator.export.raster.view import View
from generator.model.paint import IDENTITY, ONE, Ink, Matrix, Rgb
from generator.model.scene import Group, Item, Path

WHITE: Rgb = (255, 255, 255)
_RECTANGLE = re.compile(
    r"M(?P<x0>-?\d+) (?P<y0>-?\d+)L(?P<x1>-?\d+) (?P=y0)L(?P=x1) (?P<y1>-?\d+)L(?P=x0) (?P=y1)Z"
)


def peel(items: Sequence[Item], view: View) -> tuple[Rgb, tuple[Item, ...]]:
    """Return the colour that the lowest items fill the whole view with, and what lies on it."""
    paper, rest = WHITE, tuple(items)
    while rest:
        match rest[0]:
            case Path(d, Ink() as ink, None) if holds(d, IDENTITY, view):
                paper, rest = ink.rgb, rest[1:]
            case Group(inner, matrix, clip, 1000) if matrix == IDENTITY and (
                clip is None or holds(clip, IDENTITY, view)
            ):
                rest = inner + rest[1:]
            case _:
                break
    return paper, rest


def holds(d: str, matrix: Matrix, view: View) -> bool:
    """Tell whether path data under a map is a rectangle round the whole view.

    A view may stand out from its media by half a pixel, for its sides are whole ones.
    """
    found = _RECTANGLE.fullmatch(d)
    a, b, c, e, *moved = matrix
    if not found or b or c:
        return False
    left, top, right, bottom = map(int, found.group("x0", "y0", "x1", "y1"))
    xs = sorted(a * x // ONE + moved[0] for x in (left, right))
    ys = sorted(e * y // ONE + moved[1] for y in (top, bottom))
    width, height = ((side - 0.5) / view.scale - 1 for side in view.size)
    return (
        xs[0] <= view.x and ys[0] <= view.y and xs[1] >= view.x + width and ys[1] >= view.y + height
    )
