"""Which pre-cut packs fit which card, as a part of the page on them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.layout.impose import TOLERANCE
from generator.model.kit import Format, Kit
from generator.model.length import Size
from generator.model.paper import PAPERS
from generator.model.stock import Stock
from generator.publish.markup import environment
from generator.publish.measures import in_mm, size_in_words

PART = "parts/stock.html"
FOLDED: Mapping[str, tuple[tuple[int, int], ...]] = {
    "flat": ((1, 1),),
    "side": ((2, 1), (1, 2)),
    "tent": ((2, 1), (1, 2)),
    "quarter": ((2, 2),),
}
"""By a place's fold, how many times the card's width and height it is, opened."""
FOLD_WORDS: Mapping[str, str] = {
    "side": "open, folds once",
    "tent": "open, folds once",
    "quarter": "open, folds twice",
}
OURS = ("folded", "gap", "area", "inside", "cover", "landscape")
"""What the ids in assets/stock tell apart and no pack says."""


@dataclass(frozen=True, slots=True)
class Pack:
    """A row of the table: what packs are called, how large a place is, how it folds, on what."""

    stock: Stock
    called: str
    size: str
    fold: str
    sheet: str


@dataclass(frozen=True, slots=True)
class Group:
    """The packs for one card; `id` is empty for the sizes that no format has."""

    id: str
    title: str
    packs: tuple[Pack, ...]


def render_stock(kit: Kit, stock: Mapping[str, Stock]) -> dict[str, bytes]:
    """Return the tables of the packs by the part's path below docs/kit/."""
    part = environment().get_template("stock.html.j2")
    return {PART: part.render(groups=group_stock(kit.formats.values(), stock)).encode()}


def group_stock(formats: Iterable[Format], stock: Mapping[str, Stock]) -> tuple[Group, ...]:
    """Return the packs by the card that they fit, then those of other sizes, each in order."""
    groups = []
    placed = set()
    for format_ in formats:
        fitting = [entry for entry in stock.values() if fits(format_, entry)]
        placed |= {entry.id for entry in fitting}
        title = f"{format_.name}, {size_in_words(format_.size)}"
        groups.append(Group(format_.id, title, tuple(map(_pack, fitting))))
    rest = tuple(_pack(entry) for entry in stock.values() if entry.id not in placed)
    return tuple(group for group in (*groups, Group("", "Other sizes", rest)) if group.packs)


def fits(format_: Format, stock: Stock) -> bool:
    """Return whether a place is a card of the format, flat or opened, either way up."""
    size, place = format_.size, stock.card
    cards = (Size(size.width * x, size.height * y) for x, y in FOLDED[stock.fold])
    return any(_is_size(way, place) for card in cards for way in (card, card.turned()))


def _is_size(card: Size, place: Size) -> bool:
    apart = (place.width - card.width, place.height - card.height)
    return all(abs(by) <= TOLERANCE for by in apart)


def _pack(stock: Stock) -> Pack:
    also = (number.removesuffix(" folded") for number in stock.also)
    called = f"{stock.maker} {', '.join(dict.fromkeys((_part(stock), *also)))}"
    size = f"{in_mm(stock.card.width)} × {in_mm(stock.card.height)} mm"
    fold = FOLD_WORDS.get(stock.fold, "")
    return Pack(stock, called, size, fold, f"{stock.per_sheet} on {_page(stock.page)}")


def _part(stock: Stock) -> str:
    """Return the part number in an id: the maker's words and ours taken off, written large."""
    maker = re.split(r"[ .-]", stock.maker.casefold())
    steps = [step for step in stock.id.split("-") if step not in maker and step not in OURS]
    return "-".join(steps).upper()


def _page(page: Size) -> str:
    for name, size in PAPERS.items():
        if page in (size, size.turned()):
            return name.title() + ("" if page == size else ", turned")
    return f"{in_mm(page.width)} × {in_mm(page.height)} mm"
