"""Read a picture safely and sample it at the size at which it is painted."""

from contextlib import suppress
from io import BytesIO
from math import hypot
from typing import Literal, NamedTuple
from warnings import catch_warnings, simplefilter

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from generator.export.raster.view import View
from generator.model.length import Box, Mpt
from generator.model.paint import ONE, Matrix
from generator.model.problem import Problem, Problems
from generator.model.scene import Picture

MOST_PIXELS = 50_000_000
"""More than any camera's picture on a card needs; what is larger is refused before decoding."""


_TURNS = {
    (False, True, True): None,
    (False, False, True): Image.Transpose.FLIP_LEFT_RIGHT,
    (False, True, False): Image.Transpose.FLIP_TOP_BOTTOM,
    (False, False, False): Image.Transpose.ROTATE_180,
    (True, True, True): Image.Transpose.TRANSPOSE,
    (True, True, False): Image.Transpose.ROTATE_270,
    (True, False, True): Image.Transpose.ROTATE_90,
    (True, False, False): Image.Transpose.TRANSVERSE,
}
"""By whether x and y change places, and whether x and then y keep their sense."""


class Sample(NamedTuple):
    """A picture at the size at which it is painted.

    Where the map is square to the pixels, `box` is in whole pixels of the view, the sample has one
    pixel for each, and `undo` leads back to them; elsewhere `box` is the picture's own.
    """

    png: bytes
    box: tuple[int, int, int, int]
    rendering: Literal["optimizeSpeed", "optimizeQuality"]
    undo: tuple[float, float, float, float, float, float] | None


def sample_picture(picture: Picture, matrix: Matrix, view: View) -> Sample:
    """Return a picture sampled for the place that a map and a view give it, upright and in sRGB.

    Raises Problems where the bytes are no picture or too large.
    """
    a, b, c, d = (value / ONE * view.scale for value in matrix[:4])
    e, f = (matrix[4] - view.x) * view.scale, (matrix[5] - view.y) * view.scale
    box = picture.box
    if (b or c) and (a or d):
        size = (box.width * hypot(a, b), box.height * hypot(c, d))
        png = _sampled(picture, (round(size[0]), round(size[1])), None)
        return Sample(png, (box.x, box.y, box.width, box.height), "optimizeQuality", None)
    xs = sorted(round(a * x + c * y + e) for x, y in _corners(box))
    ys = sorted(round(b * x + d * y + f) for x, y in _corners(box))
    width, height = max(1, xs[-1] - xs[0]), max(1, ys[-1] - ys[0])
    turn = _TURNS[bool(b), (a or b) > 0, (d or c) > 0]
    size_wanted = (height, width) if b else (width, height)
    det = a * d - b * c
    undo = (d / det, -b / det, -c / det, a / det, (c * f - d * e) / det, (b * e - a * f) / det)
    png = _sampled(picture, size_wanted, turn)
    return Sample(png, (xs[0], ys[0], width, height), "optimizeSpeed", undo)


def _corners(box: Box) -> tuple[tuple[Mpt, Mpt], tuple[Mpt, Mpt]]:
    return (box.x, box.y), (box.right, box.bottom)


def _sampled(picture: Picture, size: tuple[int, int], turn: Image.Transpose | None) -> bytes:
    size = (max(1, size[0]), max(1, size[1]))
    image = _upright(picture, max(size))
    if image.size != size:
        image = image.resize(size, Image.Resampling.LANCZOS)
    if turn is not None:
        image = image.transpose(turn)
    out = BytesIO()
    image.save(out, "PNG", compress_level=1)
    return out.getvalue()


def _upright(picture: Picture, side: int) -> Image.Image:
    try:
        with _opened(picture.blob) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise _problem(picture, f"is {opened.width} × {opened.height} pixels")
            # A JPEG decodes straight to the nearest size above the one wanted.
            opened.draft(None, (2 * side, 2 * side))
            return _in_srgb(ImageOps.exif_transpose(opened))
    except Image.DecompressionBombError as error:
        raise _problem(picture, "is too large to be opened") from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise _problem(picture, "cannot be read as PNG or JPEG") from error


def _opened(blob: bytes) -> Image.Image:
    """Read a picture's head; its pixels are decoded later."""
    with catch_warnings():
        # Pillow warns before it refuses; MOST_PIXELS is stricter than both.
        simplefilter("ignore", Image.DecompressionBombWarning)
        return Image.open(BytesIO(blob), formats=("PNG", "JPEG"))


def _in_srgb(image: Image.Image) -> Image.Image:
    mode = "RGBA" if image.has_transparency_data else "RGB"
    profile = image.info.get("icc_profile")
    if profile and image.mode in {"RGB", "RGBA", "CMYK", "L"}:
        # A broken profile says nothing: the values are taken for sRGB.
        with suppress(ImageCms.PyCMSError, OSError):
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
