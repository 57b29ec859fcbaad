"""Glyph masks hold the ink that outlines have, at the place and phase asked for."""

from collections.abc import Callable
from itertools import product

import pytest
from PIL import Image, ImageChops

import generator.fonts.masks as drawn
from generator.fonts.files import open_font
from generator.fonts.library import Library
from generator.fonts.masks import PHASES, Mask, glyph_mask, masks, snap
from generator.fonts.outlines import glyph_path
from generator.model.kit import Typeface, Typefaces
from generator.model.paint import ONE
from generator.model.scene import Face

Squares = Callable[..., Typeface]
SIZE, DPI = 10_000, 72
"""At 72 dpi a point is a pixel, so a square em at 10 pt is 10 pixels wide."""


@pytest.fixture(scope="module")
def square(squares: Squares) -> Face:
    return Library(Typefaces({}, {"sq_mask": squares("sq_mask")}, ())).face("sq_mask")


def gid(face: Face, char: str) -> int:
    return int(open_font(face.font).get_nominal_glyph(ord(char)))


def ink(mask: Mask | None) -> float:
    assert mask is not None
    histogram = mask.image.histogram()
    return sum(value * count for value, count in enumerate(histogram)) / 255


def picture(mask: Mask | None) -> list[str]:
    assert mask is not None
    rows = range(mask.image.height)
    levels = [[mask.image.getpixel((x, y)) for x in range(mask.image.width)] for y in rows]
    return ["".join(" ..oo##"[(level + 21) // 43] for level in row) for row in levels]


def test_a_square_is_drawn_on_its_pixels(square: Face) -> None:
    mask = glyph_mask(square, gid(square, "x"), 4_000, DPI)
    assert mask is not None
    assert picture(mask) == ["####", "####"]
    assert (mask.left, mask.top) == (0, -2)


def test_a_phase_moves_ink_right_and_down_by_eighths(square: Face) -> None:
    half = glyph_mask(square, gid(square, "x"), 4_000, DPI, (4, 4))
    assert half is not None
    assert picture(half) == [".ooo.", "o###o", ".ooo."]
    assert (half.left, half.top) == (0, -2)


@pytest.mark.parametrize("char", "agQ&")
def test_every_phase_has_the_same_ink(library: Library, char: str) -> None:
    face = library.face("text")
    inks = [
        ink(glyph_mask(face, gid(face, char), 24_000, 150, phase))
        for phase in product(range(PHASES), repeat=2)
    ]
    assert len(inks) == 64
    assert max(inks) - min(inks) < 0.02 * max(inks)


def test_ink_grows_with_the_square_of_resolution(library: Library) -> None:
    face = library.face("text")
    small, large = (ink(glyph_mask(face, gid(face, "g"), 40_000, dpi)) for dpi in (150, 600))
    assert abs(large / small - 16) < 0.2


def test_a_map_turns_and_scales_a_glyph(square: Face) -> None:
    upright = glyph_mask(square, gid(square, "H"), SIZE, DPI)
    turned = glyph_mask(square, gid(square, "H"), SIZE, DPI, matrix=(0, ONE, -ONE, 0, 0, 0))
    double = glyph_mask(square, gid(square, "H"), SIZE, DPI, matrix=(2 * ONE, 0, 0, 2 * ONE, 9, 9))
    assert upright is not None
    assert turned is not None
    assert double is not None
    assert upright.image.size == (10, 7)
    assert (turned.image.size, turned.left, turned.top) == ((7, 10), 0, 0)
    assert (double.image.size, double.left, double.top) == ((20, 14), 0, -14)


def test_a_space_has_no_mask(square: Face) -> None:
    assert glyph_mask(square, gid(square, " "), SIZE, DPI) is None


def test_a_glyph_larger_than_one_raster_is_whole(square: Face, library: Library) -> None:
    large = glyph_mask(square, gid(square, "H"), 6_000_000, DPI)
    assert large is not None
    assert large.image.getbbox() is not None
    assert abs(ink(large) - 6000 * 4200) < 6000
    left, top, right, bottom = large.image.getbbox() or (0, 0, 0, 0)
    assert (right - left, bottom - top) == (6000, 4200)
    assert (large.left + left, large.top + top) == (0, -4200)
    face = library.face("text")
    q_large = glyph_mask(face, gid(face, "Q"), 8_000_000, DPI)
    q_small = glyph_mask(face, gid(face, "Q"), 1_000_000, DPI)
    assert q_large is not None
    assert q_small is not None
    frame = Image.new("L", (1200 * 8, 1200 * 8))
    frame.paste(q_large.image, (q_large.left + 800, q_large.top + 8000))
    whole = Image.new("L", (1200, 1200))
    whole.paste(q_small.image, (q_small.left + 100, q_small.top + 1000))
    off = ImageChops.difference(frame.reduce(8), whole)
    assert off.getextrema()[1] < 40


def test_masks_are_drawn_once_and_forgotten_before_they_fill_the_memory(
    square: Face, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = masks(square, 30_000, DPI)
    assert masks(square, 30_000, DPI) is table
    assert masks(square, 30_000, DPI + 1) is not table
    first = table.get(gid(square, "A"))
    assert table.get(gid(square, "A")) is first
    monkeypatch.setattr(drawn, "KEPT_PIXELS", 1000)
    table.get(gid(square, "B"))
    table.get(gid(square, "C"))
    again = table.get(gid(square, "A"))
    assert again is not first
    assert first is not None
    assert again is not None
    assert again.image.tobytes() == first.image.tobytes()


def test_lengths_snap_to_eighths() -> None:
    assert snap(1000, 72) == (1, 0)
    assert snap(1500, 72) == (1, 4)
    assert snap(-125, 72) == (-1, 7)
    assert snap(62, 72) == (0, 0)
    assert snap(63, 72) == (0, 1)


def test_an_outline_is_path_data_at_its_place(square: Face, library: Library) -> None:
    path = glyph_path(square, gid(square, "x"), SIZE, 1000, 50_000)
    assert path == "M1000 50000L1000 45000L11000 45000L11000 50000L1000 50000Z"
    curves = glyph_path(library.face("text"), gid(library.face("text"), "o"), SIZE, 0, 0)
    assert curves.count("C") > 6
    assert curves.count("M") == curves.count("Z") == 2
