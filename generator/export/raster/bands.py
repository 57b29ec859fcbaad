"""Painting a card a band of rows at a time: the band stays in the processor's cache.

Whole fresh images of ten megabytes cost more than all that is drawn on them.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Protocol

from PIL import Image

from generator.export.raster.letters import Glyph, PixelBox

ROWS = 64
"""In a band: small enough that lines of type leave some bands alone, large enough to deflate."""


class Bands(Protocol):
    """A card that is painted by the band, the first having index 0."""

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the whole in pixels."""

    @property
    def touched(self) -> set[int]:
        """The bands that are not the ground alone."""

    def paint(self, index: int) -> Image.Image:
        """Return a band, RGB or indices (mode L)."""


def band_box(size: tuple[int, int], index: int) -> PixelBox:
    """Return where a band lies in an image."""
    width, height = size
    return 0, index * ROWS, width, min((index + 1) * ROWS, height)


def count_bands(height: int) -> int:
    """Return how many bands an image has."""
    return -(-height // ROWS)


def bands_of(boxes: Iterable[PixelBox]) -> set[int]:
    """Return the bands that boxes touch."""
    return {
        index for _, top, _, bottom in boxes for index in range(top // ROWS, -(-bottom // ROWS))
    }


def sorted_by_band(glyphs: Sequence[Glyph]) -> dict[int, list[Glyph]]:
    """Return the glyphs of each band, in their order; one may stand in several."""
    found: defaultdict[int, list[Glyph]] = defaultdict(list)
    for glyph in glyphs:
        mask, _, top = glyph
        for index in range(top // ROWS, (top + mask.height - 1) // ROWS + 1):
            found[index].append(glyph)
    return found
