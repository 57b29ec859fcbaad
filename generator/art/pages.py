"""A page that is being turned, and the three stars that part one chapter from the next."""

from math import pi
from typing import Literal, TypeAlias, get_args

from generator.art.curves import unit
from generator.art.pathdata import Pen, Point

Part: TypeAlias = Literal["next", "back", "shade"]
SPRING = 0.07
"""How far the lifted edges bow, as a share of their length: paper does not fold like tin."""
POINTS = 6
"""The arms of a printer's star."""


def turned_page(
    right: float, bottom: float, across: float, up: float, *, part: Part, lift: float = 2
) -> str:
    """Return one part of a page whose lower right corner is turned over.

    The crease runs from `across` mm left of the corner to `up` mm above it. `next` is what shows
    of the page below, `back` the side that was hidden, `shade` what it darkens, `lift` mm off.
    """
    corner = complex(right, bottom)
    top, foot = corner - 1j * up, corner - across
    normal = complex(up, across) / abs(complex(up, across))
    tip = corner - 2 * normal * (across * up / abs(complex(across, up)))
    match part:
        case "next":
            return Pen().move(top).line(corner, foot).close().d
        case "back":
            return _flap(top, tip, foot)
        case "shade":
            return _flap(top, tip - lift * normal, foot)
        case _:
            raise ValueError(f"part is one of {', '.join(get_args(Part))}, not {part!r}")


def _flap(top: Point, tip: Point, foot: Point) -> str:
    """Return the turned corner: its two edges bow outwards, the crease is straight."""
    pen = Pen().move(top)
    for start, end, near, far in ((top, tip, 1.0, 0.2), (tip, foot, 0.2, 1.0)):
        edge = end - start
        bow = 1j * edge * SPRING
        pen.cubic(start + edge / 3 + bow * near, end - edge / 3 + bow * far, end)
    return pen.close().d


def asterism(cx: float, cy: float, width: float) -> str:
    """Return three printer's stars in a triangle, the whole as wide as told, centred by weight."""
    radius = width * 0.225
    across, pen = width / 2 - radius, Pen()
    down = across * 3**0.5
    for place in (complex(0, -down * 2 / 3), complex(-across, down / 3), complex(across, down / 3)):
        _star(pen, complex(cx, cy) + place, radius)
    return pen.d


def _star(pen: Pen, centre: Point, radius: float) -> None:
    """Draw a star of drops that stand on their points, the first one upright."""
    for arm in range(POINTS):
        way = radius * unit(2 * pi * arm / POINTS - pi / 2)
        heel, tip = centre + 0.1 * way, centre + way
        pen.move(heel)
        pen.cubic(heel + 0.5 * way, tip - 0.34j * way, tip)
        pen.cubic(tip + 0.34j * way, heel + 0.5 * way, heel).close()
