"""Sashiko: hemp leaves in running stitch on a lattice of triangles, and single lines of it.

A line is cut into equal stitches, as near to the wanted length as goes, with half a gap before the
first and half after the last. So no stitch turns a corner, and where lines cross a hole stays open.
"""

from collections.abc import Iterator
from math import ceil, pi, sqrt

from generator.art.chance import chance
from generator.art.curves import unit
from generator.art.limits import count_pieces
from generator.art.pathdata import Pen, Point

GAP = 0.34
"""Share of a line where the thread runs behind the cloth."""
STITCH = 0.19
"""From one stitch to the next, in sides of the lattice's triangles."""
MOST_STITCHES, MOST_LEAVES = 2000, 60
ROW = sqrt(3) / 2
"""From one row of the lattice to the next, in sides."""
SIXTHS = tuple(unit(pi / 3 * i) for i in range(6))
"""The ways from a star to its neighbours."""
HEARTS = tuple(
    (one + other) / 3 for one, other in zip(SIXTHS, SIXTHS[1:] + SIXTHS[:1], strict=True)
)
"""The ways from a star to the middles of the triangles round it."""


def running_stitch(x1: float, y1: float, x2: float, y2: float, *, stitch: float = 3) -> str:
    """Return a straight line of stitches, about `stitch` mm from one to the next."""
    pen = Pen()
    for first, last in stitches(complex(x1, y1), complex(x2, y2), stitch):
        pen.move(first).line(last)
    return pen.d


def asanoha(x: float, y: float, width: float, height: float, side: float) -> str:
    """Return hemp leaves that fill a rectangle: stars `side` mm apart, one of them in its middle.

    Stitches at the rim reach out of the rectangle by less than their length.
    """
    pen = Pen()
    for star in lattice(x, y, width, height, side):
        for line in leaves(star, side):
            _sew(pen, line, side, (x, y, width, height))
    return pen.d


def asanoha_stars(
    x: float, y: float, width: float, height: float, side: float, seed: str, *, share: float = 0.1
) -> str:
    """Return what meets in the stars of `asanoha`, twelve lines each: of a share of the stars.

    The seed chooses which, never two that would touch.
    """
    pen, chosen = Pen(), list[Point]()
    for number, star in enumerate(lattice(x, y, width, height, side)):
        alone = all(abs(star - other) > 2.1 * side for other in chosen)
        if alone and chance(seed, "star", number) < share:
            chosen.append(star)
            for way in SIXTHS + HEARTS:
                _sew(pen, (star, star + way * side), side, (x, y, width, height))
    return pen.d


def hemp_leaf(cx: float, cy: float, side: float) -> str:
    """Return one hemp leaf of six: the stitches of the triangles round a star, a hexagon in all."""
    pen, star = Pen(), complex(cx, cy)
    rim = zip(SIXTHS, SIXTHS[1:] + SIXTHS[:1], strict=True)
    ways = [(0j, way) for way in SIXTHS + HEARTS] + list(rim)
    ways += [
        (heart, corner) for i, heart in enumerate(HEARTS) for corner in (SIXTHS[i], SIXTHS[i - 5])
    ]
    for start, end in ways:
        for first, last in stitches(star + start * side, star + end * side, side * STITCH * 1.75):
            pen.move(first).line(last)
    return pen.d


def stitches(start: Point, end: Point, length: float) -> Iterator[tuple[Point, Point]]:
    """Yield the stitches of a straight line, about `length` from one to the next."""
    count = count_pieces(abs(end - start), length, "stitches", MOST_STITCHES)
    step = (end - start) / count
    for i in range(count):
        yield start + step * (i + GAP / 2), start + step * (i + 1 - GAP / 2)


def lattice(x: float, y: float, width: float, height: float, side: float) -> Iterator[Point]:
    """Yield the stars that have lines in a rectangle, row by row, one being in its middle."""
    middle = complex(x + width / 2, y + height / 2)
    count_pieces(max(width, height), side, "leaves in a row", MOST_LEAVES)
    rows, columns = ceil(height / 2 / side / ROW) + 1, ceil(width / 2 / side) + 1
    for row in range(-rows, rows + 1):
        for column in range(-columns, columns + 1):
            yield middle + side * complex(column + row % 2 / 2, row * ROW)


def leaves(star: Point, side: float) -> Iterator[tuple[Point, Point]]:
    """Yield a star's lines to the three neighbours after it, and those in the two triangles there.

    All stars' lines together make the pattern, each line once.
    """
    east, south_east, south_west = (star + way * side for way in SIXTHS[:3])
    for neighbour in (east, south_east, south_west):
        yield star, neighbour
    for corners, way in (((star, east, south_east), 0), ((star, south_east, south_west), 1)):
        heart = star + HEARTS[way] * side
        for corner in corners:
            yield corner, heart


def _sew(
    pen: Pen, line: tuple[Point, Point], side: float, window: tuple[float, float, float, float]
) -> None:
    x, y, width, height = window
    for first, last in stitches(*line, side * STITCH):
        if any(x <= p.real <= x + width and y <= p.imag <= y + height for p in (first, last)):
            pen.move(first).line(last)
