"""Fans and arches of the years about 1925: blades with round tips, and stepped vaults."""

from math import pi, radians, sin

from generator.art.curves import unit
from generator.art.pathdata import Pen, Point


def fan(
    cx: float,
    cy: float,
    inner: float,
    outer: float,
    *,
    blades: int = 9,
    share: float = 0.9,
    sweep: float = 180,
    odd: float = 1,
) -> str:
    """Return the closed blades of a fan that opens upwards by `sweep` degrees.

    Each takes a `share` of its turn and ends in an arc that both its edges run into, at `outer`;
    every second blade is only `odd` times as long.
    """
    turn = radians(sweep) / blades
    pen = Pen()
    for i in range(blades):
        bearing = (i + 0.5 - blades / 2) * turn - pi / 2
        reach = outer * (odd if i % 2 else 1)
        _blade(pen, complex(cx, cy), (inner, reach), bearing, turn * share / 2)
    return pen.d


def arch(x: float, y: float, width: float, height: float) -> str:
    """Return a round arch on two straight legs, an open line from foot to foot."""
    radius = width / 2
    pen = Pen().move(complex(x, y + height)).line(complex(x, y + radius))
    return pen.arc(radius, complex(x + width, y + radius)).line(complex(x + width, y + height)).d


def _blade(
    pen: Pen, centre: Point, reach: tuple[float, float], bearing: float, half: float
) -> None:
    """Draw a blade from one distance of the centre to another, its edges `half` off its middle."""
    inner, outer = reach
    round_at = outer / (1 + sin(half))
    tip = round_at * sin(half)
    edge = (round_at**2 - tip**2) ** 0.5
    left, right = unit(bearing - half), unit(bearing + half)
    pen.move(centre + inner * left).line(centre + edge * left)
    pen.arc(tip, centre + edge * right, large=True).line(centre + inner * right)
    pen.arc(inner, centre + inner * left, clockwise=False).close()
