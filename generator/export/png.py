"""Paint a Scene as pixels with Pillow and write it as PNG, or its trim as WebP."""

from io import BytesIO
from typing import Literal

from PIL import Image

from generator.export.raster.cache import Cache
from generator.export.raster.flat import is_shaded
from generator.export.raster.indexed import paint_indexed
from generator.export.raster.job import mark_boxes, prepare
from generator.export.raster.paint import ground_image, paint_job
from generator.export.raster.pngfile import write_png
from generator.export.raster.rows import cut_bands
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
    touched = [box for mark in job.marks for box in mark_boxes(mark)]
    card = paint_indexed(job, view, cache) if colour == "fewest" else None
    if card is not None:
        bands = cut_bands(card.image, touched, card.key, cache)
        return write_png(view.size, dpi, bands, card.palette)
    ground = ground_image(job.ground, view, cache) if is_shaded(job.ground.items) else None
    image = paint_job(job, view, cache)
    bands = cut_bands(image, touched, ("rgb", job.ground.key, view), cache, shaded=ground)
    return write_png(view.size, dpi, bands)


def encode_webp(scene: Scene, width: int, quality: int = 82, cache: Cache = DEFAULT_CACHE) -> bytes:
    """Return a scene's trim, without its bleed, as WebP exactly `width` pixels wide."""
    view = View.at_width(scene.trim, width)
    out = BytesIO()
    image = paint_job(prepare(scene, view, cache), view, cache)
    image.save(out, "WEBP", quality=quality, method=6)
    return out.getvalue()


def paint(scene: Scene, dpi: int, cache: Cache = DEFAULT_CACHE) -> Image.Image:
    """Return a scene's media box as a fresh RGB image."""
    view = View.at_dpi(scene.media, dpi)
    return paint_job(prepare(scene, view, cache), view, cache)
