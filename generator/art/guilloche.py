"""Engine-turned lines as on bank notes: one wave that runs between two slowly breathing edges."""

from math import cos, gcd, pi

from generator.art.chance import between, choice
from generator.art.curves import trace, unit
from generator.art.pathdata import Pen, Point

LOBES = (8, 9, 10, 12)
PIECES = 6
"""Cubics a wave: with six the line strays from the formula by a third of a per cent."""


def rosette(
    cx: float,
    cy: float,
    inner: float,
    outer: float,
    seed: str,
    *,
    lobes: int = 0,
    pitch: float = 1.0,
    depth: float = 0.25,
    turn: float = 0,
) -> str:
    """Return a closed line that weaves a ring between two radii.

    The envelope's edges sway by `depth` of the ring's width in so many lobes, the first of them
    `turn` lobes past the top; 0 lobes leaves the seed to choose, alike for all rings of a seed.
    Lines are `pitch` mm apart at the middle of the ring.
    """
    lobes = lobes or choice(LOBES, seed, "lobes")
    waves, turns = weave(seed, (inner + outer) / 2, outer - inner, pitch)
    sway = depth * (outer - inner)
    phase = between(0, 2 * pi, seed, "phase")
    lag = between(0.35, 0.65, seed, "lag") * 2 * pi
    start = 2 * pi * turn / lobes - pi / 2

    def at(t: float) -> Point:
        high = outer - sway * (1 - cos(lobes * t)) / 2
        low = inner + sway * (1 + cos(lobes * t + lag)) / 2
        swing = cos(waves / turns * t + phase)
        return complex(cx, cy) + unit(t + start) * ((high + low) / 2 + (high - low) / 2 * swing)

    pen = Pen().move(at(0))
    return trace(pen, at, 0, 2 * pi * turns, waves * PIECES).close().d


def weave(seed: str, radius: float, width: float, pitch: float) -> tuple[int, int]:
    """Return how many waves a rosette's line makes and in how many turns, without common factor.

    Only then is it one line that comes back to where it began. A wave is as long as it takes to
    cross a ring of that width at a slant of the seed's choosing.
    """
    slope = between(0.75, 1.2, seed, "slope")
    a_turn = max(3, round(2 * pi * radius * slope / (2 * width)))
    turns = max(2, round(pi * radius / (pitch * a_turn)))
    waves = a_turn * turns + 1
    while gcd(waves, turns) > 1:
        waves += 1
    return waves, turns


def guilloche_band(
    x: float,
    y: float,
    width: float,
    height: float,
    seed: str,
    *,
    strands: int = 7,
    pitch: float = 14,
) -> str:
    """Return a band of waves that cross each other, from edge to edge of a rectangle.

    Each strand swings once every `pitch` or so; all stay inside the rectangle.
    """
    waves = max(1, round(width / pitch))
    breaths = max(1, round(waves / choice((2, 3, 4), seed, "breaths")))
    start = between(0, 2 * pi, seed, "start")
    pen = Pen()
    for strand in range(strands):
        offset = 2 * pi * strand / strands

        def at(t: float, offset: float = offset) -> Point:
            swing = (1 - 0.3 * (1 + cos(2 * pi * breaths * t + start)) / 2) * height / 2
            return complex(x + width * t, y + height / 2 + swing * cos(2 * pi * waves * t + offset))

        trace(pen.move(at(0)), at, 0, 1, waves * PIECES)
    return pen.d
