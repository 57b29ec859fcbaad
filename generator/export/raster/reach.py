"""Where items without type can have ink, so that no more of a view is drawn than that."""

import re
from collections.abc import Iterable, Iterator
from typing import TypeAlias, assert_never

from generator.export.affine import map_points
from generator.model.length import Mpt
from generator.model.scene import Group, Item, Path, Picture, Text

Reach: TypeAlias = tuple[Mpt, Mpt, Mpt, Mpt]
"""Left, top, right and bottom."""
_Point: TypeAlias = tuple[Mpt, Mpt]
_COMMANDS = re.compile("([MLCZ])([^MLCZ]*)")


def reaches(items: Iterable[Item]) -> Iterator[Reach]:
    """Yield boxes that hold all ink of items, small ones where that costs little."""
    for item in items:
        match item:
            case Path():
                yield from _path(item)
            case Picture():
                yield item.box.x, item.box.y, item.box.right, item.box.bottom
            case Group():
                yield from _group(item)
            case Text():
                raise TypeError("type is painted from masks, not drawn")
            case _:
                assert_never(item)


def _path(path: Path) -> Iterator[Reach]:
    """Yield the box of each closed shape where a path is filled, else of each piece of line."""
    pieces = _lines(path.d) if path.fill is None else map(_points, path.d.split("M"))
    boxes = (_hull(points) for points in pieces if points)
    if path.stroke is None:
        yield from boxes
        return
    # A mitre reaches as far as its limit allows, a square cap √2 of half the width.
    by = path.stroke.width * max(2000, path.stroke.miter) // 2000 + 1
    for left, top, right, bottom in boxes:
        yield left - by, top - by, right + by, bottom + by


def _lines(d: str) -> Iterator[list[_Point]]:
    """Yield the points that control each line and curve of path data."""
    at = start = (0, 0)
    for command, numbers in _COMMANDS.findall(d):
        points = _points(numbers)
        if command == "M":
            at = start = points[0]
        elif command == "Z":
            yield [at, start]
            at = start
        else:
            step = 3 if command == "C" else 1
            for first in range(0, len(points), step):
                piece = points[first : first + step]
                yield [at, *piece]
                at = piece[-1]


def _points(numbers: str) -> list[_Point]:
    values = [int(number) for number in re.findall(r"-?\d+", numbers)]
    return list(zip(values[::2], values[1::2], strict=True))


def _hull(points: Iterable[_Point]) -> Reach:
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _group(group: Group) -> Iterator[Reach]:
    clip = None if group.clip is None else _hull(_points(group.clip))
    for left, top, right, bottom in reaches(group.items):
        box = (left, top, right, bottom)
        if clip is not None:
            (x0, y0), (x1, y1) = map(max, box[:2], clip[:2]), map(min, box[2:], clip[2:])
            if x0 > x1 or y0 > y1:
                continue
            box = (x0, y0, x1, y1)
        yield _hull(zip(*map_points(group.matrix, *_corners(box)), strict=True))


def _corners(box: Reach) -> tuple[tuple[Mpt, ...], tuple[Mpt, ...]]:
    left, top, right, bottom = box
    return (left, right, left, right), (top, top, bottom, bottom)
