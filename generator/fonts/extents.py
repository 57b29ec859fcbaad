"""How far the ink of a face reaches."""

from functools import lru_cache

from generator.fonts.files import open_font
from generator.model.scene import Face, FontFile

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
