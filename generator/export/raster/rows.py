"""Cut an image into bands of rows; those that no mark touches are deflated once and kept.

Rows are left unfiltered, which flat colour deflates best and fastest. Where a ground is shaded,
each band takes the filter that makes the ground smallest there.
"""

from collections.abc import Hashable, Iterable, Iterator
from enum import IntEnum

from PIL import Image, ImageChops

from generator.export.raster.cache import Cache
from generator.export.raster.letters import PixelBox
from generator.export.raster.pngfile import Band, band

ROWS = 64
"""In a band: small enough that lines of type leave some bands alone, large enough to deflate."""


class Filter(IntEnum):
    """PNG's filters by their number (PNG, 9.2), without Paeth's, which Pillow cannot compute."""

    NONE = 0
    SUB = 1
    UP = 2
    AVERAGE = 3


def cut_bands(
    image: Image.Image,
    touched: Iterable[PixelBox],
    key: Hashable,
    cache: Cache,
    shaded: Image.Image | None = None,
) -> Iterator[Band]:
    """Yield the bands of an RGB or indexed image; equal keys mean equal untouched rows.

    `shaded` is the ground without marks where its bands want filters.
    """
    dirty = {
        index for _, top, _, bottom in touched for index in range(top // ROWS, -(-bottom // ROWS))
    }
    kept = cache.get(("bands", key), dict[int, Band], lambda _: 0)
    filters = _filters(shaded, key, cache)
    for index, top in enumerate(range(0, image.height, ROWS)):
        found = None if index in dirty else kept.get(index)
        if found is None:
            found = band(_rows(image, top, filters[index] if filters else Filter.NONE))
            if index not in dirty:
                kept[index] = found
        yield found


def _filters(shaded: Image.Image | None, key: Hashable, cache: Cache) -> list[Filter]:
    if shaded is None:
        return []

    def choose() -> list[Filter]:
        return [
            min(Filter, key=lambda f: len(band(_rows(shaded, top, f)).chunk))
            for top in range(0, shaded.height, ROWS)
        ]

    return cache.get(("filters", key), choose, lambda _: 0)


def _rows(image: Image.Image, top: int, wanted: Filter) -> bytes:
    """Return a band's rows, each with its filter's byte before it.

    The first never refers to the row above, which is another band's.
    """
    part = image.crop((0, top, image.width, min(top + ROWS, image.height)))
    if wanted is Filter.NONE:
        return bytes(_packed(part, wanted))
    first = part.crop((0, 0, part.width, 1))
    rows = _packed(ImageChops.subtract_modulo(part, _predicted(part, wanted)), wanted)
    start = _packed(ImageChops.subtract_modulo(first, _predicted(first, Filter.SUB)), Filter.SUB)
    rows[: len(start)] = start
    return bytes(rows)


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
