"""Lengths and colours as people write them."""

import pytest
from PIL import ImageColor

from generator.load.colour import MOST_INK, contrast, derive_cmyk, parse_colour, parse_rgb
from generator.load.length import parse_length, parse_range
from generator.load.place import nearest, suggest


@pytest.mark.parametrize(
    ("text", "mpt"),
    [
        ("1in", 72_000),
        ("25.4mm", 72_000),
        ("25.4", 72_000),
        ("12pt", 12_000),
        (" 0.5 in ", 36_000),
        (".5pt", 500),
        ("-1pt", -1000),
        ("3.175mm", 9_000),
        ("4.25in", 306_000),
        ("0", 0),
    ],
)
def test_lengths_end_as_thousandths_of_a_point(text: str, mpt: int) -> None:
    assert parse_length(text) == mpt


@pytest.mark.parametrize("text", ["5cm", "5 px", "five", "", "1e3mm", "5mm 5mm", "1,5mm", "nan"])
def test_other_units_are_refused_with_those_that_are_known(text: str) -> None:
    with pytest.raises(ValueError, match="mm, in or pt"):
        parse_length(text)


def test_absurd_lengths_are_refused() -> None:
    with pytest.raises(ValueError, match="at most"):
        parse_length("99999999mm")


def test_ranges() -> None:
    assert parse_range("9pt..13pt") == (9_000, 13_000)
    assert parse_range("9pt .. 13pt") == (9_000, 13_000)
    assert parse_range("7.5pt") == (7_500, 7_500)
    with pytest.raises(ValueError, match=r"smaller size first: 9pt\.\.13pt"):
        parse_range("13pt..9pt")
    with pytest.raises(ValueError, match="above zero"):
        parse_range("0pt")
    with pytest.raises(ValueError, match="mm, in or pt"):
        parse_range("9px..13px")


def test_colours() -> None:
    assert parse_rgb("#F80") == (255, 136, 0)
    assert parse_rgb("#ff8800") == (255, 136, 0)
    assert parse_colour("#F80") == "#ff8800"
    assert parse_colour("White") == "#ffffff"
    assert parse_colour("rebeccapurple") == "#663399"
    for text in ("F80", "#F8", "#ff88001", "#gg0000", ""):
        with pytest.raises(ValueError, match="#RRGGBB"):
            parse_rgb(text)
    with pytest.raises(ValueError, match="CSS colour name"):
        parse_colour("rouge")


def test_contrast_is_that_of_wcag() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((118, 118, 118), (255, 255, 255)) == pytest.approx(4.54, abs=0.01)
    assert contrast((10, 20, 30), (10, 20, 30)) == 1


def test_derived_inks() -> None:
    assert derive_cmyk((255, 255, 255)) == (0, 0, 0, 0)
    assert derive_cmyk((0, 0, 0)) == (0, 0, 0, 100)
    assert derive_cmyk((255, 0, 0)) == (0, 100, 100, 0)
    assert derive_cmyk((128, 128, 128)) == (0, 0, 0, 50)


@pytest.mark.parametrize("rgb", [(1, 1, 0), (0, 0, 1), (20, 0, 0), (0, 9, 31)])
def test_a_dark_colour_is_derived_with_no_more_ink_than_paper_takes(
    rgb: tuple[int, int, int],
) -> None:
    assert sum(derive_cmyk(rgb)) <= MOST_INK


def test_suggestions_name_the_nearest_first() -> None:
    assert nearest("acent", ["ink", "accent"]) == "accent"
    assert nearest("Accent", ["accent"]) == "accent"
    assert nearest("zzz", ["ink"]) is None
    assert suggest("acent", ["ink", "accent"]) == "did you mean accent? known: accent, ink"
    assert suggest("zzz", ["ink"]) == "known: ink"
    assert suggest("x", []) == "there is none yet"


def test_a_colour_name_used_by_pillow_before_is_still_read() -> None:
    ImageColor.getrgb("teal")
    assert parse_colour("teal") == "#008080"
    assert parse_colour("Tan") == "#d2b48c"
