"""Read a design's drawings: find the file, compute it if it is a template, read its SVG."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from hashlib import sha256
from pathlib import Path, PurePosixPath

from generator.load.renders import Ornaments, Renders
from generator.load.source import read_source
from generator.load.svg.document import MOST_BYTES
from generator.load.svg.reader import Drawn, read_svg
from generator.model.artwork import Artwork, Drawing
from generator.model.kit import Design
from generator.model.length import Size
from generator.model.problem import Problem, Problems

READER = "1"
"""To be raised when the same file is read into other items."""


def read_drawing(
    design: Design,
    drawing: Drawing,
    ornaments: Ornaments,
    renders: Renders | None = None,
) -> Artwork:
    """Return a drawing of a design as items painted in roles, with its slots.

    `ornaments` are what templates call as `art.NAME`; `renders` keeps what they computed. Raises
    Problems: no such file, and all that is wrong in it, with file:line:column.
    """
    where = PurePosixPath(design.where.partition(":")[0]).parent.as_posix()
    path = _find(design, drawing, where)
    name = f"{where}/{path.name}"
    if path.suffix == ".j2":
        renders = Renders() if renders is None else renders
        text = renders.render(path, design.folder, where, drawing, ornaments)
    else:
        text = read_source(path, name, MOST_BYTES)
    drawn = _read_once(text, name, drawing.size, tuple(sorted(design.colours.items())))
    key = _key(text, drawing, design.colours)
    return Artwork(drawing.size, drawn.items, drawn.slots, name, key)


def draw_sample(text: str, name: str, drawing: Drawing, ornaments: Ornaments) -> Artwork:
    """Return a computed drawing that belongs to no design as items; raises Problems in `name`."""
    from generator.load.template import render_text

    svg = render_text(text, name, drawing, ornaments)
    drawn = read_svg(svg, name, drawing.size, {})
    return Artwork(drawing.size, drawn.items, drawn.slots, name, _key(svg, drawing, {}))


@lru_cache(maxsize=32)
def _read_once(text: str, name: str, size: Size, colours: tuple[tuple[str, str], ...]) -> Drawn:
    """Read a drawing once where it is the same for several forms, folds or panels."""
    return read_svg(text, name, size, dict(colours))


def _candidates(drawing: Drawing) -> Iterator[str]:
    for stem in (f"{drawing.name}.{drawing.format}", drawing.name):
        yield f"{stem}.svg"
        yield f"{stem}.svg.j2"


def _find(design: Design, drawing: Drawing, where: str) -> Path:
    """Return the drawing's file: for this format by itself, or for all."""
    for name in _candidates(drawing):
        if (design.folder / name).is_file():
            return design.folder / name
    own, for_all = f"{drawing.name}.{drawing.format}.svg", f"{drawing.name}.svg.j2"
    is_computed = any(design.folder.glob("*.j2"))
    problem = Problem(
        design.where,
        f"{design.id} has no drawing {drawing.name} for {drawing.format}",
        f"draw {where}/{own}" + (f", or {for_all} for all formats" if is_computed else ""),
    )
    raise Problems([problem])


def _key(text: str, drawing: Drawing, colours: Mapping[str, str]) -> str:
    """Return a hash of all that the items come from; a template's text holds its own values."""
    parts = (READER, text, str(drawing.size), *(f"{c}={r}" for c, r in sorted(colours.items())))
    return sha256("\0".join(parts).encode()).hexdigest()
