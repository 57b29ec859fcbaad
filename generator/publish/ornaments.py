"""The ornaments of computed drawings, each with a picture and how it is called."""

import inspect
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, get_args, get_origin

from markupsafe import Markup, escape

from generator.art import ORNAMENTS
from generator.art.samples import FIELD, SAMPLES, sample_svg
from generator.export.raster.svg import write_svg
from generator.export.raster.view import View
from generator.layout.forms import form_artwork
from generator.load.drawing import draw_sample
from generator.model.artwork import Drawing
from generator.model.kit import Kit, Palette
from generator.model.length import Box, Size, mm
from generator.publish.markup import environment

PART = "parts/ornaments.html"
PICTURES = "ornaments"
SIZE = Size(mm(FIELD[0]), mm(FIELD[1]))
UNITS = 10
"""Pixels a millimetre of a picture as it is shown at most."""


@dataclass(frozen=True, slots=True)
class Shown:
    """An ornament on its page: its call, its words, how its sample was called, its picture."""

    name: str
    call: str
    words: Markup
    choices: tuple[tuple[str, str], ...]
    sample: tuple[str, ...]
    picture: str
    alt: str


def render_ornaments(kit: Kit) -> dict[str, bytes]:
    """Return the part of the page and each picture by their paths below docs/kit/."""
    palette = kit.palettes[kit.settings.palette]
    shown = [show_ornament(name, ORNAMENTS[name]) for name in sorted(SAMPLES)]
    pictures = {one.picture: _draw(one.name, kit.settings.seed, palette) for one in shown}
    part = environment().get_template("ornaments.html.j2")
    text = part.render(ornaments=shown, width=FIELD[0] * UNITS, height=FIELD[1] * UNITS)
    return {PART: text.encode(), **pictures}


def show_ornament(name: str, ornament: Callable[..., str]) -> Shown:
    """Return what is told of an ornament, from its signature, its docstring and its sample."""
    parameters = inspect.signature(ornament).parameters.values()
    words = (inspect.getdoc(ornament) or "").removeprefix("Return ")
    first, *rest = (" ".join(part.split()) for part in words.split("\n\n"))
    return Shown(
        name=name,
        call=f"art.{name}({', '.join(map(_written, parameters))})",
        words=Markup("").join(_paragraph(part) for part in (_capital(first), *rest)),
        choices=tuple(_choices(parameters)),
        sample=tuple(one.call for one in SAMPLES[name]),
        picture=f"{PICTURES}/{name}.svg",
        alt=_capital(first.replace("`", "")),
    )


def _written(parameter: inspect.Parameter) -> str:
    if parameter.default is inspect.Parameter.empty:
        is_named = parameter.kind is inspect.Parameter.KEYWORD_ONLY
        return f"{parameter.name}=…" if is_named else parameter.name
    return f"{parameter.name}={parameter.default!r}".replace("=None", "=none")


def _choices(parameters: Iterable[inspect.Parameter]) -> Iterator[tuple[str, str]]:
    """Yield what may stand for each parameter that takes one of some words."""
    for parameter in parameters:
        if get_origin(parameter.annotation) is Literal:
            yield parameter.name, ", ".join(get_args(parameter.annotation))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _paragraph(words: str) -> Markup:
    curled = re.sub(r"(?<=\w)'(?=\w|\s)", "’", words)
    return Markup("<p>{}</p>").format(
        Markup(re.sub(r"`([^`]*)`", r"<code>\1</code>", str(escape(curled))))
    )


def _draw(name: str, seed: str, palette: Palette) -> bytes:
    """Return an ornament's sample as an SVG picture in a palette's inks, on its paper."""
    drawing = Drawing("sample", "sample", SIZE, "flat", "bleed", "front", seed)
    artwork = draw_sample(sample_svg(name), f"{name}.svg.j2", drawing, ORNAMENTS)
    items = form_artwork(artwork, "bleed", palette).items
    view = View.at_width(Box(0, 0, SIZE.width, SIZE.height), FIELD[0] * UNITS)
    paper = "#{:02x}{:02x}{:02x}".format(*palette.inks["paper"].rgb)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {view.width} {view.height}">'
        f'<path fill="{paper}" d="M0 0H{view.width}V{view.height}H0Z"/>{write_svg(items, view)}'
        "</svg>\n"
    ).encode()
