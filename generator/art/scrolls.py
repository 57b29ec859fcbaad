"""Scrolls as goldsmiths and map makers draw them: bands that roll up into a volute at each end.

Shade is engraved as strokes across the side that is turned from the light, which comes from the
upper left; a band keeps its whole form with nothing but an outline and these.
"""

from collections.abc import Iterator, Sequence
from math import exp, pi

from generator.art.curves import ribbon, unit
from generator.art.limits import count_pieces
from generator.art.pathdata import Pen, Point

LIGHT = unit(-3 * pi / 4)
PITCH = 0.45
"""Millimetres from one stroke of shade to the next."""
MOST_STROKES = 2000
TURNS = 1.25
"""How often a volute goes round."""
TIGHT = 0.17
"""How fast a volute narrows: its radius falls to 1/e in 1/TIGHT radians."""
STEP = pi / 14


def scroll(
    x1: float,
    y1: float,
    x2: float,
    y2: float,
    *,
    thick: float = 2.4,
    bend: float = 1.2,
    eye: float = 0.3,
    part: str = "band",
) -> str:
    """Return a part of a scroll from the eye of one volute to that of the other.

    It bulges to the left of the way, bending by `bend` radians before it rolls up; `eye` is how
    large the volutes are beside that bow. Parts: band (closed), shade (lines).
    """
    count_pieces(abs(complex(x2 - x1, y2 - y1)), PITCH, "strokes", MOST_STROKES)
    spine, shares = roll(complex(x1, y1), complex(x2, y2), bend / 2, eye)
    halves = [thick * (0.1 + 0.9 * share**0.6) / 2 for share in shares]
    pen = Pen()
    if part == "band":
        return ribbon(pen, spine, halves).d
    if part != "shade":
        raise ValueError(f"part is one of band, shade, not {part!r}")
    for edge, inward in shade_strokes(spine, halves):
        pen.move(edge).line(edge + inward)
    return pen.d


def roll(start: Point, end: Point, bow: float, eye: float) -> tuple[list[Point], list[float]]:
    """Return points along a scroll between two eyes, and the radius of its bend at each.

    The radius is 1 over the bow and eases into that of the volutes, which are logarithmic spirals.
    """

    def radius(angle: float) -> float:
        beyond = abs(angle) - bow
        return 1 if beyond < 0 else eye * exp(-TIGHT * beyond) + (1 - eye) * exp(-5 * beyond)

    most = bow + 2 * pi * TURNS
    count = round(2 * most / STEP)
    step = 2 * most / count
    points = [0j]
    for i in range(count):
        angle = -most + step * (i + 0.5)
        points.append(points[-1] + radius(angle) * unit(angle))
    fit = (end - start) / points[-1]
    return [start + p * fit for p in points], [radius(step * i - most) for i in range(count + 1)]


def shade_strokes(spine: Sequence[Point], halves: Sequence[float]) -> Iterator[tuple[Point, Point]]:
    """Yield strokes from a band's dark edge inwards: the edge's point, and the way to go.

    They are longer the more the edge is turned from the light; where a band is thin there are none.
    """
    for i in range(1, len(spine) - 2):
        way = spine[i + 1] - spine[i]
        turns = [spine[k + 1] - spine[k - 1] for k in (i, i + 1)]
        count = max(1, round(abs(way) / PITCH))
        for k in range(count):
            t = k / count
            half = halves[i] + (halves[i + 1] - halves[i]) * t
            tangent = turns[0] * (1 - t) + turns[1] * t
            across = 1j * tangent / abs(tangent)
            facing = (across * LIGHT.conjugate()).real
            if half < 0.35:
                continue
            dark = -across if facing > 0 else across
            yield spine[i] + way * t + dark * half, -dark * half * (0.4 + 1.1 * abs(facing))
