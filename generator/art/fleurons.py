"""The printer's flowers."""

from math import pi, sin

from generator.art.curves import along, ribbon
from generator.art.pathdata import Pen, Point

ALDINE: tuple[tuple[tuple[Point, ...], ...], ...] = (
    (
        (3 + 13.6j,),
        (9.6 + 11.4j, 10.6 + 3.6j, 18 + 3.3j),
        (23 + 3.1j, 26.2 + 7.3j, 24.2 + 11.8j),
        (27.6 + 15.4j, 25.8 + 20.8j, 20.5 + 21j),
        (13.4 + 21.2j, 10.4 + 15.4j, 3 + 13.6j),
    ),
    (
        (8 + 13.5j,),
        (13 + 14.6j, 18.5 + 14.1j, 23 + 12.2j),
        (18.2 + 13.1j, 13 + 13.7j, 8 + 13.5j),
    ),
)
"""A leaf and the slit of its vein, in a box of 48 by 24; the slit runs the other way round."""
STEM_STEPS = 5
ALDINE_STEM: tuple[tuple[Point, Point, Point, Point], ...] = (
    (23.6 + 11.9j, 28.5 + 7.8j, 36.5 + 5.2j, 41 + 9.2j),
    (41 + 9.2j, 45 + 12.8j, 42.7 + 18.8j, 38 + 18.6j),
    (38 + 18.6j, 34.6 + 18.4j, 33.5 + 14.3j, 36.3 + 13j),
)


def fleuron(cx: float, cy: float, width: float) -> str:
    """Return an aldine leaf, half as high as it is wide, its stem curling to the right."""

    def at(point: Point) -> Point:
        return complex(cx, cy) + (point - (24 + 12j)) * width / 48

    pen = Pen()
    for start, *curves in ALDINE:
        pen.move(at(start[0]))
        for first, second, to in curves:
            pen.cubic(at(first), at(second), at(to))
        pen.close()
    turns = [curve for curve in ALDINE_STEM for _ in range(STEM_STEPS)]
    shares = [i % STEM_STEPS / STEM_STEPS for i in range(len(turns))]
    spine = [at(along(*curve, t)) for curve, t in zip(turns, shares, strict=True)]
    swell = [0.36 + 0.5 * sin(0.9 * pi * (i + 1) / len(spine)) for i in range(len(spine))]
    ribbon(pen, spine, [half * width / 48 for half in swell])
    ball, size = spine[-1], 1.4 * width / 48
    return pen.move(ball - size).arc(size, ball + size).arc(size, ball - size).close().d
