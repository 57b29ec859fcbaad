"""How far the ink of a face reaches."""

from functools import lru_cache

from generator.fonts.files import open_font
from generator.model.length import Box, Mpt
from generator.model.scene import Face, FontFile, Text, glyph_origins, units_to_mpt

TAILS = "gjpqy"


def ink_depth(face: Face) -> int:
    """Return how far a face's tails reach below the baseline, in font units.

    The descent that a face states also holds the space that it wants between lines.
    """
    return _depth(face.font) or face.descent


@lru_cache(maxsize=512)
def _depth(font: FontFile) -> int:
    opened = open_font(font)
    gids = (opened.get_nominal_glyph(ord(char)) for char in TAILS)
    inks = (opened.get_glyph_extents(gid) for gid in gids if gid)
    return max((-(ink.y_bearing + ink.height) for ink in inks if ink), default=0)


def ink_box(text: Text) -> Box:
    """Return the smallest box that holds the ink of a text, at the first line where it has none."""
    boxes = [
        _placed(ink, run.face, text.size, x, y)
        for line in text.lines
        for run, xs, ys in glyph_origins(text, line)
        for gid, x, y in zip(run.gids, xs, ys, strict=True)
        if any(ink := glyph_ink(run.face.font, gid))
    ]
    if not boxes:
        return Box(text.lines[0].x, text.lines[0].y, 0, 0) if text.lines else Box(0, 0, 0, 0)
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    left, top = min(lefts), min(tops)
    return Box(left, top, max(rights) - left, max(bottoms) - top)


@lru_cache(maxsize=8192)
def glyph_ink(font: FontFile, gid: int) -> tuple[int, int, int, int]:
    """Return left, top, right and bottom of a glyph's ink in font units, y up; zeros for none."""
    ink = open_font(font).get_glyph_extents(gid)
    if ink is None:
        return 0, 0, 0, 0
    return (
        ink.x_bearing,
        ink.y_bearing,
        ink.x_bearing + ink.width,
        ink.y_bearing + ink.height,
    )


def _placed(
    ink: tuple[int, int, int, int], face: Face, size: Mpt, x: Mpt, y: Mpt
) -> tuple[Mpt, Mpt, Mpt, Mpt]:
    left, top, right, bottom = (units_to_mpt(value, face, size) for value in ink)
    return x + left, y - top, x + right, y - bottom
