"""Seigaiha, the blue ocean waves: fans in rows, each hiding what lies behind it.

A scale is a disc. The scales before it, half a radius lower to each side and one radius lower,
hide all but a cap; so a ring shows one arc, and nothing has to be painted over.
"""

from collections.abc import Iterator, Sequence
from math import acos, atan2, ceil, hypot, pi

from generator.art.chance import chance
from generator.art.curves import unit
from generator.art.pathdata import Pen, Point

NEIGHBOUR = complex(1, 0.5)
"""From a scale's centre to that of the next one before it, in radii."""
RINGS = (1.0, 0.8, 0.6, 0.4)


def seigaiha(
    x: float,
    y: float,
    width: float,
    height: float,
    radius: float,
    *,
    rings: Sequence[float] = RINGS,
) -> str:
    """Return the arcs of all scales that show in a rectangle, the first row's tops at `y`.

    `rings` are shares of the radius. Scales at the rim reach out of the rectangle by less than
    a diameter; one scale stands on the rectangle's vertical middle.
    """
    pen = Pen()
    for row in range(count_rows(height, radius)):
        for centre in row_centres(x, y, width, radius, row):
            for ring in rings:
                edge = visible_from(ring)
                pen.move(centre + radius * ring * unit(edge - pi))
                pen.arc(radius * ring, centre + radius * ring * unit(-edge), large=edge < 0)
    return pen.d


def seigaiha_scales(
    x: float,
    y: float,
    width: float,
    height: float,
    radius: float,
    seed: str,
    *,
    row: int | None = None,
    share: float = 1.0,
) -> str:
    """Return the visible parts of scales as closed shapes: of one row or all, of all or a share."""
    pen = Pen()
    for number in range(count_rows(height, radius)) if row is None else (row,):
        for column, centre in enumerate(row_centres(x, y, width, radius, number)):
            if chance(seed, "scale", number, column) < share:
                _draw_scale(pen, centre, radius)
    return pen.d


def count_rows(height: float, radius: float) -> int:
    """Return how many rows it takes to fill a height."""
    return ceil(2 * height / radius)


def row_centres(x: float, y: float, width: float, radius: float, row: int) -> Iterator[Point]:
    """Yield the centres of a row's scales from left to right; odd rows stand in the gaps."""
    middle, level = x + width / 2, y + radius * (1 + row / 2)
    aside = row % 2
    reach = ceil((width / (2 * radius) + 1 - aside) / 2) - 1
    for column in range(-reach - aside, reach + 1):
        yield complex(middle + radius * (2 * column + aside), level)


def visible_from(ring: float) -> float:
    """Return how far below the level a ring shows at its right end, as an angle upwards.

    It ends where it meets the scale before it: the two circles' centres are NEIGHBOUR apart.
    """
    apart = hypot(NEIGHBOUR.real, NEIGHBOUR.imag)
    half = acos((ring * ring + apart * apart - 1) / (2 * ring * apart))
    return half - atan2(NEIGHBOUR.imag, NEIGHBOUR.real)


def _draw_scale(pen: Pen, centre: Point, radius: float) -> None:
    edge = visible_from(1)
    left, right = unit(edge - pi), unit(-edge)
    corners = [left, right, NEIGHBOUR + left, NEIGHBOUR.conjugate() * -1 + right, left]
    pen.move(centre + radius * left)
    for i, corner in enumerate(corners[1:]):
        pen.arc(radius, centre + radius * corner, clockwise=i == 0)
    pen.close()
