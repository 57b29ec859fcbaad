"""A first palette, or another one to begin from, as lines of palettes.yml."""

from collections.abc import Mapping

from generator.model.kit import Palette
from generator.model.paint import ROLES, Cmyk, Ink, Rgb
from generator.starters.words import name_of, starter_templates

_FIRST: Mapping[str, tuple[Rgb, Cmyk]] = {
    "paper": ((247, 244, 236), (2, 3, 8, 0)),
    "ink": ((34, 38, 43), (0, 0, 0, 100)),
    "accent": ((47, 93, 98), (75, 35, 40, 30)),
    "second": ((169, 196, 190), (35, 10, 25, 0)),
    "muted": ((95, 107, 107), (35, 20, 25, 45)),
}
FIRST = Palette(
    "first", "First", {role: Ink(role, rgb, cmyk) for role, (rgb, cmyk) in _FIRST.items()}
)
"""A quiet teal on warm paper, unlike the shipped ones."""


def start_palette(id_: str, source: Palette = FIRST) -> str:
    """Return the lines of a palette with the inks of another; derived process inks are left out."""
    inks = {role: _written(source, role) for role in ROLES}
    template = starter_templates().get_template("palette.yml.j2")
    return template.render(id=id_, name=name_of(id_), inks=inks)


def palettes_head() -> str:
    """Return the head of a new palettes.yml."""
    return starter_templates().get_template("palettes-head.yml.j2").render()


def _written(palette: Palette, role: str) -> str:
    ink = palette.inks[role]
    cmyk = "" if role in palette.derived else f", cmyk: {list(ink.cmyk or ())}"
    return f'{{rgb: "#{bytes(ink.rgb).hex().upper()}"{cmyk}}}'
