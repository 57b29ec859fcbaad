"""Paint a job in RGB: bands of its ground, then its marks."""

from collections.abc import Iterable, Sequence
from typing import assert_never

from PIL import Image

from generator.export.raster.bands import (
    ROWS,
    band_box,
    bands_of,
    count_bands,
    sorted_by_band,
)
from generator.export.raster.cache import Cache, Store
from generator.export.raster.job import Blend, Ground, Job, Mark
from generator.export.raster.layer import Layer, draw_parts
from generator.export.raster.letters import Glyph, Letters
from generator.export.raster.pieces import WHITE
from generator.export.raster.view import View
from generator.model.paint import Rgb
from generator.model.scene import Item


def ground_image(ground: Ground, view: View, cache: Cache) -> Image.Image:
    """Return the kept RGB image of a ground on white paper; a caller must not paint on it."""

    def recurring() -> Image.Image:
        return _on_paper(ground.recurring.items, view, cache.store)

    def whole() -> Image.Image:
        if not ground.recurring.items:
            return _on_paper(ground.own.items, view, None)
        image = cache.get(("recurring", ground.recurring.key, view), recurring, _weigh)
        if ground.own.items:
            image = image.copy()
            for part in draw_parts(ground.own.items, view):
                part.paste_on(image, 0)
        return image

    return cache.get(("ground", ground.key, view), whole, _weigh)


def _on_paper(items: Sequence[Item], view: View, store: Store | None) -> Image.Image:
    image = Image.new("RGB", view.size, WHITE)
    for part in draw_parts(items, view, store):
        part.paste_on(image, 0)
    return image


def _weigh(image: Image.Image) -> int:
    return 4 * image.width * image.height


class RgbBands:
    """A job as bands in RGB."""

    def __init__(self, ground: Image.Image, marks: Iterable[Mark]) -> None:
        self.size = ground.size
        self._ground = ground
        self._marks = [_sorted(mark, ground.size) for mark in marks]
        self.touched = {index for _, glyphs in self._marks for index in glyphs}
        for mark, _ in self._marks:
            if isinstance(mark, Layer):
                self.touched |= bands_of([mark.box])

    def paint(self, index: int) -> Image.Image:
        """Return a band as a fresh image."""
        box = band_box(self.size, index)
        image, top = self._ground.crop(box), box[1]
        for mark, glyphs in self._marks:
            match mark:
                case Letters():
                    for mask, x, y in glyphs.get(index, ()):
                        image.paste(mark.rgb, (x, y - top), mask)
                case Layer():
                    mark.paste_on(image, top)
                case _:
                    assert_never(mark)
        return image


def paint_job(job: Job, view: View, cache: Cache) -> Image.Image:
    """Return a fresh RGB image of a job."""
    ground = ground_image(job.ground, view, cache)
    bands, image = RgbBands(ground, job.marks), ground.copy()
    for index in bands.touched & set(range(count_bands(view.height))):
        image.paste(bands.paint(index), (0, index * ROWS))
    return image


def _sorted(mark: Mark, size: tuple[int, int]) -> tuple[Letters | Layer, dict[int, list[Glyph]]]:
    """Return a mark with its glyphs by band; what is blended becomes a layer."""
    match mark:
        case Letters():
            return mark, sorted_by_band(mark.glyphs())
        case Layer():
            return mark, {}
        case Blend():
            return Layer(_blended(mark, size), 0, 0), {}
        case _:
            assert_never(mark)


def _blended(blend: Blend, size: tuple[int, int]) -> Image.Image:
    """Return marks painted on nothing, then faded."""
    image = Image.new("RGBA", size)
    for mark in blend.marks:
        match mark:
            case Letters():
                for mask, x, y in mark.glyphs():
                    _lay(image, _solid(mark.rgb, mask), x, y)
            case Layer():
                _lay(image, mark.image.convert("RGBA"), mark.x, mark.y)
            case Blend():
                image.alpha_composite(_blended(mark, size))
            case _:
                assert_never(mark)
    fade = [(value * blend.opacity + 500) // 1000 for value in range(256)]
    image.putalpha(image.getchannel("A").point(fade))
    return image


def _lay(image: Image.Image, over: Image.Image, x: int, y: int) -> None:
    """Composite what of `over` lies on the image."""
    left, top = max(0, -x), max(0, -y)
    if left < over.width and top < over.height and x < image.width and y < image.height:
        image.alpha_composite(over, (max(0, x), max(0, y)), (left, top))


def _solid(rgb: Rgb, mask: Image.Image) -> Image.Image:
    image = Image.new("RGBA", mask.size, (*rgb, 0))
    image.putalpha(mask)
    return image
