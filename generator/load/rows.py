"""What each file may hold: the schemas that values are checked against and editors complete by."""

from itertools import chain
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from generator.load.colour import ROLE_OR_TINT
from generator.load.schema import (
    ID,
    Filled,
    Hex,
    Id,
    Length,
    Monogram,
    Percent,
    Role,
    Row,
    SizeRange,
    ratio,
    worded,
)
from generator.model.kit import PANELS, Align, Fit, Fold, Valign

Family = Literal["typographic", "metaphor", "engraved", "pattern", "botanical", "geometric"]
Weight = Annotated[int, Field(ge=1, le=1000)]


def _choice(value: object) -> object:
    """Read `all` as no exception."""
    return {"except": []} if value == "all" else value


def _drawing(text: str) -> str | None:
    return None if text == "none" else text


def _index(value: object) -> object:
    return value if isinstance(value, dict) else {"": value}


class Choice(Row):
    """All designs, only some, or all but some."""

    only: list[Id] | None = None
    """These designs and no others."""
    but: list[Id] = Field(default=[], alias="except")
    """All designs but these."""


class PublishRow(Row):
    """kit.yml: publish."""

    palettes: Literal["first", "all"] = "first"
    """`first` offers each design in its first palette, `all` in each of its palettes."""
    formats: list[Id] = Field(default=["us-a2", "us-a7", "iso-a6"], min_length=1)
    """The card formats that are offered, by their ids."""
    folds: Literal["all"] | list[Fold] = "all"
    """`all`, or a list of folds that are offered: flat, side, tent, quarter."""


class KitRow(Row):
    """kit.yml."""

    name: Filled = "Afternote"
    """The site's title, and the small print on the back of cards."""
    owner: Filled = "Your Name"
    """You: who signs a note where nobody else is named, and what the ornaments grow from."""
    monogram: Monogram | None = None
    """One to three letters for designs with a monogram; the sender's initials if left out."""
    logo: Filled | None = None
    """Your own picture for designs with a place for one: as mine/logo.svg; PNG, JPEG or SVG."""
    locale: str = Field(default="en-US", pattern=r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$")
    """Your language and country, as en-US: paper, forms of dates and greetings."""
    format: Id | None = None
    """Your usual card; if left out, the one that suits the paper of your country."""
    palette: Id = "ink"
    """Your usual colours: the id of a palette."""
    seed: Filled | None = None
    """What the ornaments grow from, if not from the owner's name: another seed, another drawing."""
    site_url: str = Field(
        default="https://example.org/afternote/", pattern=r"^https?://[^\s/?#]+(/[^\s?#]*)?$"
    )
    """The address at which the site will live."""
    designs: Annotated[
        Choice,
        BeforeValidator(_choice),
        WithJsonSchema({"anyOf": [{"const": "all"}, Choice.model_json_schema()]}),
    ] = Choice()
    """Which designs the kit has: all, {only: [ids]} or {except: [ids]}."""
    publish: PublishRow = PublishRow()
    """What the site offers ready to print."""


class InkRow(Row):
    """palettes.yml: one role of a palette."""

    rgb: Hex
    """The colour on screens and home printers, as "#RRGGBB" in quotes."""
    cmyk: Annotated[list[Percent], Field(min_length=4, max_length=4)] | None = None
    """The colour in print: percent of cyan, magenta, yellow, black; if left out, worked out."""


class PaletteRow(Row):
    """palettes.yml: one palette."""

    name: Filled
    """What the palette is called."""
    paper: InkRow
    """The ground: most of a card."""
    ink: InkRow
    """The colour of text; at least 4.5:1 on paper."""
    accent: InkRow
    """Drawings, signatures and large areas; at least 4.5:1 on paper where text is set in it."""
    second: InkRow
    """A lighter companion of accent; never text."""
    muted: InkRow
    """Small text that stays in the background; at least 4.5:1 on paper."""


class EnvelopeRow(Row):
    """formats.yml: one envelope, outside, as it is addressed."""

    name: Filled
    """What the trade calls it."""
    size: Annotated[list[Length], Field(min_length=2, max_length=2)]
    """Its outside: [width, height] as it is addressed."""


class FormatRow(Row):
    """formats.yml: one format, in portrait."""

    name: Filled
    """What the card is called."""
    trim: Annotated[list[Length], Field(min_length=2, max_length=2)]
    """The cut and folded card, upright: [width, height]."""
    folds: list[Fold] = Field(min_length=1)
    """The folds that usual papers allow: flat, side, tent, quarter."""
    envelopes: dict[str, list[EnvelopeRow]] = Field(default_factory=dict)
    """Envelopes that take it, by the region that sells them."""
    source: Filled
    """Where the figures come from."""


class FaceRow(Row):
    """typefaces.yml: one typeface."""

    package: Filled
    """The Python package that brings the font files."""
    upright: Filled
    """The file name of the upright font in that package."""
    italic: Filled | None = None
    """The file name of the italic font, if there is one."""
    weights: list[Weight] = Field(min_length=1, max_length=2)
    """[lightest, boldest] of a variable font, or [the one weight] of a static one."""
    statics: dict[Weight, Annotated[list[Filled], Field(min_length=1, max_length=2)]] = Field(
        default_factory=dict
    )
    """Files for further weights: upright, then italic."""
    axes: dict[Annotated[str, Field(pattern=r"^[A-Za-z]{4}$")], int] = Field(default_factory=dict)
    """Other axes that are fixed, by their four letters, as opsz."""
    index: Annotated[dict[str, int], BeforeValidator(_index)] = Field(
        default_factory=lambda: {"": 0}
    )
    """The number of the font in a collection file; by language where it differs."""
    fallback: list[Id] = Field(default_factory=list)
    """Typefaces that stand in for a character that this one lacks."""
    scale: ratio(0.5, 2) = 1000  # type: ignore[valid-type]
    """How much larger or smaller to set it, so that it sits well beside others."""
    licence: Filled
    """The licence, by its SPDX name."""


class LastResortRow(Row):
    """typefaces.yml: one last resort."""

    face: Id
    """The id of a typeface."""
    scale: ratio(0.5, 2) = 1000  # type: ignore[valid-type]
    """How much larger or smaller to set it."""
    index: dict[str, int] = Field(default_factory=dict)
    """The number of the font in a collection file, by language."""


class TypefacesRow(Row):
    """typefaces.yml."""

    roles: dict[Id, Id] = Field(default_factory=dict)
    """What designs ask for (text, display, hand, …), and the typeface that does it."""
    faces: dict[Id, FaceRow] = Field(default_factory=dict)
    """The typefaces, by their ids."""
    last_resort: list[LastResortRow] = Field(default_factory=list)
    """Typefaces for characters that all others lack, in order."""


class SlotRow(Row):
    """design.yml: one slot."""

    kind: Literal["text", "picture", "monogram", "code"] = "text"
    """What is set into the rectangle: text, a picture, a monogram or a code."""
    typeface: Id = "text"
    """A role (text, display, hand, …) or the id of a typeface."""
    weight: Weight = 400
    """How bold, from 1 to 1000: 400 is regular, 700 is bold."""
    italic: bool = False
    """Whether it is set in italics."""
    size: SizeRange | None = None
    """A size as 9pt, or a range as 9pt..13pt, of which the largest that fits is taken."""
    leading: ratio(0.7, 3) = 1400  # type: ignore[valid-type]
    """From line to line, in sizes of the type: 1.4 is usual."""
    tracking: Annotated[int, Field(ge=-200, le=1000)] = 0
    """Space between letters, in thousandths of the size."""
    features: list[Annotated[str, Field(pattern=r"^[A-Za-z0-9]{4}(=[0-9]{1,2})?$")]] = Field(
        default_factory=list
    )
    """OpenType features, by their four letters: smcp for small caps, onum for old-style figures."""
    align: Align = "left"
    """left, center or right."""
    valign: Valign = "top"
    """top, middle or bottom of the rectangle."""
    colour: Role = "ink"
    """The ink: paper, ink, accent, second or muted."""
    max_lines: Annotated[int, Field(ge=1, le=200)] | None = None
    """The most lines that it may take."""
    required: bool | None = None
    """Whether each fold must have exactly one rectangle for it; true for text if left out."""
    lang: str | None = None
    """The language of the words, as en or ja, if it is not the note's."""
    text: str | None = None
    """The words, with fields as {{ cover }} or {% if cover %}…{% else %}…{% endif %}."""
    file: Filled | None = None
    """Of a picture: the name of its file beside design.yml; your logo of kit.yml if left out."""
    fit: Fit = "contain"
    """Of a picture: contain shows all of it, cover fills the rectangle and cuts off the rest."""
    alt: str | None = None
    """Of a picture: what it shows, in words for those who cannot see it."""


Drawing = Annotated[
    Annotated[str, Field(pattern=ID)] | None,
    worded(_drawing, "the name of a drawing, or none"),
    WithJsonSchema({"type": "string", "pattern": ID}),
]

Drawings = Annotated[
    dict[str, Drawing],
    Field(json_schema_extra={"propertyNames": {"enum": sorted({*chain(*PANELS.values())})}}),
]
"""The drawing of each panel of a fold."""
RoleOrTint = Annotated[str, Field(json_schema_extra={"pattern": f"^({ROLE_OR_TINT.pattern})$"})]


class DesignRow(Row):
    """designs/ID/design.yml."""

    name: Filled
    """What the card is called."""
    summary: Filled
    """One sentence, shown under the card."""
    family: Family
    """typographic, metaphor, engraved, pattern, botanical or geometric."""
    use: list[Filled] = Field(default_factory=list)
    """What it is good for; the gallery can be filtered by it."""
    orientation: Literal["portrait", "landscape", "both"] = "portrait"
    """portrait, landscape or both."""
    formats: list[Id] = Field(min_length=1)
    """The card formats that it is drawn for, by their ids."""
    palettes: list[Id] = Field(min_length=1)
    """Palettes that suit it, by their ids; the first one is used where none is asked for."""
    panels: Annotated[dict[Fold, Drawings], Field(min_length=1)]
    """What is printed on each side of each fold: the name of a drawing, or none."""
    liner: Annotated[str, Field(pattern=ID)] | None = None
    """The name of the drawing for the envelope's lining, if there is one."""
    colours: dict[str, RoleOrTint] = Field(default_factory=dict)
    """The colours of plain drawings, and their inks: accent, or 40 % of it as accent-40."""
    slots: dict[Id, SlotRow] = Field(default_factory=dict)
    """The texts and pictures, by the id of their rectangle: slot-message holds `message`."""


class SourceRow(Row):
    """sources.yml: one source."""

    title: Filled
    """What it is called."""
    who: Filled
    """Who wrote or published it."""
    year: Annotated[int, Field(ge=1400, le=2200)] | None = None
    """When."""
    kind: Filled
    """What it is: study, survey, guide, book, post …"""
    note: str = ""
    """What it shows, and how far."""
