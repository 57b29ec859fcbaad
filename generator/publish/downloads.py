"""The files that a card's page offers, grouped by what the reader wants to do with them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.model.kit import Design, Fold, Format, Kit
from generator.model.length import Size
from generator.model.paper import PAPERS, usual_paper
from generator.publish.measures import size_in_words
from generator.publish.pictures import PANEL_NAMES
from generator.publish.plan import (
    HOME_FORMS,
    Document,
    Plan,
    Shot,
    Use,
    default_format,
    picture_size,
)

FORM_NAMES = {
    "bleed": "to the edge, with bleed",
    "inset": "inside the margin",
    "low-ink": "low ink",
    "grey": "grey",
    "blank": "blank",
}
PAPER_NAMES = {None: "all sides", "letter": "on US Letter", "a4": "on A4"}
KINDS = {"rgb": "PDF", "cmyk": "PDF in process inks (CMYK, PDF/X-4)"}
FORM_WORDS = {
    "inset": "Everything stays 6.4 mm (¼ in) from the edge, so that any home printer reaches it.",
    "low-ink": "Paper colour and large fills are left out; the lines stay.",
    "grey": "For a printer without colour.",
}
GROUPS: tuple[tuple[Use, str, str, str], ...] = (
    (
        "home",
        "Print at home",
        "every size and fold, low ink, grey",
        "Take the PDF for your paper. Print at 100 %, never “fit to page”. "
        "Two sides? Flip on the long edge. Fold afterwards; write inside by hand.",
    ),
    (
        "shop",
        "Order from a print shop",
        "PDF with bleed, pictures",
        "Upload the PDF: sharp at any size, a page a side, with ⅛ in (3.175 mm) of bleed. "
        "Take the one in process inks only if the shop asks for CMYK or PDF/X. "
        "The pictures are the same at 300 dots an inch, for shops that take no PDF. "
        "Ask for an uncoated stock of 250–300 g/m², so that ink dries on it.",
    ),
    (
        "liner",
        "Line the envelope",
        "a sheet to cut out",
        "A sheet to cut out and slip into the envelope, so that the card’s idea goes on inside it. "
        "Print at 100 %, fold at the marks, glue the part on the flap alone.",
    ),
    (
        "screen",
        "Send on screen",
        "the front as a picture",
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
    """The files of one form and kind, and their kind in words (`1350 × 1725 px`)."""

    form: str
    kind: str
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
class Usual:
    """The card that most take: format, fold and palette, with a PDF for each paper."""

    format: Format
    fold: Fold
    palette: str
    files: tuple[File, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """What to do with the files, what is among them, a sentence of advice, and the rows.

    `rows` are those of the format that the kit usually takes, `others` those of all others.
    """

    use: Use
    title: str
    hint: str
    words: str
    rows: tuple[Row, ...]
    others: tuple[Row, ...]

    @property
    def is_partial(self) -> bool:
        """Whether a row lacks a form for a home printer, or one of the papers."""
        return self.use == "home" and any(
            sum(len(offer.files) for offer in row.offers if offer.kind == KINDS["rgb"])
            < len(HOME_FORMS) * len(PAPERS)
            for row in (*self.rows, *self.others)
        )

    @property
    def other_names(self) -> str:
        """The formats of the other rows, in words."""
        return ", ".join(dict.fromkeys(row.format.name for row in self.others))


def download_groups(kit: Kit, plan: Plan, design: Design) -> tuple[Group, ...]:
    """Return a design's downloads: print at home, order from a shop, send on screen."""
    usual = default_format(kit, design).id
    groups = []
    for use, title, hint, words in GROUPS:
        rows = tuple(_rows(kit, plan, design, use))
        first = tuple(row for row in rows if row.format.id == usual)
        shown = first or rows
        others = tuple(row for row in rows if row not in shown)
        groups.append(Group(use, title, hint, words, shown, others))
    return tuple(group for group in groups if group.rows)


def usual_files(kit: Kit, plan: Plan, design: Design) -> Usual | None:
    """Return the folded card in the usual format, the usual paper first; None where none fits."""
    usual, paper = default_format(kit, design).id, usual_paper(kit.settings.locale)
    inside = (d for d in plan.documents_of(design.id, "home") if d.order.form == HOME_FORMS[0])
    by_row = {row: tuple(files) for row, files in groupby(inside, key=_row_of)}
    if not by_row:
        return None
    row = min(by_row, key=lambda row: (row[0] != usual, row[1] == "flat"))
    documents = sorted(by_row[row], key=lambda d: d.paper != paper)
    files = tuple(File(d.path, PAPER_NAMES[d.paper]) for d in documents)
    return Usual(kit.formats[row[0]], row[1], kit.palettes[row[2]].name, files)


def card_size(format_: Format, file: Shot | Document) -> Size:
    """Return the trim of the closed card that a file belongs to."""
    return picture_size(format_, file.order, "front", 0)


def _rows(kit: Kit, plan: Plan, design: Design, use: Use) -> Iterator[Row]:
    by_row: dict[tuple[str, Fold, str], tuple[list[Shot], list[Document]]] = {}
    for shot in plan.of(design.id, use):
        by_row.setdefault(_row_of(shot), ([], []))[0].append(shot)
    for document in plan.documents_of(design.id, use):
        by_row.setdefault(_row_of(document), ([], []))[1].append(document)
    for (format_id, fold, palette), (shots, documents) in by_row.items():
        format_ = kit.formats[format_id]
        files: tuple[Shot | Document, ...] = (*shots, *documents)
        trim = size_in_words(card_size(format_, files[0]))
        offers = (*_printable(format_, documents), *_pictures(shots))
        yield Row(format_, fold, kit.palettes[palette].name, trim, offers)


def _row_of(file: Shot | Document) -> tuple[str, Fold, str]:
    return file.order.format, file.order.fold, file.order.palette


def _printable(format_: Format, documents: Iterable[Document]) -> Iterator[Offer]:
    alike: dict[tuple[str, str], list[File]] = {}
    for document in documents:
        label = PAPER_NAMES[document.paper]
        if document.use == "liner":
            label = f"{format_.envelopes[0].name} envelope, {label}"
        file = File(document.path, label)
        alike.setdefault((document.order.form, document.inks), []).append(file)
    for (form, inks), files in alike.items():
        yield Offer(FORM_NAMES[form], KINDS[inks], tuple(files))


def _pictures(shots: Iterable[Shot]) -> Iterator[Offer]:
    alike: dict[tuple[str, int, int], list[File]] = {}
    for shot in shots:
        alike.setdefault((shot.order.form, shot.width, shot.height), []).append(_file(shot))
    for (form, width, height), files in alike.items():
        yield Offer(FORM_NAMES[form], f"PNG, {width} × {height} px", tuple(files))


def _file(shot: Shot) -> File:
    label = PANEL_NAMES[shot.panel].removesuffix(", laid open")
    return File(shot.path, f"{label}, with ruled blanks" if shot.words == "ruled" else label)
