"""A meadow: a row of grasses, seed heads, umbels and a few flowers, all in the same light wind.

What grows where, how tall and how far it leans is the seed's; taller and lower stretches follow
each other, and no plant stands next to one of its kind.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil, cos, pi, radians, sin
from typing import Literal, TypeAlias, get_args

from generator.art.chance import between, chance
from generator.art.curves import unit
from generator.art.pathdata import Pen, Point
from generator.art.stems import Blade, Stem, draw_grain, draw_leaf, grow

Part: TypeAlias = Literal["stalks", "rays", "straws", "blades", "petals", "seeds"]
"""`stalks` and the finer `rays` are lines, `straws` the blades of grass as lines; `blades`,
`petals` and `seeds` are closed."""
Pens: TypeAlias = Mapping[str, Pen]

HEADS = 0.76
"""What heads and leaves are measured by, as a share of the tallest plant."""
BROAD = 0.0085
"""Half a blade of grass's width, as a share of the same."""
MOST_STEMS = 500
REACH = 0.75
"""How far to the side a plant reaches at most, as a share of the tallest plant's height."""
WIND = 9.0
"""How far stems lean to the right on the mean, in degrees."""


@dataclass(frozen=True, slots=True)
class Plant:
    """A plant: its stem, its height in mm, its own seed, what its measures are shares of."""

    stem: Stem
    seed: str
    scale: float

    def vary(self, low: float, high: float, *keys: str | int) -> float:
        """Return a number of this plant's own between two bounds."""
        return between(low, high, self.seed, *keys)

    @property
    def up(self) -> float:
        """The bearing of its tip, in radians."""
        return self.stem.bearing(1)


def meadow(
    x: float,
    y: float,
    width: float,
    height: float,
    seed: str,
    *,
    part: Part = "stalks",
    apart: float = 6,
    kinds: Sequence[str] = (),
    view: tuple[float, float] | None = None,
) -> str:
    """Return one part of a row of plants that stand on a level `y`, the tallest about so high.

    Stems are `apart` mm from one another on the mean; `kinds` are the plants' names, all if none
    are given: brome quake timothy plantain umbel daisy knapweed poppy grass. A `view` leaves out
    what does not reach between two x.
    """
    if part not in get_args(Part):
        raise ValueError(f"part is one of {', '.join(get_args(Part))}, not {part!r}")
    unknown = [kind for kind in kinds if kind not in PLANTS]
    if unknown:
        raise ValueError(f"{unknown[0]!r} does not grow here: take {', '.join(PLANTS)}")
    if not 0 < width <= MOST_STEMS * apart or height <= 0:
        raise ValueError(f"a row has a width, a height, and up to {MOST_STEMS} stems")
    return _row((x, y, width, height), seed, apart, tuple(kinds), view)[part]


@lru_cache(maxsize=16)
def _row(
    box: tuple[float, float, float, float],
    seed: str,
    apart: float,
    kinds: tuple[str, ...],
    view: tuple[float, float] | None,
) -> Mapping[str, str]:
    x, y, width, height = box
    left, right = view or (x, x + width)
    pens = {part: Pen() for part in get_args(Part)}
    count = max(1, ceil(width / apart))
    for i, kind in enumerate(sow(seed, count, kinds)):
        name = f"{seed}/{i}"
        place = x + width * (i + between(0.2, 0.8, name, "place")) / count
        if not left - REACH * height < place < right + REACH * height:
            continue
        tall = height * _swell(seed, i * apart / height) * between(*HEIGHTS[kind], name, "tall")
        lean = WIND + between(-7, 7, name, "lean")
        stem = grow(place, y, tall, -90 + 0.2 * lean, 1.3 * lean, between(2, 12, name, "nod"))
        plant = Plant(stem, name, HEADS * height)
        PLANTS[kind](pens, plant)
        _draw_tuft(pens, plant)
    return {part: pen.d for part, pen in pens.items()}


def sow(seed: str, count: int, kinds: tuple[str, ...]) -> Sequence[str]:
    """Return what grows in each place: by weight, and not what one of the two before is."""
    kinds = kinds or tuple(PLANTS)
    row: list[str] = []
    for i in range(count):
        recent = row[max(0, i - min(2, len(kinds) - 1)) :]
        options = [kind for kind in kinds if kind not in recent]
        total = sum(WEIGHTS[kind] for kind in options)
        mark = chance(seed, "kind", i) * total
        for kind in options:
            mark -= WEIGHTS[kind]
            if mark < 0:
                break
        row.append(kind)
    return row


def _swell(seed: str, way: float) -> float:
    """Return how tall plants are at a place, from about 0.6 to 1."""
    first, second = (between(0, 2 * pi, seed, "swell", i) for i in range(2))
    return 0.8 + 0.12 * sin(2.1 * way + first) + 0.08 * sin(4.7 * way + second)


def _draw_stalk(pens: Pens, stem: Stem, end: float = 1) -> None:
    """Draw a stem as a line, up to a share of it."""
    pens["stalks"].move(stem.foot).cubic(*_part_of(stem, end))


def _part_of(stem: Stem, end: float) -> tuple[Point, Point, Point]:
    """Return the control points of a stem's first part (de Casteljau)."""
    a, b, c, d = stem.foot, stem.first, stem.second, stem.tip
    ab, bc, cd = a + (b - a) * end, b + (c - b) * end, c + (d - c) * end
    abc, bcd = ab + (bc - ab) * end, bc + (cd - bc) * end
    return ab, abc, abc + (bcd - abc) * end


def _draw_dot(pen: Pen, centre: Point, size: float) -> None:
    """Draw a dot of two curves: as good as a circle at its size, and half as long."""
    west, east, bulge = centre - size, centre + size, 4j / 3 * size
    pen.move(west).cubic(west + bulge, east + bulge, east)
    pen.cubic(east - bulge, west - bulge, west).close()


def _draw_tuft(pens: Pens, plant: Plant) -> None:
    """Draw grass blades about a plant's foot, arching out to both sides."""
    for i in range(1 + round(plant.vary(0, 1.4, "tuft"))):
        side = 1 if plant.vary(-0.7, 1, "side", i) > 0 else -1
        start = plant.stem.foot + plant.scale * plant.vary(-0.06, 0.06, "foot", i)
        bearing = -pi / 2 + side * radians(plant.vary(2, 12, "bearing", i))
        bow = side * radians(plant.vary(12, 52, "bow", i))
        length = plant.scale * plant.vary(0.26, 0.62, "blade", i)
        _draw_blade(pens, Blade(start, bearing, bow, length), plant.scale)


def _draw_blade(pens: Pens, blade: Blade, scale: float) -> None:
    draw_grain(pens["blades"], blade, BROAD * scale)
    pens["straws"].move(blade.base).cubic(blade.at(0.33), blade.at(0.67), blade.at(1))


def _draw_leaves(pens: Pens, plant: Plant, count: int, size: float) -> None:
    """Draw leaves in turn on the lower half of a stem."""
    for i in range(count):
        t = 0.16 + 0.42 * i / count + plant.vary(0, 0.06, "node", i)
        side = 1 if (i + round(plant.vary(0, 1, "first"))) % 2 else -1
        bearing = plant.stem.bearing(t) + side * radians(plant.vary(28, 46, "spread", i))
        length = size * plant.scale * plant.vary(0.85, 1.1, "leaf", i) * (1 - 0.4 * t)
        blade = Blade(
            plant.stem.at(t), bearing, -side * radians(plant.vary(6, 26, "bow", i)), length
        )
        draw_leaf(pens["blades"], blade, 0.13 * length)


def _grass(pens: Pens, plant: Plant) -> None:
    """Draw a tall blade that bends over."""
    bow = radians(plant.vary(26, 60, "over"))
    tall = abs(plant.stem.tip - plant.stem.foot)
    _draw_blade(pens, Blade(plant.stem.foot, radians(-87), bow, tall), plant.scale)


def _brome(pens: Pens, plant: Plant) -> None:
    """Draw an open panicle: branches in turn, spikelets hanging at their ends."""
    _draw_stalk(pens, plant.stem)
    for i in range(9):
        t = 0.58 + 0.4 * i / 8
        side = 1 if i % 2 else -1
        reach = plant.scale * 0.15 * (1.1 - 0.85 * i / 8) * plant.vary(0.85, 1.15, "reach", i)
        branch = Blade(
            plant.stem.at(t),
            plant.stem.bearing(t) + side * radians(plant.vary(24, 40, "spread", i)),
            side * radians(plant.vary(20, 50, "bow", i)),
            reach,
        )
        pens["rays"].move(branch.base).cubic(branch.at(0.33), branch.at(0.67), branch.at(1))
        for k in range(2 if i < 5 else 1):
            _draw_spikelet(pens, branch.at(1 - 0.34 * k), branch.bearing + branch.bow, plant, i, k)
    _draw_spikelet(pens, plant.stem.tip, plant.up, plant, 99, 0)


def _draw_spikelet(pens: Pens, at: Point, bearing: float, plant: Plant, i: int, k: int) -> None:
    swing = radians(plant.vary(-18, 18, "swing", i, k))
    length = 0.062 * plant.scale * plant.vary(0.85, 1.15, "grain", i, k)
    draw_grain(pens["seeds"], Blade(at, bearing + swing, 0.2, length), 0.13 * length)


def _quake(pens: Pens, plant: Plant) -> None:
    """Draw quaking grass: hearts that hang from hair-thin branches."""
    _draw_stalk(pens, plant.stem)
    for i in range(7):
        t = 0.66 + 0.33 * i / 6
        side = 1 if i % 2 else -1
        reach = plant.scale * (0.15 - 0.014 * i) * plant.vary(0.85, 1.2, "reach", i)
        base = plant.stem.at(t)
        out = base + reach * unit(plant.stem.bearing(t) + side * radians(48))
        hang = out + 0.45 * reach * (1j + 0.25 * side)
        pens["rays"].move(base).cubic(base + 0.6 * (out - base), out + 0.1 * (out - base), hang)
        _draw_heart(
            pens["seeds"], hang, 0.021 * plant.scale * plant.vary(0.9, 1.15, "heart", i), side
        )
    _draw_heart(pens["seeds"], plant.stem.tip, 0.019 * plant.scale, 1)


def _draw_heart(pen: Pen, top: Point, half: float, side: int) -> None:
    turn = unit(radians(-14 * side))
    foot = top + 2.5 * half * 1j * turn

    def at(across: float, down: float) -> Point:
        return top + half * complex(across, down) * turn

    pen.move(top).cubic(at(-0.5, -0.5), at(-1.3, 0.2), at(-0.85, 1.1))
    pen.cubic(at(-0.62, 1.6), at(-0.2, 1.9), foot).cubic(at(0.2, 1.9), at(0.62, 1.6), at(0.85, 1.1))
    pen.cubic(at(1.3, 0.2), at(0.5, -0.5), top).close()


def _timothy(pens: Pens, plant: Plant) -> None:
    """Draw a dense, narrow spike."""
    _draw_stalk(pens, plant.stem, 0.84)
    base, bearing = plant.stem.at(0.82), plant.stem.bearing(0.9)
    length = abs(plant.stem.tip - base) * 1.1
    half = 0.017 * plant.scale
    spike = Blade(base, bearing - 0.04, 0.12, length)
    start, end = spike.at(0), spike.at(1)
    pen = pens["seeds"]
    pen.move(start).cubic(spike.at(0, half), spike.at(0.1, half), spike.at(0.3, half))
    pen.cubic(spike.at(0.7, 0.9 * half), spike.at(1, 0.7 * half), end)
    pen.cubic(spike.at(1, -0.7 * half), spike.at(0.7, -0.9 * half), spike.at(0.3, -half))
    pen.cubic(spike.at(0.1, -half), spike.at(0, -half), start).close()


def _plantain(pens: Pens, plant: Plant) -> None:
    """Draw ribwort: a short dark head with a ring of anthers about its waist."""
    _draw_stalk(pens, plant.stem)
    head = Blade(plant.stem.tip, plant.up, 0, 0.12 * plant.scale)
    half = 0.024 * plant.scale
    pen = pens["seeds"]
    pen.move(head.at(0)).cubic(head.at(0, 1.3 * half), head.at(0.5, 1.2 * half), head.at(1))
    pen.cubic(head.at(0.5, -1.2 * half), head.at(0, -1.3 * half), head.at(0)).close()
    for i in range(9):
        across = 2 * i / 8 - 1
        along = 0.24 + 0.1 * cos(across * 2) + plant.vary(-0.04, 0.04, "anther", i)
        _draw_dot(pens["petals"], head.at(along, 2.1 * half * across), 0.0085 * plant.scale)


def _umbel(pens: Pens, plant: Plant) -> None:
    """Draw a compound umbel: rays from one point to a flat dome of small umbels."""
    _draw_stalk(pens, plant.stem)
    _draw_leaves(pens, plant, 2, 0.16)
    apex, count = plant.stem.tip, 11
    for i in range(count):
        off = radians(128 * (i / (count - 1) - 0.5) + plant.vary(-4, 4, "ray", i))
        reach = (
            plant.scale * 0.17 * (0.82 + 0.18 * cos(1.4 * off)) * plant.vary(0.92, 1.06, "reach", i)
        )
        ray = Blade(apex, plant.up + off, -0.35 * off, reach)
        pens["rays"].move(apex).cubic(ray.at(0.33), ray.at(0.67), ray.at(1))
        for k in range(5):
            around = ray.bearing + ray.bow + radians(52 * (k - 2))
            far = plant.scale * (0.024 if k % 2 else 0.018)
            spot = ray.at(1) + far * unit(around)
            _draw_dot(pens["petals"], spot, plant.scale * plant.vary(0.0085, 0.0115, "dot", i, k))


def _daisy(pens: Pens, plant: Plant) -> None:
    """Draw an ox-eye daisy, seen from a little below or above."""
    _draw_stalk(pens, plant.stem)
    _draw_leaves(pens, plant, 3, 0.12)
    flat, turn = plant.vary(0.34, 0.56, "flat"), unit(plant.up + pi / 2)
    size, centre, count = 0.105 * plant.scale, plant.stem.tip, 15

    def at(reach: float, around: float) -> Point:
        return centre + size * reach * complex(cos(around), flat * sin(around)) * turn

    for i in range(count):
        around = 2 * pi * (i + plant.vary(-0.18, 0.18, "petal", i)) / count
        reach, wide = plant.vary(0.9, 1.04, "reach", i), 0.17
        foot, tip = at(0.2, around), at(reach, around)
        pens["petals"].move(foot).cubic(at(0.6, around + wide * 1.6), at(reach, around + wide), tip)
        pens["petals"].cubic(at(reach, around - wide), at(0.6, around - wide * 1.6), foot).close()
    west, east = at(0.3, pi), at(0.3, 0)
    dome = unit(plant.up) * size * 0.3
    pens["seeds"].move(east).cubic(east + dome, west + dome, west)
    pens["seeds"].cubic(west - 0.5 * dome, east - 0.5 * dome, east).close()


def _knapweed(pens: Pens, plant: Plant) -> None:
    """Draw knapweed: a scaly knob with a brush of florets."""
    _draw_stalk(pens, plant.stem)
    _draw_leaves(pens, plant, 3, 0.13)
    knob = Blade(plant.stem.tip, plant.up, 0, 0.075 * plant.scale)
    half = 0.032 * plant.scale
    for i in range(11):
        off = radians(130 * (i / 10 - 0.5) + plant.vary(-5, 5, "floret", i))
        length = plant.scale * (0.085 - 0.012 * abs(off)) * plant.vary(0.88, 1.1, "long", i)
        base = knob.at(0.72, 0.55 * half * off)
        floret = Blade(base, plant.up + off, 0.3 * off, length)
        draw_grain(pens["petals"], floret, 0.09 * length)
    pen = pens["seeds"]
    pen.move(knob.at(0)).cubic(
        knob.at(0, 1.35 * half), knob.at(0.6, 1.3 * half), knob.at(0.92, 0.55 * half)
    )
    pen.cubic(knob.at(1, 0.2 * half), knob.at(1, -0.2 * half), knob.at(0.92, -0.55 * half))
    pen.cubic(knob.at(0.6, -1.3 * half), knob.at(0, -1.35 * half), knob.at(0)).close()


def _poppy(pens: Pens, plant: Plant) -> None:
    """Draw a poppy's ripe capsule under its rayed lid."""
    _draw_stalk(pens, plant.stem)
    urn = Blade(plant.stem.tip, plant.up, 0, 0.1 * plant.scale)
    half, lid = 0.036 * plant.scale, 0.034 * plant.scale
    pen = pens["seeds"]
    pen.move(urn.at(0)).cubic(urn.at(0.05, 0.9 * half), urn.at(0.4, 1.15 * half), urn.at(0.6, half))
    pen.cubic(urn.at(0.75, 0.85 * half), urn.at(0.86, 0.5 * half), urn.at(0.9, 0.5 * half))
    pen.line(urn.at(0.9, -0.5 * half))
    pen.cubic(urn.at(0.86, -0.5 * half), urn.at(0.75, -0.85 * half), urn.at(0.6, -half))
    pen.cubic(urn.at(0.4, -1.15 * half), urn.at(0.05, -0.9 * half), urn.at(0)).close()
    pen.move(urn.at(0.93, -lid)).cubic(urn.at(1.12, -lid), urn.at(1.12, lid), urn.at(0.93, lid))
    pen.cubic(urn.at(0.98, 0.4 * lid), urn.at(0.98, -0.4 * lid), urn.at(0.93, -lid)).close()


PLANTS: Mapping[str, Callable[[Pens, Plant], None]] = {
    "brome": _brome,
    "quake": _quake,
    "timothy": _timothy,
    "plantain": _plantain,
    "umbel": _umbel,
    "daisy": _daisy,
    "knapweed": _knapweed,
    "poppy": _poppy,
    "grass": _grass,
}
"""What grows in a meadow."""
WEIGHTS = {
    "brome": 3, "quake": 2.5, "timothy": 2.5, "plantain": 2, "umbel": 2.2,
    "daisy": 2.2, "knapweed": 1.6, "poppy": 1.2, "grass": 3,
}  # fmt: skip
HEIGHTS: Mapping[str, tuple[float, float]] = {
    "brome": (0.7, 1), "quake": (0.55, 0.9), "timothy": (0.5, 0.92), "plantain": (0.36, 0.62),
    "umbel": (0.62, 0.95), "daisy": (0.4, 0.75), "knapweed": (0.4, 0.7), "poppy": (0.45, 0.82),
    "grass": (0.4, 0.8),
}  # fmt: skip
"""The least and the most of each plant's height, as a share of the tallest."""
