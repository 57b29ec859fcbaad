"""What someone asks the press for: one card, fully named."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from generator.model.kit import Fold, Form
from generator.model.length import Mpt

DEFAULT_BLEED: Mpt = 9_000
"""3.175 mm (1/8 in): satisfies every shop but one in docs/print/."""


@dataclass(frozen=True, slots=True)
class Order:
    """A card to compose: ids of the kit, the words, and the form.

    `message` holds the note's paragraphs, "" to leave its place free for a hand; `fields` are
    the values for the other slots (`sender`, `cover`, …).
    """

    design: str
    format: str
    fold: Fold = "flat"
    palette: str = ""
    form: Form = "bleed"
    orientation: Literal["portrait", "landscape"] = "portrait"
    bleed: Mpt = DEFAULT_BLEED
    lang: str = "en"
    message: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)


class Letter(NamedTuple):
    """What one of many cards says: its message, and the values of its fields."""

    message: str
    fields: Mapping[str, str]
