"""Ferns: a frond whose every pinna is a small frond again, and a crozier that has yet to unroll.

Pinnae stand alternately and shorten by rule to the tip; so do the lobes of each pinna. They lean
forward the more the nearer they are to the tip, and no two are alike.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import exp, pi, radians, sin
from typing import Literal, TypeAlias, get_args

from generator.art.chance import between, chance
from generator.art.curves import along, ribbon, unit
from generator.art.pathdata import Pen, Point
from generator.art.stems import Blade, Stem, draw_stem, grow

Part: TypeAlias = Literal["blade", "costae", "stipe"]
"""The `blade` is all pinnae, `costae` are their middle ribs, the `stipe` is the stem."""
Coil: TypeAlias = Callable[[float, float], Point]
"""Where a coil has got to, by the angle it has turned; and so many mm out of it."""

MOST_PAIRS = 80
BARE = 0.16
"""The share of a stem below the first pinna."""
CROWDING = 1.35
"""How much the pinnae crowd towards the tip: 1 is not at all."""
LOBE = 0.36
"""How far one lobe of a pinna is from the next, as a share of the longest lobes' length."""
COIL = 0.25
"""The outermost radius of a crozier, as a share of its height."""
SHRINK = 0.145
"""How fast it coils in: the exponent for each radian."""
STALK = 6
COIL_STEPS = 30
THICK = 0.017
"""Half a crozier's thickness where it begins to coil, as a share of its height."""
BUDS = 17
SINUS = 0.16
"""How far from its rib a pinna is cut, as a share of a lobe."""


@dataclass(frozen=True, slots=True)
class Pinna(Blade):
    """A pinna as a blade with the length of its longest lobes."""

    half: float

    def reach(self, along: float) -> float:
        """Return how long its lobes are there."""
        return (
            self.half * (0.78 + 0.22 * sin(pi * min(0.5, 2 * along))) * float((1 - along) ** 0.62)
        )


def fern(
    x: float,
    y: float,
    length: float,
    seed: str,
    *,
    part: Part = "blade",
    angle: float = -90,
    bend: float = 16,
    nod: float = 8,
    breadth: float = 0.2,
    pairs: int = 24,
) -> str:
    """Return one part of a frond from its foot, at an angle in degrees (-90 is up).

    It bends by about so many degrees and by `nod` more near its tip; the longest pinna is about
    `breadth` of its length.
    """
    if not 0 < pairs <= MOST_PAIRS:
        raise ValueError(f"a frond has 1 to {MOST_PAIRS} pairs of pinnae, not {pairs}")
    bend, breadth = bend + between(-6, 6, seed, "bend"), breadth * between(0.9, 1.06, seed, "broad")
    stem, pen = grow(x, y, length, angle, bend, nod), Pen()
    match part:
        case "blade":
            for pinna in _pinnae(stem, length, breadth, pairs, seed):
                _draw_pinna(pen, pinna)
        case "costae":
            for pinna in _pinnae(stem, length, breadth, pairs, seed):
                pen.move(pinna.base).cubic(pinna.at(0.3), pinna.at(0.55), pinna.at(0.82))
        case "stipe":
            draw_stem(pen, stem, 0.011 * length, 0.002 * length)
        case _:
            raise ValueError(f"part is one of {', '.join(get_args(Part))}, not {part!r}")
    return pen.d


def crozier(
    x: float, y: float, height: float, seed: str, *, part: Literal["coil", "buds"] = "coil"
) -> str:
    """Return one part of a young frond that is still rolled up, its coil over a point.

    It stands as deep as the point, is half as wide as it is high, and coils to the side of the
    seed's choice.
    """
    side = 1 if chance(seed, "crozier") < 0.5 else -1
    size, turns = COIL * height, between(2.2, 2.6, seed, "turns") * 2 * pi
    centre = complex(x, y - height + size)

    def coil(way: float, out: float) -> Point:
        around = unit(pi + way)
        place = around * (size * exp(-SHRINK * way) + out)
        return centre + complex(side * place.real, place.imag)

    pen = Pen()
    if part == "coil":
        foot = complex(x - side * 0.9 * size, y)
        return _draw_coil(pen, foot, coil, height, turns).d
    for i in range(BUDS):
        way = 0.15 + turns * 0.62 * i / BUDS
        _draw_bud(pen, coil, way, exp(-SHRINK * way) * height, between(0.9, 1.1, seed, "bud", i))
    return pen.d


def _draw_coil(pen: Pen, foot: Point, coil: Coil, height: float, turns: float) -> Pen:
    top = coil(0, 0)
    rise = 0.4j * (foot.imag - top.imag)
    stalk = [along(foot, foot - rise, top + rise, top, i / STALK) for i in range(STALK)]
    ways = [turns * i / COIL_STEPS for i in range(COIL_STEPS + 1)]
    thick = [1.35 - 0.35 * i / STALK for i in range(STALK)]
    thick += [exp(-0.8 * SHRINK * way) for way in ways]
    spine = [*stalk, *(coil(way, 0) for way in ways)]
    return ribbon(pen, spine, [THICK * height * one for one in thick])


def _draw_bud(pen: Pen, coil: Coil, way: float, scale: float, swell: float) -> None:
    """Draw a pinna in bud on the outside of a coil, leaning the way it grows."""
    low, high = 0.0, THICK * 4.2 * scale * swell
    pen.move(coil(way, low)).cubic(
        coil(way - 0.02, high), coil(way + 0.2, high * 1.15), coil(way + 0.38, high * 0.8)
    )
    pen.cubic(coil(way + 0.4, high * 0.5), coil(way + 0.3, high * 0.3), coil(way + 0.22, low))
    pen.close()


def _pinnae(stem: Stem, length: float, breadth: float, pairs: int, seed: str) -> Iterator[Pinna]:
    """Yield the pinnae from the foot to the tip, one side and the other in turn."""
    blade = (1 - BARE) * length
    for i in range(2 * pairs):
        share = (i + between(0, 0.24, seed, "place", i)) / (2 * pairs)
        t = BARE + (1 - BARE) * (1 - (1 - share) ** CROWDING)
        apart = blade * CROWDING * (1 - share) ** (CROWDING - 1) / pairs
        side = 1 if i % 2 else -1
        spread = radians(82 - 40 * share + between(-3, 3, seed, "spread", i))
        size = breadth * length * _profile(share) * between(0.95, 1.04, seed, "size", i)
        yield Pinna(
            base=stem.at(t),
            bearing=stem.bearing(t) + side * spread,
            bow=-side * radians(between(14, 26, seed, "bow", i)),
            length=size,
            half=min(0.47 * apart * between(0.94, 1.02, seed, "half", i), 0.4 * size),
        )


def _profile(share: float) -> float:
    """Return how long a pinna is, against the longest: shorter again at the blade's foot."""
    return (1 - 0.42 * exp(-((share / 0.16) ** 1.2))) * float((1 - share) ** 0.86)


def _draw_pinna(pen: Pen, pinna: Pinna) -> None:
    lobes = max(2, round(pinna.length / (LOBE * pinna.half) / 1.35))
    cuts = [0.02 + 0.95 * (1 - (1 - i / lobes) ** 1.2) for i in range(lobes + 1)]
    pen.move(pinna.at(cuts[0], -SINUS * pinna.half))
    for side, ends in ((-1, cuts), (1, cuts[::-1])):
        for start, end in pairwise(ends):
            _draw_lobe(pen, pinna, start, end, side)
        if side < 0:
            end = pinna.reach(cuts[-1])
            pen.cubic(pinna.at(1, -end), pinna.at(1, end), pinna.at(cuts[-1], SINUS * end))
    pen.close()


def _draw_lobe(pen: Pen, pinna: Pinna, start: float, end: float, side: int) -> None:
    """Draw a lobe as one cubic, leaning to the tip of its pinna."""
    near, far = min(start, end), max(start, end)
    reach, lean = pinna.reach((near + far) / 2), 0.62 * pinna.reach(near) / pinna.length
    tall = side * reach * 1.3
    low = pinna.at(near + lean, tall)
    high = pinna.at(far + lean, tall)
    foot = pinna.at(end, side * SINUS * pinna.reach(end))
    first, second = (low, high) if end > start else (high, low)
    pen.cubic(first, second, foot)
