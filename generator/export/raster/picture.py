"""Read a picture safely and sample it at the size at which it is painted."""

from io import BytesIO
from math import hypot
from typing import Literal, NamedTuple

from PIL import Image

from generator.export.raster.view import View
from generator.load.photo import MOST_PIXELS, UnreadableError, open_photo, upright_in_srgb
from generator.model.length import Box, Mpt
from generator.model.paint import ONE, Matrix
from generator.model.problem import Problem, Problems
from generator.model.scene import Picture

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
        with open_photo(picture.blob) as opened:
            # A JPEG decodes straight to the nearest size above the one wanted.
            opened.draft(None, (2 * side, 2 * side))
            return upright_in_srgb(opened)
    except UnreadableError as error:
        hint = f"use a PNG or JPEG of at most {MOST_PIXELS // 1_000_000} million pixels"
        raise Problems([Problem("picture", f"“{picture.alt}” {error}", hint)]) from error
