"""The verb `card`: one card as a picture, as a PDF or as JSON."""

import io
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from generator.export.plain import card_json
from generator.layout.marks import add_crop_marks
from generator.load.kit import load_kit
from generator.model.kit import PANELS, Design
from generator.model.order import Order
from generator.model.problem import Problem, Problems
from generator.model.scene import Card
from generator.orders import Asked, take_order
from generator.press import Press
from generator.store.files import write_file

SUFFIXES = (".png", ".pdf", ".json")
SPREADS = ("spread", "spread-outside")


@dataclass(frozen=True, slots=True)
class Copy:
    """How the card is wanted: the file, the panel (the message's if None), dpi and marks.

    `pages` and `inks` are a PDF's.
    """

    out: Path
    panel: str | None
    dpi: int
    marks: bool
    pages: str = "panels"
    inks: Literal["rgb", "cmyk"] = "rgb"


def write_card(root: Path, asked: Asked, copy: Copy) -> None:
    """Write the asked card to its file, whole or not at all; raises Problems."""
    if copy.out.suffix.lower() not in SUFFIXES:
        raise Problems(
            [
                Problem(
                    "--out",
                    f"{copy.out.name} is of no kind that can be written",
                    f"name a file that ends in {' or '.join(SUFFIXES)}",
                )
            ]
        )
    if copy.inks == "cmyk" and copy.out.suffix.lower() != ".pdf":
        what = f"{copy.out.name} cannot hold process inks"
        raise Problems([Problem("--cmyk", what, "name a file that ends in .pdf")])
    kit = load_kit(root)
    order = take_order(kit, asked)
    if asked.text is not None:
        from generator.advise import tell_advice

        tell_advice(root, order)
    press, design = Press(kit), kit.designs[order.design]
    suffix = copy.out.suffix.lower()
    if copy.panel is not None:
        _check_panel(design, order, copy.panel, SPREADS if suffix == ".png" else ())
        if copy.pages == "spreads":
            hint = "leave out --panel or --pages spreads"
            raise Problems([Problem("--panel", "a spread is more than one panel", hint)])
    if suffix == ".png":
        data = _draw(press, order, copy)
    else:
        card = _only(press.compose(order), copy.panel)
        data = card_json(card) if suffix == ".json" else _typeset(card, copy)
    try:
        write_file(copy.out, data)
    except OSError as error:
        raise Problems(
            [
                Problem(
                    "--out",
                    f"{copy.out} cannot be written: {error.strerror}",
                    "choose a folder that you may write to and that has room",
                )
            ]
        ) from error


def _typeset(card: Card, copy: Copy) -> bytes:
    """Return a card as a PDF; raises Problems for a way of paging that is none."""
    from generator.export.pdf import Edition, write_pdf
    from generator.layout.pages import PAGES, card_pages

    pages = next((known for known in PAGES if known == copy.pages), None)
    if pages is None:
        hint = f"choose {' or '.join(PAGES)}"
        raise Problems([Problem("--pages", f"there are no pages called {copy.pages}", hint)])
    out = io.BytesIO()
    scenes = card_pages(card, pages, marks=copy.marks)
    write_pdf(out, scenes, Edition(card.title, card.lang, copy.inks))
    return out.getvalue()


def _draw(press: Press, order: Order, copy: Copy) -> bytes:
    from generator.export.png import encode_png

    scene = press.scene(order, copy.panel or press.message_panel(order))
    return encode_png(add_crop_marks(scene) if copy.marks else scene, copy.dpi)


def _check_panel(design: Design, order: Order, panel: str, spreads: tuple[str, ...]) -> None:
    printed = [p for p in PANELS[order.fold] if design.panels[order.fold].get(p)]
    known = [*printed, *(spreads if order.fold != "flat" else ())]
    if panel in known:
        return
    what, hint = f"{order.fold} {design.id} has no printed {panel}", f"it has: {', '.join(known)}"
    if panel in SPREADS and order.fold != "flat":
        what, hint = f"{panel} is a picture's", "for a PDF write --pages spreads"
    raise Problems([Problem("--panel", what, hint)])


def _only(card: Card, panel: str | None) -> Card:
    """Return a card with one of its panels alone; whole where none is named."""
    if panel is None:
        return card
    return replace(card, panels=tuple(p for p in card.panels if p.name == panel))
