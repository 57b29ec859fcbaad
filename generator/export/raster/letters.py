"""Place a text's glyph masks on the pixels of a view; nothing is laid out anew."""

from typing import NamedTuple, TypeAlias

from PIL import Image, ImageChops

from generator.export.affine import map_points
from generator.export.raster.view import View
from generator.fonts.masks import PHASES
from generator.model.paint import Matrix, Rgb
from generator.model.scene import Text, glyph_origins

PixelBox: TypeAlias = tuple[int, int, int, int]
Glyph: TypeAlias = tuple[Image.Image, int, int]
"""A mask and the pixel of its left top."""


class Word(NamedTuple):
    """The masks of one run, in some faces a whole line, and the box that holds them."""

    box: PixelBox
    glyphs: list[Glyph]


class Letters(NamedTuple):
    """One text as words in one ink."""

    rgb: Rgb
    words: list[Word]

    def glyphs(self) -> list[Glyph]:
        """Return the masks of all words."""
        return [glyph for word in self.words for glyph in word.glyphs]


def place(text: Text, matrix: Matrix, view: View) -> Letters:
    """Return the masks of a text under a map, each at the nearest eighth of a pixel."""
    words: list[Word] = []
    scale, half, whole = 2 * PHASES * view.num, view.den, 2 * view.den
    for line in text.lines:
        for run, xs, ys in glyph_origins(text, line):
            glyphs: list[Glyph] = []
            mask_of = view.masks(run.face, text.size, matrix).get
            for gid, x, y in zip(run.gids, *map_points(matrix, xs, ys), strict=True):
                across = ((x - view.x) * scale + half) // whole
                down = ((y - view.y) * scale + half) // whole
                mask = mask_of(gid, across % PHASES, down % PHASES)
                if mask is not None:
                    image, left, top = mask
                    glyphs.append((image, across // PHASES + left, down // PHASES + top))
            if glyphs:
                words.append(Word(_bounds(glyphs), glyphs))
    return Letters(text.ink.rgb, words)


def clipped(letters: Letters, mask: Image.Image) -> Letters:
    """Return the letters as seen through a mask of the whole view; themselves if all are inside."""
    if all(mask.crop(word.box).getextrema() == (255, 255) for word in letters.words):
        return letters
    return Letters(letters.rgb, [_seen(word, mask) for word in letters.words])


def _seen(word: Word, mask: Image.Image) -> Word:
    glyphs = []
    for glyph, x, y in word.glyphs:
        window = mask.crop((x, y, x + glyph.width, y + glyph.height))
        glyphs.append((ImageChops.multiply(glyph, window), x, y))
    return Word(word.box, glyphs)


def _bounds(glyphs: list[Glyph]) -> PixelBox:
    return (
        min(x for _, x, _ in glyphs),
        min(y for _, _, y in glyphs),
        max(x + image.width for image, x, _ in glyphs),
        max(y + image.height for image, _, y in glyphs),
    )
