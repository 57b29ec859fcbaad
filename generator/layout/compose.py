"""Compose a card: every position, size, colour and glyph is decided here."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from generator.layout.code import code_items
from generator.layout.forms import Formed, form_artwork, mix_ink, rectangle, text_role
from generator.layout.monogram import set_monogram
from generator.model.artwork import Artwork, Figure, Photo
from generator.model.fitted import Fitted, Overflow
from generator.model.kit import PANELS, Design, Format, Palette, Slot
from generator.model.length import Box, Size
from generator.model.order import Order
from generator.model.problem import Problem, Problems
from generator.model.scene import Card, Face, Group, Item, Panel, Scene
from generator.text.fit import set_text
from generator.text.style import Style

NOTE_SLOTS = ("message", "signature")
"""The slots that a blank card leaves to the hand."""
TAGS = {"cover": "H1", "heading": "H2"}
READING = ("cover", "heading", "message", "signature")


PageFit: TypeAlias = Callable[[float, float], Size]
"""Tells the size at which a page of some width and height is placed."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What a card is composed of: the design as drawn, its inks, and where faces come from.

    `artworks` holds the drawing of each printed panel; `faces` returns the stack of a typeface
    (role or id, weight, italic) for
    some words; `typeset` gives a text its quotes and dashes for a language and a
    first face; `words` holds each text slot's text; `fits_in` tells which other formats would take
    the words of an order that overflows; `picture` gives a slot's words and picture.
    """

    design: Design
    format: Format
    palette: Palette
    artworks: Mapping[str, Artwork]
    faces: Callable[[str, int, bool, str], tuple[Face, ...]]
    typeset: Callable[[str, str, Face], str]
    words: Mapping[str, str]
    fits_in: Callable[[Order], tuple[str, ...]]
    picture: Callable[[Slot, PageFit], tuple[str, Photo | Figure | None]]


def compose_card(order: Order, parts: Parts) -> Card:
    """Return an order's card, a Scene for each printed panel.

    Raises Problems for every text that does not fit or has no face for a character.
    """
    problems: list[Problem] = []
    panels: list[Panel] = []
    for name in PANELS[order.fold]:
        artwork = parts.artworks.get(name)
        try:
            scene = _compose_panel(name, artwork, order, parts) if artwork else None
        except Problems as found:
            problems.extend(found.problems)
            continue
        panels.append(Panel(name, scene))
    if problems:
        raise Problems(problems)
    size = card_size(parts.format, order)
    return Card(
        order.design,
        order.format,
        order.fold,
        order.lang,
        f"{parts.design.name}: {parts.format.name}",
        size,
        tuple(panels),
    )


def card_size(format_: Format, order: Order) -> Size:
    """Return the trim of a panel, the way up that the order asks."""
    return format_.size.turned() if order.orientation == "landscape" else format_.size


def message_panel(fold: str, artworks: Mapping[str, Artwork]) -> str:
    """Return the panel that holds `message`, the first printed one where none does."""
    printed = [name for name in PANELS[fold] if name in artworks]
    return next((name for name in printed if "message" in artworks[name].slots), printed[0])


def _compose_panel(name: str, artwork: Artwork, order: Order, parts: Parts) -> Scene:
    formed = form_artwork(artwork, order.form, parts.palette)
    trim = Box(0, 0, artwork.size.width, artwork.size.height)
    media = trim.grown(order.bleed)
    key = f"{artwork.key}/{parts.palette.id}/{order.form}/{order.bleed}"
    art = Group(formed.items, clip=rectangle(media), artifact=True, key=key)
    slots = sorted(formed.slots, key=lambda s: (*READING, s).index(s))
    shown = [s for s in slots if not (order.form == "blank" and s in NOTE_SLOTS)]
    items = _set_slots(shown, formed, order, parts)
    return Scene(media, trim, order.bleed, (art, *items), tuple(shown))


def _set_slots(
    names: Iterable[str], formed: Formed, order: Order, parts: Parts
) -> tuple[Item, ...]:
    problems: list[Problem] = []
    items: list[Item] = []
    # Pictures lie under the words, wherever they are read.
    pictures: list[Item] = []
    for name in names:
        slot, box, words = parts.design.slots[name], formed.slots[name], parts.words.get(name, "")
        if slot.kind == "picture":
            try:
                pictures.extend(_set_picture(slot, box, order, parts))
            except Problems as found:
                problems.extend(found.problems)
            continue
        if not words.strip():
            continue
        if slot.kind == "code":
            items.append(code_items(words, box, mix_ink(parts.palette, order.form, slot.colour)))
            continue
        try:
            set_ = _set_slot(slot, box, words, order, parts)
        except Problems as found:
            problems.extend(found.problems)
            continue
        match set_:
            case Fitted():
                items.append(set_.text)
            case Overflow():
                over = replace(set_, fits_in=parts.fits_in(order))
                problems.append(overflow_problem(over, order))
    if problems:
        raise Problems(problems)
    return (*pictures, *items)


def _set_picture(slot: Slot, box: Box, order: Order, parts: Parts) -> tuple[Item, ...]:
    """Return a slot's picture, none where the kit has no logo; one that covers may bleed off."""
    # Pillow is only worth loading where a card has a picture.
    from generator.layout.picture import fitted, place_figure, place_photo, to_the_edge

    trim = card_size(parts.format, order)
    if slot.fit == "cover":
        box = to_the_edge(box, trim, order.bleed)
    room = Size(box.width, box.height)
    alt, picture = parts.picture(slot, lambda wide, high: fitted(wide, high, room, slot.fit))
    match picture:
        case None:
            return ()
        case Photo():
            return (place_photo(picture, box, slot, alt, order.form),)
        case Figure():
            look = (parts.palette, order.form)
            return (place_figure(picture, box, slot, alt, trim, look),)


def _set_slot(slot: Slot, box: Box, words: str, order: Order, parts: Parts) -> Fitted | Overflow:
    style = slot_style(slot, words, order, parts)
    if slot.kind == "monogram":
        return Fitted(set_monogram(words, box, style), box.height)
    return set_text(parts.typeset(words, style.lang, style.faces[0]), box, style)


def slot_style(slot: Slot, words: str, order: Order, parts: Parts) -> Style:
    """Return how a slot's words are to be set."""
    return Style(
        slot=slot.name,
        faces=parts.faces(slot.typeface, slot.weight, slot.italic, words),
        size=slot.size,
        ink=mix_ink(parts.palette, order.form, text_role(order.form, slot.colour)),
        tag=TAGS.get(slot.name, "P"),
        lang=slot.lang or order.lang,
        leading=slot.leading,
        tracking=slot.tracking,
        features=slot.features,
        align=slot.align,
        valign=slot.valign,
        max_lines=slot.max_lines,
    )


def overflow_problem(over: Overflow, order: Order) -> Problem:
    """Return what to tell the writer of a text that is too long for its slot."""
    words = "1 word" if over.words_over == 1 else f"{over.words_over} words"
    hint = f"shorten it by {words}"
    if over.fits_in:
        hint += f", or take a larger card: it fits {' and '.join(over.fits_in)}"
    else:
        hint += "; no format of this design would take it as it is"
    return Problem(
        f"{order.design}, {order.format}, {order.fold}: slot {over.slot}",
        f"the text is {words} too long at its smallest size",
        hint,
    )


def open_spread(card: Card, side: str) -> Scene:
    """Return the opened card as one Scene: `outside` (back and front) or `inside`.

    Each panel is cut at the fold; a tent's outer back stands on its head, as it is printed.
    """
    panels = {panel.name: panel.scene for panel in card.panels}
    names = ("back", "front") if side == "outside" else ("inside-left", "inside")
    size, tent = card.size, card.fold == "tent"
    bleed = next(scene.bleed for scene in panels.values() if scene is not None)
    whole = Size(size.width, 2 * size.height) if tent else Size(2 * size.width, size.height)
    trim = Box(0, 0, whole.width, whole.height)
    items: list[Item] = []
    for place, name in enumerate(names):
        scene = panels[name]
        if scene is not None:
            items.append(_placed(scene, size, bleed, place, tent and name == "back", tent))
    reading = tuple(slot for n in names if (s := panels[n]) is not None for slot in s.reading)
    return Scene(trim.grown(bleed), trim, bleed, tuple(items), reading)


def _placed(scene: Scene, size: Size, bleed: int, place: int, turned: bool, tent: bool) -> Group:
    width, height = size.width, size.height
    x, y = (0, place * height) if tent else (place * width, 0)
    one = 1_000_000
    matrix = (-one, 0, 0, -one, x + width, y + height) if turned else (one, 0, 0, one, x, y)
    before = bleed if (place == 0) != turned else 0
    after = bleed if (place == 1) != turned else 0
    if tent:
        cut = Box(-bleed, -before, width + 2 * bleed, height + before + after)
    else:
        cut = Box(-before, -bleed, width + before + after, height + 2 * bleed)
    return Group(scene.items, matrix, clip=rectangle(cut))
