"""stock/MAKER.yml into Stock.

Stock is no field of the Kit: a few hundred entries would slow every command for the few that
print on them. `read_stock(root)` reads the files when it is called; keep what it returns.
`generator.find_stock.find_stock(kit, asked)` finds one by its id, its part number or an alias.
"""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Annotated

from pydantic import BeforeValidator, Field, WithJsonSchema

from generator.load.files import LAYERS
from generator.load.place import Place, suggest
from generator.load.schema import LENGTH_SCHEMA, Filled, Length, Row, wrong
from generator.load.tree import Table, read_tree
from generator.load.validate import place_of, read_rows
from generator.model.kit import Fold
from generator.model.length import Mpt, Size, mm
from generator.model.paper import PAPERS
from generator.model.problem import Problem, Problems
from generator.model.stock import Stock

FOLDER = "stock"
PAGES: Mapping[str, Size] = {
    **PAPERS,
    **{f"{name}-landscape": size.turned() for name, size in PAPERS.items()},
}
"""The pages that have a name; others are written [width, height]."""
SLACK: Mpt = mm(0.05)
"""Figures are rounded to 0.01 mm and add up: so much a grid may stand out without harm."""
LEAST: Mpt = mm(10)
MOST_PAGE: Mpt = mm(1000)


def _page(value: object) -> object:
    if isinstance(value, str):
        if value not in PAGES:
            raise wrong(f"there is no page {value!r}", suggest(value, PAGES) + "; or [w, h]")
        size = PAGES[value]
        return [f"{size.width / 1000}pt", f"{size.height / 1000}pt"]
    return value


Pair = Annotated[list[Length], Field(min_length=2, max_length=2)]
Page = Annotated[
    Pair,
    BeforeValidator(_page),
    WithJsonSchema(
        {
            "anyOf": [
                {"enum": list(PAGES)},
                {"type": "array", "items": {**LENGTH_SCHEMA}, "minItems": 2, "maxItems": 2},
            ]
        }
    ),
]
Count = Annotated[int, Field(ge=1, le=50)]


class StockRow(Row):
    """stock/MAKER.yml: one pre-cut sheet."""

    name: Filled
    """What the pack is called."""
    maker: Filled | None = None
    """Who makes it, if not the one that the file is named after."""
    page: Page
    """The sheet: letter, a4, letter-landscape, a4-landscape, or [width, height]."""
    card: Pair
    """One card as it lies on the sheet: [width, height]."""
    fold: Fold = "flat"
    """flat, side, tent or quarter."""
    first: Pair
    """The top left corner of the first card: [from the left, from the top]."""
    pitch: Pair
    """From one card to the next: [across, down]."""
    grid: Annotated[list[Count], Field(min_length=2, max_length=2)]
    """How many cards: [across, down]."""
    round: Length = 0
    """The radius of rounded corners."""
    also: list[Filled] = Field(default_factory=list)
    """Part numbers of packs that are cut alike."""
    measured: bool = False
    """Whether somebody measured a sheet."""
    source: Filled
    """Where the figures come from."""
    note: str = ""
    """What else to know."""


def read_stock(root: Path) -> Mapping[str, Stock]:
    """Return the stock of assets/ and mine/ by id, sorted; mine/ wins entry by entry.

    Raises Problems: unknown keys, and every grid that its page cannot hold.
    """
    problems: list[Problem] = []
    found: dict[str, Stock] = {}
    for layer in LAYERS:
        own: dict[str, Stock] = {}
        for path in sorted((root / layer / FOLDER).glob("*.y*ml")):
            if path.suffix != ".yml":
                where = path.relative_to(root).as_posix()
                hint = f"rename it to {path.stem}.yml"
                problems.append(Problem(where, "files of stock end in .yml", hint))
                continue
            for stock in _read(path, root, problems):
                _check_new(stock, own, problems)
                own[stock.id] = stock
        found |= own
    if problems:
        raise Problems(problems)
    return MappingProxyType(dict(sorted(found.items())))


def _read(path: Path, root: Path, problems: list[Problem]) -> list[Stock]:
    try:
        table = read_tree(path, root)
    except Problems as wrongs:
        problems.extend(wrongs.problems)
        return []
    return build_stock(table, problems)


def build_stock(table: Table, problems: list[Problem]) -> list[Stock]:
    """Return a file's entries, keeping a Problem for each that no page can hold.

    A maker that is not written is called as the file is.
    """
    maker = Path(table.place.file).stem.replace("-", " ").title()
    made = []
    for name, row in read_rows(StockRow, table, problems):
        stock = _stock(name, row, row.maker or maker, str(table.keys[name]))
        for key, what, hint in _wrongs(stock):
            place = place_of(table, Place(name), (name, key))
            problems.append(Problem(str(place), f"{name}.{key}: {what}", hint))
        made.append(stock)
    return made


def _stock(name: str, row: StockRow, maker: str, where: str) -> Stock:
    return Stock(
        id=name,
        name=row.name,
        maker=maker,
        page=Size(*row.page),
        card=Size(*row.card),
        fold=row.fold,
        first=(row.first[0], row.first[1]),
        pitch=(row.pitch[0], row.pitch[1]),
        grid=(row.grid[0], row.grid[1]),
        round=row.round,
        also=tuple(row.also),
        measured=row.measured,
        source=row.source,
        note=" ".join(row.note.split()),
        where=where,
    )


def _check_new(stock: Stock, known: Mapping[str, Stock], problems: list[Problem]) -> None:
    if stock.id in known:
        what = f"{stock.id} is there already, at {known[stock.id].where}"
        problems.append(Problem(stock.where, what, "give one of the two another id"))


def _wrongs(stock: Stock) -> list[tuple[str, str, str]]:
    """Return what the figures cannot be, as key, sentence and hint."""
    card = (stock.card.width, stock.card.height)
    page = (stock.page.width, stock.page.height)
    if not (min(page) >= LEAST and max(page) <= MOST_PAGE):
        return [("page", "this is no size of a page", "write 10 to 1000 mm each way")]
    if min(card) < LEAST:
        return [("card", "this is no size of a card", "write 10 mm at least each way")]
    wrongs = []
    if not 0 <= stock.round <= min(card) // 2:
        wrongs.append(("round", "the corners are rounder than the card", "write half at most"))
    for axis, (way, places) in enumerate((("wide", "columns"), ("high", "rows"))):
        count, pitch, first = stock.grid[axis], stock.pitch[axis], stock.first[axis]
        if first < 0:
            wrongs.append(("first", "the first card starts off the page", "write 0 or more"))
        if count > 1 and pitch < card[axis] - SLACK:
            what = f"cards {_mm(card[axis])} mm {way} overlap at {_mm(pitch)} mm"
            wrongs.append(("pitch", what, "the pitch runs from one card's edge to the next one's"))
        end = first + (count - 1) * pitch + card[axis]
        if end > page[axis] + SLACK:
            what = f"{count} {places} end at {_mm(end)} mm, the page at {_mm(page[axis])} mm"
            wrongs.append(("grid", what, "see whether the page lies the other way"))
    return wrongs


def _mm(length: Mpt) -> str:
    return f"{length * 25.4 / 72_000:.2f}".rstrip("0").rstrip(".")
