"""What the post puts on a letter: a perforated stamp, a bridge postmark, cancelling waves."""

from math import pi, sin, sqrt
from typing import Literal, TypeAlias, get_args

from generator.art.chance import between
from generator.art.curves import trace
from generator.art.pathdata import Pen, Point

Part: TypeAlias = Literal["rings", "bridge", "hatch"]
HOLE = 0.6
"""How wide a hole is, as a share of the way from one to the next."""
INNER, BRIDGE = 0.66, 0.19
"""A postmark's inner ring, and half its bridge, in radii."""
RAGGED = 0.14
"""How much of a wave a cancelling line may end short of the others."""


def stamp(x: float, y: float, width: float, height: float, *, pitch: float = 2) -> str:
    """Return a stamp's outline, perforated all round, about `pitch` mm from hole to hole.

    The holes are fitted to each side, so that all teeth of a side are alike, the corners too.
    """
    corners = [complex(x, y), complex(x + width, y), complex(x + width, y + height)]
    corners.append(complex(x, y + height))
    pen = Pen().move(corners[0])
    for start, end in zip(corners, [*corners[1:], corners[0]], strict=True):
        count = max(1, round(abs(end - start) / pitch - (1 - HOLE)))
        step = (end - start) / (count + 1 - HOLE)
        for i in range(count):
            edge = start + step * (i + 1 - HOLE)
            pen.line(edge).arc(abs(step) * HOLE / 2, edge + step * HOLE, clockwise=False)
        if end != corners[0]:
            pen.line(end)
    return pen.close().d


def postmark(cx: float, cy: float, radius: float, *, part: Part, pitch: float = 0.9) -> str:
    """Return one part of a bridge postmark: its rings, the bridge for a date, the hatch beside it.

    All are lines; the hatch stands `pitch` mm apart.
    """
    centre, inner, half = complex(cx, cy), INNER * radius, BRIDGE * radius
    pen = Pen()
    match part:
        case "rings":
            pen.move(centre - radius).arc(radius, centre + radius)
            pen.arc(radius, centre - radius).close()
            _caps(pen, centre, inner, half)
        case "bridge":
            reach = sqrt(radius * radius - half * half)
            for side in (-half, half):
                pen.move(centre + complex(-reach, side)).line(centre + complex(reach, side))
        case "hatch":
            count = int(inner / pitch)
            for i in range(-count, count + 1):
                _hatch(pen, centre + i * pitch, sqrt(inner**2 - (i * pitch) ** 2), half)
        case _:
            raise ValueError(f"part is one of {', '.join(get_args(Part))}, not {part!r}")
    return pen.d


def cancel_waves(
    x: float, y: float, width: float, height: float, seed: str, *, lines: int = 6, wave: float = 15
) -> str:
    """Return wavy lines one above another, that cancel a stamp: from `x` on, filling a height.

    A wave is `wave` mm long. Where it begins, and how ragged the lines end, the seed decides.
    """
    swing = height / (lines + 1.6)
    start = between(0, 2 * pi, seed, "wave")
    pen = Pen()
    for line in range(lines):
        level = y + swing * (1.3 + line)
        ends = [between(0, RAGGED, seed, "end", line, end) * wave for end in (0, 1)]
        left, right = x + ends[0], x + width - ends[1]

        def at(across: float, level: float = level) -> Point:
            return complex(across, level + 1.3 * swing * sin(start + across * 2 * pi / wave) / 2)

        trace(pen.move(at(left)), at, left, right, max(2, round(width / wave * 4)))
    return pen.d


def _caps(pen: Pen, centre: Point, radius: float, half: float) -> None:
    """Draw what a bridge leaves of a ring, above it and below it."""
    reach = sqrt(radius * radius - half * half)
    pen.move(centre + complex(-reach, -half)).arc(radius, centre + complex(reach, -half))
    pen.move(centre + complex(reach, half)).arc(radius, centre + complex(-reach, half))


def _hatch(pen: Pen, at: Point, reach: float, half: float) -> None:
    """Draw a hatch line above and one below the bridge, where there is room for them."""
    if reach > half + 0.4:
        for side in (-1j, 1j):
            pen.move(at + side * half).line(at + side * reach)
