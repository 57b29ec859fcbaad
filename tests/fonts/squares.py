"""A font of squares: every sign is as wide as it is high, so that layout can be done by head."""

from pathlib import Path

from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

CHARS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,:;!?'\"“”‘’()-–—…"
EM, SPACE, CAP, X, TAIL = 1000, 500, 700, 500, 200
TALL, TAILED = set("bdfhijkltABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!?()"), set("gjpqy")


def write_font(path: Path, features: str = "", chars: str = "") -> None:
    """Write the font: signs one em wide, spaces half; capitals 700 high, x 500, tails 200."""
    signs = sorted(set(chars or CHARS))
    names = {" ": "space", "\u00a0": "nbspace"} | {char: f"u{ord(char):04X}" for char in signs}
    builder = FontBuilder(EM, isTTF=True)
    builder.setupGlyphOrder([".notdef", *names.values()])
    builder.setupCharacterMap({ord(char): name for char, name in names.items()})
    blank = TTGlyphPen(None).glyph()
    glyphs = {".notdef": _square(0, CAP), "space": blank, "nbspace": blank}
    for char in signs:
        glyphs[names[char]] = _square(-TAIL if char in TAILED else 0, CAP if char in TALL else X)
    builder.setupGlyf(glyphs)
    spaces = {"space", "nbspace"}
    builder.setupHorizontalMetrics({n: (SPACE if n in spaces else EM, 0) for n in glyphs})
    builder.setupHorizontalHeader(ascent=800, descent=-TAIL)
    builder.setupOS2(sTypoAscender=800, sTypoDescender=-TAIL, sxHeight=X, sCapHeight=CAP)
    builder.setupNameTable({"familyName": "Square", "styleName": "Regular"})
    builder.setupPost()
    if features:
        addOpenTypeFeaturesFromString(builder.font, features)
    builder.font["head"].created = builder.font["head"].modified = 0
    builder.font.recalcTimestamp = False
    builder.save(path)


def _square(bottom: int, top: int) -> object:
    pen = TTGlyphPen(None)
    pen.moveTo((0, bottom))
    for point in ((0, top), (EM, top), (EM, bottom)):
        pen.lineTo(point)
    pen.closePath()
    return pen.glyph()
