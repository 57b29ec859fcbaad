"""Part items into rectangles of one ink, which are filled, and pieces, which resvg draws.

resvg takes a layer as large as the canvas for each clip, so clips that are rectangles become the
bounds of pieces, at the nearest whole pixel.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from PIL import Image

from generator.export.affine import compose, map_points
from generator.export.raster.letters import PixelBox
from generator.export.raster.view import View
from generator.model.paint import IDENTITY, Ink, Matrix, Rgb
from generator.model.scene import Group, Item, Path

WHITE: Rgb = (255, 255, 255)
_RECTANGLE = re.compile(
    r"M(?P<x0>-?\d+) (?P<y0>-?\d+)L(?P<x1>-?\d+) (?P=y0)L(?P=x1) (?P<y1>-?\d+)L(?P=x0) (?P=y1)Z"
)


class Fill(NamedTuple):
    """Whole pixels of one ink."""

    rgb: Rgb
    box: PixelBox

    def paste_on(self, image: Image.Image, top: int) -> None:
        """Fill an RGB image whose first row is `top` of the view."""
        x0, y0, x1, y1 = self.box
        image.paste(self.rgb, (x0, y0 - top, x1, y1 - top))


class Piece(NamedTuple):
    """Items of which no more is seen than a box of pixels."""

    items: tuple[Item, ...]
    box: PixelBox


def split(items: Iterable[Item], view: View) -> Iterator[Fill | Piece]:
    """Yield what draws items without type, the lowest first; neighbours in one box are joined."""
    waiting: list[Item] = []
    box: PixelBox = (0, 0, view.width, view.height)
    for part in _parts(items, IDENTITY, box, view):
        if waiting and (isinstance(part, Fill) or part.box != box):
            yield Piece(tuple(waiting), box)
            waiting = []
        if isinstance(part, Fill):
            yield part
        else:
            waiting.extend(part.items)
            box = part.box
    if waiting:
        yield Piece(tuple(waiting), box)


def _parts(
    items: Iterable[Item], matrix: Matrix, box: PixelBox, view: View
) -> Iterator[Fill | Piece]:
    for item in items:
        match item:
            case Group(inner, own, clip, 1000) if _is_upright(
                within := compose(matrix, own)
            ) and _is_rectangle(clip):
                seen = box if clip is None else _clipped(box, clip, within, view)
                if seen is not None:
                    yield from _parts(inner, within, seen, view)
            case Path(d, Ink(rgb=rgb), None) if _covers(d, matrix, box, view):
                yield Fill(rgb, box)
            case _:
                mapped = item if matrix == IDENTITY else Group((item,), matrix)
                yield Piece((mapped,), box)


def _is_upright(matrix: Matrix) -> bool:
    """Tell whether a map keeps the sides of rectangles upright and level."""
    a, b, c, d, _, _ = matrix
    return (b == 0 and c == 0) or (a == 0 and d == 0)


def _is_rectangle(d: str | None) -> bool:
    return d is None or _RECTANGLE.fullmatch(d) is not None


def _clipped(box: PixelBox, clip: str, matrix: Matrix, view: View) -> PixelBox | None:
    """Return what of a box is seen through a rectangle, None if nothing is."""
    left, top, right, bottom = _sides(clip, matrix, view)
    x0, y0 = max(box[0], round(left)), max(box[1], round(top))
    x1, y1 = min(box[2], round(right)), min(box[3], round(bottom))
    return (x0, y0, x1, y1) if x0 < x1 and y0 < y1 else None


def _covers(d: str, matrix: Matrix, box: PixelBox, view: View) -> bool:
    """Tell whether path data is a rectangle over all of a box, to half a pixel as for clips."""
    if not _is_rectangle(d) or not _is_upright(matrix):
        return False
    left, top, right, bottom = _sides(d, matrix, view)
    return (
        round(left) <= box[0]
        and round(top) <= box[1]
        and round(right) >= box[2]
        and round(bottom) >= box[3]
    )


def _sides(d: str, matrix: Matrix, view: View) -> tuple[float, float, float, float]:
    """Return the sides of a rectangle in pixels of the view."""
    found = _RECTANGLE.fullmatch(d)
    if found is None:
        raise ValueError(f"no rectangle: {d}")
    x0, y0, x1, y1 = map(int, found.group("x0", "y0", "x1", "y1"))
    xs, ys = map_points(matrix, (x0, x1), (y0, y1))
    across = sorted((x - view.x) * view.scale for x in xs)
    down = sorted((y - view.y) * view.scale for y in ys)
    return across[0], down[0], across[1], down[1]
