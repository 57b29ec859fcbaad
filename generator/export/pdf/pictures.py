"""Keep pictures without loss: a JPEG as it is, all else deflated."""

import hashlib
from io import BytesIO
from warnings import catch_warnings, simplefilter

from PIL import Image, ImageChops, ImageOps, UnidentifiedImageError

from generator.export.pdf.shelf import Shelf
from generator.model.problem import Problem, Problems
from generator.model.scene import Picture

MOST_PIXELS = 50_000_000
"""What is larger is refused before decoding, as it is for pixels."""
ORIENTATION = 0x0112
SPACES = {"RGB": "/DeviceRGB", "L": "/DeviceGray", "CMYK": "/DeviceCMYK"}


def image_object(picture: Picture, shelf: Shelf) -> int:
    """Return the number of a picture's image, one for equal bytes; raises Problems."""
    key = ("picture", hashlib.sha256(picture.blob).digest())
    return shelf.once(key, lambda: _write(picture, shelf))


def _write(picture: Picture, shelf: Shelf) -> int:
    try:
        with catch_warnings():
            simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(BytesIO(picture.blob), formats=("PNG", "JPEG")) as opened:
                if opened.width * opened.height > MOST_PIXELS:
                    raise _problem(picture, f"is {opened.width} × {opened.height} pixels")
                return _write_opened(opened, picture, shelf)
    except Image.DecompressionBombError as error:
        raise _problem(picture, "is too large to be opened") from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise _problem(picture, "cannot be read as PNG or JPEG") from error


def _write_opened(image: Image.Image, picture: Picture, shelf: Shelf) -> int:
    is_upright = image.getexif().get(ORIENTATION, 1) == 1
    fits = image.mode == "L" or (image.mode == "RGB" and shelf.inks.space == "rgb")
    if image.format == "JPEG" and is_upright and fits:
        head = _head(image, image.mode) + "/Filter/DCTDecode"
        return shelf.writer.add_stream(head, picture.blob, packed=True)
    upright = ImageOps.exif_transpose(image)
    mask = ""
    if upright.has_transparency_data:
        upright = upright.convert("RGBA")
        alpha = upright.getchannel("A")
        number = shelf.writer.add_stream(_head(alpha, "L"), alpha.tobytes())
        mask = f"/SMask {number} 0 R"
    if upright.mode != "L":
        upright = upright.convert("RGB")
        if shelf.inks.space == "cmyk":
            upright = _separated(upright)
    return shelf.writer.add_stream(_head(upright, upright.mode) + mask, upright.tobytes())


def _separated(image: Image.Image) -> Image.Image:
    """Return a picture in process inks, the grey that three inks share printed in black."""
    inks = [ImageChops.invert(band) for band in image.split()]
    black = ImageChops.darker(ImageChops.darker(inks[0], inks[1]), inks[2])
    return Image.merge("CMYK", [*(ImageChops.subtract(ink, black) for ink in inks), black])


def _head(image: Image.Image, mode: str) -> str:
    return (
        f"/Type/XObject/Subtype/Image/Width {image.width}/Height {image.height}"
        f"/ColorSpace{SPACES[mode]}/BitsPerComponent 8"
    )


def _problem(picture: Picture, what: str) -> Problems:
    hint = f"use a PNG or JPEG of at most {MOST_PIXELS // 1_000_000} million pixels"
    return Problems([Problem("picture", f"“{picture.alt}” {what}", hint)])
