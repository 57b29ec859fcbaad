"""Contour lines as on a map of hills: a smooth relief, cut at even heights, round a still lake.

The relief is a sum of long waves, so it goes on in every direction and has no seams. Lines are
found by marching squares and drawn as smooth curves.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise
from math import ceil, cos, floor, pi, sqrt
from typing import Literal, TypeAlias, get_args

from generator.art.chance import between
from generator.art.curves import loop, thread, unit
from generator.art.pathdata import Pen, Point
from generator.art.squares import Heights, level_lines, walled

Part: TypeAlias = Literal["lines", "index", "shore", "water"]
"""`index` is every fifth line, which a map draws heavier, `lines` are the others.

The `shore` is the lake's line; `water` is the same, closed along the edges it runs out of.
"""
Lake: TypeAlias = tuple[float, float, float, float]
"""Where a lake lies: the x and y of its middle, its half width and half height, in mm."""
Box: TypeAlias = tuple[float, float, float, float]
"""Left, top, width and height in mm."""

WAVES = 9
BAYS = 3
"""How many waves make the land, and how many a shore."""
MOST = sqrt(2 * BAYS)
"""How high the waves of a shore reach at most."""
MEAN = 2.6
"""How high the land lies on the mean over the lake; its waves have a deviation of 1."""
FLOOR = 1.0
"""About the lowest that land away from the lake lies, so that it drains nowhere else."""
INDEX = 5
SQUARE = 0.035
"""The side of a marching square, as a share of the hills' width."""
MOST_SQUARES = 60_000
KNOT = 0.07
"""How far apart the points are that a curve goes through, as a share of the same."""
LEAST = 8
"""Knots that a closed line is long at least: smaller knolls are left out."""
CORNERS = 2.3
"""The exponent of a lake's outline: 2 is an ellipse, more is squarer."""
BANK = 1.15
"""How far past the shore, in half widths of the lake, land is as high as elsewhere."""


@dataclass(frozen=True, slots=True)
class Wave:
    """A wave over the plane: how fast its phase turns along x and y, its own phase, its height."""

    turn: Point
    phase: float
    height: float

    def at(self, place: Point) -> float:
        """Return its height at a place."""
        return self.height * cos((self.turn * place.conjugate()).real + self.phase)


@dataclass(frozen=True, slots=True)
class Relief:
    """Land as waves, with a lake where one is wanted; the lake's level is 0."""

    waves: tuple[Wave, ...]
    bays: tuple[Wave, ...]
    lake: Lake | None
    stray: float

    def at(self, place: Point) -> float:
        """Return the height at a place."""
        land = MEAN + sum(wave.at(place) for wave in self.waves)
        high = sqrt(land * land + FLOOR)
        if self.lake is None:
            return high
        share = max(-1.0, min(1.0, self._off_shore(place, *self.lake) / BANK))
        return high * (1.5 * share - 0.5 * share**3)

    def _off_shore(self, place: Point, x: float, y: float, wide: float, tall: float) -> float:
        """Return how far a place lies from the shore, in half widths, less than 0 in the lake."""
        across, down = abs(place.real - x) / wide, abs(place.imag - y) / tall
        off = float((across**CORNERS + down**CORNERS) ** (1 / CORNERS)) - 1
        return off - self.stray * (1 + sum(wave.at(place) for wave in self.bays) / MOST)


def relief(seed: str, hills: float, lake: Lake | None, stray: float) -> Relief:
    """Return the relief of a seed, its hills so many mm from one to the next."""
    land, bays = (
        _waves(seed, name, hills, count) for name, count in (("land", WAVES), ("bay", BAYS))
    )
    return Relief(land, bays, lake, stray)


def contour(
    x: float,
    y: float,
    width: float,
    height: float,
    seed: str,
    *,
    part: Part = "lines",
    hills: float = 58,
    lake: Lake | None = None,
    stray: float = 0.2,
    step: float = 0.3,
) -> str:
    """Return one part of the lines of a relief, cut off at a rectangle's edges.

    A `lake` is at least as large as its ellipse; its bays `stray` on the mean by that share of
    its half width, twice as far at most. Land rises 5 or so in all, with a line each `step`.
    Lines that do not leave the rectangle are closed.
    """
    if part not in get_args(Part):
        raise ValueError(f"part is one of {', '.join(get_args(Part))}, not {part!r}")
    if step <= 0 or width * height > MOST_SQUARES * (SQUARE * hills) ** 2:
        raise ValueError("the lines lie too close: take wider hills, or a step above zero")
    heights = _survey((x, y, width, height), relief(seed, hills, lake, stray), SQUARE * hills)
    across, down = width / (len(heights[0]) - 1), height / (len(heights) - 1)
    start = complex(x, y)
    if part == "water":
        heights, start = walled(heights), start - complex(across, down)
    pen = Pen()
    for level in _levels(max(map(max, heights)), step, part):
        for line, is_closed in level_lines(heights, level):
            points = [start + complex(p.real * across, p.imag * down) for p in line]
            _draw(pen, points, is_closed, KNOT * hills)
    return pen.d


@lru_cache(maxsize=8)
def _survey(box: Box, land: Relief, side: float) -> Heights:
    """Return the heights of a rectangle's corners in squares of about one side."""
    x, y, width, height = box
    columns, rows = ceil(width / side), ceil(height / side)
    return tuple(
        tuple(
            land.at(complex(x + width * column / columns, y + height * row / rows))
            for column in range(columns + 1)
        )
        for row in range(rows + 1)
    )


def _levels(highest: float, step: float, part: Part) -> Iterator[float]:
    if part in ("shore", "water"):
        yield 0
        return
    for number in range(1, floor(highest / step) + 1):
        if (number % INDEX == 0) == (part == "index"):
            yield number * step


def _draw(pen: Pen, line: Sequence[Point], is_closed: bool, apart: float) -> None:
    line = [*line, line[0]] if is_closed else line
    ways = [0.0, *accumulate(abs(b - a) for a, b in pairwise(line))]
    if not is_closed:
        knots = _knots(line, ways, max(1, round(ways[-1] / apart)))
        thread(pen.move(knots[0]), knots)
    elif ways[-1] >= LEAST * apart:
        knots = _knots(line, ways, round(ways[-1] / apart))[:-1]
        loop(pen.move(knots[0]), knots).close()


def _knots(line: Sequence[Point], ways: Sequence[float], pieces: int) -> list[Point]:
    """Return points at even ways along a line, from its first to its last point."""
    knots, i = [line[0]], 0
    for piece in range(1, pieces):
        way = ways[-1] * piece / pieces
        while ways[i + 1] < way:
            i += 1
        share = (way - ways[i]) / (ways[i + 1] - ways[i])
        knots.append(line[i] + share * (line[i + 1] - line[i]))
    return [*knots, line[-1]]


def _waves(seed: str, name: str, length: float, count: int) -> tuple[Wave, ...]:
    """Return waves whose directions are spread evenly, with a deviation of 1 in sum."""
    start = between(0, pi, seed, name)
    waves = []
    for i in range(count):
        way = start + pi * (i + between(-0.3, 0.3, seed, name, "way", i)) / count
        turn = 2 * pi / (length * between(0.7, 1.6, seed, name, "length", i))
        phase = between(0, 2 * pi, seed, name, "phase", i)
        waves.append(Wave(turn * unit(way), phase, sqrt(2 / count)))
    return tuple(waves)
