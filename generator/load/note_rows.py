"""What the files of notes may hold: situations, and the sample that previews show."""

from typing import Annotated

from pydantic import Field

from generator.load.schema import Days, Filled, Id, Row
from generator.model.kit import Tone


class WhenRow(Row):
    """situations/ID.yml: when."""

    start: Days = Field(alias="from")
    """The first day to write, counted from what happened, as 0d."""
    by: Days
    """The last good day for a note, as 2d or 1w."""
    card_by: Days | None = None
    """The last good day for a card by post."""


class MediumRow(Row):
    """situations/ID.yml: medium."""

    email: Filled
    """yes or no, and when."""
    card: Filled
    """yes or no, and when."""


class MustSayRow(Row):
    """situations/ID.yml: one thing that a note has to say."""

    id: Id
    """A word for it, which `covers` repeats."""
    text: Filled
    """What the note has to say."""


class FieldRow(Row):
    """situations/ID.yml: a field of its own."""

    label: Filled
    """What the reader is asked for."""
    example: Filled
    """What could stand there."""
    required: bool = False
    """Whether the note needs it; an empty one that is not required drops its clause."""


class CardRow(Row):
    """situations/ID.yml: a card's words."""

    text: Filled
    """The note, with fields as {{ recipient }} and {% if detail %}…{% endif %}."""
    covers: dict[str, Filled] = Field(default_factory=dict)
    """For each must_say, the sentence of the text that says it, word for word."""


class EmailRow(CardRow):
    """situations/ID.yml: an e-mail's words."""

    subject: Filled
    """The subject line."""


class ToneRow(Row):
    """situations/ID.yml: the words in one tone."""

    card: CardRow | None = None
    """The words for a card."""
    email: EmailRow | None = None
    """The words for an e-mail."""


class SituationRow(Row):
    """situations/ID.yml."""

    title: Filled
    """What happened, in a few words."""
    summary: str = ""
    """One sentence under the title."""
    group: Filled
    """The heading that it stands under in the list."""
    order: Annotated[int, Field(ge=1)] | None = None
    """Its place under that heading: 1 is first; those without a place come after, by id."""
    to: Filled
    """Who gets the note."""
    when: WhenRow
    """When to write, counted from what happened."""
    medium: MediumRow
    """Whether an e-mail or a card fits, and when."""
    must_say: list[MustSayRow] = Field(default_factory=list)
    """What each note has to say."""
    avoid: list[Filled] = Field(default_factory=list)
    """What to leave out."""
    fields_: dict[Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")], FieldRow] = Field(
        default_factory=dict, alias="fields"
    )
    """Values of this situation alone, besides those that every note has (recipient, …)."""
    wordings: Annotated[dict[Tone, ToneRow], Field(min_length=1)]
    """The notes, by their tone: warm, plain, formal."""
    sources: list[Id] = Field(default_factory=list)
    """Where the advice comes from: ids of sources.yml."""


class SampleRow(Row):
    """samples/ID.yml: the invented people of the previews that say that they are samples."""

    situation: Id
    """The situation whose note is shown."""
    tone: Tone = "warm"
    """Its tone: warm, plain or formal."""
    fields_: dict[str, Filled] = Field(default_factory=dict, alias="fields")
    """The values that fill it, by field."""
