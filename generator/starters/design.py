"""A first design: a stem in a vase, drawn as plain SVG for one format, flat and folded."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.load.svg.page import BLEED_MM, in_mm
from generator.model.kit import Fold, Format, Kit
from generator.model.paint import ROLES
from generator.starters.words import name_of, starter_templates

FOLDS: Mapping[Fold, Mapping[str, str]] = {
    "flat": {"front": "card", "back": "colophon"},
    "side": {"front": "cover", "inside-left": "none", "inside": "letter", "back": "colophon"},
}
WORDS = {
    "card": "The front of the plain card.",
    "cover": "The front of the folded card.",
    "letter": "The inside, where the note stands.",
    "colophon": "The back.",
}
LEAST_ROOM = 4200
"""Square millimetres that the longest of the kit's own notes takes at 9 pt."""
MOST_PALETTES = 3
_STEM = 63
"""The drawing's height in its own units, from the top leaf to the foot of the vase."""
_LEAVES = (
    (-0.5, -28, -52, 1.3, "accent"),
    (0, -33, 50, 1.3, "second"),
    (0.6, -39, -44, 1.15, "accent"),
    (1.5, -44.5, 48, 1.05, "accent"),
    (2.6, -49.5, -34, 0.85, "second"),
    (4, -53.5, 16, 0.95, "accent"),
)
"""Of each leaf: the x and y of its foot, its turn in degrees, its size, its ink."""

Rect = tuple[str, float, float, float, float]


@dataclass(frozen=True, slots=True)
class Motif:
    """Where the foot of the drawing stands on the page, and how large it is."""

    x: float
    y: float
    scale: float


def start_design(kit: Kit, id_: str) -> dict[str, str]:
    """Return a first design's files by name: design.yml, and a drawing for each side."""
    format_ = starting_format(kit)
    folds = {fold: FOLDS[fold] for fold in FOLDS if fold in format_.folds}
    used = dict.fromkeys(d for panels in folds.values() for d in panels.values() if d != "none")
    colours = _colours(kit)
    template = starter_templates().get_template("design.yml.j2")
    files = {
        "design.yml": template.render(
            name=name_of(id_),
            format=format_.id,
            palettes=_palettes(kit),
            folds=folds,
            colours={colour: role for role, colour in colours.items()},
        )
    }
    return files | {f"{name}.{format_.id}.svg": _draw(name, format_, colours) for name in used}


def starting_format(kit: Kit) -> Format:
    """Return the kit's format if it takes a whole note, else the first that the site offers."""
    published = kit.settings.publish.formats
    known = [
        kit.formats[name]
        for name in dict.fromkeys((kit.settings.format, *published, *kit.formats))
        if "flat" in kit.formats[name].folds
    ]
    roomy = [format_ for format_ in known if _takes_a_note(format_)] or known
    return next((format_ for format_ in roomy if format_.id in published), roomy[0])


def _takes_a_note(format_: Format) -> bool:
    *_, width, height = _message_on_card(in_mm(format_.size.width), in_mm(format_.size.height))
    return width * height >= LEAST_ROOM


def _palettes(kit: Kit) -> list[str]:
    first = kit.settings.palette
    return [first, *(name for name in kit.palettes if name != first)][:MOST_PALETTES]


def _colours(kit: Kit) -> dict[str, str]:
    """Return a colour for each role: the palette's, told apart where two are the same."""
    inks, colours = kit.palettes[kit.settings.palette].inks, dict[str, str]()
    for role in ROLES:
        number = int.from_bytes(inks[role].rgb)
        while f"#{number:06x}" in colours.values():
            number = (number + 1) % (1 << 24)
        colours[role] = f"#{number:06x}"
    return colours


def _draw(name: str, format_: Format, colours: Mapping[str, str]) -> str:
    wide, high = in_mm(format_.size.width), in_mm(format_.size.height)
    motif = _motif(name, wide, high)
    return (
        starter_templates()
        .get_template("drawing.svg.j2")
        .render(
            what=WORDS[name],
            bleed=BLEED_MM,
            wide=wide + 2 * BLEED_MM,
            high=high + 2 * BLEED_MM,
            motif=motif and Motif(motif.x + BLEED_MM, motif.y + BLEED_MM, motif.scale),
            leaves=[(*leaf[:4], colours[leaf[4]]) for leaf in _LEAVES],
            slots=[
                (slot, x + BLEED_MM, y + BLEED_MM, width, height)
                for slot, x, y, width, height in _slots(name, wide, high)
            ],
            mm=lambda value: f"{round(value, 2):g}",
            **colours,
        )
    )


def _motif(name: str, wide: float, high: float) -> Motif | None:
    unit = wide / 9
    match name:
        case "cover":
            return Motif(wide / 2, high * 0.6, high * 0.4 / _STEM)
        case "card":
            return Motif(wide / 2, unit * 2.55, unit * 1.8 / _STEM)
        case "colophon":
            return Motif(wide / 2, high - unit * 1.5, unit * 1.1 / _STEM)
    return None


def _slots(name: str, wide: float, high: float) -> Iterator[Rect]:
    """Yield a drawing's slots in mm from the trim's corner."""
    unit = wide / 9
    side, measure = unit, wide - 2 * unit
    match name:
        case "cover":
            yield "cover", side, high * 0.665, measure, high * 0.16
        case "card":
            yield "cover", side, unit * 2.95, measure, unit * 0.7
            yield ("message", *_message_on_card(wide, high))
            yield "signature", side, high - unit * 2.2, measure, unit * 1.2
        case "letter":
            yield "message", side, unit * 1.4, measure, high - unit * 4
            yield "signature", side, high - unit * 2.4, measure, unit * 1.2
        case "colophon":
            yield "imprint", wide * 0.2, high - unit * 1.2, wide * 0.6, unit * 0.5


def _message_on_card(wide: float, high: float) -> tuple[float, float, float, float]:
    unit = wide / 9
    return unit, unit * 4, wide - 2 * unit, high - unit * 6.4
