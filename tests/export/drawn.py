"""Small scenes at one pixel a point, compared with pictures written as characters."""

import importlib
import struct
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path as FilePath
from textwrap import dedent

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from PIL import Image

from generator.export.png import paint
from generator.export.raster.cache import Cache
from generator.model.length import Box
from generator.model.paint import Ink, Rgb
from generator.model.scene import Face, FontFile, Item, Line, Path, Run, Scene, Text

COLOURS: dict[str, Rgb] = {
    "_": (255, 255, 255),
    "R": (255, 0, 0),
    "G": (0, 128, 0),
    "B": (0, 0, 255),
    "K": (0, 0, 0),
    "P": (246, 239, 230),
    "r": (255, 128, 128),
    "b": (128, 128, 255),
    "k": (128, 128, 128),
}
RED, GREEN, BLUE, BLACK, PAPER = (Ink(name, COLOURS[name]) for name in "RGBKP")
SQUARE = Face("square", "Square", FontFile("afternote_square", "square.ttf"), 1000, 1000, 0, 1, 1)


def scene(*items: Item, width: int = 8, height: int = 8, bleed: int = 0) -> Scene:
    trim = Box(0, 0, width * 1000, height * 1000)
    return Scene(trim.grown(bleed * 1000), trim, bleed * 1000, items)


def rect(x: float, y: float, width: float, height: float) -> str:
    left, top = round(x * 1000), round(y * 1000)
    right, bottom = round((x + width) * 1000), round((y + height) * 1000)
    return f"M{left} {top}L{right} {top}L{right} {bottom}L{left} {bottom}Z"


def box(x: float, y: float, width: float, height: float, ink: Ink = RED) -> Path:
    return Path(rect(x, y, width, height), ink)


def squares(
    x: float, y: float, ink: Ink = BLACK, *, size: float = 2, count: int = 1, slot: str = "message"
) -> Text:
    """Return a text of square glyphs that stand on the baseline y."""
    gids = (1,) * count
    zeros = (0,) * count
    run = Run(SQUARE, "A" * count, 0, gids, (1000,) * count, zeros, zeros, zeros, 1000 * count)
    line = Line(round(x * 1000), round(y * 1000), 0, count, (run,))
    return Text(slot, "P", "en", False, "A" * count, round(size * 1000), 0, ink, (line,))


def install_square(folder: FilePath) -> None:
    """Make the package whose one face has a square em for glyph 1 and a bar for glyph 2."""
    package = folder / "afternote_square"
    package.mkdir()
    (package / "__init__.py").touch()
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "A", "bar"])
    builder.setupCharacterMap({65: "A", 124: "bar"})
    bars = {"A": 1000, "bar": 250}
    builder.setupGlyf(
        {".notdef": TTGlyphPen(None).glyph()} | {name: _block(w) for name, w in bars.items()}
    )
    builder.setupHorizontalMetrics(dict.fromkeys((".notdef", "A", "bar"), (1000, 0)))
    builder.setupHorizontalHeader(ascent=1000, descent=0)
    builder.setupPost()
    builder.save(package / "square.ttf")
    sys.path.insert(0, str(folder))
    importlib.invalidate_caches()


def _block(width: int) -> object:
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    for point in ((0, 1000), (width, 1000), (width, 0)):
        pen.lineTo(point)
    pen.closePath()
    return pen.glyph()


def assert_drawn(drawn: Scene, picture: str, tolerance: int = 1) -> None:
    """Compare a scene at 72 dpi with rows of characters of COLOURS."""
    assert_pixels(paint(drawn, 72, Cache()), picture, tolerance)


def assert_pixels(image: Image.Image, picture: str, tolerance: int = 1) -> None:
    rows = dedent(picture).split()
    assert image.size == (len(rows[0]), len(rows))
    wrong = [
        f"({x}, {y}): {image.getpixel((x, y))} instead of {name} {COLOURS[name]}"
        for y, row in enumerate(rows)
        for x, name in enumerate(row)
        if _far(image.getpixel((x, y)), COLOURS[name], tolerance)
    ]
    assert not wrong, "\n".join(wrong)


def _far(found: object, wanted: Rgb, tolerance: int) -> bool:
    assert isinstance(found, tuple)
    return any(abs(a - b) > tolerance for a, b in zip(found, wanted, strict=True))


def chunks(png: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the chunks of a PNG, having checked signature, lengths and checksums."""
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    at = 8
    while at < len(png):
        (length,) = struct.unpack_from(">I", png, at)
        kind, data = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        (crc,) = struct.unpack_from(">I", png, at + 8 + length)
        assert crc == zlib.crc32(kind + data), kind
        yield kind.decode("ascii"), data
        at += 12 + length
