"""Which characters a face can set."""

import re
import unicodedata
from functools import lru_cache

import uharfbuzz as hb

from generator.fonts.files import open_font
from generator.model.scene import Face, FontFile

# HarfBuzz makes these spaces from the plain one, at their proper widths (hb-ot-shape-fallback).
_SPACES = frozenset("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a")
_SPACES |= frozenset("\u202f\u205f\u3000")
_HEART, _SUIT = "\u2764", "\u2665"
_STAND_INS = {"\u2011": ("\u2010", "-"), "\u2010": ("-",), _HEART: (_SUIT,)}
# One-ink emoji hatch the red heart as heralds hatch red; on paper it has the ink's own colour.
_LONE_HEART = re.compile(f"(?<!\u200d){_HEART}(?!\ufe0f?\u200d)")


@lru_cache(maxsize=65536)
def is_ignorable(char: str) -> bool:
    """Return whether a character shows nothing of its own: joiners, selectors, bidi controls."""
    code = ord(char)
    if unicodedata.category(char) in {"Cf", "Cc"}:
        # Marks of number and footnote that Arabic, Syriac and Kaithi write visibly.
        return not (0x600 <= code <= 0x605 or code in {0x6DD, 0x70F, 0x8E2, 0x110BD, 0x110CD})
    return (
        code in {0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0}
        or 0x180B <= code <= 0x180F
        or 0xFE00 <= code <= 0xFE0F
        or 0xE0000 <= code <= 0xE0FFF
    )


class Coverage:
    """The characters of one face."""

    __slots__ = ("_font", "_known", "_settable")

    def __init__(self, font: hb.Font) -> None:
        self._font = font
        self._known: dict[str, bool] = {}
        self._settable: set[str] = set()

    def has(self, char: str) -> bool:
        """Return whether the face has a glyph of its own for a character."""
        known = self._known.get(char)
        if known is None:
            known = self._known[char] = bool(self._font.get_nominal_glyph(ord(char)))
        return known

    def sets(self, char: str) -> bool:
        """Return whether the face can set a character, be it by a stand-in of the same look."""
        if self.has(char) or is_ignorable(char):
            return True
        if char in _SPACES:
            return self.has(" ")
        return any(self.has(other) for other in _STAND_INS.get(char, ()))

    def sets_all(self, text: str) -> bool:
        """Return whether the face can set every character of a text."""
        chars = set(text)
        if chars <= self._settable:
            return True
        if not all(map(self.sets, chars)):
            return False
        self._settable |= chars
        return True

    def shown(self, text: str) -> str:
        """Return the text with what the face is to show in place of hyphens and hearts.

        A missing hyphen is shown by one that the face has, a red heart by a full one.
        """
        if text.isascii():
            return text
        if _HEART in text and self.has(_SUIT):
            text = _LONE_HEART.sub(_SUIT, text)
        if not any(char in text for char in _STAND_INS):
            return text
        return "".join(self._shown_char(char) for char in text)

    def _shown_char(self, char: str) -> str:
        if char not in _STAND_INS or self.has(char):
            return char
        return next((other for other in _STAND_INS[char] if self.has(other)), char)


@lru_cache(maxsize=512)
def _coverage(font: FontFile) -> Coverage:
    return Coverage(open_font(font))


def coverage(face: Face) -> Coverage:
    """Return the coverage of a face."""
    return _coverage(face.font)


def covers(face: Face, char: str) -> bool:
    """Return whether a face has a glyph of its own for a character."""
    return _coverage(face.font).has(char)
