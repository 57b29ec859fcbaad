"""Raster pictures as XObjects: a JPEG as it is, all else deflated, the alpha as a mask."""

from io import BytesIO
from typing import Literal

from PIL import Image

from generator.export.pdf.objects import Writer
from generator.load.profile import convert_pixels


def write_picture(writer: Writer, blob: bytes, inks: Literal["rgb", "cmyk"]) -> int:
    """Write a picture's XObject, its pixels as they are or converted to CMYK; return its number."""
    with Image.open(BytesIO(blob)) as image:
        entries = (
            f"/Type/XObject/Subtype/Image/Width {image.width}/Height {image.height}"
            "/BitsPerComponent 8"
        )
        if inks == "rgb" and image.format == "JPEG" and image.mode in {"RGB", "L"}:
            space = "DeviceRGB" if image.mode == "RGB" else "DeviceGray"
            return writer.raw_stream(f"{entries}/ColorSpace/{space}/Filter/DCTDecode", blob)
        has_alpha = "A" in image.getbands() or "transparency" in image.info
        mask = ""
        if has_alpha:
            alpha = image.convert("RGBA").getchannel("A").tobytes()
            soft = writer.stream(f"{entries}/ColorSpace/DeviceGray", alpha)
            mask = f"/SMask {soft} 0 R"
        if inks == "cmyk" and image.mode in {"L", "LA"}:
            # A grey picture prints in black alone, as grey inks do.
            space, pixels = "DeviceGray", image.getchannel("L").tobytes()
        elif inks == "cmyk":
            space, pixels = "DeviceCMYK", convert_pixels(image)
        else:
            space, pixels = "DeviceRGB", image.convert("RGB").tobytes()
        return writer.stream(f"{entries}/ColorSpace/{space}{mask}", pixels)
