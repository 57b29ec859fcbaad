"""What each file may hold: the schemas that values are checked against and editors complete by."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from generator.load.schema import (
    ID,
    Days,
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
from generator.model.kit import Align, Fit, Fold, Tone, Valign

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
    but: list[Id] = Field(default=[], alias="except")


class PublishRow(Row):
    """kit.yml: publish."""

    palettes: Literal["first", "all"] = "first"
    formats: list[Id] = Field(default=["us-a2", "us-a7", "iso-a6"], min_length=1)
    folds: Literal["all"] | list[Fold] = "all"


class KitRow(Row):
    """kit.yml."""

    name: Filled = "Afternote"
    owner: Filled = "Your Name"
    monogram: Monogram | None = None
    logo: Filled | None = None
    locale: str = Field(default="en-US", pattern=r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$")
    format: Id | None = None
    palette: Id = "ink"
    seed: Filled | None = None
    site_url: str = Field(
        default="https://example.org/afternote/", pattern=r"^https?://[^\s/?#]+(/[^\s?#]*)?$"
    )
    designs: Annotated[
        Choice,
        BeforeValidator(_choice),
        WithJsonSchema({"anyOf": [{"const": "all"}, Choice.model_json_schema()]}),
    ] = Choice()
    publish: PublishRow = PublishRow()


class InkRow(Row):
    """palettes.yml: one role of a palette."""

    rgb: Hex
    cmyk: Annotated[list[Percent], Field(min_length=4, max_length=4)] | None = None


class PaletteRow(Row):
    """palettes.yml: one palette."""

    name: Filled
    paper: InkRow
    ink: InkRow
    accent: InkRow
    second: InkRow
    muted: InkRow


class EnvelopeRow(Row):
    """formats.yml: one envelope, outside, as it is addressed."""

    name: Filled
    size: Annotated[list[Length], Field(min_length=2, max_length=2)]


class FormatRow(Row):
    """formats.yml: one format, in portrait."""

    name: Filled
    trim: Annotated[list[Length], Field(min_length=2, max_length=2)]
    folds: list[Fold] = Field(min_length=1)
    envelopes: dict[str, list[EnvelopeRow]] = Field(default_factory=dict)
    source: Filled


class FaceRow(Row):
    """typefaces.yml: one typeface."""

    package: Filled
    upright: Filled
    italic: Filled | None = None
    weights: list[Weight] = Field(min_length=1, max_length=2)
    statics: dict[Weight, Annotated[list[Filled], Field(min_length=1, max_length=2)]] = Field(
        default_factory=dict
    )
    axes: dict[Annotated[str, Field(pattern=r"^[A-Za-z]{4}$")], int] = Field(default_factory=dict)
    index: Annotated[dict[str, int], BeforeValidator(_index)] = Field(
        default_factory=lambda: {"": 0}
    )
    fallback: list[Id] = Field(default_factory=list)
    scale: ratio(0.5, 2) = 1000  # type: ignore[valid-type]
    licence: Filled


class LastResortRow(Row):
    """typefaces.yml: one last resort."""

    face: Id
    scale: ratio(0.5, 2) = 1000  # type: ignore[valid-type]
    index: dict[str, int] = Field(default_factory=dict)


class TypefacesRow(Row):
    """typefaces.yml."""

    roles: dict[Id, Id] = Field(default_factory=dict)
    faces: dict[Id, FaceRow] = Field(default_factory=dict)
    last_resort: list[LastResortRow] = Field(default_factory=list)


class SlotRow(Row):
    """design.yml: one slot."""

    kind: Literal["text", "picture", "monogram", "code"] = "text"
    typeface: Id = "text"
    weight: Weight = 400
    italic: bool = False
    size: SizeRange | None = None
    leading: ratio(0.7, 3) = 1400  # type: ignore[valid-type]
    tracking: Annotated[int, Field(ge=-200, le=1000)] = 0
    features: list[Annotated[str, Field(pattern=r"^[A-Za-z0-9]{4}(=[0-9]{1,2})?$")]] = Field(
        default_factory=list
    )
    align: Align = "left"
    valign: Valign = "top"
    colour: Role = "ink"
    max_lines: Annotated[int, Field(ge=1, le=200)] | None = None
    required: bool | None = None
    lang: str | None = None
    text: str | None = None
    file: Filled | None = None
    fit: Fit = "contain"
    alt: str | None = None


Drawing = Annotated[
    Annotated[str, Field(pattern=ID)] | None,
    worded(_drawing, "the name of a drawing, or none"),
    WithJsonSchema({"type": "string", "pattern": ID}),
]


class DesignRow(Row):
    """designs/ID/design.yml."""

    name: Filled
    summary: Filled
    family: Family
    use: list[Filled] = Field(default_factory=list)
    orientation: Literal["portrait", "landscape", "both"] = "portrait"
    formats: list[Id] = Field(min_length=1)
    palettes: list[Id] = Field(min_length=1)
    panels: Annotated[dict[Fold, dict[str, Drawing]], Field(min_length=1)]
    liner: Annotated[str, Field(pattern=ID)] | None = None
    colours: dict[str, str] = Field(default_factory=dict)
    slots: dict[Id, SlotRow] = Field(default_factory=dict)


class WhenRow(Row):
    """situations/ID.yml: when."""

    start: Days = Field(alias="from")
    by: Days
    card_by: Days | None = None


class MediumRow(Row):
    """situations/ID.yml: medium."""

    email: Filled
    card: Filled


class MustSayRow(Row):
    """situations/ID.yml: one thing that a note has to say."""

    id: Id
    text: Filled


class FieldRow(Row):
    """situations/ID.yml: a field of its own."""

    label: Filled
    example: Filled
    required: bool = False


class CardRow(Row):
    """situations/ID.yml: a card's words."""

    text: Filled
    covers: dict[str, Filled] = Field(default_factory=dict)


class EmailRow(CardRow):
    """situations/ID.yml: an e-mail's words."""

    subject: Filled


class ToneRow(Row):
    """situations/ID.yml: the words in one tone."""

    card: CardRow | None = None
    email: EmailRow | None = None


class SituationRow(Row):
    """situations/ID.yml."""

    title: Filled
    summary: str = ""
    group: Filled
    to: Filled
    when: WhenRow
    medium: MediumRow
    must_say: list[MustSayRow] = Field(default_factory=list)
    avoid: list[Filled] = Field(default_factory=list)
    fields_: dict[Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")], FieldRow] = Field(
        default_factory=dict, alias="fields"
    )
    wordings: Annotated[dict[Tone, ToneRow], Field(min_length=1)]
    sources: list[Id] = Field(default_factory=list)


class SourceRow(Row):
    """sources.yml: one source."""

    title: Filled
    who: Filled
    year: Annotated[int, Field(ge=1400, le=2200)] | None = None
    kind: Filled
    note: str = ""


class SampleRow(Row):
    """samples/ID.yml: the invented people of the previews that say that they are samples."""

    situation: Id
    tone: Tone = "warm"
    fields_: dict[str, Filled] = Field(default_factory=dict, alias="fields")
