"""Read a design's drawings: find the file, compute it if it is a template, read its SVG."""

from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path, PurePosixPath

from generator.load.source import read_source
from generator.load.svg.document import MOST_BYTES
from generator.load.svg.reader import read_svg
from generator.model.artwork import Artwork, Drawing
from generator.model.kit import Design
from generator.model.problem import Problem, Problems

READER = "1"
"""To be raised when the same file is read into other items."""


def read_drawing(
    design: Design, drawing: Drawing, ornaments: Mapping[str, Callable[..., str]]
) -> Artwork:
    """Return a drawing of a design as items painted in roles, with its slots.

    `ornaments` are what templates call as `art.NAME`. Raises Problems: no such file, and all
    that is wrong in it, with file:line:column.
    """
    where = PurePosixPath(design.where.partition(":")[0]).parent.as_posix()
    path = _find(design, drawing, where)
    name = f"{where}/{path.name}"
    if path.suffix == ".j2":
        # Jinja2 is only worth loading where a drawing is computed.
        from generator.load.template import render_template

        text = render_template(path, design.folder, where, drawing, ornaments)
    else:
        text = read_source(path, name, MOST_BYTES)
    drawn = read_svg(text, name, drawing.size, design.colours)
    key = _key(text, drawing, design.colours)
    return Artwork(drawing.size, drawn.items, drawn.slots, name, key)


def draw_sample(
    text: str, name: str, drawing: Drawing, ornaments: Mapping[str, Callable[..., str]]
) -> Artwork:
    """Return a computed drawing that belongs to no design as items; raises Problems in `name`."""
    from generator.load.template import render_text

    svg = render_text(text, name, drawing, ornaments)
    drawn = read_svg(svg, name, drawing.size, {})
    return Artwork(drawing.size, drawn.items, drawn.slots, name, _key(svg, drawing, {}))


def _candidates(drawing: Drawing) -> Iterator[str]:
    for stem in (f"{drawing.name}.{drawing.format}", drawing.name):
        yield f"{stem}.svg"
        yield f"{stem}.svg.j2"


def _find(design: Design, drawing: Drawing, where: str) -> Path:
    """Return the drawing's file: for this format by itself, or for all."""
    for name in _candidates(drawing):
        if (design.folder / name).is_file():
            return design.folder / name
    names = list(_candidates(drawing))
    problem = Problem(
        design.where,
        f"{design.id} has no drawing {drawing.name} for {drawing.format}",
        f"draw {where}/{names[-2]}, or {', '.join(names[:2])} or {names[-1]}",
    )
    raise Problems([problem])


def _key(text: str, drawing: Drawing, colours: Mapping[str, str]) -> str:
    """Return a hash of all that the items come from; a template's text holds its own values."""
    parts = (READER, text, str(drawing.size), *(f"{c}={r}" for c, r in sorted(colours.items())))
    return sha256("\0".join(parts).encode()).hexdigest()
