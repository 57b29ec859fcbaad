"""Render a computed drawing: Jinja2 in a sandbox, with the card, the palette and the ornaments."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from traceback import walk_tb
from typing import Any

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

from generator.load.colour import ROLE_OR_TINT
from generator.load.place import Place, suggest
from generator.load.renders import Ornaments, varying_values
from generator.load.sandbox import MOST_LETTERS, DrawingEnvironment
from generator.load.source import read_source
from generator.load.svg.inks import TOKEN
from generator.load.svg.marks import mark_places
from generator.load.svg.page import BLEED_MM, in_mm
from generator.load.svg.refusal import Refusal
from generator.model.artwork import Drawing
from generator.model.paint import ROLES
from generator.model.problem import Problem, Problems

MOST_SOURCE = 256_000
SAFE_MM = 5
_PART = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*")


@dataclass(frozen=True, slots=True)
class Card:
    """What a computed drawing knows of the card, in mm from the trim's top left corner."""

    width: float
    height: float
    bleed: float = BLEED_MM
    safe: float = SAFE_MM

    @property
    def left(self) -> float:
        """The x of the bleed's left edge."""
        return -self.bleed

    @property
    def top(self) -> float:
        """The y of the bleed's upper edge."""
        return -self.bleed

    @property
    def full_width(self) -> float:
        """The width with bleed."""
        return round(self.width + 2 * self.bleed, 3)

    @property
    def full_height(self) -> float:
        """The height with bleed."""
        return round(self.height + 2 * self.bleed, 3)

    @property
    def viewbox(self) -> str:
        """The trim with bleed, as the viewBox that makes a unit a millimetre."""
        return f"{self.left:g} {self.top:g} {self.full_width:g} {self.full_height:g}"


class Roles:
    """Stands for the palette in a computed drawing: `palette.accent`, `palette['accent-40']`."""

    def __getattr__(self, name: str) -> str:
        if name.startswith("_"):
            raise AttributeError(name)
        return self[name]

    def __getitem__(self, name: str) -> str:
        if not isinstance(name, str) or ROLE_OR_TINT.fullmatch(name) is None:
            raise Refusal(f"the palette has no role {name!r}", suggest(str(name), ROLES))
        return TOKEN + name

    def tint(self, role: str, percent: int) -> str:
        """Return so many percent of a role on paper."""
        return self[role if percent == 100 else f"{role}-{percent}"]


class Art:
    """Holds the ornaments for a computed drawing."""

    def __init__(self, ornaments: Ornaments) -> None:
        self._ornaments = ornaments

    def __getattr__(self, name: str) -> Callable[..., str]:
        if name.startswith("_"):
            raise AttributeError(name)
        if name not in self._ornaments:
            raise Refusal(f"there is no ornament {name!r}", suggest(name, self._ornaments))
        return self._ornaments[name]


def render_template(
    path: Path, folder: Path, where: str, drawing: Drawing, ornaments: Ornaments
) -> tuple[str, set[str]]:
    """Return a computed drawing as SVG, its tags marked with their places, and what it asked for.

    `folder` is the design's, `where` its name in Problems. Raises Problems at the template's
    line for whatever goes wrong in it.
    """

    def load(name: str) -> tuple[str, str]:
        file = folder / name
        if _PART.fullmatch(name) is None or not file.is_file() or not _is_inside(file, folder):
            raise TemplateNotFound(name)
        shown = f"{where}/{name}"
        return mark_places(read_source(file, shown, MOST_SOURCE), shown), shown

    name = path.relative_to(folder).as_posix()
    return _render(load, name, Place(f"{where}/{name}"), drawing, ornaments)


def render_text(text: str, name: str, drawing: Drawing, ornaments: Ornaments) -> str:
    """Return a computed drawing that stands in no file as SVG; raises Problems in `name`."""

    def load(asked: str) -> tuple[str, str]:
        if asked != name:
            raise TemplateNotFound(asked)
        return mark_places(text, name), name

    return _render(load, name, Place(name), drawing, ornaments)[0]


def _render(
    load: Callable[[str], tuple[str, str]],
    name: str,
    place: Place,
    drawing: Drawing,
    ornaments: Ornaments,
) -> tuple[str, set[str]]:
    environment = DrawingEnvironment(load)
    environment.globals |= values_of(drawing, ornaments)
    try:
        text = environment.get_template(name).render()
    except TemplateSyntaxError as error:
        raise _problem(
            Place(error.filename or place.file, error.lineno), f"{error.message}", _KNOWN
        ) from error
    except TemplateNotFound as error:
        what = f"there is no part {error.name!r} in the design's folder"
        hint = "include files of this folder only"
        raise _problem(_place_in(error, place), what, hint) from error
    except Refusal as refusal:
        at = refusal.place or _place_in(refusal, place)
        raise _problem(at, refusal.what, refusal.hint) from refusal
    except RecursionError as error:
        what = "includes or macros call themselves without end"
        raise _problem(_place_in(error, place), what, "break the circle") from error
    except (TemplateError, ArithmeticError, LookupError, TypeError, ValueError) as error:
        raise _problem(_place_in(error, place), str(error), _KNOWN) from error
    if len(text) > MOST_LETTERS:
        raise _problem(place, "the drawing grows over 4 MB", "draw fewer parts")
    return text, environment.asked


_KNOWN = "see docs/customise/computed-designs.md: drawings know card, palette, art, seed, form, …"


def values_of(drawing: Drawing, ornaments: Ornaments) -> dict[str, Any]:
    """Return all that a computed drawing knows, by name."""
    return varying_values(drawing) | {
        "card": Card(in_mm(drawing.size.width), in_mm(drawing.size.height)),
        "palette": Roles(),
        "art": Art(ornaments),
    }


def _is_inside(file: Path, folder: Path) -> bool:
    """Return whether a file is in a folder, links followed."""
    return file.resolve().is_relative_to(folder.resolve())


def _place_in(error: BaseException, place: Place) -> Place:
    """Return the innermost line of a template that an error came through."""
    folder = place.file.rpartition("/")[0] + "/"
    frames = [
        Place(frame.f_code.co_filename, line)
        for frame, line in walk_tb(error.__traceback__)
        if frame.f_code.co_filename.startswith(folder)
    ]
    return frames[-1] if frames else place


def _problem(place: Place, what: str, hint: str) -> Problems:
    return Problems([Problem(str(place), what, hint)])
