"""Moiré: the figure of watered silk, which is nowhere but where two systems of lines meet.

Both systems have the same pitch. One is straight; the other strays from it by a field that changes
slowly, so that lines fall together along one contour of the field and apart along the next.
"""

from math import ceil, cos, pi

from generator.art.chance import between
from generator.art.curves import trace
from generator.art.limits import count_pieces
from generator.art.pathdata import Pen, Point

SWELLS = 4
"""Waves that make up the field: fewer look woven, more look like noise."""
PIECE = 5.0
"""Millimetres of a bent line to one cubic."""
MOST_LINES, MOST_PIECES = 1000, 100


def ribs(x: float, y: float, width: float, height: float, *, pitch: float = 0.72) -> str:
    """Return level lines that fill a rectangle, the first half a pitch below its top."""
    pen = Pen()
    for level in levels(y, height, pitch):
        pen.move(complex(x, level)).line(complex(x + width, level))
    return pen.d


def watered(
    x: float,
    y: float,
    width: float,
    height: float,
    seed: str,
    *,
    pitch: float = 0.72,
    grain: float = 18,
    depth: float = 2.2,
) -> str:
    """Return the lines of `ribs`, bent: laid over those, they show the grain of watered silk.

    The grain is about `grain` mm across and runs across the lines; a line strays by no more than
    `depth` pitches, so that it leaves the rectangle by as much above and below.
    """
    count_pieces(width, PIECE, "pieces of a line", MOST_PIECES)
    pieces = max(2, ceil(width / PIECE))
    swells = make_swells(seed, grain)
    pen = Pen()
    for level in levels(y, height, pitch):

        def at(t: float, level: float = level) -> Point:
            place = complex(x + width * t, level)
            return place + 1j * pitch * depth * stray(swells, place)

        trace(pen.move(at(0)), at, 0, 1, pieces)
    return pen.d


def levels(y: float, height: float, pitch: float) -> list[float]:
    """Return the heights of the lines; the pitch gives a little so that they fill evenly."""
    count = count_pieces(height, pitch, "lines", MOST_LINES)
    return [y + height * (i + 0.5) / count for i in range(count)]


def make_swells(seed: str, grain: float) -> list[tuple[Point, float]]:
    """Return the waves of a field: how fast each runs (radians a mm, across and down), and where.

    They run all but level, up and down by turns, so that the grain stands up and meets in arches.
    """
    return [
        (
            2 * pi / (grain * between(0.75, 1.9, seed, "length", i))
            * complex(1, (-1) ** i * between(0.04, 0.27, seed, "slant", i)),
            between(0, 2 * pi, seed, "phase", i),
        )
        for i in range(SWELLS)
    ]  # fmt: skip


def stray(swells: list[tuple[Point, float]], place: Point) -> float:
    """Return how far a field strays at a place, from -1 to 1."""
    total = sum(
        cos(speed.real * place.real + speed.imag * place.imag + phase) for speed, phase in swells
    )
    return total / len(swells)
