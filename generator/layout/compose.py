"""Compose a card: every position, size, colour and glyph is decided here."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TypeAlias

from generator.layout.code import code_items
from generator.layout.forms import form_artwork, mix_ink, rectangle, text_role
from generator.layout.monogram import set_monogram
from generator.model.artwork import Artwork, Figure, Photo
from generator.model.fitted import Overflow
from generator.model.kit import PANELS, Design, Form, Format, Palette, Slot
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


KEPT_SCENES, KEPT_TEXTS = 8, 32
"""How many panels and slots a composer keeps for words that come again: some 1 MB, since what
comes again in a merge comes again soon, and more is slower than to set the rest anew."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What a card is composed of: the design as drawn, its inks, and where faces come from.

    `artworks` holds the drawing of each printed panel; `faces` returns the stack of a typeface
    (role or id, weight, italic) for some words; `typeset` gives a text its quotes and dashes for
    a language and a first face; `fits_in` tells which other formats would take the words of an
    order that overflows; `picture` gives a slot's words and picture.
    """

    design: Design
    format: Format
    palette: Palette
    artworks: Mapping[str, Artwork]
    faces: Callable[[str, int, bool, str], tuple[Face, ...]]
    typeset: Callable[[str, str, Face], str]
    fits_in: Callable[[Order], tuple[str, ...]]
    picture: Callable[[Slot, PageFit], tuple[str, Photo | Figure | None]]


@dataclass(frozen=True, slots=True)
class Ground:
    """A panel as it is before a word stands on it: its art, and where its slots are."""

    media: Box
    trim: Box
    art: Group
    slots: Mapping[str, Box]
    """The slots that are set, in reading order."""


@dataclass(frozen=True, slots=True)
class Unset:
    """What keeps a panel from being set."""

    found: tuple[Problem | Overflow, ...]


class Composer:
    """Composes the cards that share an order's design, format, fold, palette, form and bleed.

    What no note touches is made once; what has been set is kept for when it comes again.
    """

    def __init__(self, order: Order, parts: Parts) -> None:
        self._order = order
        self._parts = parts
        self._size = card_size(parts.format, order)
        self._title = f"{parts.design.name}: {parts.format.name}"
        self._grounds = {
            name: _lay_ground(artwork, order, parts) if artwork else None
            for name in PANELS[order.fold]
            for artwork in (parts.artworks.get(name),)
        }
        self._scene = lru_cache(maxsize=KEPT_SCENES)(self._compose_panel)
        self._set = lru_cache(maxsize=KEPT_TEXTS)(self._set_slot)

    def compose(self, order: Order, words: Mapping[str, str]) -> Card:
        """Return the card of an order with the text of each slot, a Scene for each printed panel.

        Raises Problems for every text that does not fit or has no face for a character.
        """
        problems: list[Problem] = []
        panels: list[Panel] = []
        for name, scene in self._compose_panels(order.lang, words):
            if isinstance(scene, Unset):
                problems.extend(self._told(found, order) for found in scene.found)
            else:
                panels.append(Panel(name, scene))
        if problems:
            raise Problems(problems)
        return Card(
            order.design,
            order.format,
            order.fold,
            order.lang,
            self._title,
            self._size,
            tuple(panels),
        )

    def takes(self, lang: str, words: Mapping[str, str]) -> bool:
        """Return whether all words can be set on the card."""
        return not any(isinstance(s, Unset) for _, s in self._compose_panels(lang, words))

    def _compose_panels(
        self, lang: str, words: Mapping[str, str]
    ) -> Iterator[tuple[str, Scene | Unset | None]]:
        for name, ground in self._grounds.items():
            said = tuple([words.get(slot, "") for slot in ground.slots] if ground else ())
            yield name, self._scene(name, lang, said) if ground else None

    def _compose_panel(self, name: str, lang: str, said: tuple[str, ...]) -> Scene | Unset:
        """Return a panel with what its slots say, or all that could not be set."""
        ground, slots = self._grounds[name], self._parts.design.slots
        assert ground is not None
        # Pictures lie under the words, wherever they are read.
        pictures: list[Item] = []
        items: list[Item] = []
        found: list[Problem | Overflow] = []
        for slot, words in zip(ground.slots, said, strict=True):
            try:
                set_ = self._set(slot, name, lang, words)
            except Problems as raised:
                found.extend(raised.problems)
                continue
            if isinstance(set_, Overflow):
                found.append(set_)
            elif slots[slot].kind == "picture":
                pictures.extend(set_)
            else:
                items.extend(set_)
        if found:
            return Unset(tuple(found))
        whole = (ground.art, *pictures, *items)
        return Scene(ground.media, ground.trim, self._order.bleed, whole, tuple(ground.slots))

    def _set_slot(
        self, name: str, panel: str, lang: str, words: str
    ) -> tuple[Item, ...] | Overflow:
        """Return what a slot shows: nothing where it has nothing to say."""
        ground, parts, order = self._grounds[panel], self._parts, self._order
        assert ground is not None
        slot, box = parts.design.slots[name], ground.slots[name]
        if slot.kind == "picture":
            return _set_picture(slot, box, order, parts)
        if not words.strip():
            return ()
        if slot.kind == "code":
            return (code_items(words, box, mix_ink(parts.palette, order.form, slot.colour)),)
        style = slot_style(slot, words, lang, order.form, parts)
        if slot.kind == "monogram":
            return (set_monogram(words, box, style),)
        set_ = set_text(parts.typeset(words, style.lang, style.faces[0]), box, style)
        return set_ if isinstance(set_, Overflow) else (set_.text,)

    def _told(self, found: Problem | Overflow, order: Order) -> Problem:
        if isinstance(found, Problem):
            return found
        return overflow_problem(replace(found, fits_in=self._parts.fits_in(order)), order)


def compose_card(order: Order, parts: Parts, words: Mapping[str, str]) -> Card:
    """Return a single card; see `Composer`."""
    return Composer(order, parts).compose(order, words)


def card_size(format_: Format, order: Order) -> Size:
    """Return the trim of a panel, the way up that the order asks."""
    return format_.size.turned() if order.orientation == "landscape" else format_.size


def message_panel(fold: str, artworks: Mapping[str, Artwork]) -> str:
    """Return the panel that holds `message`, the first printed one where none does."""
    printed = [name for name in PANELS[fold] if name in artworks]
    return next((name for name in printed if "message" in artworks[name].slots), printed[0])


def _lay_ground(artwork: Artwork, order: Order, parts: Parts) -> Ground:
    formed = form_artwork(artwork, order.form, parts.palette)
    trim = Box(0, 0, artwork.size.width, artwork.size.height)
    media = trim.grown(order.bleed)
    key = f"{artwork.key}/{parts.palette.id}/{order.form}/{order.bleed}"
    art = Group(formed.items, clip=rectangle(media), artifact=True, key=key)
    slots = sorted(formed.slots, key=lambda s: (*READING, s).index(s))
    shown = [s for s in slots if not (order.form == "blank" and s in NOTE_SLOTS)]
    return Ground(media, trim, art, {name: formed.slots[name] for name in shown})


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


def slot_style(slot: Slot, words: str, lang: str, form: Form, parts: Parts) -> Style:
    """Return how a slot's words are to be set on a card of a language and form."""
    return Style(
        slot=slot.name,
        faces=parts.faces(slot.typeface, slot.weight, slot.italic, words),
        size=slot.size,
        ink=mix_ink(parts.palette, form, text_role(form, slot.colour)),
        tag=TAGS.get(slot.name, "P"),
        lang=slot.lang or lang,
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
