"""What comes of setting a text into a box."""

from dataclasses import dataclass

from generator.model.length import Mpt
from generator.model.scene import Text


@dataclass(frozen=True, slots=True)
class Fitted:
    """A text that fits its box, and the height that it takes."""

    text: Text
    height: Mpt


@dataclass(frozen=True, slots=True)
class Overflow:
    """A text that does not fit at its smallest size: how many words are over, in which slot.

    `fits_in` names the formats that would take it; the layout fills it in.
    """

    slot: str
    words_over: int
    fits_in: tuple[str, ...] = ()
