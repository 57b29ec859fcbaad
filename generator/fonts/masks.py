"""Glyphs as coverage masks, placed to an eighth of a pixel, drawn once and kept.

A sixteenth of a pixel is the most that a glyph can be out of place, which the eye does not see
even at 96 dpi; whole pixels it does see, as uneven letter spacing.
"""

from typing import NamedTuple, TypeAlias

import uharfbuzz as hb
from PIL import Image

from generator.fonts.files import open_font
from generator.model.length import MPT_PER_INCH, Mpt
from generator.model.paint import IDENTITY, ONE, Matrix
from generator.model.scene import Face, FontFile

PHASES = 8
TILE = 4096
"""HarfBuzz clips silently what is wider or higher (hb-raster-draw, as of 15.0)."""
KEPT_PIXELS = 24_000_000

MaskKey: TypeAlias = tuple[FontFile, int, int, int, tuple[int, int, int, int]]


class Mask(NamedTuple):
    """Coverage (mode L) and where its top left pixel lies from the origin's whole pixel."""

    image: Image.Image
    left: int
    top: int


class Masks:
    """The masks of one face at one size, resolution and map; get them by glyph and phase."""

    __slots__ = ("_font", "_kept", "_scale")

    def __init__(self, face: Face, size: Mpt, dpi: int, matrix: Matrix) -> None:
        self._font = open_font(face.font)
        self._kept: dict[int, Mask | None] = {}
        unit = size * face.scale * dpi / (face.upem * 1000 * MPT_PER_INCH)
        a, b, c, d = (value / ONE for value in matrix[:4])
        # Font units have y up and pixels y down, so the second column changes sign.
        self._scale = (a * unit, b * unit, -c * unit, -d * unit)

    def get(self, gid: int, phase_x: int = 0, phase_y: int = 0) -> Mask | None:
        """Return the mask of a glyph, its origin moved by eighths of a pixel; None if blank."""
        key = gid << 6 | phase_x << 3 | phase_y
        try:
            return self._kept[key]
        except KeyError:
            mask = _draw(self._font, gid, self._scale, phase_x / PHASES, phase_y / PHASES)
            if mask is not None:
                _count(mask)
            self._kept[key] = mask
            return mask

    def forget(self) -> None:
        """Drop the masks that are kept."""
        self._kept.clear()


_tables: dict[MaskKey, Masks] = {}
_pixels = 0


def masks(face: Face, size: Mpt, dpi: int, matrix: Matrix = IDENTITY) -> Masks:
    """Return the kept masks of a face at a text size; of the matrix only a to d count."""
    key = (face.font, face.scale, size, dpi, matrix[:4])
    table = _tables.get(key)
    if table is None:
        table = _tables[key] = Masks(face, size, dpi, matrix)
    return table


def glyph_mask(
    face: Face,
    gid: int,
    size: Mpt,
    dpi: int,
    phase: tuple[int, int] = (0, 0),
    matrix: Matrix = IDENTITY,
) -> Mask | None:
    """Return one glyph's mask with its origin moved by `phase` eighths of a pixel."""
    return masks(face, size, dpi, matrix).get(gid, *phase)


def snap(length: Mpt, dpi: int) -> tuple[int, int]:
    """Return a length as whole pixels and the eighths of a pixel beyond them."""
    eighths = (length * dpi * 2 * PHASES + MPT_PER_INCH) // (2 * MPT_PER_INCH)
    return divmod(eighths, PHASES)


def _count(mask: Mask) -> None:
    """Keep the memory of all masks together under a bound."""
    global _pixels
    _pixels += mask.image.width * mask.image.height
    if _pixels > KEPT_PIXELS:
        _pixels = 0
        for table in _tables.values():
            table.forget()


def _draw(
    font: hb.Font, gid: int, scale: tuple[float, float, float, float], dx: float, dy: float
) -> Mask | None:
    raster = hb.RasterDraw()
    raster.transform = (*scale, dx, dy)
    raster.draw_glyph(font, gid)
    drawn = raster.render()
    extents = drawn.extents
    if extents.width >= TILE or extents.height >= TILE:
        return _draw_tiled(font, gid, (*scale, dx, dy))
    if not extents.width or not extents.height:
        return None
    size = (extents.width, extents.height)
    image = Image.frombytes("L", size, drawn.buffer, "raw", "L", extents.stride, 1)
    return Mask(image, extents.x_origin, extents.y_origin)


def _draw_tiled(
    font: hb.Font, gid: int, transform: tuple[float, float, float, float, float, float]
) -> Mask | None:
    """Draw a glyph that is larger than one raster in tiles."""
    left, top, right, bottom = _bounds(font, gid, transform)
    image = Image.new("L", (right - left, bottom - top))
    step = TILE // 2
    for y in range(top, bottom, step):
        for x in range(left, right, step):
            width, height = min(step, right - x), min(step, bottom - y)
            raster = hb.RasterDraw()
            raster.transform = transform
            raster.extents = hb.RasterExtents(x, y, width, height, 0)
            raster.draw_glyph(font, gid)
            drawn = raster.render()
            stride = drawn.extents.stride
            tile = Image.frombytes("L", (width, height), drawn.buffer, "raw", "L", stride, 1)
            image.paste(tile, (x - left, y - top))
    return Mask(image, left, top)


def _bounds(
    font: hb.Font, gid: int, transform: tuple[float, float, float, float, float, float]
) -> tuple[int, int, int, int]:
    """Return the whole pixels that hold a glyph: left, top, right, bottom."""
    ink = font.get_glyph_extents(gid)
    xx, yx, xy, yy, dx, dy = transform
    corners = [
        (x * xx + y * xy + dx, x * yx + y * yy + dy)
        for x in (ink.x_bearing, ink.x_bearing + ink.width)
        for y in (ink.y_bearing, ink.y_bearing + ink.height)
    ]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return int(min(xs)) - 2, int(min(ys)) - 2, int(max(xs)) + 3, int(max(ys)) + 3
