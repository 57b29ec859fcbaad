"""The press: the bench's card as a design of a kit, with many notes on it in one PDF."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from bench.drawn import JobCard, ink
from bench.job import Kind, merge_words
from generator.export.pdf import Edition, write_pdf
from generator.layout.pages import card_pages
from generator.model.artwork import Artwork
from generator.model.kit import Design, Format, Kit, Palette, Publish, Settings, Slot
from generator.model.length import Size
from generator.model.order import Letter, Order
from generator.model.scene import Group, Scene
from generator.model.wording import Field, Wording
from generator.press import Press

HERE = Path(__file__).parent
TEXTS = {"headline": Wording((Field("cover"),)), "signature": Wording((Field("sender"),))}
"""Whose words come from a field; a merge's message is its own."""


class JobPress(Press):
    """The press with one design, which is drawn already."""

    def __init__(self, kind: Kind) -> None:
        self.drawn = JobCard()
        super().__init__(_kit(self.drawn, kind))

    def artworks(self, order: Order) -> Mapping[str, Artwork]:
        """Return the card's art as its front."""
        box, items = self.drawn.page().trim, _plain(self.drawn)
        slots = {"headline": self.drawn.boxes["headline"], **self.drawn.boxes}
        return {"front": Artwork(Size(box.width, box.height), items, slots, "bench", "bench")}


def merge(out: BinaryIO, kind: Kind, count: int) -> None:
    """Write a PDF of many cards."""
    press = JobPress(kind)
    order = Order("job", "job", "flat", "job", bleed=press.drawn.bleed)
    edition = Edition("Thank you", "en", is_tagged=False)
    write_pdf(out, _pages(press, order, kind, count), edition)


def _pages(press: Press, order: Order, kind: Kind, count: int) -> Iterator[Scene]:
    for card in press.merge(order, (_letter(kind, number) for number in range(count))):
        yield from card_pages(card, "panels", marks=False)


def _letter(kind: Kind, number: int) -> Letter:
    said = merge_words(kind, number)
    return Letter(said.message, {"cover": said.headline, "sender": said.signature})


def _plain(drawn: JobCard) -> tuple[Group, ...]:
    """Return the art without keys of its own: the composer gives it one."""
    return tuple(replace(item, key=None) for item in drawn.art if isinstance(item, Group))


def _kit(drawn: JobCard, kind: Kind) -> Kit:
    job, box = drawn.job, drawn.page().trim
    parts = {"paper": job["background"], "border": job["border"]["colour"]}
    parts |= {"ornament": job["ornament"]["colour"], "code": job["qr"]["colour"], "ink": "#000000"}
    parts |= {slot: job[slot]["colour"] for slot in drawn.styles}
    inks = {role: ink(rgb, role) for role, rgb in parts.items()}
    size = Size(box.width, box.height)
    return Kit(
        root=HERE,
        settings=Settings(
            "Job", "Job", "en", "job", "job", "", "", (), Publish("first", (), ("flat",))
        ),
        palettes={"job": Palette("job", "Job", inks)},
        typefaces=drawn.typefaces,
        formats={"job": Format("job", "Job", size, ("flat",), (), "bench")},
        designs={"job": _design(drawn, kind)},
        situations={},
        sources={},
    )


def _design(drawn: JobCard, kind: Kind) -> Design:
    slots = {name: _slot(drawn, name) for name in drawn.styles}
    if kind == "line":
        slots["message"] = replace(slots["message"], typeface="hand")
    return Design(
        id="job",
        name="Job",
        summary="",
        family="typographic",
        use=(),
        orientation="portrait",
        formats=("job",),
        palettes=("job",),
        panels={"flat": {"front": "front"}},
        liner=None,
        colours={},
        slots=slots,
        folder=HERE,
        where="bench",
    )


def _slot(drawn: JobCard, name: str) -> Slot:
    style = drawn.styles[name]
    return Slot(
        name=name,
        kind="text",
        typeface="hand" if name == "signature" else "text",
        weight=400,
        italic=False,
        size=style.size,
        leading=style.leading,
        tracking=0,
        features=(),
        align=style.align,
        valign="top",
        colour=name,
        max_lines=None,
        required=True,
        lang=None,
        text=TEXTS.get(name),
        where="bench",
    )
