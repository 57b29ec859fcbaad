"""Stems, thick at the foot and fine at the tip, and the blades that grow from them."""

import cmath
from dataclasses import dataclass
from math import radians

from generator.art.curves import along, ribbon, unit
from generator.art.pathdata import Pen, Point

STEPS = 12
NECK = 0.05
"""The share of a leaf's length at its base that is hardly wider than its rib."""


@dataclass(frozen=True, slots=True)
class Stem:
    """A stem as a cubic from its foot to its tip."""

    foot: Point
    first: Point
    second: Point
    tip: Point

    def at(self, t: float) -> Point:
        """Return the point at a share of the way from foot to tip."""
        return along(self.foot, self.first, self.second, self.tip, t)

    def bearing(self, t: float) -> float:
        """Return the stem's direction there, in radians."""
        return cmath.phase(self.at(t + 1e-4) - self.at(t - 1e-4))


@dataclass(frozen=True, slots=True)
class Blade:
    """A leaf or a part of one: where it grows, its bearing and its bow in radians, its length.

    The bow is how far it turns from base to tip, more being clockwise.
    """

    base: Point
    bearing: float
    bow: float
    length: float

    def at(self, along: float, across: float = 0) -> Point:
        """Return a point by the share of its length and by mm to the right of its rib."""
        lean = unit(self.bearing + self.bow * along)
        middle = self.base + unit(self.bearing + self.bow * along / 2) * self.length * along
        return middle + lean * 1j * across


def grow(x: float, y: float, length: float, angle: float, bend: float, nod: float = 0) -> Stem:
    """Return a stem from its foot, at an angle in degrees (-90 is up).

    It bends by so many degrees on its way, and by `nod` more in its last third; more is clockwise.
    """
    foot, step = complex(x, y), length / 3
    first = foot + step * unit(radians(angle))
    second = first + step * unit(radians(angle + bend / 2))
    return Stem(foot, first, second, second + step * unit(radians(angle + bend + nod)))


def draw_stem(pen: Pen, stem: Stem, foot: float, tip: float, end: float = 1) -> None:
    """Draw a stem as a closed ribbon, so thick at its foot and its tip, up to a share of it."""
    ways = [end * i / STEPS for i in range(STEPS + 1)]
    halves = [(foot + (tip - foot) * t) / 2 for t in ways]
    ribbon(pen, [stem.at(t) for t in ways], halves)


def draw_leaf(pen: Pen, blade: Blade, half: float, widest: float = 0.45) -> None:
    """Draw a blade as a closed lance, narrow at its base and pointed, so wide at its widest."""
    foot, tip = blade.at(0), blade.at(1)
    low, high = 0.44 * widest, widest + 0.42 * (1 - widest)
    last = widest + 0.76 * (1 - widest)
    pen.move(foot).cubic(blade.at(NECK), blade.at(low, half), blade.at(widest, half))
    pen.cubic(blade.at(high, half), blade.at(last, 0.26 * half), tip)
    pen.cubic(blade.at(last, -0.26 * half), blade.at(high, -half), blade.at(widest, -half))
    pen.cubic(blade.at(low, -half), blade.at(NECK), foot).close()


def draw_grain(pen: Pen, blade: Blade, half: float) -> None:
    """Draw a blade as a closed lens of two curves, for what is too small to tell from a lance."""
    foot, tip, wide = blade.at(0), blade.at(1), 1.4 * half
    pen.move(foot).cubic(blade.at(0.28, wide), blade.at(0.66, 0.9 * wide), tip)
    pen.cubic(blade.at(0.66, -0.9 * wide), blade.at(0.28, -wide), foot).close()
