"""Smooth curves: cubics through points, and cubics along a formula."""

import cmath
from collections.abc import Callable, Sequence

from generator.art.pathdata import Pen, Point


def unit(angle: float) -> Point:
    """Return the unit vector at an angle in radians, clockwise from the right."""
    return cmath.rect(1, angle)


def along(start: Point, first: Point, second: Point, end: Point, t: float) -> Point:
    """Return a point of a cubic, at a share of its parameter."""
    s = 1 - t
    return s**3 * start + 3 * s * s * t * first + 3 * s * t * t * second + t**3 * end


def trace(pen: Pen, curve: Callable[[float], Point], start: float, stop: float, pieces: int) -> Pen:
    """Follow a formula from the parameter `start` to `stop` with one cubic a piece.

    The pen has to be at the curve's start. Tangents are taken from the formula, so the joints
    are smooth.
    """
    step = (stop - start) / pieces
    nudge = step / 256
    reach = [
        (curve(t + nudge) - curve(t - nudge)) / (2 * nudge) * (step / 3)
        for t in (start + step * i for i in range(pieces + 1))
    ]
    last = curve(start)
    for i in range(pieces):
        to = curve(start + step * (i + 1))
        pen.cubic(last + reach[i], to - reach[i + 1], to)
        last = to
    return pen


def thread(pen: Pen, points: Sequence[Point]) -> Pen:
    """Draw a smooth open curve through points, the pen being at the first.

    Catmull and Rom's spline with centripetal knots: it does not loop or overshoot where the
    points lie unevenly.
    """
    return _spline(pen, [2 * points[0] - points[1], *points, 2 * points[-1] - points[-2]])


def loop(pen: Pen, points: Sequence[Point]) -> Pen:
    """Draw a smooth closed curve through points, from the first back to it."""
    return _spline(pen, [points[-1], *points, *points[:2]])


def _spline(pen: Pen, ends: Sequence[Point]) -> Pen:
    """Draw through all points but the first and the last."""
    for before, start, end, after in zip(ends, ends[1:], ends[2:], ends[3:], strict=False):
        a, b, c = (abs(q - p) ** 0.5 for p, q in ((before, start), (start, end), (end, after)))
        first = (a * a * end - b * b * before + (2 * a * a + 3 * a * b + b * b) * start) / (
            3 * a * (a + b)
        )
        second = (c * c * start - b * b * after + (2 * c * c + 3 * c * b + b * b) * end) / (
            3 * c * (c + b)
        )
        pen.cubic(first, second, end)
    return pen


def ribbon(pen: Pen, spine: Sequence[Point], halves: Sequence[float]) -> Pen:
    """Draw a closed band round a line of points, half its width being given at each of them."""
    ahead = [*spine[1:], 2 * spine[-1] - spine[-2]]
    behind = [2 * spine[0] - spine[1], *spine[:-1]]
    across = [1j * (b - a) / abs(b - a) for a, b in zip(behind, ahead, strict=True)]
    left = [p - n * h for p, n, h in zip(spine, across, halves, strict=True)]
    right = [p + n * h for p, n, h in zip(spine, across, halves, strict=True)][::-1]
    thread(pen.move(left[0]), left).line(right[0])
    return thread(pen, right).close()
