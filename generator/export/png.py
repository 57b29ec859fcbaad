"""Paint a Scene as pixels with Pillow and write it as PNG, or its trim as WebP."""

from io import BytesIO
from typing import Literal

from PIL import Image

from generator.export.raster.cache import Cache
from generator.export.raster.flat import is_shaded
from generator.export.raster.indexed import index_job
from generator.export.raster.job import prepare
from generator.export.raster.paint import RgbBands, ground_image, paint_job
from generator.export.raster.pngfile import write_png
from generator.export.raster.rows import deflate_bands
from generator.export.raster.view import View
from generator.model.scene import Scene

DEFAULT_CACHE = Cache()


def encode_png(
    scene: Scene,
    dpi: int,
    cache: Cache = DEFAULT_CACHE,
    *,
    colour: Literal["fewest", "rgb"] = "fewest",
) -> bytes:
    """Return a scene's media box as PNG, each side the nearest whole number of pixels.

    With `fewest`, artwork of few flat inks becomes a palette PNG, all else RGB. Raises Problems
    where a picture cannot be read.
    """
    view = View.at_dpi(scene.media, dpi)
    job = prepare(scene, view, cache)
    few = index_job(job, view, cache) if colour == "fewest" else None
    if few is not None:
        return write_png(view.size, dpi, deflate_bands(few, few.key, cache), few.palette)
    ground = ground_image(job.ground, view, cache)
    shaded = ground if is_shaded(job.ground.items) else None
    bands = RgbBands(ground, job.marks)
    return write_png(view.size, dpi, deflate_bands(bands, (job.ground.key, view), cache, shaded))


def encode_webp(scene: Scene, width: int, quality: int = 82, cache: Cache = DEFAULT_CACHE) -> bytes:
    """Return a scene's trim, without its bleed, as WebP exactly `width` pixels wide.

    Artwork of few flat inks is kept without loss, which takes a third less than with; `quality`
    is for all else. Raises Problems where a picture cannot be read.
    """
    view = View.at_width(scene.trim, width)
    job = prepare(scene, view, cache)
    few = index_job(job, view, cache)
    out = BytesIO()
    if few is not None:
        few.whole().convert("RGB").save(out, "WEBP", lossless=True, quality=60, method=4)
    else:
        paint_job(job, view, cache).save(out, "WEBP", quality=quality, method=4)
    return out.getvalue()


def paint(scene: Scene, dpi: int, cache: Cache = DEFAULT_CACHE) -> Image.Image:
    """Return a scene's media box as a fresh RGB image."""
    view = View.at_dpi(scene.media, dpi)
    return paint_job(prepare(scene, view, cache), view, cache)
