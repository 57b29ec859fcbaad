"""Circles and their arcs on a grid, composed by chance and hung by eye.

Chance proposes many compositions for a seed; the one that hangs best is drawn: its weight is in
the middle, it touches all four sides, its inks are in proportion and apart, and no form repeats
beside itself.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import combinations, product
from typing import Literal, TypeAlias, get_args

from generator.art.chance import chance, choice
from generator.art.pathdata import Pen, Point

Kind: TypeAlias = Literal["disc", "half", "quarter", "arcs"]
Part: TypeAlias = Literal["first", "second", "third"]
"""The ink that a figure takes: most of a composition is in the first, least in the third."""
INKS: Sequence[tuple[Part, float, float]] = (
    ("first", 0.5, 1.0), ("second", 0.32, 0.45), ("third", 0.18, 1.3),
)  # fmt: skip
"""Each ink, its share of what is inked, and how heavy it looks."""
FILLED = {"disc": 0.785, "half": 0.393, "quarter": 0.785, "arcs": 0.49}
"""How much of its square each figure fills."""
TAKEN = 0.8
"""The share of the cells that figures stand on; the others are air."""
BAND = 0.25
"""How wide an arc is, and the air to the next one, in cells."""
PROPOSALS = 200


@dataclass(frozen=True, slots=True)
class Figure:
    """A form on a square of cells, turned by so many right angles, in an ink."""

    kind: Kind
    column: int
    row: int
    size: int
    turn: int
    ink: Part

    @property
    def mass(self) -> float:
        """How much of the page it inks, in cells."""
        return FILLED[self.kind] * self.size**2

    @property
    def middle(self) -> Point:
        """Where its square's middle is, in cells."""
        return complex(self.column, self.row) + self.size / 2 * (1 + 1j)

    @property
    def weight_at(self) -> Point:
        """Where it weighs upon the page, in cells: a half lies in one half of its square."""
        aside = 0.288 * self.size if self.kind == "half" else 0
        return self.middle - aside * 1j * 1j**self.turn

    def reaches(self, side: int) -> bool:
        """Tell whether it comes to its square's upper (0), right, lower or left (3) side."""
        return self.kind != "half" or (side - self.turn) % 4 != 2

    def meets(self, other: "Figure") -> bool:
        """Tell whether the two squares share a piece of a side."""
        both = self.size + other.size
        across = abs(2 * (self.column - other.column) + self.size - other.size)
        down = abs(2 * (self.row - other.row) + self.size - other.size)
        return max(across, down) <= both and min(across, down) < both


def composition(
    x: float,
    y: float,
    cell: float,
    seed: str,
    *,
    part: Part,
    columns: int = 4,
    rows: int = 4,
    largest: int = 3,
) -> str:
    """Return what of a composition on a grid of cells is in one of its three inks.

    Every figure stands on a square of up to `largest` cells.
    """
    if part not in get_args(Part):
        raise ValueError(f"part is one of {', '.join(get_args(Part))}, not {part!r}")
    pen = Pen()
    for figure in compose(seed, columns, rows, largest):
        if figure.ink == part:
            _draw(pen, figure, complex(x, y), cell)
    return pen.d


@lru_cache(maxsize=64)
def compose(seed: str, columns: int, rows: int, largest: int) -> tuple[Figure, ...]:
    """Return the figures of the proposal that hangs best."""
    proposals = (
        tuple(_propose(f"{seed}/{number}", columns, rows, largest)) for number in range(PROPOSALS)
    )
    return min(proposals, key=lambda figures: unrest(figures, columns, rows))


def unrest(figures: Sequence[Figure], columns: int, rows: int) -> float:
    """Return how badly a composition hangs, 0 being at rest."""
    heavy = {ink: weight for ink, _, weight in INKS}
    weights = [figure.mass * heavy[figure.ink] for figure in figures]
    pull = sum(w * f.weight_at for w, f in zip(weights, figures, strict=True)) / sum(weights)
    aside = abs((pull.real / columns - 0.5) + 1j * (pull.imag / rows - 0.5))
    inked = sum(figure.mass for figure in figures)
    uneven = sum(
        abs(share - sum(f.mass for f in figures if f.ink == ink) / inked) for ink, share, _ in INKS
    )
    twins = sum(
        2 * (one.ink == other.ink) + 1.5 * (one.kind == other.kind) + (one.turn == other.turn) / 2
        for one, other in combinations(figures, 2)
        if one.meets(other)
    )
    missing = len(INKS) - len({figure.ink for figure in figures})
    loose = _loose_sides(figures, columns, rows)
    return 9 * aside + uneven + 0.22 * twins + 2 * loose + 2 * missing


def _loose_sides(figures: Sequence[Figure], columns: int, rows: int) -> int:
    """Return how many sides of the field no figure reaches."""
    reached = {
        side
        for f in figures
        for side, away in enumerate(
            (f.row, columns - f.column - f.size, rows - f.row - f.size, f.column)
        )
        if not away and f.reaches(side)
    }
    return 4 - len(reached)


def _propose(seed: str, columns: int, rows: int, largest: int) -> Iterator[Figure]:
    """Yield figures by chance, the largest first, until enough of the cells are taken."""
    free = set(product(range(columns), range(rows)))
    wanted = round((1 - TAKEN) * columns * rows)
    size = min(largest, columns, rows)
    number = 0
    while len(free) > wanted and size:
        places = [place for place in sorted(free) if _square(place, size) <= free]
        number += 1
        if not places or (size > 1 and number > 1 and chance(seed, "down", number) < 0.5):
            size -= 1
            continue
        column, row = choice(places, seed, "place", number)
        free -= _square((column, row), size)
        yield Figure(
            choice(("disc", "half", "quarter", "quarter", "arcs", "arcs"), seed, "kind", number),
            column,
            row,
            size,
            choice(range(4), seed, "turn", number),
            choice(("first", "first", "second", "second", "third"), seed, "ink", number),
        )


@cache
def _square(place: tuple[int, int], size: int) -> frozenset[tuple[int, int]]:
    column, row = place
    return frozenset(product(range(column, column + size), range(row, row + size)))


def _draw(pen: Pen, figure: Figure, origin: Point, cell: float) -> None:
    middle = origin + figure.middle * cell
    half, turn = figure.size * cell / 2, 1j**figure.turn
    match figure.kind:
        case "disc":
            pen.move(middle - half).arc(half, middle + half).arc(half, middle - half).close()
        case "half":
            start, end = (middle + half * turn * side for side in (-1 - 1j, 1 - 1j))
            pen.move(start).line(end).arc(half, start).close()
        case "quarter":
            _quarter(pen, middle - half * (1 + 1j) * turn, (0, 2 * half), turn)
        case "arcs":
            corner, band = middle - half * (1 + 1j) * turn, BAND * cell
            for number in range(round(2 * half / band / 2)):
                outer = 2 * half - 2 * number * band
                _quarter(pen, corner, (outer - band, outer), turn)


def _quarter(pen: Pen, corner: Point, reach: tuple[float, float], turn: Point) -> None:
    """Draw a quarter of a ring round a corner, from one distance to another."""
    inner, outer = reach
    pen.move(corner + outer * turn).arc(outer, corner + outer * 1j * turn)
    pen.line(corner + inner * 1j * turn)
    if inner:
        pen.arc(inner, corner + inner * turn, clockwise=False)
    pen.close()
