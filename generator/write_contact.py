"""The verb `contact-sheet`: one picture of all designs, of one in full, or of what has changed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import cast

from PIL import Image, ImageChops

from generator.export.png import encode_png
from generator.export.raster.cache import Cache
from generator.export.raster.job import prepare
from generator.export.raster.paint import paint_job
from generator.export.raster.view import View
from generator.layout.desk import DPI, Print, lay_out
from generator.load.kit import load_kit
from generator.load.place import suggest
from generator.load.sample import read_sample
from generator.model.kit import FOLDS, FORMS, Design, Form, Kit
from generator.model.order import Order
from generator.model.problem import Problem, Problems
from generator.press import Press
from generator.proof.cards import every_card
from generator.proof.finding import card_name
from generator.publish.fill import sample_note
from generator.publish.plan import default_format
from generator.store.files import write_file

COLUMNS = {"portrait": 6, "landscape": 5}
"""Cards in a row, so that rows come out as wide as each other."""
WIDTH = 200
"""Pixels of a portrait card."""
NOTICED = 12
"""A pixel that is off by this much in some channel, of 255, is seen to have changed."""


@dataclass(frozen=True, slots=True)
class AskedContact:
    """The options as typed; None where one was left out. `against` is another kit's folder."""

    out: Path
    design: str | None = None
    format: str | None = None
    fold: str | None = None
    palette: str | None = None
    form: str | None = None
    against: Path | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """A panel of a card, and what to call it on the sheet."""

    order: Order
    panel: str
    label: str


def write_contact(root: Path, asked: AskedContact) -> str:
    """Write the sheet, whole or not at all; return what to say; raises Problems."""
    kit = load_kit(root)
    _check(kit, asked)
    rows = list(_rows(kit, asked))
    if not rows:
        what = "no design has all that the options ask for"
        raise Problems([Problem("contact-sheet", what, "leave an option out")])
    title = kit.designs[asked.design].name if asked.design else kit.settings.name
    studio = Studio(root, kit)
    if asked.against is None:
        prints = [[studio.print(view) for view in row] for row in rows]
    else:
        older = Studio(asked.against, load_kit(asked.against))
        triples = list(_changed(studio, older, _once(rows)))
        if not triples:
            return "No card looks different; nothing was written."
        prints = [list(chain(*triples[at : at + 2])) for at in range(0, len(triples), 2)]
    faces = studio.press.faces("text", 400, False, title)
    write_file(asked.out, encode_png(lay_out(title, prints, faces), DPI, Cache()))
    return ""


class Studio:
    """Takes pictures of one kit's cards, with the sample's words."""

    def __init__(self, root: Path, kit: Kit) -> None:
        self.press, sample = Press(kit), read_sample(root)
        self.fields = sample.fields
        self.note = sample_note(kit, sample, sample.fields)

    def print(self, view: Shown) -> Print:
        """Return a panel as a print under its label."""
        return to_print(self.image(view), view.label)

    def image(self, view: Shown, across: int = WIDTH) -> Image.Image:
        """Return a panel's trim; a portrait card is so many pixels wide, others as large as it."""
        message = "" if view.order.form == "blank" else self.note
        order = replace(view.order, message=message, fields=self.fields, bleed=0)
        scene = self.press.scene(order, view.panel)
        panel = self.press.kit.formats[order.format].size
        width = round(across * scene.trim.width / panel.width)
        seen = View.at_width(scene.trim, width)
        cache = Cache()
        return paint_job(prepare(scene, seen, cache), seen, cache).convert("RGB")


def to_print(image: Image.Image, label: str) -> Print:
    """Return an image as a print with a label."""
    out = BytesIO()
    image.save(out, "PNG", compress_level=1)
    return Print(out.getvalue(), image.width, image.height, label)


def compared(before: Image.Image, after: Image.Image, label: str) -> list[Print] | None:
    """Return a picture before, after, and where they differ; None where nobody would see it."""
    if before.size != after.size:
        return [to_print(before, f"{label}: before"), to_print(after, "after")]
    difference = ImageChops.difference(before, after)
    if (
        max(high for _, high in cast("Iterable[tuple[int, int]]", difference.getextrema()))
        < NOTICED
    ):
        return None
    shown = ImageChops.invert(difference.convert("L").point([min(255, 3 * v) for v in range(256)]))
    return [
        to_print(before, f"{label}: before"),
        to_print(after, "after"),
        to_print(shown.convert("RGB"), "difference"),
    ]


def _changed(new: Studio, old: Studio, views: Iterable[Shown]) -> Iterator[list[Print]]:
    """Yield a row for each card that looks otherwise than in the older kit, or is new."""
    for view in views:
        after = new.image(view)
        try:
            before = old.image(view)
        except (KeyError, StopIteration, Problems):
            yield [to_print(after, f"{view.label}: new")]
            continue
        row = compared(before, after, view.label)
        if row is not None:
            yield row


def _once(rows: Iterable[Iterable[Shown]]) -> Iterator[Shown]:
    """Yield what rows show, each panel of a card once."""
    seen = {(card_name(s.order), s.panel): s for row in rows for s in row}
    yield from seen.values()


def _check(kit: Kit, asked: AskedContact) -> None:
    """Raise Problems for options that name nothing."""
    known: Sequence[tuple[str, str | None, Iterable[str]]] = (
        ("--design", asked.design, kit.designs),
        ("--format", asked.format, kit.formats),
        ("--fold", asked.fold, FOLDS),
        ("--palette", asked.palette, kit.palettes),
        ("--form", asked.form, FORMS),
    )
    problems = [
        Problem(option, f"there is no {option[2:]} {given!r}", suggest(given, names))
        for option, given, names in known
        if given is not None and given not in names
    ]
    if asked.out.suffix.lower() != ".png":
        hint = "name a file that ends in .png"
        problems.append(Problem("--out", f"{asked.out.name} is no name for a picture", hint))
    if asked.against is not None and not (asked.against / "assets").is_dir():
        hint = "name a folder that has assets/"
        problems.append(Problem("--against", f"{asked.against} holds no kit", hint))
    if problems:
        raise Problems(problems)


def _rows(kit: Kit, asked: AskedContact) -> Iterator[list[Shown]]:
    if asked.design is not None:
        yield from _whole(kit, kit.designs[asked.design], asked)
        return
    for way, columns in COLUMNS.items():
        shown = [
            Shown(order, "front", f"{design.name}, {kit.palettes[order.palette].name}")
            for design in sorted(kit.designs.values(), key=lambda design: design.name)
            if (order := _first(kit, design, asked)) is not None and order.orientation == way
        ]
        for first in range(0, len(shown), columns):
            yield shown[first : first + columns]


def _first(kit: Kit, design: Design, asked: AskedContact) -> Order | None:
    """Return the card that shows a design, as far as the options leave it open; None for none."""
    format_ = asked.format or default_format(kit, design).id
    cards = [order for order in every_card(kit, design) if order.format == format_]
    for order in cards:
        if asked.fold in (None, order.fold):
            form = cast(Form, asked.form or "bleed")
            return replace(order, palette=asked.palette or design.palettes[0], form=form)
    return None


def _whole(kit: Kit, design: Design, asked: AskedContact) -> Iterator[list[Shown]]:
    """Yield rows of one design: its panels, its palettes, its forms, its formats."""
    first = _first(kit, design, asked)
    if first is None:
        return
    yield from _panels(design, first, asked)
    if asked.palette is None and len(design.palettes) > 1:
        yield [
            Shown(replace(first, palette=name), "front", kit.palettes[name].name)
            for name in design.palettes
        ]
    if asked.form is None:
        yield [Shown(replace(first, form=form), "front", form) for form in FORMS]
    if asked.format is None:
        formats = [f for f in design.formats if first.fold in kit.formats[f].folds]
        yield [Shown(replace(first, format=name), "front", name) for name in formats]


def _panels(design: Design, first: Order, asked: AskedContact) -> Iterator[list[Shown]]:
    for fold, drawn in design.panels.items():
        if asked.fold not in (None, fold):
            continue
        order = replace(first, fold=fold)
        names = [panel for panel, drawing in drawn.items() if drawing is not None]
        yield [Shown(order, name, f"{fold}: {name}") for name in names]
