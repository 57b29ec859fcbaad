"""The site's own web fonts: EB Garamond, cut down to the signs and features that pages use."""

from collections.abc import Iterator
from importlib.resources import files
from io import BytesIO

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

PACKAGE = "fontpkg_eb_garamond"
FACES = {
    "fonts/text.woff2": "EBGaramond[wght].ttf",
    "fonts/text-italic.woff2": "EBGaramond-Italic[wght].ttf",
}
WEIGHTS = (400, 600)
FEATURES = ("kern", "mark", "mkmk", "ccmp", "locl", "liga", "calt", "smcp", "c2sc", "onum", "lnum",
            "pnum", "tnum", "case")  # fmt: skip
RANGES = (
    (0x20, 0x7E),
    (0xA0, 0x17F),
    (0x218, 0x21B),
    (0x300, 0x304),
    (0x2010, 0x2026),
    (0x2030, 0x203A),
)
SIGNS = "⁄€№™←→↑↓−×÷≤≥½¼¾⅛⅜⅝⅞❦•"
"""Latin for names and words in western and central Europe, and the signs that pages set."""


def render_fonts() -> dict[str, bytes]:
    """Return the web fonts as WOFF2 by their paths below docs/kit/, always the same bytes."""
    return dict(_rendered())


def _rendered() -> Iterator[tuple[str, bytes]]:
    for path, name in FACES.items():
        source = (files(PACKAGE) / "files" / name).read_bytes()
        yield path, _cut(source)


def _cut(source: bytes) -> bytes:
    font = TTFont(BytesIO(source), recalcTimestamp=False)
    subsetter = Subsetter(_options())
    subsetter.populate(unicodes=_unicodes())
    subsetter.subset(font)
    instantiateVariableFont(font, {"wght": WEIGHTS}, inplace=True)
    font.flavor = "woff2"
    out = BytesIO()
    font.save(out)
    return out.getvalue()


def _options() -> Options:
    options = Options()
    options.layout_features = list(FEATURES)
    options.hinting = False
    options.name_IDs = [0, 1, 2, 3, 5, 6, 13, 14]
    options.drop_tables += ["DSIG"]
    options.notdef_outline = True
    return options


def _unicodes() -> set[int]:
    ranges = {code for first, last in RANGES for code in range(first, last + 1)}
    return ranges | {ord(sign) for sign in SIGNS}
