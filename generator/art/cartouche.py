"""Parts of a frame for a monogram: an engraved rim, pearls, palmettes, and scrolls all round.

A cartouche is these, one over another; a plain letter does with a rim alone, three with a wide one.
"""

from bisect import bisect_right
from itertools import accumulate, pairwise
from math import pi

from generator.art.curves import unit
from generator.art.limits import count_pieces
from generator.art.pathdata import Pen, Point, circle
from generator.art.scrolls import LIGHT, MOST_STROKES, PITCH, scroll

SCROLLS = (
    (29.2 + 9.6j, 29.2 - 9.6j, 1.7, 0.34),
    (10.2 - 34j, 28 - 19j, 1.25, 0.28),
    (28 + 19j, 10.2 + 34j, 1.25, 0.28),
)
"""Of scrollwork, its right half: from eye to eye in hundredths of its height, bend, and eye."""
THICK = 3.3
"""Thickness of these scrolls, and below the radius of the balls in their eyes; as above."""
BALL = 0.8
MOST_PEARLS, MOST_LOBES = 500, 40
CHORDS = 720
"""Straight pieces that an oval is measured by: its length has no formula."""


def rim(cx: float, cy: float, width: float, height: float, *, deep: float = 3) -> str:
    """Return the shade of a raised oval rim, `deep` mm wide, as lines from its outer edge inwards.

    The light comes from the upper left; the strokes are longest at the lower right.
    """
    pen, across, down = Pen(), width / 2, height / 2
    count = count_pieces(pi * (across + down), PITCH, "strokes", MOST_STROKES)
    for i in range(count):
        way = unit(2 * pi * i / count)
        out = complex(way.real / across, way.imag / down)
        out /= abs(out)
        facing = (out * LIGHT.conjugate()).real
        edge = complex(cx + across * way.real, cy + down * way.imag)
        pen.move(edge).line(edge - out * deep * (0.46 - 0.34 * facing))
    return pen.d


def pearls(
    cx: float, cy: float, width: float, height: float, *, pearl: float = 0.8, pitch: float = 1.5
) -> str:
    """Return a ring of closed circles `pearl` mm wide, evenly about `pitch` apart round an oval.

    There are as many in each quarter, and one stands on top.
    """
    centre = complex(cx, cy)
    ways = [unit(2 * pi * i / CHORDS - pi / 2) for i in range(CHORDS + 1)]
    oval = [centre + complex(width / 2 * way.real, height / 2 * way.imag) for way in ways]
    gone = [0.0, *accumulate(abs(b - a) for a, b in pairwise(oval))]
    count = count_pieces(gone[-1], 4 * pitch, "pearls in a quarter", MOST_PEARLS) * 4
    drawn = ""
    for i in range(count):
        way = gone[-1] * i / count
        at = bisect_right(gone, way) - 1
        share = (way - gone[at]) / (gone[at + 1] - gone[at])
        drawn += circle(oval[at] + (oval[at + 1] - oval[at]) * share, pearl / 2)
    return drawn


def quatrefoil(cx: float, cy: float, width: float, height: float, *, lobe: float = 0) -> str:
    """Return a closed plate with a half-round lobe on each side and a barb at each corner.

    Lobes have the radius `lobe`, a fifth of the shorter side if left out. What is written on it
    has the plate's size less two lobes each way: make it square for a letter, wide for three.
    """
    lobe = lobe or min(width, height) / 5
    pen, centre = Pen(), complex(cx, cy)
    out, up = complex(width / 2 - lobe), complex(0, lobe - height / 2)
    sides = ((up, 1), (out, 1j), (-up, -1), (-out, -1j))
    for number, (middle, way) in enumerate(sides):
        start, end = centre + middle - lobe * way, centre + middle + lobe * way
        (pen.line if number else pen.move)(start)
        pen.arc(lobe, end).line(centre + middle + sides[(number + 1) % 4][0])
    return pen.close().d


def palmette(
    cx: float,
    cy: float,
    radius: float,
    *,
    lobes: int = 5,
    spread: float = 80,
    turn: float = 0,
    part: str = "lobes",
) -> str:
    """Return a part of a palmette that opens from its foot; angles in degrees, turned from up.

    The outer lobes are shorter and curl outwards. Parts: lobes (closed), veins (lines).
    """
    if part not in ("lobes", "veins"):
        raise ValueError(f"part is one of lobes, veins, not {part!r}")
    if not 1 <= lobes <= MOST_LOBES:
        raise ValueError(f"a palmette has 1 to {MOST_LOBES} lobes, not {lobes}")
    pen, foot = Pen(), complex(cx, cy)
    half = radius * spread * pi / 180 / lobes * 0.36
    for lobe in sorted(range(lobes), key=lambda i: -abs(2 * i + 1 - lobes)):
        aside = (2 * lobe + 1 - lobes) / (lobes - 1 or 1)
        way = unit((spread / 2 * aside + turn - 90) * pi / 180)
        long = way * (radius - half * 0.42) * (1 - 0.38 * aside * aside)
        curl = 0.12 * aside * abs(aside) * 1j * long
        draw = _draw_lobe if part == "lobes" else _draw_veins
        draw(pen, foot, long, 1j * way * half, curl)
    return pen.d


def _draw_lobe(pen: Pen, foot: Point, long: Point, side: Point, curl: Point) -> None:
    near, far = long * 0.4, long * 0.62 + curl * 0.2
    tip = foot + long + curl
    over = tip + 1j * -side * 0.55
    pen.move(foot)
    pen.cubic(foot + near - side * 0.3, foot + far - side * 1.7, tip - side * 0.55)
    pen.cubic(over - side * 0.55, over + side * 0.55, tip + side * 0.55)
    pen.cubic(foot + far + side * 1.7, foot + near + side * 0.3, foot).close()


def _draw_veins(pen: Pen, foot: Point, long: Point, side: Point, curl: Point) -> None:
    for vein in (-1, 0, 1):
        start = foot + long * 0.3 + side * 0.12 * vein
        reach = long * (0.36 - 0.12 * abs(vein)) + side * 0.3 * vein + curl * 0.4
        pen.move(start).line(start + reach)


def scrollwork(cx: float, cy: float, height: float, *, part: str = "band") -> str:
    """Return a part of three pairs of scrolls round an upright oval, left and right alike.

    The oval between them is half as wide as the scrolls are high and 0.62 as high; they reach a
    third of their height to each side. Parts: band (closed), shade (lines), eyes (closed).
    """
    centre, share, drawn = complex(cx, cy), height / 100, ""
    for start, end, bend, eye in SCROLLS:
        for one, other in ((start, end), (-end.conjugate(), -start.conjugate())):
            a, b = centre + one * share, centre + other * share
            if part == "eyes":
                drawn += circle(a, BALL * share) + circle(b, BALL * share)
            else:
                shape = {"thick": THICK * share, "bend": bend, "eye": eye}
                drawn += scroll(a.real, a.imag, b.real, b.imag, **shape, part=part)
    return drawn
