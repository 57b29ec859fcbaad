"""The press: an order of a kit becomes a card. What build, check and the command line share."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property, lru_cache
from pathlib import Path, PurePosixPath
from typing import Any

from generator.fonts.coverage import covers
from generator.fonts.library import Library
from generator.layout.compose import (
    Composer,
    PageFit,
    Parts,
    card_size,
    message_panel,
    open_spread,
    slot_style,
)
from generator.layout.forms import form_artwork
from generator.layout.impose import Flip, Piece, Plan
from generator.layout.liner import cut_liner, liner_sheet, liner_words
from generator.layout.sheet import RING, SCORE, flip_sentence, make_sheet
from generator.load.files import MINE
from generator.load.place import nearest
from generator.load.renders import Ornaments, Renders, remembered
from generator.load.wording import fields_of
from generator.model.artwork import Artwork, Drawing, Figure, Photo
from generator.model.fitted import Fitted, Overflow
from generator.model.kit import PANELS, Design, Envelope, Form, Kit, Slot
from generator.model.length import Box, Mpt, Size
from generator.model.order import Letter, Order
from generator.model.printer import Correction
from generator.model.problem import Problem, Problems
from generator.model.scene import Card, Face, Scene, Sheet
from generator.model.wording import Wording
from generator.text.fit import set_text
from generator.words.evaluate import evaluate
from generator.words.initials import clusters, initials, join_letters
from generator.words.quotes import BLANK
from generator.words.typography import typeset

LINER_FORMS: tuple[Form, ...] = ("bleed", "low-ink", "grey")
"""A liner is cut out of its page and has no words: it is the same inset and blank."""


class Press:
    """Composes the cards of one kit; drawings and faces are opened once."""

    def __init__(self, kit: Kit) -> None:
        self.kit = kit
        self._renders = Renders()
        self._read = lru_cache(maxsize=64)(self._read_panel)
        self._composer = lru_cache(maxsize=16)(self._open_composer)
        self._said = lru_cache(maxsize=256)(self._evaluate)
        self._asked = lru_cache(maxsize=256)(_fields)
        self._signed = lru_cache(maxsize=256)(_typeset)

    def kept_for(self, kit: Kit) -> "Press":
        """Return a press for a later kit with the same typefaces, formats and seed.

        What was opened and read stays so: the designs that it prints must be the same in both.
        """
        press = Press(kit)
        press._read, press.__dict__["library"] = self._read, self.library
        return press

    @cached_property
    def _ornaments(self) -> Ornaments:
        # Ornaments and the reader of drawings are only worth loading where a card is drawn.
        from generator.art import ORNAMENTS

        return remembered(ORNAMENTS)

    @cached_property
    def library(self) -> Library:
        """The faces of the kit."""
        return Library(self.kit.typefaces)

    def artworks(self, order: Order) -> Mapping[str, Artwork]:
        """Return the drawing of each printed panel of an order's card.

        Raises Problems of the drawings, and for a required slot that is not on exactly one panel.
        """
        design = self.kit.designs[order.design]
        drawings = design.panels[order.fold]
        problems: list[Problem] = []
        artworks: dict[str, Artwork] = {}
        for panel in PANELS[order.fold]:
            name = drawings.get(panel)
            if name is None:
                continue
            size = card_size(self.kit.formats[order.format], order)
            seed = self.kit.settings.seed
            drawing = Drawing(name, order.format, size, order.fold, order.form, panel, seed)
            try:
                artworks[panel] = self._read(order.design, drawing)
            except Problems as found:
                problems.extend(found.problems)
        if not problems:
            problems.extend(_slot_problems(design, order, artworks))
        if problems:
            raise Problems(problems)
        return artworks

    def compose(self, order: Order) -> Card:
        """Return an order's card; raises Problems, an overflow naming the formats that would do."""
        return self._composer_of(order).compose(order, self._words(order))

    def merge(self, order: Order, letters: Iterable[Letter]) -> Iterator[Card]:
        """Yield an order's card with each note on it; memory does not grow with the notes.

        Raises the Problems of all notes once the last one was looked at, each with the number of
        its note; from the first of them on, no more cards are made.
        """
        problems: list[Problem] = []
        for number, (message, fields) in enumerate(letters, 1):
            try:
                card = self.compose(replace(order, message=message, fields=fields))
            except Problems as found:
                problems.extend(
                    replace(p, where=f"note {number}: {p.where}") for p in found.problems
                )
                continue
            if not problems:
                yield card
        if problems:
            raise Problems(problems)

    def scene(self, order: Order, panel: str) -> Scene:
        """Return one panel of an order's card, or a spread (`spread`, `spread-outside`)."""
        card = self.compose(order)
        if panel.startswith("spread"):
            return open_spread(card, "outside" if panel.endswith("outside") else "inside")
        return next(p.scene for p in card.panels if p.name == panel and p.scene is not None)

    def lay_sheet(
        self,
        card: Card,
        piece: Piece,
        plan: Plan,
        *,
        paper: str,
        flip: Flip = "long",
        correction: Correction | None = None,
    ) -> Sheet:
        """Return a sheet of copies of a card as planned, labelled in the kit's own face."""
        words = flip_sentence(flip, two=True) + RING + SCORE + card.title
        return make_sheet(
            piece,
            plan,
            flip,
            paper=paper,
            job=card.title,
            faces=self.faces("sans", 400, False, words),
            correction=correction or Correction(),
        )

    def liner(self, order: Order, envelope: Envelope, page: Size | None) -> Scene:
        """Return a page with the liner of an envelope in an order's design, palette and form.

        Raises Problems where the design has none or draws it wrong, or the page is too small.
        """
        design = self.kit.designs[order.design]
        if design.liner is None:
            hint = "add `liner: NAME` to it and draw NAME.svg.j2, or see another design's"
            raise Problems([Problem(design.where, f"{design.id} has no envelope liner", hint)])
        size, seed = cut_liner(envelope.size).size, self.kit.settings.seed
        form = order.form if order.form in LINER_FORMS else LINER_FORMS[0]
        drawing = Drawing(design.liner, order.format, size, order.fold, form, "liner", seed)
        artwork = self._read(order.design, drawing)
        if artwork.slots:
            what = f"a liner has no slots, but there is {', '.join(artwork.slots)}"
            raise Problems([Problem(artwork.where, what, "delete the rectangle")])
        art = form_artwork(artwork, form, self.kit.palettes[order.palette]).items
        return liner_sheet(
            art, envelope, page, self.faces("sans", 400, False, liner_words(envelope))
        )

    def fit(self, order: Order, slot: str, words: str, box: Box, size: Mpt) -> Fitted | Overflow:
        """Return some words set in a box at one size as a slot of an order's card sets them.

        Raises Problems that name each character that no face has.
        """
        parts = self._parts(order, {})
        style = slot_style(parts.design.slots[slot], words, order.lang, order.form, parts)
        return set_text(
            parts.typeset(words, style.lang, style.faces[0]), box, replace(style, size=(size, size))
        )

    def message_panel(self, order: Order) -> str:
        """Return the panel that holds the message."""
        return message_panel(order.fold, self.artworks(order))

    def faces(self, typeface: str, weight: int, italic: bool, words: str = "") -> tuple[Face, ...]:
        """Return the faces to fall back through for some words, the asked one first."""
        return self.library.stack_for(words, typeface, weight=weight, italic=italic)

    def _read_panel(self, design: str, drawing: Drawing) -> Artwork:
        from generator.load.drawing import read_drawing

        return read_drawing(self.kit.designs[design], drawing, self._ornaments, self._renders)

    def _composer_of(self, order: Order) -> Composer:
        """Return what composes the cards that differ from an order's in words alone."""
        return self._composer(
            order.design,
            order.format,
            order.fold,
            order.palette,
            order.form,
            order.orientation,
            order.bleed,
        )

    def _open_composer(self, *ground: Any) -> Composer:
        order = Order(*ground)
        return Composer(order, self._parts(order, self.artworks(order)))

    def _parts(self, order: Order, artworks: Mapping[str, Artwork]) -> Parts:
        design = self.kit.designs[order.design]
        return Parts(
            design=design,
            format=self.kit.formats[order.format],
            palette=self.kit.palettes[order.palette],
            artworks=artworks,
            faces=self.faces,
            typeset=self._set_signs,
            fits_in=self._larger_formats,
            picture=lambda slot, fit: self._picture(design, slot, fit),
        )

    def _words(self, order: Order) -> Mapping[str, str]:
        """Return the text of each slot: the note, the imprint, and what the design says."""
        sender = order.fields.get("sender", "")
        given = {
            "message": order.message,
            "signature": sender,
            "imprint": self.kit.settings.name,
        }
        words: dict[str, str] = {}
        for name, slot in self.kit.designs[order.design].slots.items():
            if slot.kind == "monogram" and (letters := self._monogram(sender)):
                words[name] = letters
            elif slot.text is None:
                words[name] = given.get(name, "")
            else:
                values = [(field, order.fields.get(field, "")) for field in self._asked(slot.text)]
                words[name] = self._said(order.design, name, tuple(values))
        if not order.message:
            words["signature"] = ""
        return words

    def _evaluate(self, design: str, slot: str, values: tuple[tuple[str, str], ...]) -> str:
        wording = self.kit.designs[design].slots[slot].text
        return "" if wording is None else evaluate(wording, dict(values), required=())

    def _set_signs(self, text: str, lang: str, face: Face) -> str:
        """Return a text typeset; paragraphs are apart, so what comes again is kept by them."""
        parts = BLANK.split(text)
        parts[::2] = [self._signed(part, lang, face) for part in parts[::2]]
        return "".join(parts)

    def _picture(
        self, design: Design, slot: Slot, fit: PageFit
    ) -> tuple[str, Photo | Figure | None]:
        """Return what a slot's picture shows, and the picture: a file of the design or the logo."""
        settings = self.kit.settings
        alt = settings.name if slot.alt is None else slot.alt.strip()
        alt = "" if alt == "none" else alt
        if slot.file is not None:
            return alt, self._open(slot.file, design.folder, slot.where, fit)
        if settings.logo:
            top = self.kit.root / MINE
            name = PurePosixPath(settings.logo)
            inside = name.relative_to(MINE) if name.is_relative_to(MINE) else name
            return alt, self._open(inside.as_posix(), top, settings.logo_where, fit)
        if slot.required:
            what = f"slot {slot.name} shows the kit's logo, and there is none"
            hint = "put it into mine/ and name it in mine/kit.yml: `logo: mine/logo.svg`"
            raise Problems([Problem(slot.where, what, hint)])
        return alt, None

    def _open(self, name: str, folder: Path, where: str, fit: PageFit) -> Photo | Figure:
        # Pillow is only worth loading where a card has a picture.
        from generator.load.figure import find_picture, read_drawn, read_photo

        path = find_picture(name, folder, where)
        if path.suffix.lower() == ".svg":
            return read_drawn(path, where, fit)
        return read_photo(path, where)

    def _monogram(self, sender: str) -> str:
        """Return the letters of a sender: the owner's own as kit.yml has them, else initials."""
        own = self.kit.settings.monogram
        if own and sender in ("", self.kit.settings.owner):
            return join_letters(clusters(own))
        return initials(sender)

    def _larger_formats(self, order: Order) -> tuple[str, ...]:
        """Return the design's other formats that would take the same words."""
        design, fits = self.kit.designs[order.design], list[str]()
        words = self._words(order)
        for format_ in design.formats:
            if format_ == order.format or order.fold not in self.kit.formats[format_].folds:
                continue
            larger = replace(order, format=format_)
            try:
                composer = self._composer_of(larger)
            except Problems:
                continue
            if composer.takes(order.lang, words):
                fits.append(format_)
        return tuple(fits)


def _typeset(text: str, lang: str, face: Face) -> str:
    return typeset(text, lang, lambda char: covers(face, char))


def _fields(wording: Wording) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fields_of(wording.nodes)))


def _slot_problems(design: Design, order: Order, artworks: Mapping[str, Artwork]) -> list[Problem]:
    """Return a Problem for each slot without its one rectangle and each stray rectangle."""
    places: dict[str, list[str]] = {}
    for panel, artwork in artworks.items():
        for name in artwork.slots:
            places.setdefault(name, []).append(panel)
    stray = [name for name in places if name not in design.slots]
    lost = [slot.name for slot in design.slots.values() if slot.name not in places]
    meant = {name: near for name in stray if (near := nearest(name, lost))}
    problems = []
    for slot in design.slots.values():
        found = places.get(slot.name, [])
        if slot.name in meant.values():
            continue
        if len(found) > 1 or (slot.required and not found):
            where = f"on {' and '.join(found)}" if found else "nowhere"
            problems.append(
                Problem(
                    slot.where,
                    f"slot {slot.name} has a rectangle {where} for {order.fold} {order.format}",
                    f'draw exactly one rectangle with id="slot-{slot.name}" over its panels',
                )
            )
    problems.extend(
        Problem(
            artwork.where,
            f"rectangle slot-{name} belongs to no slot of {design.id}",
            (f"did you mean slot-{meant[name]}? else " if name in meant else "")
            + f"add {name} to the slots of {design.id}/design.yml or delete the rectangle",
        )
        for artwork in artworks.values()
        for name in artwork.slots
        if name in stray
    )
    return problems
