"""Cut an image into bands of rows; those that no mark touches are deflated once and kept."""

from collections.abc import Hashable, Iterable, Iterator

from PIL import Image

from generator.export.raster.cache import Cache
from generator.export.raster.letters import PixelBox
from generator.export.raster.pngfile import Band, band

ROWS = 64
"""In a band: small enough that lines of type leave some bands alone, large enough to deflate."""
_NO_FILTER = b"\0"


def cut_bands(
    image: Image.Image, touched: Iterable[PixelBox], ground: Hashable, cache: Cache
) -> Iterator[Band]:
    """Yield the bands of an RGB or indexed image; equal `ground` means equal untouched rows."""
    dirty = {
        index for _, top, _, bottom in touched for index in range(top // ROWS, -(-bottom // ROWS))
    }
    kept = cache.get(("bands", ground, image.mode), dict[int, Band], lambda _: 0)
    for index, top in enumerate(range(0, image.height, ROWS)):
        found = None if index in dirty else kept.get(index)
        if found is None:
            found = band(_rows(image, top))
            if index not in dirty:
                kept[index] = found
        yield found


def _rows(image: Image.Image, top: int) -> bytes:
    """Return rows unfiltered.

    Pillow pads a row with a zero where the stride is one byte longer: the next row's filter byte.
    """
    part = image.crop((0, top, image.width, min(top + ROWS, image.height)))
    samples = image.width * len(image.getbands())
    packed = part.tobytes("raw", image.mode, samples + 1)
    return _NO_FILTER + packed[:-1]
