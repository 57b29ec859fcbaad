"""palettes.yml into Palettes, their contrast checked."""

from collections.abc import Mapping
from types import MappingProxyType

from generator.load.colour import MOST_INK, contrast, derive_cmyk
from generator.load.place import Place
from generator.load.rows import PaletteRow
from generator.load.tree import Table
from generator.load.validate import place_of, read_rows
from generator.model.kit import Palette
from generator.model.paint import LEAST_CONTRAST, ROLES, Ink
from generator.model.problem import Problem


def build_palettes(table: Table, problems: list[Problem]) -> Mapping[str, Palette]:
    """Return the palettes by id, keeping a Problem where ink cannot be read on paper."""
    palettes = {}
    for name, row in read_rows(PaletteRow, table, problems):
        palette = _palette(name, row)
        palettes[name] = palette
        for ink in palette.inks.values():
            at = place_of(table, Place(name), (name, ink.role, "cmyk"))
            problem = ink_problem(palette, ink, at)
            if problem is not None:
                problems.append(problem)
        problem = contrast_problem(
            palette, "ink", place_of(table, Place(name), (name, "ink", "rgb"))
        )
        if problem is not None:
            problems.append(problem)
    return MappingProxyType(palettes)


def ink_problem(palette: Palette, ink: Ink, place: Place) -> Problem | None:
    """Return a Problem if an ink lays more on the paper than a press can dry."""
    total = sum(ink.cmyk or ())
    if total <= MOST_INK:
        return None
    return Problem(
        str(place),
        f"{ink.role} of {palette.id} takes {total} % of ink in total",
        f"paper takes {MOST_INK} % at most: take less of cyan, magenta and yellow",
    )


def contrast_problem(palette: Palette, role: str, place: Place) -> Problem | None:
    """Return a Problem if text in a role is too weak on the palette's paper."""
    found = contrast(palette.inks[role].rgb, palette.inks["paper"].rgb)
    if found >= LEAST_CONTRAST:
        return None
    return Problem(
        str(place),
        f"{role} on the paper of {palette.id} has a contrast of {found:.1f}:1",
        f"text needs {LEAST_CONTRAST}:1: take a colour further from the paper's",
    )


def _palette(name: str, row: PaletteRow) -> Palette:
    inks = {}
    derived = []
    for role in ROLES:
        ink = getattr(row, role)
        if ink.cmyk is None:
            derived.append(role)
        cmyk = derive_cmyk(ink.rgb) if ink.cmyk is None else tuple(ink.cmyk)
        inks[role] = Ink(role, ink.rgb, cmyk)
    return Palette(name, row.name, MappingProxyType(inks), tuple(derived))
