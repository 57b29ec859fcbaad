"""The kit's printing condition: sRGB into process inks, by the profile that it ships."""

from functools import cache
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageCms

from generator.model.paint import Cmyk, Rgb

PROFILE = Path(__file__).parents[2] / "assets" / "profiles" / "afternote-coated.icc"
RENDERING = ImageCms.Intent.RELATIVE_COLORIMETRIC


def convert_pixels(image: Image.Image) -> bytes:
    """Return an sRGB picture's pixels as C, M, Y and K, a byte each, by the kit's profile."""
    converted = ImageCms.applyTransform(image.convert("RGB"), _transform())
    assert converted is not None, "Pillow returns None only where it changes an image in place"
    return converted.tobytes()


def process_ink(rgb: Rgb) -> Cmyk:
    """Return a colour in percent of process inks; a neutral one in black alone, without rims."""
    red, green, blue = rgb
    if red == green == blue:
        return 0, 0, 0, round(100 - red / 2.55)
    cyan, magenta, yellow, key = convert_pixels(Image.new("RGB", (1, 1), rgb))
    return round(cyan / 2.55), round(magenta / 2.55), round(yellow / 2.55), round(key / 2.55)


@cache
def _transform() -> ImageCms.ImageCmsTransform:
    press = ImageCms.getOpenProfile(BytesIO(PROFILE.read_bytes()))
    flags = ImageCms.Flags.BLACKPOINTCOMPENSATION
    screen = ImageCms.createProfile("sRGB")
    return ImageCms.buildTransform(screen, press, "RGB", "CMYK", RENDERING, flags)
