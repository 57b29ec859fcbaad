"""The generated pages, as Markdown: the gallery, each card, each situation, the colophon."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from generator.model.kit import Design, Format, Kit, Note, Situation, Tone
from generator.model.paper import usual_paper
from generator.publish.colophon import library_credits, profile_credits, typeface_credits
from generator.publish.downloads import (
    FORM_NAMES,
    FORM_WORDS,
    PAPER_NAMES,
    card_size,
    download_groups,
    usual_files,
)
from generator.publish.foldings import FOLD_NAMES, FOLD_WORDS, draw_fold, draw_sheet, sheet_words
from generator.publish.markup import environment
from generator.publish.measures import size_in_words
from generator.publish.notes import offered_tones, shown_notes, used_blanks
from generator.publish.pictures import Shown, cover, shown_pictures
from generator.publish.plan import HERO, Plan, default_format, laid_open, offered_folds


@dataclass(frozen=True, slots=True)
class Tile:
    """A card in the gallery: its design, what it can be filtered by, the pictures of its front."""

    design: Design
    formats: tuple[str, ...]
    fronts: tuple[Shown, ...]


def render_pages(kit: Kit, plan: Plan, own: str | None = None) -> dict[str, bytes]:
    """Return every generated text file by its path below docs/kit/, the same for the same kit.

    Each page is the index of a folder of its own, so that its place is its address: MkDocs leaves
    the addresses in HTML blocks alone, Zensical reads them from the file's folder. `own` is the
    title of the fork's own first page.
    """
    site = _render("site.yml.j2", {"kit": kit, "own": own})
    return {path: text.encode() for path, text in (("site.yml", site), *_pages(kit, plan))}


def _pages(kit: Kit, plan: Plan) -> Iterator[tuple[str, str]]:
    tiles = tuple(_tile(kit, plan, design) for design in kit.designs.values())
    shared = {
        "kit": kit,
        "tiles": tiles,
        "groups": _groups(kit),
        "hero": _hero(tiles),
        "picks": _picks(tiles),
    }
    shelves = {"shelves": _shelves(tiles)}
    yield "cards/index.md", _render("gallery.md.j2", shared | _filters(kit) | shelves)
    yield "situations/index.md", _render("situations.md.j2", shared | {"index": _index(kit)})
    yield "colophon/index.md", _render("colophon.md.j2", shared | _colophon(kit))
    yield "parts/hero.html", _render("hero.html.j2", shared)
    yield "parts/cards.html", _render("cards.html.j2", shared)
    for design in kit.designs.values():
        yield (
            f"cards/{design.id}/index.md",
            _render("card.md.j2", shared | _card(kit, plan, design)),
        )
    for id_ in _left_out(kit):
        name = id_.replace("-", " ").title()
        yield f"cards/{id_}/index.md", _render("left-out.md.j2", shared | {"name": name})
    for situation in kit.situations.values():
        yield (
            f"situations/{situation.id}/index.md",
            _render("situation.md.j2", shared | _situation(kit, situation, tiles)),
        )


def _render(template: str, values: Mapping[str, object]) -> str:
    return environment().get_template(template).render(values)


def _tile(kit: Kit, plan: Plan, design: Design) -> Tile:
    pictures = shown_pictures(kit, plan, design)
    fronts = tuple(cover(pictures, palette) for palette in design.palettes)
    offered = set(kit.settings.publish.formats)
    return Tile(design, tuple(f for f in design.formats if f in offered), fronts)


FAMILIES: Mapping[str, str] = {
    "metaphor": "One picture that says it for you.",
    "typographic": "Nothing but type, and room around it.",
    "botanical": "Leaves and stems, each grown by rule.",
    "pattern": "An even ground to the edge, calm enough to write on.",
    "engraved": "Fine lines, as on a bank note.",
    "geometric": "Few shapes in flat colour.",
}
"""The families in the order of the gallery, each with a word about it."""


def _shelves(tiles: tuple[Tile, ...]) -> list[tuple[str, str, list[Tile]]]:
    """Return the families that have designs: name, words, designs."""
    return [
        (family, words, members)
        for family, words in FAMILIES.items()
        if (members := [tile for tile in tiles if tile.design.family == family])
    ]


def _hero(tiles: tuple[Tile, ...]) -> Tile | None:
    return next((tile for tile in tiles if tile.design.id == HERO), tiles[0] if tiles else None)


def _picks(tiles: tuple[Tile, ...]) -> list[Tile]:
    """Return the cards that home shows: one of each family, the hero for its own."""
    picks: dict[str, Tile] = {}
    for tile in sorted(tiles, key=lambda tile: tile.design.id != HERO):
        picks.setdefault(tile.design.family, tile)
    return list(picks.values())


def _left_out(kit: Kit) -> list[str]:
    """Return the shipped designs that this kit does not offer: the guide links to them."""
    shipped = (path.parent.name for path in kit.root.glob("assets/designs/*/design.yml"))
    return sorted(id_ for id_ in shipped if id_ not in kit.designs)


def _groups(kit: Kit) -> dict[str, list[Situation]]:
    """Return the situations by group, each in its order, the group with the most of them first."""
    groups: dict[str, list[Situation]] = {}
    for situation in sorted(kit.situations.values(), key=_place):
        groups.setdefault(situation.group, []).append(situation)
    return dict(sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])))


def _place(situation: Situation) -> tuple[bool, int]:
    return situation.order is None, situation.order or 0


def _index(kit: Kit) -> dict[str, list[tuple[str, list[tuple[str, str]]]]]:
    """Return each situation's tones with the media that have a note in it, and their names."""
    return {
        situation.id: [
            (tone, [(medium, words) for medium, words, notes in _media(situation) if tone in notes])
            for tone in offered_tones(situation)
        ]
        for situation in kit.situations.values()
    }


def _media(situation: Situation) -> tuple[tuple[str, str, Mapping[Tone, Note]], ...]:
    return ("card", "card", situation.cards), ("email", "e-mail", situation.emails)


def _filters(kit: Kit) -> dict[str, object]:
    designs = kit.designs.values()
    formats = dict.fromkeys(f for d in designs for f in d.formats)
    offered = kit.settings.publish.formats
    return {
        "families": sorted({d.family for d in designs}),
        "uses": sorted({use for d in designs for use in d.use}),
        "formats": [kit.formats[f] for f in formats if f in offered],
    }


def _card(kit: Kit, plan: Plan, design: Design) -> dict[str, object]:
    format_ = default_format(kit, design)
    pictures = shown_pictures(kit, plan, design)
    shots = plan.of(design.id)
    views = _views(design, pictures)
    formats = [kit.formats[f] for f in design.formats]
    size = card_size(format_, shots[0])
    folds = offered_folds(kit, design, format_)
    return {
        "design": design,
        "pictures": pictures,
        "front": cover(pictures),
        "usual": usual_files(kit, plan, design),
        "views": views,
        "widest": round(max(sum(p.mm for p in row) for row in views), 1),
        "palettes": [(kit.palettes[p], cover(pictures, p)) for p in design.palettes],
        "downloads": download_groups(kit, plan, design),
        "form_words": FORM_WORDS,
        "form_names": FORM_NAMES,
        "sizes": [(f, size_in_words(f.size)) for f in formats],
        "foldings": [
            (FOLD_NAMES[fold], FOLD_WORDS[fold], draw_fold(format_, size, fold)) for fold in folds
        ],
        "sheets": list(_sheets(kit, plan, design, format_)),
        "envelopes": [
            (f, [(e, size_in_words(e.size)) for e in f.envelopes])
            for f in formats
            if f.envelopes and f.id in kit.settings.publish.formats
        ],
    }


def _sheets(
    kit: Kit, plan: Plan, design: Design, format_: Format
) -> Iterator[tuple[str, str, Markup]]:
    """Yield how each fold lies on the usual paper: its name, words and drawing."""
    paper = usual_paper(kit.settings.locale)
    for document in plan.documents_of(design.id, "home"):
        order = document.order
        if (order.format, order.form, document.paper) == (format_.id, "inset", paper):
            piece = laid_open(format_, order)
            name = f"{FOLD_NAMES[order.fold]} {PAPER_NAMES[paper]}"
            yield name, sheet_words(piece, paper), draw_sheet(piece, paper)


def _views(design: Design, pictures: tuple[Shown, ...]) -> list[list[Shown]]:
    """Return rows of a card's pictures in its first palette: front and inside, flat card and back.

    A row that would hold one picture is joined to the other.
    """
    shown = [p for p in pictures if p.palette == design.palettes[0]]
    front = cover(shown)
    spreads = [p for p in shown if p.is_spread]
    flat = [p for p in shown if p is not front and p.panel == "front"]
    backs = [p for p in shown if p.panel == "back"]
    first, second = [front, *spreads], [*flat, *backs[-1:]]
    return [first, second] if len(first) > 1 and len(second) > 1 else [[*first, *second]]


def _situation(kit: Kit, situation: Situation, tiles: tuple[Tile, ...]) -> dict[str, object]:
    return {
        "situation": situation,
        "when": _when(situation),
        "tones": [(tone, shown_notes(situation, tone)) for tone in offered_tones(situation)],
        "blanks": used_blanks(situation),
        "fitting": _fitting(kit, situation, tiles),
        "sources": [kit.sources[s] for s in situation.sources],
    }


def _fitting(kit: Kit, situation: Situation, tiles: tuple[Tile, ...]) -> list[Tile]:
    """Return three cards for a situation: those that name its kind of use, others by turns."""
    words = f"{situation.id} {situation.group}".lower()
    turn = list(kit.situations).index(situation.id) % max(len(tiles), 1)
    turned = [*tiles[turn:], *tiles[:turn]]
    return sorted(turned, key=lambda t: not any(use in words for use in t.design.use))[:3]


def _colophon(kit: Kit) -> dict[str, object]:
    return {
        "typefaces": typeface_credits(kit),
        "profiles": profile_credits(),
        "libraries": library_credits(kit),
    }


def _when(situation: Situation) -> str:
    when = situation.when
    begin = "from the same day" if when.start == 0 else f"from {_days(when.start)} after"
    until = f"{begin} to {_days(when.by)} after" if when.by else "on the same day"
    if when.card_by is None:
        return until
    return f"{until}; a card is welcome up to {_days(when.card_by)} after"


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"
