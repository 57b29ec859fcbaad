"""The files that a card's page offers, grouped by what the reader wants to do with them."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.kit import Design, Fold, Format, Kit
from generator.model.length import Size
from generator.publish.measures import size_in_words
from generator.publish.pictures import PANEL_NAMES
from generator.publish.plan import Plan, Shot, Use, picture_size

FORM_NAMES = {
    "bleed": "to the edge, with bleed",
    "inset": "inside the margin",
    "low-ink": "low ink",
    "grey": "grey",
    "blank": "blank",
}
FORM_WORDS = {
    "inset": "Everything stays 6.35 mm (¼ in) from the edge, so that any home printer reaches it.",
    "low-ink": "Paper color and large fills are left out; the lines stay.",
    "grey": "For a printer without color.",
}
GROUPS: tuple[tuple[Use, str, str], ...] = (
    (
        "home",
        "Print at home",
        "Print at 100 %, never “fit to page”. Fold afterwards; write inside by hand.",
    ),
    (
        "shop",
        "Order from a print shop",
        "300 dots an inch, with ⅛ in (3.175 mm) of bleed on each side, one file a side. "
        "Ask for an uncoated stock of 250–300 g/m², so that ink dries on it.",
    ),
    (
        "screen",
        "Send on screen",
        "The front as a picture without bleed, for an e-mail or a message.",
    ),
)


@dataclass(frozen=True, slots=True)
class File:
    """A file to download: its path below docs/kit/ and what it shows."""

    path: str
    label: str


@dataclass(frozen=True, slots=True)
class Offer:
    """The files of one form that have one size, in pixels."""

    form: str
    width: int
    height: int
    files: tuple[File, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """All files of one format and fold, by form."""

    format: Format
    fold: Fold
    palette: str
    trim: str
    offers: tuple[Offer, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """What to do with the files, a sentence of advice, and the rows."""

    use: Use
    title: str
    words: str
    rows: tuple[Row, ...]


def download_groups(kit: Kit, plan: Plan, design: Design) -> tuple[Group, ...]:
    """Return a design's downloads: print at home, order from a shop, send on screen."""
    groups = (
        Group(use, title, words, tuple(_rows(kit, plan.of(design.id, use))))
        for use, title, words in GROUPS
    )
    return tuple(group for group in groups if group.rows)


def card_size(format_: Format, shot: Shot) -> Size:
    """Return the trim of the closed card that a picture belongs to."""
    return picture_size(format_, shot.order, "front", 0)


def _rows(kit: Kit, shots: tuple[Shot, ...]) -> Iterator[Row]:
    by_row: dict[tuple[str, Fold, str], list[Shot]] = {}
    for shot in shots:
        key = shot.order.format, shot.order.fold, shot.order.palette
        by_row.setdefault(key, []).append(shot)
    for (format_id, fold, palette), row in by_row.items():
        format_ = kit.formats[format_id]
        trim = size_in_words(card_size(format_, row[0]))
        yield Row(format_, fold, kit.palettes[palette].name, trim, tuple(_offers(row)))


def _offers(shots: list[Shot]) -> Iterator[Offer]:
    alike: dict[tuple[str, int, int], list[File]] = {}
    for shot in shots:
        alike.setdefault((shot.order.form, shot.width, shot.height), []).append(_file(shot))
    for (form, width, height), files in alike.items():
        yield Offer(FORM_NAMES[form], width, height, tuple(files))


def _file(shot: Shot) -> File:
    label = PANEL_NAMES[shot.panel].removesuffix(", laid open")
    return File(shot.path, f"{label}, with ruled blanks" if shot.words == "ruled" else label)
