"""Frames, diamonds and rays."""

from math import pi

from generator.art.curves import unit
from generator.art.pathdata import Pen, Point, polygon


def frame(x: float, y: float, width: float, height: float, *, hollow: float = 0) -> str:
    """Return a closed rectangle, its corners hollowed out by quarter circles of a radius."""
    corners = (
        complex(x, y),
        complex(x + width, y),
        complex(x + width, y + height),
        complex(x, y + height),
    )
    if not hollow:
        return polygon(*corners)
    pen = Pen()
    for turn, corner in enumerate(corners):
        start, end = (corner + hollow * unit(pi / 2 * (turn + step)) for step in (1, 0))
        (pen.line if turn else pen.move)(start)
        pen.arc(hollow, end, clockwise=False)
    return pen.close().d


def lozenge(cx: float, cy: float, width: float, height: float) -> str:
    """Return a diamond by its diagonals."""
    centre = complex(cx, cy)
    across, down = complex(width / 2), complex(0, height / 2)
    return polygon(centre - across, centre - down, centre + across, centre + down)


def rays(
    cx: float,
    cy: float,
    inner: float,
    outer: float,
    *,
    count: int = 24,
    share: float = 0.5,
    start: float = 0,
    sweep: float = 360,
) -> str:
    """Return wedges round a centre, each taking a share of its turn; angles in degrees from up."""
    centre, pen = complex(cx, cy), Pen()
    turn = sweep / count
    for i in range(count):
        middle = (start + turn * (i + 0.5) - 90) * pi / 180
        half = turn * share / 2 * pi / 180
        points: list[Point] = [
            centre + radius * unit(middle + side * half)
            for radius, side in ((inner, -1), (outer, -1), (outer, 1), (inner, 1))
        ]
        pen.move(points[0]).line(*points[1:]).close()
    return pen.d
