"""A window of pixels on a scene: which part, how large, and how lengths become pixels."""

from dataclasses import dataclass

from generator.fonts.masks import Masks, masks
from generator.model.length import MPT_PER_INCH, Box, Mpt, pixels
from generator.model.paint import Matrix
from generator.model.scene import Face


@dataclass(frozen=True, slots=True)
class View:
    """A window of `width` × `height` pixels whose corner is at x, y; `num`/`den` pixels a mpt."""

    x: Mpt
    y: Mpt
    width: int
    height: int
    num: int
    den: int

    @classmethod
    def at_dpi(cls, box: Box, dpi: int) -> "View":
        """Return the window on a box at a resolution; its sides are the nearest whole pixels."""
        return cls(box.x, box.y, pixels(box.width, dpi), pixels(box.height, dpi), dpi, MPT_PER_INCH)

    @classmethod
    def at_width(cls, box: Box, width: int) -> "View":
        """Return the window on a box that is exactly so many pixels wide."""
        height = (box.height * width * 2 + box.width) // (2 * box.width)
        return cls(box.x, box.y, width, max(1, height), width, box.width)

    @property
    def scale(self) -> float:
        """How many pixels 1/1000 pt takes."""
        return self.num / self.den

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return self.width, self.height

    def masks(self, face: Face, size: Mpt, matrix: Matrix) -> Masks:
        """Return the glyph masks of a face at a text size under a map, at this resolution."""
        if self.den == MPT_PER_INCH:
            return masks(face, size, self.num, matrix)
        dpi = -(-self.num * MPT_PER_INCH // self.den)
        zoom = self.num * MPT_PER_INCH / (self.den * dpi)
        a, b, c, d = (round(value * zoom) for value in matrix[:4])
        return masks(face, size, dpi, (a, b, c, d, 0, 0))
