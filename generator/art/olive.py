"""Olive boughs: narrow leaves in pairs, each pair across the one before, and drupes in the axils.

Of a pair that lies in the page both leaves are seen whole; of the next, which stands across it,
one comes forward over the stem and is seen foreshortened. Some leaves turn their silver side up.
"""

import cmath
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import degrees, pi, radians
from typing import Literal, TypeAlias, get_args

from generator.art.chance import between, chance
from generator.art.curves import unit
from generator.art.pathdata import Pen, Point
from generator.art.stems import Blade, Stem, draw_leaf, draw_stem, grow

Part: TypeAlias = Literal["leaves", "silver", "ribs", "stem", "fruits", "gleams"]
"""`leaves` show their upper side, `silver` ones the lower; `gleams` is the light on the fruits."""

MOST_PAIRS = 80
SILVER = 0.3
"""The share of leaves that turn their lower side up."""
SLENDER = 0.082
"""Half a leaf's width, as a share of its length: they are about six times as long as wide."""
FRUITING = 0.5
"""The share of axils between foot and tip that bear fruit."""
DRUPE = 0.105
"""Half a fruit's length, as a share of a leaf's."""
PLUMP = 0.76
"""A fruit's width, as a share of its length."""
SHOOTS = ((0.3, 1, 0.58), (0.52, -1, 0.44))
"""Where shoots leave a bough, to which side, and how long they are as a share of the bough."""


@dataclass(frozen=True, slots=True)
class Leaf(Blade):
    """A leaf as a blade with half its width, and the side it turns up."""

    half: float
    is_silver: bool


@dataclass(frozen=True, slots=True)
class Twig:
    """A stem with its own seed: how long its longest leaf is, its pairs, how thick against all."""

    stem: Stem
    seed: str
    longest: float
    pairs: int
    thick: float


@dataclass(frozen=True, slots=True)
class Drupe:
    """A fruit: where its stalk leaves the stem, its middle, its bearing, half its length."""

    axil: Point
    middle: Point
    bearing: float
    half: float

    def at(self, along: float, across: float) -> Point:
        """Return a point by shares of its half length and half width."""
        return self.middle + unit(self.bearing) * self.half * complex(along, PLUMP * across)


def olive(
    x: float,
    y: float,
    length: float,
    seed: str,
    *,
    part: Part = "leaves",
    angle: float = -90,
    bend: float = 20,
    leaf: float = 0.24,
    pairs: int = 9,
    shoots: int = 0,
    number: int | None = None,
) -> str:
    """Return one part of a bough from its foot, at an angle in degrees (-90 is up).

    It bends by about so many degrees; the longest leaf is `leaf` of its length; up to two `shoots`
    branch off. Fruits hang down the page. A `number` asks for one leaf or rib alone, counted
    from 0 over both kinds of leaves, from those that lie lowest; past the last there are none.
    """
    if part not in get_args(Part):
        raise ValueError(f"part is one of {', '.join(get_args(Part))}, not {part!r}")
    if not 0 < pairs <= MOST_PAIRS:
        raise ValueError(f"a bough has 1 to {MOST_PAIRS} pairs of leaves, not {pairs}")
    bough = grow(x, y, length, angle, bend + between(-6, 6, seed, "bend"))
    twigs = tuple(_twigs(bough, seed, leaf * length, pairs, shoots))
    pen = Pen()
    if part in ("stem", "fruits", "gleams"):
        for twig in twigs:
            _draw_bare(pen, twig, part)
        return pen.d
    leaves = _foliage(twigs)
    for one in leaves if number is None else leaves[number : number + 1]:
        if part == "ribs":
            pen.move(one.at(0.06)).cubic(one.at(0.34), one.at(0.62), one.at(0.92))
        elif one.is_silver == (part == "silver"):
            draw_leaf(pen, one, one.half)
    return pen.d


@lru_cache(maxsize=16)
def _foliage(twigs: tuple[Twig, ...]) -> tuple[Leaf, ...]:
    """Return all leaves, those of the bough lying lowest."""
    return tuple(leaf for twig in twigs for leaf in _leaves(twig))


def _twigs(bough: Stem, seed: str, longest: float, pairs: int, shoots: int) -> Iterator[Twig]:
    """Yield the bough and its shoots."""
    yield Twig(bough, seed, longest, pairs, 1)
    for i, (share, side, size) in enumerate(SHOOTS[:shoots]):
        foot, turn = bough.at(share), side * between(34, 44, seed, "shoot", i)
        length = size * abs(bough.tip - bough.foot)
        bend = -side * between(14, 26, seed, "bow", i)
        stem = grow(foot.real, foot.imag, length, degrees(bough.bearing(share)) + turn, bend)
        yield Twig(stem, f"{seed}/{i}", longest, max(4, round(pairs * size)), 0.7)


def _draw_bare(pen: Pen, twig: Twig, part: Part) -> None:
    if part == "stem":
        thick = twig.thick * twig.longest
        draw_stem(pen, twig.stem, 0.062 * thick, 0.022 * thick)
    for fruit in _fruits(twig):
        if part == "stem":
            _draw_stalk(pen, fruit, 0.013 * twig.longest)
        elif part == "fruits":
            _draw_fruit(pen, fruit)
        else:
            _draw_gleam(pen, fruit)


def _nodes(twig: Twig) -> Iterator[tuple[int, float]]:
    """Yield each node's number and how far up the stem it is."""
    for i in range(twig.pairs):
        yield i, 0.1 + 0.86 * (i + between(-0.12, 0.12, twig.seed, "node", i)) / (twig.pairs - 0.5)


def _leaves(twig: Twig) -> Iterator[Leaf]:
    """Yield the leaves from foot to tip: whole pairs, pairs that stand across, the last three."""
    seed = twig.seed
    for i, t in _nodes(twig):
        size = twig.longest * (1 - 0.1 * abs(t - 0.35) - 0.34 * max(0, t - 0.45) / 0.55)
        for side in (1, -1):
            if not i % 2:
                yield _leaf(twig, t, side, 58 - 22 * t, size, 1, f"whole {i}")
            elif side == 1 or chance(seed, "behind", i) < 0.5:
                fore = between(0.5, 0.72, seed, "fore", i, side)
                yield _leaf(twig, t, side * _front(seed, i), 23, size, fore, f"across {i}")
    for side, spread in ((1, 24), (-1, 24), (1, 0)):
        yield _leaf(twig, 0.985, side, spread, 0.52 * twig.longest, 1, f"last {spread}")


def _front(seed: str, node: int) -> int:
    return 1 if chance(seed, "front", node) < 0.5 else -1


def _leaf(
    twig: Twig, t: float, side: int, spread: float, size: float, fore: float, name: str
) -> Leaf:
    """Return a leaf at a share of the stem, its size and angle varied a little."""
    seed = f"{twig.seed}/{name}/{side}"
    full = size * between(0.9, 1.06, seed, "size")
    return Leaf(
        base=twig.stem.at(t + 0.004 * side),
        bearing=twig.stem.bearing(t) + side * radians(spread + between(-7, 7, seed, "spread")),
        bow=side * radians(between(-24, 10, seed, "bow")),
        length=full * fore,
        half=SLENDER * full * between(0.9, 1.08, seed, "half"),
        is_silver=chance(seed, "silver") < SILVER,
    )


def _fruits(twig: Twig) -> Iterator[Drupe]:
    seed, longest = twig.seed, twig.longest
    for i, t in _nodes(twig):
        if not 0.15 < t < 0.82 or chance(seed, "fruit", i) > FRUITING:
            continue
        side = 1 if chance(seed, "hang", i) < 0.5 else -1
        aside = 0.55 * unit(twig.stem.bearing(t) + side * pi / 2)
        bearing = cmath.phase(aside + 1j) + radians(between(-12, 12, seed, "swing", i))
        half = DRUPE * longest * between(0.9, 1.08, seed, "round", i)
        stalk = half * between(1.3, 2.1, seed, "stalk", i)
        axil = twig.stem.at(t)
        yield Drupe(axil, axil + unit(bearing) * (stalk + half), bearing, half)


def _draw_stalk(pen: Pen, fruit: Drupe, half: float) -> None:
    across = 1j * unit(fruit.bearing) * half
    end = fruit.at(-0.95, 0)
    pen.move(fruit.axil - across).line(end - across, end + across, fruit.axil + across).close()


def _draw_fruit(pen: Pen, fruit: Drupe) -> None:
    top, foot = fruit.at(-1, 0), fruit.at(1, 0)
    pen.move(top).cubic(fruit.at(-1, 1.3), fruit.at(0.6, 1.36), foot)
    pen.cubic(fruit.at(0.6, -1.36), fruit.at(-1, -1.3), top).close()


def _draw_gleam(pen: Pen, fruit: Drupe) -> None:
    """Draw a crescent on the left of a fruit, where the light is."""
    left = 1 if fruit.at(0, 1).real < fruit.middle.real else -1
    start, end = fruit.at(-0.55, 0.52 * left), fruit.at(0.3, 0.62 * left)
    pen.move(start).cubic(fruit.at(-0.34, 0.74 * left), fruit.at(0.02, 0.8 * left), end)
    pen.cubic(fruit.at(0.05, 0.62 * left), fruit.at(-0.28, 0.56 * left), start).close()
