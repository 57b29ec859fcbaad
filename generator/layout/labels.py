"""The press's own words on a sheet: short labels beside marks and rulers."""

from dataclasses import dataclass
from typing import Literal

from generator.model.fitted import Fitted
from generator.model.length import Box, Mpt
from generator.model.paint import Ink
from generator.model.scene import Face, Group
from generator.text.fit import set_text
from generator.text.style import Style

BLACK = Ink("ink", (0, 0, 0), (0, 0, 0, 100))
SIZE: Mpt = 7_000


@dataclass(frozen=True, slots=True)
class Label:
    """How a label is set: its faces, its largest size, where it stands in its box."""

    faces: tuple[Face, ...]
    size: Mpt = SIZE
    align: Literal["left", "center", "right"] = "left"
    valign: Literal["top", "middle", "bottom"] = "top"
    ink: Ink = BLACK
    lang: str = "en"


LEAST: Mpt = 6_000
"""No label is smaller than an imprint."""


def set_label(words: str, box: Box, label: Label) -> Group:
    """Return a label as an artifact, in its box, between `LEAST` and the label's size.

    Raises ValueError where the box is too small: labels are ours, so that is a bug.
    """
    style = Style(
        slot="label",
        faces=label.faces,
        size=(min(LEAST, label.size), label.size),
        ink=label.ink,
        lang=label.lang,
        leading=1250,
        align=label.align,
        valign=label.valign,
    )
    fitted = set_text(words, box, style)
    if not isinstance(fitted, Fitted):
        raise ValueError(f"the label {words!r} does not fit its box")
    return Group((fitted.text,), artifact=True)
