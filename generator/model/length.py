"""Lengths are integers of 1/1000 pt, written `Mpt`; words and units end in `load/`."""

from dataclasses import dataclass
from typing import TypeAlias

Mpt: TypeAlias = int
MPT_PER_INCH = 72_000
MM_PER_INCH = 25.4


def mm(value: float) -> Mpt:
    """Return a length in millimetres as the nearest 1/1000 pt."""
    return round(value * MPT_PER_INCH / MM_PER_INCH)


def pixels(length: Mpt, dpi: int) -> int:
    """Return a length as the nearest whole number of pixels at `dpi`."""
    return (length * dpi * 2 + MPT_PER_INCH) // (2 * MPT_PER_INCH)


@dataclass(frozen=True, slots=True)
class Size:
    """A width and a height in 1/1000 pt."""

    width: Mpt
    height: Mpt

    def turned(self) -> "Size":
        """Return the size with width and height exchanged."""
        return Size(self.height, self.width)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in 1/1000 pt, y down, measured from the trim's top left corner."""

    x: Mpt
    y: Mpt
    width: Mpt
    height: Mpt

    @property
    def right(self) -> Mpt:
        """The x of the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> Mpt:
        """The y of the lower edge."""
        return self.y + self.height

    def grown(self, by: Mpt) -> "Box":
        """Return the box with each side moved outwards by `by` (inwards where negative)."""
        return Box(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)
