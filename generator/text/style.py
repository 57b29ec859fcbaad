"""How a text is to be set: what the layout asks of the text engine."""

from dataclasses import dataclass
from typing import Literal

from generator.model.length import Mpt
from generator.model.paint import Ink
from generator.model.scene import Face


@dataclass(frozen=True, slots=True)
class Style:
    """One slot's way of setting.

    `faces` is the stack to fall back through, the design's own first. `size` is the smallest and
    the largest; `leading` per mille of the size; `tracking` 1/1000 em; `align` "left" means the
    start of the paragraph, so the right of an Arabic one. `paragraph_gap` is per mille of the
    leading, added between paragraphs (blank lines in the source).
    """

    slot: str
    faces: tuple[Face, ...]
    size: tuple[Mpt, Mpt]
    ink: Ink
    tag: str = "P"
    lang: str = "en"
    leading: int = 1400
    tracking: int = 0
    features: tuple[str, ...] = ()
    align: Literal["left", "center", "right"] = "left"
    valign: Literal["top", "middle", "bottom"] = "top"
    max_lines: int | None = None
    paragraph_gap: int = 500
