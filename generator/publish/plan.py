"""What the site offers ready-made: every picture by its path, decided before any is drawn."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from generator.layout.impose import Piece, plan_paper
from generator.layout.liner import fits_on
from generator.model.kit import PANELS, Design, Fold, Form, Format, Kit
from generator.model.length import Box, Size, pixels
from generator.model.order import Order
from generator.model.paper import PAPERS
from generator.model.problem import Problems
from generator.model.scene import Scene

Use: TypeAlias = Literal["shop", "home", "liner", "screen", "preview"]
Words: TypeAlias = Literal["blank", "ruled", "sample"]
MessagePanel: TypeAlias = Callable[[Order], str]
"""Tells which panel of an order's card holds the message."""

HERO = "open-door"
"""The design that home shows first, where the kit has it: the guide's own image."""
PRINT_DPI = 300
SCREEN_DPI = 200
PREVIEW_WIDTHS = (360, 720)
SPREADS = ("spread-outside", "spread")
HOME_FORMS: tuple[Form, ...] = ("inset", "low-ink", "grey")
"""The forms that a home printer is offered as PDF; the first of them as pictures, too."""


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture of the site: its path below docs/kit/, what it shows, its size in pixels.

    `words` is `blank` (free for a hand), `ruled` (blanks for name and detail) or `sample` (an
    invented note, in previews only). Previews and screen pictures show the trim only.
    """

    path: str
    use: Use
    words: Words
    order: Order
    panel: str
    dpi: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Document:
    """One PDF of the site: its path below docs/kit/, what it is for, the paper of a sheet.

    For a shop it has a panel a page; a liner is that of the format's first envelope.
    """

    path: str
    use: Use
    words: Words
    order: Order
    paper: str | None
    inks: Literal["rgb", "cmyk"] = "rgb"


@dataclass(frozen=True, slots=True)
class Plan:
    """All pictures and PDFs of the site, in the order in which they are drawn."""

    shots: tuple[Shot, ...]
    documents: tuple[Document, ...] = ()

    def of(self, design: str, *uses: Use) -> tuple[Shot, ...]:
        """Return the pictures of a design for some uses (all where none is named)."""
        return tuple(
            s for s in self.shots if s.order.design == design and (not uses or s.use in uses)
        )

    def documents_of(self, design: str, use: Use) -> tuple[Document, ...]:
        """Return the PDFs of a design for a use."""
        return tuple(d for d in self.documents if d.order.design == design and d.use == use)


def plan_pictures(kit: Kit, message_panel: MessagePanel) -> Plan:
    """Return every picture that the site offers, by kit.yml's `publish:`."""
    return join_plans(plan_design(kit, design, message_panel) for design in kit.designs.values())


def plan_design(kit: Kit, design: Design, message_panel: MessagePanel) -> Plan:
    """Return every picture that the site offers of one design."""
    shots: list[Shot] = []
    documents: list[Document] = []
    for order in _offered(kit, design):
        shots.extend(_offer(kit.formats[order.format], design, order, message_panel(order)))
        documents.extend(_documents(kit.formats[order.format], order))
    documents.extend(_liners(kit, design))
    shots.extend(_previews(kit, design))
    return Plan(tuple(shots), tuple(documents))


def join_plans(plans: Iterable[Plan]) -> Plan:
    """Return several plans as one."""
    parts = tuple(plans)
    return Plan(
        tuple(shot for plan in parts for shot in plan.shots),
        tuple(document for plan in parts for document in plan.documents),
    )


def default_format(kit: Kit, design: Design) -> Format:
    """Return the kit's format if the design has it, else the design's first."""
    wanted = kit.settings.format
    return kit.formats[wanted if wanted in design.formats else design.formats[0]]


def first_orientation(design: Design) -> Literal["portrait", "landscape"]:
    """Return the way up that a design is shown in."""
    return "landscape" if design.orientation == "landscape" else "portrait"


def offered_folds(kit: Kit, design: Design, format_: Format) -> tuple[Fold, ...]:
    """Return the folds that the site offers of a design in a format."""
    return tuple(f for f in kit.settings.publish.folds if f in design.panels and f in format_.folds)


def picture_size(format_: Format, order: Order, panel: str, bleed: int) -> Size:
    """Return the size of a panel's or spread's picture, bleed included, in 1/1000 pt."""
    size = format_.size.turned() if order.orientation == "landscape" else format_.size
    wide, high = size.width, size.height
    if panel in SPREADS:
        wide, high = (2 * wide, high) if order.fold == "side" else (wide, 2 * high)
    return Size(wide + 2 * bleed, high + 2 * bleed)


def _offered(kit: Kit, design: Design) -> Iterator[Order]:
    """Yield the cards of a design that the site offers: by format, fold and palette."""
    for format_id in design.formats:
        if format_id not in kit.settings.publish.formats:
            continue
        every = kit.settings.publish.palettes == "all"
        for fold in offered_folds(kit, design, kit.formats[format_id]):
            for palette in design.palettes if every else design.palettes[:1]:
                yield Order(
                    design=design.id,
                    format=format_id,
                    fold=fold,
                    palette=palette,
                    orientation=first_orientation(design),
                    lang=kit.settings.locale,
                )


def _offer(format_: Format, design: Design, order: Order, message: str) -> Iterator[Shot]:
    panels = tuple(p for p in PANELS[order.fold] if design.panels[order.fold][p])
    for panel in panels:
        yield _print(format_, order, panel, "shop", "blank")
    yield _print(format_, order, message, "shop", "ruled")
    for panel in panels if order.fold == "flat" else SPREADS:
        yield _print(format_, replace(order, form=HOME_FORMS[0]), panel, "home", "blank")
    yield _print(format_, order, "front", "screen", "blank")


def _print(format_: Format, order: Order, panel: str, use: Use, words: Words) -> Shot:
    dpi = SCREEN_DPI if use == "screen" else PRINT_DPI
    if use == "screen" or order.form == "inset":
        order = replace(order, bleed=0)
    size = picture_size(format_, order, panel, order.bleed)
    name = "-".join((order.design, order.format, order.fold, order.palette, order.form, panel))
    if words != "blank":
        name = f"{name}-{words}"
    if use == "screen":
        name = f"{name}-screen"
    path = f"files/{order.design}/{name}.png"
    return Shot(
        path, use, words, order, panel, dpi, pixels(size.width, dpi), pixels(size.height, dpi)
    )


def _documents(format_: Format, order: Order) -> Iterator[Document]:
    """Yield the PDFs of a card for a shop, and those for home on each paper that holds it."""
    name = "-".join((order.design, order.format, order.fold, order.palette))
    path = f"files/{order.design}/{name}"
    yield Document(f"{path}-shop.pdf", "shop", "blank", order, None)
    yield Document(f"{path}-shop-cmyk.pdf", "shop", "blank", order, None, "cmyk")
    for form in HOME_FORMS:
        bleed = 0 if form == "inset" else order.bleed
        own = replace(order, form=form, bleed=bleed)
        for paper, page in PAPERS.items():
            if _holds(page, format_, own):
                yield Document(f"{path}-{form}-{paper}.pdf", "home", "blank", own, paper)


def _liners(kit: Kit, design: Design) -> Iterator[Document]:
    """Yield the liner of each format's first envelope that its region's paper holds."""
    if design.liner is None:
        return
    for order in {(o.format, o.palette): o for o in _offered(kit, design)}.values():
        for envelope in kit.formats[order.format].envelopes[:1]:
            paper = "letter" if envelope.region == "us" else "a4"
            if fits_on(envelope.size, PAPERS[paper]):
                name = "-".join((order.design, order.format, order.palette, "liner", paper))
                path = f"files/{order.design}/{name}.pdf"
                yield Document(path, "liner", "blank", order, paper)


def laid_open(format_: Format, order: Order) -> Piece:
    """Return a card as it is printed flat, without what is printed on it."""
    panel = "front" if order.fold == "flat" else "spread"
    size = picture_size(format_, order, panel, 0)
    if order.fold == "quarter":
        size = Size(size.width * 2, size.height)
    trim = Box(0, 0, size.width, size.height)
    return Piece(order.fold, size, Scene(trim, trim, 0, ()), None, order.bleed)


def _holds(page: Size, format_: Format, order: Order) -> bool:
    """Return whether a paper holds a card as it is printed flat."""
    try:
        plan_paper(laid_open(format_, order), page, order.form)
    except Problems:
        return False
    return True


def _previews(kit: Kit, design: Design) -> Iterator[Shot]:
    format_ = default_format(kit, design)
    for palette in design.palettes:
        for fold, panel, words in _views(design, palette == design.palettes[0]):
            order = Order(
                design=design.id,
                format=format_.id,
                fold=fold,
                palette=palette,
                bleed=0,
                orientation=first_orientation(design),
                lang=kit.settings.locale,
            )
            size = picture_size(format_, order, panel, 0)
            for width in PREVIEW_WIDTHS:
                wide = width * 2 if panel in SPREADS and fold == "side" else width
                yield Shot(
                    f"previews/{design.id}-{palette}-{fold}-{panel}-{words}-{width}.webp",
                    "preview",
                    words,
                    order,
                    panel,
                    0,
                    wide,
                    round(wide * size.height / size.width),
                )


def _views(design: Design, first: bool) -> Iterator[tuple[Fold, str, Words]]:
    folds = tuple(design.panels)
    folded = next((f for f in folds if f != "flat"), None)
    if folded is None:
        yield "flat", "front", "blank"
    else:
        yield folded, "front", "blank"
    if first:
        if "flat" in folds:
            yield "flat", "front", "sample"
            if design.panels["flat"]["back"]:
                yield "flat", "back", "blank"
        if folded is not None:
            yield folded, "spread", "sample"
            if design.panels[folded]["back"]:
                yield folded, "back", "blank"
