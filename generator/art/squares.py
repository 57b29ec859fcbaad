"""Marching squares: the lines at one level through a grid of heights, joined end to end."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TypeAlias

from generator.art.pathdata import Point

Crossing: TypeAlias = tuple[int, int, int]
"""A side of a square that a line crosses: column, row, and 0 for across or 1 for down."""
Heights: TypeAlias = tuple[tuple[float, ...], ...]
"""Heights at a grid's corners, row by row."""


def level_lines(heights: Heights, level: float) -> Iterator[tuple[list[Point], bool]]:
    """Yield the lines at a level as points in squares from the top left, and whether each closes.

    A line that does not close ends at the grid's rim.
    """
    for crossings, is_closed in _chains(_joints(heights, level)):
        yield [_place(heights, level, crossing) for crossing in crossings], is_closed


def walled(heights: Heights, wall: float = 1e9) -> Heights:
    """Return the heights with a wall round them, so that lines close along what was the rim.

    The grid grows by a square on each side.
    """
    side = (wall,) * (len(heights[0]) + 2)
    return (side, *((wall, *row, wall) for row in heights), side)


def _place(heights: Heights, level: float, crossing: Crossing) -> Point:
    column, row, down = crossing
    start, end = heights[row][column], heights[row + down][column + 1 - down]
    share = (level - start) / (end - start)
    return complex(column + share * (1 - down), row + share * down)


def _joints(heights: Heights, level: float) -> Mapping[Crossing, Sequence[Crossing]]:
    """Return what each crossing is joined to: one other at the rim, two elsewhere."""
    joints: dict[Crossing, list[Crossing]] = {}
    for row, (above, below) in enumerate(pairwise(heights)):
        for column in range(len(above) - 1):
            corners = (*above[column : column + 2], *below[column : column + 2])
            if min(corners) <= level < max(corners):
                for one, other in _pairs(column, row, corners, level):
                    joints.setdefault(one, []).append(other)
                    joints.setdefault(other, []).append(one)
    return joints


def _pairs(
    column: int, row: int, corners: Sequence[float], level: float
) -> Iterator[tuple[Crossing, Crossing]]:
    """Yield how a level crosses a square; a saddle is cut as the mean of its corners lies."""
    high = [corner > level for corner in corners]
    top, left = (column, row, 0), (column, row, 1)
    bottom, right = (column, row + 1, 0), (column + 1, row, 1)
    sides = ((top, 0, 1), (right, 1, 3), (bottom, 2, 3), (left, 0, 2))
    crossed = [side for side, one, other in sides if high[one] != high[other]]
    if len(crossed) == 2:
        yield crossed[0], crossed[1]
    elif high[0] == (sum(corners) > 4 * level):
        yield from ((top, right), (bottom, left))
    else:
        yield from ((top, left), (bottom, right))


def _chains(
    joints: Mapping[Crossing, Sequence[Crossing]],
) -> Iterator[tuple[list[Crossing], bool]]:
    """Yield the crossings line by line: first the lines with ends, then the closed ones."""
    seen: set[Crossing] = set()
    ends = [crossing for crossing, others in joints.items() if len(others) == 1]
    for start in (*ends, *joints):
        if start not in seen:
            line = list(_follow(start, joints, seen))
            yield line, len(joints[start]) == 2


def _follow(
    start: Crossing, joints: Mapping[Crossing, Sequence[Crossing]], seen: set[Crossing]
) -> Iterator[Crossing]:
    at: Crossing | None = start
    while at is not None:
        seen.add(at)
        yield at
        at = next((one for one in joints[at] if one not in seen), None)
