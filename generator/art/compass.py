"""A compass rose as on old charts: points of two halves, light and shade, in a ring of degrees."""

from math import pi, radians
from typing import Literal, TypeAlias, get_args

from generator.art.chance import between
from generator.art.curves import unit
from generator.art.pathdata import Pen, Point

Part: TypeAlias = Literal["light", "shade", "ring", "north"]
VARIATION = 26
"""How far from true north a rose may point, in degrees: charts turn theirs to the needle."""
RANKS = ((8, 0.5, 0.6, 0.2), (4, 0.5, 0.78, 0.2), (4, 0.0, 1.0, 0.215))
"""Ranks of points, the hindmost first: how many, turned by, how long, how far in they meet."""
ROSE = 0.84
"""The rose's radius in radii of the ring."""
TICKS = 48
SHORT, LONG = 0.955, 0.91
"""How far in the ring's marks reach; every fourth is long."""


def compass(cx: float, cy: float, radius: float, seed: str, *, part: Part, rank: int = 2) -> str:
    """Return one part of a compass rose, turned in its ring by the seed's variation.

    Points have a `light` and a `shade` half, by rank from 0, the hindmost, to 2. The `ring` is
    lines; `north` marks true north on it.
    """
    centre = complex(cx, cy)
    match part:
        case "light" | "shade":
            turn = radians(between(-VARIATION, VARIATION, seed, "variation"))
            return _halves(centre, radius * ROSE, turn, rank, 1 if part == "light" else -1)
        case "ring":
            return _ring(centre, radius)
        case "north":
            tip, foot = centre - 1.14j * radius, 0.18j * radius
            pen = Pen().move(tip).line(tip + foot * unit(0.55), tip + foot * unit(-0.55))
            return pen.close().d
        case _:
            raise ValueError(f"part is one of {', '.join(get_args(Part))}, not {part!r}")


def _halves(centre: Point, radius: float, turn: float, rank: int, side: int) -> str:
    """Return one half of each point of a rank."""
    count, offset, reach, meet = RANKS[rank]
    pen = Pen()
    for i in range(count):
        bearing = turn - pi / 2 + 2 * pi * (i + offset) / count
        waist = centre + radius * meet * unit(bearing - side * pi / count)
        pen.move(centre).line(centre + radius * reach * unit(bearing), waist).close()
    return pen.d


def _ring(centre: Point, radius: float) -> str:
    pen = Pen()
    for size in (radius, radius * LONG):
        pen.move(centre - size).arc(size, centre + size).arc(size, centre - size).close()
    for i in range(TICKS):
        ray = radius * unit(2 * pi * i / TICKS)
        pen.move(centre + ray).line(centre + ray * (SHORT if i % 4 else LONG))
    return pen.d
