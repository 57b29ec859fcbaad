"""Pictures are read safely, upright and in sRGB."""

import struct
import zlib
from io import BytesIO

import pytest
from drawn import assert_pixels, scene
from PIL import Image, ImageCms

from generator.export.png import paint
from generator.export.raster.cache import Cache
from generator.model.length import Box
from generator.model.problem import Problems
from generator.model.scene import Picture


def drawn(blob: bytes, width: int = 2, height: int = 1) -> Image.Image:
    picture = Picture(blob, Box(0, 0, width * 1000, height * 1000), "a bulb")
    return paint(scene(picture, width=width, height=height), 72, Cache())


def saved(image: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    blob = BytesIO()
    image.save(blob, kind, **options)
    return blob.getvalue()


def test_exif_turns_a_picture_upright() -> None:
    image = Image.new("RGB", (1, 2), (255, 0, 0))
    image.putpixel((0, 1), (0, 0, 255))
    exif = Image.Exif()
    exif[0x0112] = 6
    assert_pixels(drawn(saved(image, exif=exif)), "BR")


def test_a_profile_is_carried_over_into_srgb() -> None:
    image = Image.new("RGB", (2, 1), (120, 160, 90))
    lab_like = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
    same = drawn(saved(image, icc_profile=lab_like.tobytes())).getpixel((0, 0))
    assert isinstance(same, tuple)
    assert all(abs(a - b) <= 1 for a, b in zip(same, (120, 160, 90), strict=True))
    swapped = bytearray(lab_like.tobytes())
    red, green = swapped.find(b"rXYZ"), swapped.find(b"gXYZ")
    swapped[red : red + 4], swapped[green : green + 4] = b"gXYZ", b"rXYZ"
    crossed = drawn(saved(image, icc_profile=bytes(swapped))).getpixel((0, 0))
    assert isinstance(crossed, tuple)
    assert all(abs(a - b) <= 2 for a, b in zip(crossed, (160, 120, 90), strict=True))


def test_a_broken_profile_is_passed_over() -> None:
    image = Image.new("RGB", (2, 1), (255, 0, 0))
    assert_pixels(drawn(saved(image, icc_profile=b"not a profile")), "RR")


@pytest.mark.parametrize("mode", ["L", "LA", "RGBA", "P", "I;16", "1", "CMYK"])
def test_every_mode_is_painted(mode: str) -> None:
    image = Image.new("RGB", (2, 1), (255, 255, 255)).convert("L" if mode == "I;16" else mode)
    kind = "JPEG" if mode == "CMYK" else "PNG"
    assert_pixels(drawn(saved(image.convert(mode), kind)), "__", tolerance=2)


def test_a_clear_picture_shows_what_is_under_it() -> None:
    image = Image.new("RGBA", (2, 1), (255, 0, 0, 0))
    image.putpixel((1, 0), (255, 0, 0, 255))
    assert_pixels(drawn(saved(image)), "_R")


def bomb(side: int) -> bytes:
    """Return a PNG that claims to be `side` pixels square."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    rows = chunk(b"IDAT", zlib.compress(bytes(1000)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + rows + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("blob", "words"),
    [
        (b"", "cannot be read"),
        (b"GIF89a", "cannot be read"),
        (saved(Image.new("RGB", (64, 64)), "JPEG")[:200], "cannot be read"),
        (bomb(10_000), "10000 × 10000 pixels"),
        (bomb(60_000), "too large"),
        (saved(Image.new("RGB", (4, 4)), "GIF"), "cannot be read"),
    ],
    ids=["empty", "cut", "broken", "large", "bomb", "gif"],
)
def test_what_is_no_picture_is_a_problem(blob: bytes, words: str) -> None:
    with pytest.raises(Problems) as found:
        drawn(blob)
    (problem,) = found.value.problems
    assert words in problem.what and "a bulb" in problem.what
    assert "PNG or JPEG" in problem.hint
