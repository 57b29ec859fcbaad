"""Deflate a card band by band; the bands that no mark touches are deflated once and kept.

Rows are left unfiltered, which flat colour deflates best and fastest. Where a ground is shaded,
each band takes the filter that makes the ground smallest there.
"""

from collections.abc import Hashable, Iterator
from enum import IntEnum

from PIL import Image, ImageChops

from generator.export.raster.bands import Bands, band_box, count_bands
from generator.export.raster.cache import Cache
from generator.export.raster.pngfile import Band, band


class Filter(IntEnum):
    """PNG's filters by their number (PNG, 9.2), without Paeth's, which Pillow cannot compute."""

    NONE = 0
    SUB = 1
    UP = 2
    AVERAGE = 3


def deflate_bands(
    bands: Bands, key: Hashable, cache: Cache, shaded: Image.Image | None = None
) -> Iterator[Band]:
    """Yield the bands of a card; equal keys mean equal untouched bands.

    `shaded` is the ground without marks where its bands want filters.
    """
    kept = cache.get(("bands", key), dict[int, Band], lambda _: 0)
    filters = _filters(shaded, key, cache)
    for index in range(count_bands(bands.size[1])):
        touched = index in bands.touched
        found = None if touched else kept.get(index)
        if found is None:
            found = band(_rows(bands.paint(index), filters[index] if filters else Filter.NONE))
            if not touched:
                kept[index] = found
        yield found


def _filters(shaded: Image.Image | None, key: Hashable, cache: Cache) -> list[Filter]:
    if shaded is None:
        return []

    def choose() -> list[Filter]:
        parts = (shaded.crop(band_box(shaded.size, i)) for i in range(count_bands(shaded.height)))
        return [min(Filter, key=lambda f: len(band(_rows(part, f)).chunk)) for part in parts]

    return cache.get(("filters", key), choose, lambda _: 0)


def _rows(part: Image.Image, wanted: Filter) -> bytes | bytearray:
    """Return a band's rows, each with its filter's byte before it.

    The first never refers to the row above, which is another band's.
    """
    if wanted is Filter.NONE:
        return _packed(part, wanted)
    first = part.crop((0, 0, part.width, 1))
    rows = _packed(ImageChops.subtract_modulo(part, _predicted(part, wanted)), wanted)
    start = _packed(ImageChops.subtract_modulo(first, _predicted(first, Filter.SUB)), Filter.SUB)
    rows[: len(start)] = start
    return rows


def _predicted(part: Image.Image, wanted: Filter) -> Image.Image:
    match wanted:
        case Filter.SUB:
            return _moved(part, 1, 0)
        case Filter.UP:
            return _moved(part, 0, 1)
        case _:
            return ImageChops.add(_moved(part, 1, 0), _moved(part, 0, 1), scale=2)


def _moved(part: Image.Image, right: int, down: int) -> Image.Image:
    moved = Image.new(part.mode, part.size)
    moved.paste(part, (right, down))
    return moved


def _packed(part: Image.Image, wanted: Filter) -> bytearray:
    """Return samples row by row.

    Pillow pads a row with a zero where the stride is one byte longer: the next row's filter byte.
    """
    stride = part.width * len(part.getbands()) + 1
    packed = bytearray(b"\0" + part.tobytes("raw", part.mode, stride)[:-1])
    if wanted is not Filter.NONE:
        packed[::stride] = bytes([wanted]) * part.height
    return packed
