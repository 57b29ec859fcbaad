"""What the kit is made of, as read from assets/ and mine/ and checked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, TypeAlias

from generator.model.length import Mpt, Size
from generator.model.paint import Ink
from generator.model.wording import Wording

Fold: TypeAlias = Literal["flat", "side", "tent", "quarter"]
Form: TypeAlias = Literal["bleed", "inset", "low-ink", "grey", "blank"]
Tone: TypeAlias = Literal["warm", "plain", "formal"]
Align: TypeAlias = Literal["left", "center", "right"]
Fit: TypeAlias = Literal["contain", "cover"]
Valign: TypeAlias = Literal["top", "middle", "bottom"]

FOLDS: tuple[Fold, ...] = ("flat", "side", "tent", "quarter")
FORMS: tuple[Form, ...] = ("bleed", "inset", "low-ink", "grey", "blank")
TONES: tuple[Tone, ...] = ("warm", "plain", "formal")
PANELS: Mapping[str, tuple[str, ...]] = {
    "flat": ("front", "back"),
    "side": ("front", "inside-left", "inside", "back"),
    "tent": ("front", "inside-left", "inside", "back"),
    "quarter": ("front", "inside-left", "inside", "back"),
}
"""The panels of each fold in reading order; `inside` is the one that is written on."""

FIELDS = ("recipient", "sender", "company", "role", "detail", "date", "cover")
"""The fields that every situation and design accepts."""
REQUIRED_FIELDS = ("recipient", "sender")


@dataclass(frozen=True, slots=True)
class Publish:
    """Which cards the site offers ready-made."""

    palettes: Literal["first", "all"]
    formats: tuple[str, ...]
    folds: tuple[Fold, ...]


@dataclass(frozen=True, slots=True)
class Settings:
    """kit.yml: whose kit this is, what it publishes; `monogram`, `logo` are "" where not given."""

    name: str
    owner: str
    locale: str
    format: str
    palette: str
    seed: str
    site_url: str
    designs: tuple[str, ...]
    publish: Publish
    monogram: str = ""
    logo: str = ""
    logo_where: str = ""


@dataclass(frozen=True, slots=True)
class Palette:
    """Five inks by role; `derived` names the roles whose CMYK was computed."""

    id: str
    name: str
    inks: Mapping[str, Ink]
    derived: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Typeface:
    """A typeface as a package's font files.

    `upright` and `italic` are file names; `weights` is the range of a variable font or the one
    weight of a static one; `statics` maps further weights to files, upright first, then italic;
    `axes` fixes other axes.
    """

    id: str
    package: str
    licence: str
    upright: str
    italic: str | None
    weights: tuple[int, ...]
    axes: Mapping[str, int]
    index: int | Mapping[str, int]
    fallback: tuple[str, ...]
    scale: int
    where: str
    statics: Mapping[int, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LastResort:
    """A typeface that stands in where a design's own lacks a character; scale per mille."""

    face: str
    scale: int
    index: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Typefaces:
    """typefaces.yml: what the roles stand for, the faces, and the last resorts in order."""

    roles: Mapping[str, str]
    faces: Mapping[str, Typeface]
    last_resort: tuple[LastResort, ...]


@dataclass(frozen=True, slots=True)
class Envelope:
    """An envelope by its outside size."""

    name: str
    size: Size
    region: str


@dataclass(frozen=True, slots=True)
class Format:
    """A card format: its trim in portrait, its folds, the envelopes that take it."""

    id: str
    name: str
    size: Size
    folds: tuple[Fold, ...]
    envelopes: tuple[Envelope, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for a text, a picture, a monogram or a code, and how it is set.

    `file` is a picture's file in the design's folder, None for the kit's logo; `alt` says what it
    shows. `size` is the smallest and the largest in 1/1000 pt; `leading` is per mille of the size;
    `tracking` is 1/1000 em; `colour` is a role.
    """

    name: str
    kind: Literal["text", "picture", "monogram", "code"]
    typeface: str
    weight: int
    italic: bool
    size: tuple[Mpt, Mpt]
    leading: int
    tracking: int
    features: tuple[str, ...]
    align: Align
    valign: Valign
    colour: str
    max_lines: int | None
    required: bool
    lang: str | None
    text: Wording | None
    where: str
    file: str | None = None
    fit: Fit = "contain"
    alt: str | None = None


@dataclass(frozen=True, slots=True)
class Design:
    """A design: what it is for, what it is drawn for, and its slots."""

    id: str
    name: str
    summary: str
    family: str
    use: tuple[str, ...]
    orientation: Literal["portrait", "landscape", "both"]
    formats: tuple[str, ...]
    palettes: tuple[str, ...]
    panels: Mapping[Fold, Mapping[str, str | None]]
    """By fold, the drawing of each panel; None where it is left unprinted."""
    liner: str | None
    """The drawing of the envelope's liner, if the design has one."""
    colours: Mapping[str, str]
    slots: Mapping[str, Slot]
    folder: Path
    where: str


@dataclass(frozen=True, slots=True)
class MustSay:
    """Something that a note has to say."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """A field of a situation's own."""

    label: str
    example: str
    required: bool


@dataclass(frozen=True, slots=True)
class Note:
    """A note's words: the subject is empty for a card; `covers` ties must-says to sentences."""

    subject: Wording | None
    text: Wording
    covers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Medium:
    """Whether e-mail and card suit a situation: yes, no, or a condition in words."""

    email: str
    card: str


@dataclass(frozen=True, slots=True)
class When:
    """Days after the event: from, by, and for a card."""

    start: int
    by: int
    card_by: int | None


@dataclass(frozen=True, slots=True)
class Situation:
    """A situation to write in, with its notes by tone; `order` is its place in its group."""

    id: str
    title: str
    summary: str
    group: str
    to: str
    when: When
    medium: Medium
    must_say: tuple[MustSay, ...]
    avoid: tuple[str, ...]
    fields: Mapping[str, FieldSpec]
    cards: Mapping[Tone, Note]
    emails: Mapping[Tone, Note]
    sources: tuple[str, ...]
    where: str
    order: int | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Where a figure or a piece of advice comes from."""

    id: str
    title: str
    who: str
    year: int | None
    kind: str
    note: str


@dataclass(frozen=True, slots=True)
class Kit:
    """The whole kit."""

    root: Path
    settings: Settings
    palettes: Mapping[str, Palette]
    typefaces: Typefaces
    formats: Mapping[str, Format]
    designs: Mapping[str, Design]
    situations: Mapping[str, Situation]
    sources: Mapping[str, Source]
