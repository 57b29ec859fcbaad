"""Terrazzo: chips of stone in a few inks, thrown at random but never one upon another.

The large chips lie first and the smaller ones find room between them: what looks like chance is
Poisson-disc sampling with discs of several sizes, each chip being cut from its disc.
"""

from functools import lru_cache
from itertools import product
from math import pi

from generator.art.chance import between, chance, choice
from generator.art.curves import unit
from generator.art.limits import count_pieces
from generator.art.pathdata import Pen, Point

GRADES = ((1.0, 0.74, 0.3), (0.66, 0.42, 1.1), (0.38, 0.22, 3.0), (0.19, 0.09, 7.0))
"""Sieves, coarse to fine: largest and smallest radius, and throws to a square of the largest chip's
radius, all in its radii. Most throws of the fine ones find no room."""
GAP = 0.06
"""Least room between two chips, in radii of the largest; large chips want up to twice that."""
MOST_LARGE = 4000
SIDES = (3, 4, 4, 5, 5, 5, 6, 6, 7)
"""How stone breaks: five sides are commonest."""

Box = tuple[float, float, float, float]


def terrazzo(
    x: float,
    y: float,
    width: float,
    height: float,
    seed: str,
    *,
    ink: int = 0,
    inks: int = 4,
    size: float = 7,
    settled: float = 0,
    clear: Box | None = None,
) -> str:
    """Return the chips of one ink out of so many, closed; the largest have the radius `size`.

    Chips reach out of the rectangle by less than their radius. With `settled` they lie the thicker
    the nearer its foot, 1 thinning out evenly upwards. They part round an oval, given by the
    rectangle `clear` (x, y, width, height) that holds it.
    """
    pen = Pen()
    chips = throw((x, y, width, height), seed, size, settled, clear)
    for number, (place, radius) in enumerate(chips):
        if int(chance(seed, "ink", number) * inks) == ink:
            corners = break_chip(place, radius, seed, number)
            pen.move(corners[0]).line(*corners[1:]).close()
    return pen.d


@lru_cache(maxsize=32)
def throw(
    field: Box, seed: str, size: float, settled: float, clear: Box | None
) -> tuple[tuple[Point, float], ...]:
    """Return where chips come to lie, and the radii of their discs, the large ones first."""
    x, y, width, height = field
    count_pieces(width * height, size**2, "large chips", MOST_LARGE)
    lying, bed = list[tuple[Point, float]](), _Bed(size)
    for grade, (most, least, density) in enumerate(GRADES):
        for number in range(round(density * width * height / size**2)):
            key = (grade, number)
            down = chance(seed, "y", *key)
            if settled and chance(seed, "settle", *key) > down**settled:
                continue
            place = complex(x + width * chance(seed, "x", *key), y + height * down)
            radius = size * between(least, most, seed, "radius", *key)
            if (clear is None or _is_clear(place, radius, clear)) and bed.take(place, radius):
                lying.append((place, radius))
    return tuple(lying)


class _Bed:
    """What lies already, in squares so wide that a chip's neighbours are next to its own."""

    def __init__(self, size: float) -> None:
        self._size, self._square = size, 2 * size * (1 + GAP)
        self._chips: dict[tuple[int, int], list[tuple[Point, float]]] = {}

    def take(self, place: Point, radius: float) -> bool:
        """Lay a chip down if there is room for it, and say whether there was."""
        column, row = int(place.real // self._square), int(place.imag // self._square)
        room = radius + GAP * (self._size + radius)
        for i, j in product((-1, 0, 1), repeat=2):
            for other, its in self._chips.get((column + i, row + j), ()):
                if abs(place - other) < room + its:
                    return False
        self._chips.setdefault((column, row), []).append((place, radius))
        return True


def _is_clear(place: Point, radius: float, box: Box) -> bool:
    """Return whether a disc keeps out of the oval in a box, or all but."""
    x, y, width, height = box
    across = (place.real - x - width / 2) / (width / 2 + radius)
    down = (place.imag - y - height / 2) / (height / 2 + radius)
    return across**2 + down**2 >= 1


def break_chip(place: Point, radius: float, seed: str, number: int) -> list[Point]:
    """Return the corners of a stone in a disc: uneven sides, longer one way than the other."""
    sides = choice(SIDES, seed, "sides", number)
    turn = between(0, 2 * pi, seed, "turn", number)
    slim = between(0.55, 0.95, seed, "slim", number)
    along = unit(between(0, pi, seed, "along", number))
    corners = list[Point]()
    for i in range(sides):
        angle = turn + 2 * pi * (i + between(-0.36, 0.36, seed, "corner", number, i)) / sides
        flat = unit(angle) / along * radius * between(0.8, 1, seed, "reach", number, i)
        corners.append(place + complex(flat.real, flat.imag * slim) * along)
    return corners
