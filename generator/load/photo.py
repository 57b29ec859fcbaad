"""Read the pixels of a PNG or JPEG safely: upright and in sRGB."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from io import BytesIO
from warnings import catch_warnings, simplefilter

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from generator.load.profile import PROFILE

MOST_PIXELS = 50_000_000
"""More than any camera's picture on a card needs; what is larger is refused before decoding."""


class UnreadableError(Exception):
    """Bytes that are no picture, or one that is too large: a sentence without its subject."""


@contextmanager
def open_photo(blob: bytes) -> Iterator[Image.Image]:
    """Open a picture by its head; its pixels are decoded when they are asked for.

    Raises UnreadableError there and inside the block, where decoding may fail.
    """
    try:
        with _opened(blob) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise UnreadableError(f"is {opened.width} × {opened.height} pixels")
            yield opened
    except Image.DecompressionBombError as error:
        raise UnreadableError("is too large to be opened") from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise UnreadableError("cannot be read as PNG or JPEG") from error


def upright_in_srgb(image: Image.Image) -> Image.Image:
    """Return an opened picture as its EXIF turns it, RGB or RGBA, by its own profile."""
    return _in_srgb(ImageOps.exif_transpose(image))


def _opened(blob: bytes) -> Image.Image:
    with catch_warnings():
        # Pillow warns before it refuses; MOST_PIXELS is stricter than both.
        simplefilter("ignore", Image.DecompressionBombWarning)
        return Image.open(BytesIO(blob), formats=("PNG", "JPEG"))


def _in_srgb(image: Image.Image) -> Image.Image:
    mode = "RGBA" if image.has_transparency_data else "RGB"
    profile = image.info.get("icc_profile")
    if not profile and image.mode == "CMYK":
        profile = _press()
    if profile and image.mode in {"RGB", "RGBA", "CMYK", "L"}:
        # A broken profile says nothing: the values are taken for sRGB.
        with suppress(ImageCms.PyCMSError, OSError):
            image = _converted(image, profile)
    return image.convert(mode)


@cache
def _press() -> bytes:
    """Return the kit's own profile, which process inks without a profile are read by."""
    return PROFILE.read_bytes()


def _converted(image: Image.Image, profile: bytes) -> Image.Image:
    source = ImageCms.ImageCmsProfile(BytesIO(profile))
    srgb = ImageCms.createProfile("sRGB")
    mode = image.mode if image.mode in {"RGB", "RGBA"} else "RGB"
    intent = ImageCms.Intent.RELATIVE_COLORIMETRIC
    flags = ImageCms.Flags.BLACKPOINTCOMPENSATION
    converted = ImageCms.profileToProfile(
        image, source, srgb, renderingIntent=intent, outputMode=mode, flags=flags
    )
    if converted is None:
        raise ImageCms.PyCMSError("not converted")
    return converted
