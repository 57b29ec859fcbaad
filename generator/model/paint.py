"""What an item is painted with: an ink of the palette, or a gradient between inks."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from generator.model.length import Mpt

Rgb: TypeAlias = tuple[int, int, int]
Cmyk: TypeAlias = tuple[int, int, int, int]
Matrix: TypeAlias = tuple[int, int, int, int, int, int]
"""An affine map (a b c d e f) as in SVG: a to d in millionths, e and f in 1/1000 pt."""

ONE = 1_000_000
IDENTITY: Matrix = (ONE, 0, 0, ONE, 0, 0)
ROLES = ("paper", "ink", "accent", "second", "muted")
LEAST_CONTRAST = 4.5
"""Of text on its ground (WCAG 2.2, 1.4.3, level AA)."""


@dataclass(frozen=True, slots=True)
class Ink:
    """One ink: its role (`accent`, or `accent-40` for 40 % of it on paper) and its colours.

    In artwork only the role is set; `layout.forms` gives it its colours. `rgb` is 0–255,
    `cmyk` is percent.
    """

    role: str
    rgb: Rgb = (0, 0, 0)
    cmyk: Cmyk | None = None


@dataclass(frozen=True, slots=True)
class Stop:
    """A gradient's colour at an offset; offset and opacity are 0–1000."""

    offset: int
    ink: Ink
    opacity: int = 1000


@dataclass(frozen=True, slots=True)
class Gradient:
    """A gradient in panel coordinates.

    `geometry` is (x1, y1, x2, y2) if linear and (cx, cy, r, fx, fy) if radial, in 1/1000 pt,
    before `matrix` is applied to it.
    """

    kind: Literal["linear", "radial"]
    geometry: tuple[Mpt, ...]
    stops: tuple[Stop, ...]
    matrix: Matrix = IDENTITY


Paint: TypeAlias = Ink | Gradient


@dataclass(frozen=True, slots=True)
class Stroke:
    """How a line is drawn; width and dashes in 1/1000 pt, the miter limit in thousandths."""

    paint: Paint
    width: Mpt
    cap: Literal["butt", "round", "square"] = "butt"
    join: Literal["miter", "round", "bevel"] = "miter"
    miter: int = 4000
    dash: tuple[Mpt, ...] = ()
