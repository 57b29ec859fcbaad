"""Paint a job in RGB: a copy of its ground, then its marks."""

from typing import assert_never

from PIL import Image

from generator.export.raster.cache import Cache
from generator.export.raster.job import Blend, Job, Mark
from generator.export.raster.layer import Layer, draw
from generator.export.raster.letters import Letters
from generator.export.raster.plan import Still
from generator.export.raster.view import View
from generator.model.paint import Rgb

PAPER = (255, 255, 255)


def ground_image(ground: Still, view: View, cache: Cache) -> Image.Image:
    """Return the kept RGB image of a ground on white paper; a caller must not paint on it."""

    def make() -> Image.Image:
        layer = draw(ground.items, view, cache.store)
        if layer.image.mode == "RGB":
            return layer.image
        image = Image.new("RGB", view.size, PAPER)
        image.paste(layer.image, (layer.x, layer.y), layer.image)
        return image

    return cache.get(("ground", ground.key, view), make, lambda got: 4 * got.width * got.height)


def paint_job(job: Job, view: View, cache: Cache) -> Image.Image:
    """Return a fresh RGB image of a job."""
    image = ground_image(job.ground, view, cache).copy()
    for mark in job.marks:
        _paint_mark(image, mark)
    return image


def _paint_mark(image: Image.Image, mark: Mark) -> None:
    match mark:
        case Letters():
            for mask, x, y in mark.glyphs:
                image.paste(mark.rgb, (x, y), mask)
        case Layer():
            through = mark.image if mark.image.mode == "RGBA" else None
            image.paste(mark.image, (mark.x, mark.y), through)
        case Blend():
            blended = _blended(mark, image.size)
            image.paste(blended, (0, 0), blended)
        case _:
            assert_never(mark)


def _blended(blend: Blend, size: tuple[int, int]) -> Image.Image:
    """Return marks painted on nothing, then faded."""
    image = Image.new("RGBA", size)
    for mark in blend.marks:
        match mark:
            case Letters():
                for mask, x, y in mark.glyphs:
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
