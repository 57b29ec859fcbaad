"""A forme as it is locked up for the press: furniture laid round the type, chasing its tail."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.art.chance import between, chance, choice
from generator.art.pathdata import Pen, Point

PICA = 4.2333
"""12 points, the printer's measure, in mm."""
WIDTHS = (1.0, 1.5, 2.0, 3.0)
"""How broad pieces are made, in picas."""
LEAST = 2.0
"""No bar at the page's edge is narrower, in picas."""
LONGEST = 16.0
"""A longer bar is laid from two or three pieces, in picas."""
QUOINS = 0.3
"""The share of stout pieces that are pairs of wedges, driven together to lock the forme."""
SLENDER = 4.5
"""A piece is stout that is less than so many times as long as it is broad."""
Bounds = tuple[float, float, float, float]
"""Left, top, right and bottom, in mm."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of furniture: where it lies, whether across the page, and its name for chance."""

    bounds: Bounds
    lies: bool
    name: str


def furniture(
    x: float,
    y: float,
    width: float,
    height: float,
    seed: str,
    *,
    around: Bounds,
    tone: int = 0,
    tones: int = 3,
    scale: float = 1,
    gap: float = 0.3,
) -> str:
    """Return the pieces of one tone of the furniture that fills a rectangle, filled.

    `around` is the type's left, top, width and height; bars are laid round it, ring by ring,
    each against the end of the next. `scale` makes all pieces broader, `gap` parts them, in mm.
    """
    page = (x, y, x + width, y + height)
    pen = Pen()
    for piece in _pieces(page, around, seed, PICA * scale):
        if int(chance(seed, "tone", piece.name) * tones) != tone:
            continue
        left, top, right, bottom = _within(piece.bounds, page, gap / 2)
        if right - left < gap or bottom - top < gap:
            continue
        corners = (complex(left, top), complex(right, top), complex(right, bottom),
                   complex(left, bottom))  # fmt: skip
        long, broad = sorted((right - left, bottom - top), reverse=True)
        if long < SLENDER * broad and chance(seed, "quoin", piece.name) < QUOINS:
            _wedges(pen, corners, piece.lies, gap)
        else:
            pen.move(corners[0]).line(*corners[1:]).close()
    return pen.d


def _pieces(page: Bounds, around: Bounds, seed: str, pica: float) -> Iterator[_Piece]:
    """Yield the furniture from the type outwards, until the page is full."""
    left, top = around[:2]
    right, bottom = left + around[2], top + around[3]
    ring = 0
    while left > page[0] or top > page[1] or right < page[2] or bottom < page[3]:
        room = (top - page[1], page[2] - right, page[3] - bottom, left - page[0])
        up, on, down, back = (
            _breadth(free, pica, pica * choice(WIDTHS, seed, "wide", ring, side))
            for side, free in enumerate(room)
        )
        bars = (
            ((left, top - up, right + on, top), True),
            ((right, top, right + on, bottom + down), False),
            ((left - back, bottom, right, bottom + down), True),
            ((left - back, top - up, left, bottom), False),
        )
        for side, (bounds, lies) in enumerate(bars):
            yield from _cut(_within(bounds, page, 0), lies, f"{ring}.{side}", seed, pica)
        left, top, right, bottom = left - back, top - up, right + on, bottom + down
        ring += 1


def _breadth(free: float, pica: float, asked: float) -> float:
    """Return how broad a bar is: the rest of the page where only a sliver would be left."""
    return max(free, 0.0) if free - asked < LEAST * pica else asked


def _cut(bounds: Bounds, lies: bool, name: str, seed: str, pica: float) -> Iterator[_Piece]:
    """Yield a bar as one piece, or as two or three where it is long."""
    start, end = (bounds[0], bounds[2]) if lies else (bounds[1], bounds[3])
    count = 1 + int((end - start) / (LONGEST * pica) + chance(seed, "cut", name))
    stops = [start]
    for i in range(1, count):
        even = start + (end - start) * i / count
        stops.append(even + (end - start) / count * between(-0.3, 0.3, seed, "stop", name, i))
    stops.append(end)
    for i in range(count):
        a, b = stops[i], stops[i + 1]
        cut = (a, bounds[1], b, bounds[3]) if lies else (bounds[0], a, bounds[2], b)
        yield _Piece(cut, lies, f"{name}.{i}")


def _within(bounds: Bounds, page: Bounds, inset: float) -> Bounds:
    """Return the part of a rectangle that is on the page, a little smaller all round."""
    left, top, right, bottom = bounds
    return (
        max(left, page[0]) + inset,
        max(top, page[1]) + inset,
        min(right, page[2]) - inset,
        min(bottom, page[3]) - inset,
    )


def _wedges(pen: Pen, corners: tuple[Point, Point, Point, Point], lies: bool, gap: float) -> None:
    """Draw a piece as two wedges: a slanting gap from one long side's end to the other's."""
    a, b, c, d = corners if lies else (*corners[1:], corners[0])
    near, far = a + (d - a) * 0.3, b + (c - b) * 0.7
    part = (d - a) / abs(d - a) * gap / 2
    pen.move(a).line(b, far - part, near - part).close()
    pen.move(near + part).line(far + part, c, d).close()
