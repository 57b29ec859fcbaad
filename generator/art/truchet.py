"""Truchet's tiles: a quarter turn round two opposite corners, laid one way or the other.

Lines never end within a field: they run from rim to rim or come back to where they began. A rim
that is closed turns them round, by half turns from each other tile to the next.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, TypeAlias, get_args

from generator.art.chance import chance
from generator.art.pathdata import Pen, Point

Part: TypeAlias = Literal["paths", "way"]
"""The `way` is one path that crosses the field, `paths` are all others."""
Spot: TypeAlias = tuple[int, int]
"""A place in half tiles, across and down: corners are even, the middles of sides half odd."""
Window: TypeAlias = tuple[int, int, int, int]
"""Tiles left out: the first column and row, and the ones after the last; of even sides."""
Path: TypeAlias = tuple["Turn", ...]
TRIES = 24
"""How many layouts are looked at for one with a way that crosses the field."""
MOST_TILES = 4_000
LONG = 0.16
"""The longest that a way is wanted, as a share of all turns."""
EVEN = (2**0.5 - 1) / 3
"""Where a path has three strands, how far apart they lie so that none is nearer to those of the
next path, in tiles: the two turns of a tile are sqrt(2) - 1 apart."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn from the middle of one side of a tile to that of another, round a corner."""

    start: Spot
    corner: Spot
    end: Spot
    is_clockwise: bool

    @property
    def back(self) -> "Turn":
        """The same turn the other way."""
        return Turn(self.end, self.corner, self.start, not self.is_clockwise)


@dataclass(frozen=True, slots=True)
class Field:
    """A field of tiles, what of it is left out, and which of its rims are closed (n e s w)."""

    columns: int
    rows: int
    window: Window
    closed: str

    def turns(self, seed: str) -> Iterator[Turn]:
        """Yield all turns of the layout of a seed."""
        left, top, right, bottom = self.window
        for row in range(self.rows):
            for column in range(self.columns):
                if not (left <= column < right and top <= row < bottom):
                    yield from _tile(column, row, chance(seed, column, row) < 0.5)
        yield from _rims(self.window, "nesw", inwards=True)
        yield from _rims((0, 0, self.columns, self.rows), self.closed, inwards=False)


def truchet(
    x: float,
    y: float,
    tile: float,
    columns: int,
    rows: int,
    seed: str,
    *,
    part: Part = "paths",
    strands: int = 3,
    window: Window = (0, 0, 0, 0),
    closed: str = "",
) -> str:
    """Return one part of a field of tiles as lines, its top left corner at a point.

    Each path is drawn as so many even strands. A `window` is kept free of tiles; rims that are
    `closed` bulge by half a tile and the strands.
    """
    if part not in get_args(Part):
        raise ValueError(f"part is one of {', '.join(get_args(Part))}, not {part!r}")
    if not 0 < columns * rows <= MOST_TILES or min(columns, rows) < 1:
        raise ValueError(f"a field has 1 to {MOST_TILES} tiles, not {columns} by {rows}")
    if (window[2] - window[0]) % 2 or (window[3] - window[1]) % 2:
        raise ValueError(f"a window has even sides, not {', '.join(map(str, window))}")
    way, paths = _layout(Field(columns, rows, window, closed), seed)
    pen = Pen()
    for path in (way,) if part == "way" else paths:
        for strand in range(strands if path else 0):
            aside = EVEN * tile * (strand - (strands - 1) / 2)
            _draw(pen, path, complex(x, y), tile / 2, aside)
    return pen.d


@lru_cache(maxsize=16)
def _layout(field: Field, seed: str) -> tuple[Path, tuple[Path, ...]]:
    """Return a field's way, empty where no path leaves the field, and its other paths."""
    best: tuple[Path, tuple[Path, ...]] = ((), ())
    most = -1.0
    for number in range(TRIES):
        paths = tuple(_trace(tuple(field.turns(f"{seed}/{number}"))))
        way = max((path for path in paths if not _is_closed(path)), key=_span, default=())
        fit = _fitness(field, way)
        if fit > most:
            best, most = (way, tuple(path for path in paths if path is not way)), fit
        if fit >= 1:
            break
    return best


def _fitness(field: Field, way: Path) -> float:
    """Return how well a path serves as the way, 1 if it crosses and is not too long."""
    if not way:
        return 0
    crosses = {way[0].start[0], way[-1].end[0]} == {0, 2 * field.columns}
    most = max(2.5 * field.columns, LONG * 2 * field.columns * field.rows)
    return (1 if crosses else 0.5 * _span(way) / (2 * field.columns)) * min(1, most / len(way))


def _span(path: Path) -> int:
    """Return how far a path reaches across, in half tiles."""
    across = [spot[0] for turn in path for spot in (turn.start, turn.end)]
    return max(across) - min(across)


def _tile(column: int, row: int, falls: bool) -> tuple[Turn, Turn]:
    x, y = 2 * column, 2 * row
    north, east, south, west = (x + 1, y), (x + 2, y + 1), (x + 1, y + 2), (x, y + 1)
    if falls:
        return Turn(north, (x, y), west, True), Turn(south, (x + 2, y + 2), east, True)
    return Turn(north, (x + 2, y), east, False), Turn(west, (x, y + 2), south, True)


def _rims(box: Window, sides: str, *, inwards: bool) -> Iterator[Turn]:
    """Yield half turns along sides of a box, which join the tiles two by two."""
    left, top, right, bottom = (2 * side for side in box)
    for side in sides:
        (x, y), length, is_across = {
            "n": ((left, top), right - left, True),
            "s": ((left, bottom), right - left, True),
            "w": ((left, top), bottom - top, False),
            "e": ((right, top), bottom - top, False),
        }[side]
        is_clockwise = (side in "se") == inwards
        for step in range(1, length - 2, 4):
            one, corner, other = (
                (x + by * is_across, y + by * (not is_across)) for by in range(step, step + 3)
            )
            yield Turn(one, corner, other, is_clockwise == is_across)


def _trace(turns: Sequence[Turn]) -> Iterator[Path]:
    """Yield the paths that turns make up, first those with ends."""
    leaving: dict[Spot, list[Turn]] = {}
    for turn in turns:
        leaving.setdefault(turn.start, []).append(turn)
        leaving.setdefault(turn.end, []).append(turn.back)
    seen: set[Turn] = set()
    for spot in sorted(leaving, key=lambda spot: (len(leaving[spot]), spot)):
        for turn in leaving[spot]:
            if turn not in seen:
                yield tuple(_follow(turn, leaving, seen))


def _follow(turn: Turn, leaving: Mapping[Spot, Sequence[Turn]], seen: set[Turn]) -> Iterator[Turn]:
    following: Turn | None = turn
    while following is not None and following not in seen:
        seen |= {following, following.back}
        yield following
        came = following.back
        following = next((one for one in leaving[following.end] if one != came), None)


def _is_closed(path: Path) -> bool:
    return path[0].start == path[-1].end


def _draw(pen: Pen, path: Path, origin: Point, half: float, aside: float) -> None:
    """Draw a strand of a path, so far to the left of its middle."""

    def place(spot: Spot, turn: Turn) -> Point:
        middle, corner = complex(*spot), complex(*turn.corner)
        left = aside if turn.is_clockwise else -aside
        return origin + half * corner + (half + left) * (middle - corner)

    pen.move(place(path[0].start, path[0]))
    for turn in path:
        radius = half + (aside if turn.is_clockwise else -aside)
        pen.arc(radius, place(turn.end, turn), clockwise=turn.is_clockwise)
    if _is_closed(path):
        pen.close()
