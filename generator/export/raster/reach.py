"""How far items without type can reach, so that no more of a view is drawn than that."""

import re
from collections.abc import Iterable
from typing import TypeAlias, assert_never

from generator.export.affine import map_points
from generator.model.length import Mpt
from generator.model.scene import Group, Item, Path, Picture, Text

Reach: TypeAlias = tuple[Mpt, Mpt, Mpt, Mpt]
"""Left, top, right and bottom."""
_NUMBERS = re.compile(r"-?\d+")


def reach(items: Iterable[Item]) -> Reach | None:
    """Return a box that holds all ink of items, not always the smallest; None without items."""
    found = [box for item in items if (box := _reach(item)) is not None]
    if not found:
        return None
    lefts, tops, rights, bottoms = zip(*found, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _reach(item: Item) -> Reach | None:
    match item:
        case Path():
            return _path(item)
        case Picture():
            box = item.box
            return box.x, box.y, box.right, box.bottom
        case Group():
            return _group(item)
        case Text():
            raise TypeError("type is painted from masks, not drawn")
        case _:
            assert_never(item)


def _path(path: Path) -> Reach | None:
    box = _data(path.d)
    if box is None or path.stroke is None:
        return box
    # A mitre reaches as far as its limit allows, a square cap √2 of half the width.
    grown = path.stroke.width * max(2000, path.stroke.miter) // 2000 + 1
    return box[0] - grown, box[1] - grown, box[2] + grown, box[3] + grown


def _data(d: str) -> Reach | None:
    """Return the box of a path's points; a curve stays within those that control it."""
    numbers = [int(number) for number in _NUMBERS.findall(d)]
    xs, ys = numbers[::2], numbers[1::2]
    return (min(xs), min(ys), max(xs), max(ys)) if ys else None


def _group(group: Group) -> Reach | None:
    box = reach(group.items)
    clip = None if group.clip is None else _data(group.clip)
    if box is None:
        return None
    if clip is not None:
        (x0, y0), (x1, y1) = map(max, box[:2], clip[:2]), map(min, box[2:], clip[2:])
        box = (x0, y0, x1, y1)
        if x0 > x1 or y0 > y1:
            return None
    left, top, right, bottom = box
    xs, ys = map_points(group.matrix, (left, right, left, right), (top, top, bottom, bottom))
    return min(xs), min(ys), max(xs), max(ys)
