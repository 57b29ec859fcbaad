"""Read a picture safely and sample it at the size at which it is painted."""

from contextlib import suppress
from io import BytesIO
from math import hypot

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from generator.model.paint import ONE, Matrix
from generator.model.problem import Problem, Problems
from generator.model.scene import Picture

MOST_PIXELS = 80_000_000
"""More than any camera's picture on a card needs; what is larger is refused before decoding."""


def sampled_png(picture: Picture, matrix: Matrix, scale: float) -> bytes:
    """Return a picture as PNG with as many pixels as its box takes at `scale` pixels a mpt.

    The pixels are upright and in sRGB. Raises Problems where the bytes are no picture or too large.
    """
    a, b, c, d = (value / ONE for value in matrix[:4])
    width = max(1, round(picture.box.width * hypot(a, b) * scale))
    height = max(1, round(picture.box.height * hypot(c, d) * scale))
    image = _upright(picture, max(width, height))
    if image.size != (width, height):
        image = image.resize((width, height), Image.Resampling.LANCZOS)
    out = BytesIO()
    image.save(out, "PNG", compress_level=1)
    return out.getvalue()


def _upright(picture: Picture, side: int) -> Image.Image:
    try:
        with Image.open(BytesIO(picture.blob), formats=("PNG", "JPEG")) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise _problem(picture, f"is {opened.width} × {opened.height} pixels")
            # A JPEG decodes straight to the nearest size above the one wanted.
            opened.draft(None, (2 * side, 2 * side))
            return _in_srgb(ImageOps.exif_transpose(opened))
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError) as error:
        raise _problem(picture, "cannot be read as PNG or JPEG") from error


def _in_srgb(image: Image.Image) -> Image.Image:
    mode = "RGBA" if image.has_transparency_data else "RGB"
    profile = image.info.get("icc_profile")
    if profile and image.mode in {"RGB", "RGBA", "CMYK", "L"}:
        # A broken profile says nothing: the values are taken for sRGB.
        with suppress(ImageCms.PyCMSError):
            image = _converted(image, profile)
    return image.convert(mode)


def _converted(image: Image.Image, profile: bytes) -> Image.Image:
    source = ImageCms.ImageCmsProfile(BytesIO(profile))
    srgb = ImageCms.createProfile("sRGB")
    mode = image.mode if image.mode in {"RGB", "RGBA"} else "RGB"
    converted = ImageCms.profileToProfile(image, source, srgb, outputMode=mode)
    if converted is None:
        raise ImageCms.PyCMSError("not converted")
    return converted


def _problem(picture: Picture, what: str) -> Problems:
    hint = f"use a PNG or JPEG of at most {MOST_PIXELS // 1_000_000} million pixels"
    return Problems([Problem("picture", f"“{picture.alt}” {what}", hint)])
