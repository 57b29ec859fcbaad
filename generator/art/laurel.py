"""Laurel: alternate leaves on a bowed stem, longest below the middle, no two the same."""

import cmath
from collections.abc import Iterator
from dataclasses import dataclass
from math import pi, radians, sin
from typing import Literal, TypeAlias, get_args

from generator.art.chance import between, chance
from generator.art.curves import ribbon, unit
from generator.art.pathdata import Pen, Point

Part: TypeAlias = Literal["leaves", "young", "shade", "ribs", "stem", "berries"]
"""`young` are the few leaves that may take another ink; with `leaves` they make up all.

`shade` is the half of each other leaf that the light does not reach.
"""
YOUNG_SHARE = 0.24
BERRY_SHARE = 0.4
STEM = 0.006
"""Half a stem's thickness at its foot, as a share of its length."""
FLARED = 0.17
"""The share of a wreath's bough that swings out at its foot, so that the two cross."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A leaf: where it grows, on which side of the stem, its bearing in radians, its measures.

    `half` is half its width, `bow` how far it turns from base to tip, in radians; side 0 is the
    leaf at the tip.
    """

    base: Point
    side: int
    bearing: float
    length: float
    half: float
    bow: float
    is_young: bool

    def at(self, along: float, across: float = 0) -> Point:
        """Return a point of the leaf: shares of its length and half width, bent by the bow."""
        lean = unit(self.bearing + self.bow * along)
        return (
            self.base
            + unit(self.bearing + self.bow * along / 2) * self.length * along
            + (lean * 1j * self.half * across)
        )


@dataclass(frozen=True, slots=True)
class Bough:
    """A stem as an arc: centre, radius, and the angles of its foot and its tip in radians."""

    centre: Point
    radius: float
    foot: float
    tip: float
    flare: float = 0

    @property
    def length(self) -> float:
        """The stem's length."""
        return abs(self.tip - self.foot) * self.radius

    def at(self, t: float) -> Point:
        """Return the point at a share of the way from foot to tip."""
        swing = 1 + self.flare * max(0.0, 1 - t / FLARED) ** 2
        return self.centre + self.radius * swing * unit(self.foot + (self.tip - self.foot) * t)

    def bearing(self, t: float) -> float:
        """Return the stem's direction there, in radians."""
        return cmath.phase(self.at(t + 1e-4) - self.at(t - 1e-4))


def wreath(
    cx: float,
    cy: float,
    radius: float,
    seed: str,
    *,
    part: Part = "leaves",
    leaf: float = 0.4,
    nodes: int = 15,
    opening: float = 34,
) -> str:
    """Return one part of two boughs that cross at the foot and leave the top open.

    `leaf` is the longest leaf as a share of the radius; `opening` is half the gap, in degrees.
    """
    pen = Pen()
    for bough, name in zip(_wreath_boughs(cx, cy, radius, seed, opening), "lr", strict=True):
        _draw(pen, bough, f"{seed}/{name}", part, leaf * radius, nodes)
    return pen.d


def sprig(
    x: float,
    y: float,
    length: float,
    seed: str,
    *,
    part: Part = "leaves",
    angle: float = -90,
    bow: float = 0.12,
    leaf: float = 0.3,
    nodes: int = 9,
) -> str:
    """Return one part of a single bough from its foot, at an angle in degrees (-90 is up).

    `bow` is the stem's sagitta as a share of its length; `leaf` the longest leaf's share of it.
    """
    start = complex(x, y)
    half = max(-0.49, min(0.49, bow)) * pi
    half = half if abs(half) > 0.01 else 0.01
    radius = length / abs(2 * half)
    heading = radians(angle) - half
    centre = start + unit(heading) * 1j * radius * (1 if half > 0 else -1)
    foot = cmath.phase(start - centre)
    pen = Pen()
    _draw(pen, Bough(centre, radius, foot, foot + 2 * half), seed, part, leaf * length, nodes)
    return pen.d


def _wreath_boughs(
    cx: float, cy: float, radius: float, seed: str, opening: float
) -> tuple[Bough, Bough]:
    cross = radians(11)
    left = -pi / 2 - radians(opening + between(-3, 1, seed, "left")) + 2 * pi
    right = -pi / 2 + radians(opening + between(-1, 3, seed, "right"))
    centre = complex(cx, cy)
    return (
        Bough(centre, radius, pi / 2 - cross, left, 0.13),
        Bough(centre, radius, pi / 2 + cross, right, 0.12),
    )


def leaves_of(bough: Bough, seed: str, longest: float, nodes: int) -> Iterator[Leaf]:
    """Yield the leaves of a bough from the foot to the one at its tip."""
    turn = 1 if bough.tip > bough.foot else -1
    for i in range(nodes):
        t = 0.13 + 0.78 * (i + between(-0.16, 0.16, seed, "node", i)) / (nodes - 1)
        side = 1 if i % 2 else -1
        is_inner = side == turn
        spread = radians(50 - 16 * t + between(-5, 5, seed, "spread", i))
        size = (
            longest
            * (0.62 + 0.38 * sin(pi * min(1, 0.12 + 0.8 * t)))
            * (between(0.93, 1.04, seed, "size", i) * (0.84 if is_inner else 1))
        )
        yield Leaf(
            base=bough.at(t),
            side=side,
            bearing=bough.bearing(t) + side * spread,
            length=size,
            half=size * between(0.135, 0.16, seed, "half", i),
            bow=side * between(-0.35, 0.1, seed, "bow", i),
            is_young=chance(seed, "young", i) < YOUNG_SHARE,
        )
    lean = between(-0.12, 0.12, seed, "last")
    size = 0.74 * longest
    yield Leaf(bough.at(0.99), 0, bough.bearing(1) + lean, size, size * 0.14, 0.25 * turn, False)


def _draw(pen: Pen, bough: Bough, seed: str, part: Part, longest: float, nodes: int) -> None:
    if part == "stem":
        _draw_stem(pen, bough)
        return
    for i, leaf in enumerate(leaves_of(bough, seed, longest, nodes)):
        match part:
            case "leaves" | "young":
                _draw_leaf(pen, leaf, part)
            case "shade":
                _draw_shade(pen, leaf)
            case "ribs":
                pen.move(leaf.at(0.14)).cubic(leaf.at(0.38), leaf.at(0.62), leaf.at(0.88))
            case "berries":
                _draw_berry(pen, leaf, seed, i)
            case _:
                raise ValueError(f"part is one of {', '.join(get_args(Part))}, not {part!r}")


def _draw_leaf(pen: Pen, leaf: Leaf, part: Part) -> None:
    if leaf.is_young == (part == "young"):
        foot, tip = leaf.at(0.02), leaf.at(1)
        pen.move(foot)
        pen.cubic(leaf.at(0.24, 0.85), leaf.at(0.58, 1.62), tip)
        pen.cubic(leaf.at(0.6, -1.58), leaf.at(0.26, -0.9), foot).close()


def _draw_shade(pen: Pen, leaf: Leaf) -> None:
    if not leaf.is_young:
        foot, tip = leaf.at(0.02), leaf.at(1)
        pen.move(foot).cubic(leaf.at(0.35), leaf.at(0.65), tip)
        pen.cubic(leaf.at(0.6, -1.58), leaf.at(0.26, -0.9), foot).close()


def _draw_berry(pen: Pen, leaf: Leaf, seed: str, index: int) -> None:
    if not leaf.side or chance(seed, "berry", index) > BERRY_SHARE:
        return
    size = leaf.length * between(0.055, 0.066, seed, "round", index)
    centre = leaf.base + unit(leaf.bearing + leaf.side * radians(38)) * leaf.length * 0.27
    stalk = 0.2j * size * unit(cmath.phase(centre - leaf.base))
    pen.move(leaf.base).line(centre - stalk, centre + stalk).close()
    pen.move(centre - size).arc(size, centre + size).arc(size, centre - size).close()


def _draw_stem(pen: Pen, bough: Bough) -> None:
    steps = [i / 8 for i in range(9)]
    thick = STEM * bough.length
    ribbon(pen, [bough.at(t) for t in steps], [thick * (1 - 0.75 * t) for t in steps])
