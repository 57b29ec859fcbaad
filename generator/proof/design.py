"""Proof one design: its artwork as it prints, its slots and its words, on every card."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import product

from PIL import Image

from generator.fonts.extents import ink_box
from generator.layout.forms import ART_BLEED, HOME_MARGIN, mix_ink, text_role
from generator.model.artwork import Artwork
from generator.model.kit import FORMS, Design, Palette
from generator.model.length import Box, Mpt, mm
from generator.model.order import Order
from generator.model.paint import LEAST_CONTRAST
from generator.model.problem import Problem, Problems
from generator.model.scene import Panel, Text
from generator.press import LINER_FORMS, Press
from generator.proof.cards import every_card
from generator.proof.finding import Finding, card_name, worst
from generator.proof.measures import (
    bare_edges,
    ink_share,
    least_contrast,
    paint_trim,
    print_ground,
    without_words,
)

SAFE: Mpt = mm(5)
"""How far what matters keeps from the trim (docs/print/: the widest of the shops' rules)."""
PLAY: Mpt = mm(0.1)
"""How far a rectangle may be off: editors round."""
OVERHANG: Mpt = mm(1)
"""How far a swash or a hung quote may reach out of its slot into the margin."""
LOW_INK = 0.05


def proof_design(
    press: Press, design: Design, sample: Mapping[str, str], note: str
) -> list[Problem]:
    """Return what is wrong with a design, the worst card for each fault.

    `sample` are the values of the fields, `note` is a message to set.
    """
    proof = _Proof(press, design)
    for order in every_card(press.kit, design):
        for form in FORMS:
            message = "" if form == "blank" else note
            proof.look(replace(order, form=form, message=message, fields=sample))
        proof.look_at_liners(order)
    return [*worst(proof.findings), *proof.problems]


class _Proof:
    """Looks at one card after another; what was seen on an equal drawing is not painted again."""

    def __init__(self, press: Press, design: Design) -> None:
        self.press, self.design = press, design
        self.palettes = [press.kit.palettes[name] for name in design.palettes]
        self.has_pictures = any(slot.kind == "picture" for slot in design.slots.values())
        self.findings: list[Finding] = []
        self.problems: list[Problem] = []
        self._seen: set[tuple[object, ...]] = set()

    def look(self, order: Order) -> None:
        """Look at a card in all its palettes."""
        try:
            card = self.press.compose(order)
            artworks = self.press.artworks(order)
        except Problems as found:
            self.problems.extend(found.problems)
            return
        for panel in card.panels:
            if panel.scene is None:
                continue
            artwork = artworks[panel.name]
            self._places(order, panel.name, artwork)
            self._edges(order, panel.name, artwork)
            texts = [item for item in panel.scene.items if isinstance(item, Text)]
            self._type(order, panel.name, artwork, texts, panel.scene.trim)
            for palette in self.palettes:
                self._ground(order, panel, artwork, palette, texts)

    def look_at_liners(self, order: Order) -> None:
        """Look whether the liner can be drawn for each envelope, once in each form."""
        if self.design.liner is None or order.fold != next(iter(self.design.panels)):
            return
        envelopes = self.press.kit.formats[order.format].envelopes
        forms = LINER_FORMS if self._is_new("liner") else LINER_FORMS[:1]
        for envelope, form in product(envelopes, forms):
            if not self._is_new("liner", envelope.size, form):
                continue
            try:
                self.press.liner(replace(order, form=form), envelope, None)
            except Problems as found:
                self.problems.extend(found.problems)

    def _is_new(self, *what: object) -> bool:
        """Tell whether something is seen for the first time."""
        is_new = what not in self._seen
        self._seen.add(what)
        return is_new

    def _places(self, order: Order, panel: str, artwork: Artwork) -> None:
        """Find slots nearer to the trim than words may stand."""
        if not self._is_new("places", artwork.key):
            return
        trim = Box(0, 0, artwork.size.width, artwork.size.height)
        for name, box in artwork.slots.items():
            slot = self.design.slots[name]
            short = SAFE - _distance(box, trim)
            if short <= PLAY or (slot.kind == "picture" and slot.fit == "cover"):
                continue
            self._find(
                order, artwork.where, ("safe area", name),
                f"on {panel} the slot {name} is {_mm(SAFE - short)} mm from the trim; "
                f"{_mm(SAFE)} mm are safe",
                "draw its rectangle further inside, or smaller", short,
            )  # fmt: skip

    def _edges(self, order: Order, panel: str, artwork: Artwork) -> None:
        """Find a ground that stops before its page does: a strip of the card would be bare."""
        if not self._is_new("edges", artwork.key):
            return
        for side, short in bare_edges(artwork, self.palettes[0]).items():
            self._find(
                order, artwork.where, ("ground", side),
                f"on {panel} the ground stops {_mm(short)} mm before the {side} of its page",
                f"stretch it over the whole page, {_mm(ART_BLEED)} mm beyond the trim", short,
            )  # fmt: skip

    def _type(
        self, order: Order, panel: str, artwork: Artwork, texts: list[Text], trim: Box
    ) -> None:
        """Find ink that reaches out of a slot to where it may be cut off, or is not printed."""
        least = HOME_MARGIN if order.form == "inset" else SAFE - OVERHANG
        for text in texts:
            short = least - _distance(ink_box(text), trim)
            if short > 0 and SAFE - _distance(artwork.slots[text.slot], trim) <= PLAY:
                self._find(
                    order, self.design.slots[text.slot].where, ("type", text.slot),
                    f"on {panel} the ink of {text.slot} is {_mm(least - short)} mm from the trim; "
                    f"{_mm(least)} mm are safe",
                    "draw its rectangle further inside, or take a face with shorter swashes", short,
                )  # fmt: skip

    def _ground(
        self, order: Order, panel: Panel, artwork: Artwork, palette: Palette, texts: list[Text]
    ) -> None:
        """Find words that the artwork makes hard to read, and a low-ink form that is none.

        Grey keeps the luminance of each ink, and so every contrast: it is painted only where it is
        drawn otherwise.
        """
        kind = "low-ink" if order.form == "low-ink" else "drawn"
        lines = tuple(
            (text.slot, ink_box(replace(text, lines=(line,))))
            for text in texts
            if order.form != "inset"
            for line in text.lines
        )
        places = (*artwork.slots.items(), *lines)
        unique = card_name(order, "") if self.has_pictures else artwork.key
        if not self._is_new("ground", unique, kind, palette.id, places):
            return
        image = self._paint(order, panel.name, artwork, palette)
        for name, box in places:
            self._contrast(order, panel.name, artwork, palette, image, name, box)
        share = ink_share(image)
        if order.form == "low-ink" and share > LOW_INK:
            self._find(
                order, artwork.where, ("ink",),
                f"low-ink covers {share:.1%} of {panel.name} in ink; {LOW_INK:.0%} is the most",
                'leave areas out of it: {% if form != "low-ink" %} … {% endif %}, or draw lines',
                share, palette,
            )  # fmt: skip

    def _paint(self, order: Order, panel: str, artwork: Artwork, palette: Palette) -> Image.Image:
        """Return what is under a panel's words; a fork's own pictures lie on the artwork."""
        if not self.has_pictures or order.form == "inset":
            return print_ground(artwork, order.form, palette)
        scene = self.press.scene(replace(order, palette=palette.id), panel)
        return paint_trim(without_words(scene.items), artwork.size)

    def _contrast(
        self, order: Order, panel: str, artwork: Artwork, palette: Palette, image: Image.Image,
        name: str, box: Box,
    ) -> None:  # fmt: skip
        slot = self.design.slots[name]
        if slot.kind == "picture":
            return
        ink = mix_ink(palette, order.form, text_role(order.form, slot.colour)).rgb
        found = least_contrast(image, box, ink)
        if found < LEAST_CONTRAST:
            self._find(
                order, artwork.where, ("contrast", name),
                f"on {panel} the words of {name} have a contrast of {found:.2f} to what is under "
                f"them; {LEAST_CONTRAST} is the least",
                "keep the art from under the slot, or set the slot in another colour",
                -found, palette,
            )  # fmt: skip

    def _find(
        self, order: Order, where: str, about: tuple[str, ...], what: str, hint: str, fault: float,
        palette: Palette | None = None,
    ) -> None:  # fmt: skip
        name = card_name(order, palette.id if palette else None)
        self.findings.append(Finding(where, about, name, what, hint, fault))


def _distance(box: Box, trim: Box) -> Mpt:
    """Return how far a box keeps from the nearest side of the trim."""
    return min(box.x - trim.x, box.y - trim.y, trim.right - box.right, trim.bottom - box.bottom)


def _mm(length: Mpt) -> str:
    return f"{length * 25.4 / 72_000:.1f}"
