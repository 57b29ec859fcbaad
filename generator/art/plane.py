"""A paper dart in its true folds, the dots of its flight, and the sheet it is folded from.

Corners to the middle, edges to the middle, wings down: every crease of a dart runs through its
nose, an eighth of a right angle from the next one. So all corners of the folded sheet are known,
and have only to be turned and seen.
"""

from cmath import phase
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import cos, exp, hypot, pi, radians, sin, sqrt
from typing import Literal, TypeAlias, get_args

from generator.art.chance import between
from generator.art.curves import unit
from generator.art.pathdata import Pen, Point, polygon

Part: TypeAlias = Literal["dots", "far", "inside", "keel", "near"]
"""Two wings, the keel's outside, its inside between the wings; painted in this order."""
Space: TypeAlias = tuple[float, float, float]
"""A point ahead of the nose, to the near side, up; the sheet's shorter side is 1."""

CREASE = pi / 16
"""The angle between two creases."""
SIDE = sqrt(2)
"""The sheet's longer side."""
ROOT = SIDE / cos(CREASE)
"""The length of the crease that a wing hangs on."""
WING = (
    (ROOT, 0.0),
    (hypot(SIDE, 0.5), phase(complex(SIDE, 0.5)) - CREASE),
    (0.5 / sin(2 * CREASE), CREASE),
)
"""A wing's other corners, as distances from the nose and angles from its root."""
OPEN, RISE = radians(6), radians(12)
"""How far a half of the keel stands off the upright, and a wing off the level."""
TURN, TILT = radians(-40), radians(30)
"""Whence the dart is seen: how far from behind its side, how far from above."""
EYE = 6.0
"""How far the eye is from the nose."""
STEPS = 720
"""Steps that a flight is reckoned in."""
TIGHT = 0.06
"""How much of a flight a loop takes, as its curvature's spread."""
DIVE, CLIMB = radians(37), radians(14)
"""How far a flight heads down before its loop, and up by its end."""
TAIL = 0.98
"""Where a trail begins behind the nose, in lengths of the dart."""
CLEAR = 0.6
"""How near two dots may come where a flight crosses its own way, in steps."""


def dart(x: float, y: float, length: float, *, part: Part, heading: float = -24) -> str:
    """Return one part of a dart with its nose at a point, heading so many degrees (-90 is up)."""
    return _draw_dart(complex(x, y), length, radians(heading), part)


def flight(
    x1: float,
    y1: float,
    x2: float,
    y2: float,
    seed: str,
    *,
    part: Part,
    length: float = 20,
    step: float = 2,
    dot: float = 0.28,
    loop: float = 0.5,
    wide: float = 1,
    swing: float = 1,
) -> str:
    """Return one part of a flight between two points: its dots, or one of the dart that ends it.

    The dart is `length` mm long; dots have a radius of `dot` and are `step` mm apart. It loops
    once, `loop` of its way on or where the seed moves that; `wide` and `swing` scale the loop,
    and how steeply it glides and climbs.
    """
    line = _fly(complex(x1, y1), complex(x2, y2), seed, (loop, wide, swing))
    if part != "dots":
        return _draw_dart(line[-1], length, phase(line[-1] - line[-STEPS // 40]), part)
    pen = Pen()
    dots: list[Point] = []
    for centre in _spaced(line, step, TAIL * length + step):
        if all(abs(centre - other) > CLEAR * step for other in dots):
            dots.append(centre)
    for centre in dots:
        pen.move(centre - dot).arc(dot, centre + dot).arc(dot, centre - dot).close()
    return pen.d


def creases(x: float, y: float, width: float, *, hidden: bool = False) -> str:
    """Return the sheet laid flat: its edges and every other crease, or the creases between.

    It stands `width` mm wide and √2 as high, the nose at the middle of the upper edge.
    """
    nose = complex(x + width / 2, y)
    corner = complex(width / 2, width * SIDE)
    pen = Pen()
    if not hidden:
        pen.move(nose + corner.real).line(nose + corner, nose - corner.conjugate())
        pen.line(nose - corner.real).close()
    for number in range(-7, 8):
        if number % 2 == hidden:
            ray = 1j * unit(-number * CREASE)
            across = abs(ray.real) or 1e-9
            pen.move(nose).line(nose + ray * min(corner.real / across, corner.imag / ray.imag))
    return pen.d


def _draw_dart(nose: Point, length: float, heading: float, part: Part) -> str:
    if part not in get_args(Part)[1:]:
        raise ValueError(f"part is one of {', '.join(get_args(Part))}, not {part!r}")
    back = _seen((-SIDE, 0, 0))
    turn = unit(heading - phase(-back)) * length / abs(back)
    return polygon(*(nose + _seen(corner) * turn for corner in _facet(part)))


def _facet(part: Part) -> Iterator[Space]:
    """Yield the corners of a facet from the nose on."""
    side = 1 if part in ("near", "keel") else -1
    gap = ROOT * sin(CREASE) * sin(OPEN)
    yield (0, 0, 0)
    if part in ("keel", "inside"):
        yield (-ROOT, side * gap, 0)
        yield (-SIDE * cos(CREASE), 0, -SIDE * sin(CREASE))
        return
    for reach, angle in WING:
        out = reach * sin(angle)
        aside = gap * reach / ROOT + out * cos(RISE)
        yield (-reach * cos(angle), side * aside, out * sin(RISE))


def _seen(point: Space) -> Point:
    """Return where a point is seen, the nose at 0."""
    ahead, near, up = point
    across = ahead * cos(TURN) + near * sin(TURN)
    away = ahead * sin(TURN) - near * cos(TURN)
    rise = up * cos(TILT) + away * sin(TILT)
    far = away * cos(TILT) - up * sin(TILT)
    return complex(across, -rise) * EYE / (EYE + far)


def _fly(
    start: Point, end: Point, seed: str, course: tuple[float, float, float]
) -> Sequence[Point]:
    """Return points along a flight, known by its heading at each step, laid between two points.

    It glides down, loops, and climbs. The course is a loop's place and width, and the swing.
    """
    loop, wide, swing = course
    place = loop + between(-0.1, 0.1, seed, "loop")
    spread = TIGHT * wide * between(0.85, 1.2, seed, "tight")
    dive = DIVE * swing * between(0.75, 1.25, seed, "dive")
    line = [0j]
    for i in range(STEPS):
        t = (i + 0.5) / STEPS
        turned = 2 * pi / (1 + exp((place - t) / spread))
        glide = dive * sin(pi * t / place) if t < place else 0
        line.append(line[-1] + unit(glide - turned - CLIMB * swing * t * t) / STEPS)
    return [start + point * (end - start) / line[-1] for point in line]


def _spaced(line: Sequence[Point], step: float, tail: float) -> Iterator[Point]:
    """Yield points of a line that are a step apart along it, the last so far before its end."""
    run = [0.0]
    for last, point in pairwise(line):
        run.append(run[-1] + abs(point - last))
    goal = (run[-1] - tail) % step
    for (near, far), (last, point) in zip(pairwise(run), pairwise(line), strict=True):
        if near <= goal < far and goal <= run[-1] - tail + step / 2:
            yield last + (point - last) * (goal - near) / (far - near)
            goal += step
