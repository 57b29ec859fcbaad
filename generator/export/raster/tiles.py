"""Choose the windows of a view that are worth drawing: resvg's time goes by the pixel."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from math import ceil, floor

from generator.export.raster.letters import PixelBox
from generator.export.raster.reach import Reach
from generator.export.raster.view import View

TILE = 128
SPARE = 2
"""Pixels left round a drawing: resvg 0.48 loses hairlines on a canvas of one or two rows."""
MOST_PIXELS = 8_000_000
"""In one window, which bounds the memory at high resolutions."""
PIXEL_COST, LETTER_COST = 1, 3
"""To read a letter of SVG once more takes as long as three pixels (measured: 120 ns to 40)."""


def windows(boxes: Iterable[Reach], seen: PixelBox, view: View, letters: int) -> list[PixelBox]:
    """Return windows of a view that hold all boxes as far as they lie in `seen`, none twice.

    `letters` is the length of the SVG, which each window reads from the start.
    """
    found = [box for reach in boxes if (box := _pixels(reach, seen, view)) is not None]
    if not found:
        return []
    whole = hull(found)
    tiled = list(_tiles(found, whole))
    chosen = min([whole], tiled, key=lambda some: _cost(some, letters))
    return [slab for window in chosen for slab in _slabs(window)]


def hull(boxes: Iterable[PixelBox]) -> PixelBox:
    """Return the smallest box that holds all."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _pixels(reach: Reach, seen: PixelBox, view: View) -> PixelBox | None:
    left, top, right, bottom = reach
    x0 = max(seen[0], floor((left - view.x) * view.scale) - SPARE)
    y0 = max(seen[1], floor((top - view.y) * view.scale) - SPARE)
    x1 = min(seen[2], ceil((right - view.x) * view.scale) + SPARE)
    y1 = min(seen[3], ceil((bottom - view.y) * view.scale) + SPARE)
    return (x0, y0, x1, y1) if x0 < x1 and y0 < y1 else None


def _cost(some: Iterable[PixelBox], letters: int) -> int:
    read = letters * LETTER_COST
    return sum((x1 - x0) * (y1 - y0) * PIXEL_COST + read for x0, y0, x1, y1 in some)


def _tiles(boxes: Iterable[PixelBox], whole: PixelBox) -> Iterator[PixelBox]:
    """Yield rectangles of the tiles that boxes touch: runs in a row, joined where rows agree."""
    x, y, right, bottom = whole
    rows: dict[int, set[int]] = {}
    for x0, y0, x1, y1 in boxes:
        columns = range((x0 - x) // TILE, (x1 - 1 - x) // TILE + 1)
        for row in range((y0 - y) // TILE, (y1 - 1 - y) // TILE + 1):
            rows.setdefault(row, set()).update(columns)
    open_: dict[tuple[int, int], int] = {}
    for row in range(max(rows) + 2):
        runs = set(_runs(rows.get(row, set())))
        for run in sorted(open_.keys() - runs):
            top = open_.pop(run)
            yield (
                x + run[0] * TILE,
                y + top * TILE,
                min(right, x + run[1] * TILE),
                min(bottom, y + row * TILE),
            )
        open_ = {run: open_.get(run, row) for run in runs}


def _runs(columns: set[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and the one past the last of neighbours."""
    for _, run in groupby(enumerate(sorted(columns)), lambda pair: pair[1] - pair[0]):
        found = [column for _, column in run]
        yield found[0], found[-1] + 1


def _slabs(window: PixelBox) -> Iterator[PixelBox]:
    x0, y0, x1, y1 = window
    count = -(-(x1 - x0) * (y1 - y0) // MOST_PIXELS)
    for index in range(count):
        yield x0, y0 + (y1 - y0) * index // count, x1, y0 + (y1 - y0) * (index + 1) // count
