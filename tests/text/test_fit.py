"""A text is set at the largest size that fits, where it can be told by head."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from generator.fonts.library import Library
from generator.model.fitted import Fitted, Overflow
from generator.model.kit import Typeface, Typefaces
from generator.model.length import Box
from generator.model.paint import Ink
from generator.model.problem import Problems
from generator.model.scene import Face, Text, glyph_origins, run_width
from generator.text.fit import set_text
from generator.text.style import Style

Squares = Callable[..., Typeface]
PT = 1000


@pytest.fixture(scope="module")
def squares_style(squares: Squares) -> Style:
    """Return a style at 10 pt: signs 10 pt wide, spaces 5, capitals 7, tails 2, leading 14."""
    faces = Library(Typefaces({}, {"sq_fit": squares("sq_fit")}, ())).stack("sq_fit")
    return Style("message", faces, (10 * PT, 10 * PT), Ink("ink"))


@pytest.fixture(scope="module")
def real_style(library: Library) -> Style:
    return Style("message", library.stack("text"), (8 * PT, 14 * PT), Ink("ink"))


def box(width: float, height: float, x: float = 0, y: float = 0) -> Box:
    return Box(*(round(value * PT) for value in (x, y, width, height)))


def fitted(source: str, where: Box, style: Style) -> Text:
    result = set_text(source, where, style)
    assert isinstance(result, Fitted), result
    return result.text


def lines(text: Text) -> list[str]:
    return [text.source[line.start : line.end] for line in text.lines]


def places(text: Text) -> list[tuple[float, float]]:
    return [(line.x / PT, line.y / PT) for line in text.lines]


def test_the_first_capitals_touch_the_top_and_lines_stand_a_leading_apart(
    squares_style: Style,
) -> None:
    text = fitted("ab cd ef", box(45, 100, x=20, y=30), squares_style)
    assert lines(text) == ["ab cd", "ef"]
    assert places(text) == [(20, 37), (20, 51)]


def test_a_line_that_just_fits_is_not_broken(squares_style: Style) -> None:
    assert lines(fitted("ab cd", box(45, 100), squares_style)) == ["ab cd"]
    assert lines(fitted("ab cd", box(44.999, 100), squares_style)) == ["ab", "cd"]


def test_a_text_that_just_fits_in_height_is_set(squares_style: Style) -> None:
    result = set_text("ab cd", box(20, 7 + 14 + 2), squares_style)
    assert isinstance(result, Fitted)
    assert result.height == 23 * PT
    assert set_text("ab cd", box(20, 22.999), squares_style) == Overflow("message", 1)


def test_paragraphs_stand_further_apart_and_hard_breaks_do_not(squares_style: Style) -> None:
    text = fitted("ab\ncd\n\nef", box(100, 100), squares_style)
    assert lines(text) == ["ab", "cd", "ef"]
    assert [y for _, y in places(text)] == [7, 21, 42]


@pytest.mark.parametrize(
    ("align", "xs"), [("left", [10, 10]), ("center", [35, 47.5]), ("right", [60, 85])]
)
def test_lines_are_aligned(squares_style: Style, align: str, xs: list[float]) -> None:
    style = replace(squares_style, align=align)
    text = fitted("ab cd\nef", box(95, 100, x=10), style)
    assert [x for x, _ in places(text)] == xs


@pytest.mark.parametrize(("valign", "y"), [("top", 7), ("middle", 53.5), ("bottom", 98)])
def test_a_line_is_placed_upright(squares_style: Style, valign: str, y: float) -> None:
    style = replace(squares_style, valign=valign)
    assert places(fitted("Abd", box(100, 100), style)) == [(0, y)]


def test_a_line_of_small_letters_is_centred_by_them(squares_style: Style) -> None:
    style = replace(squares_style, valign="middle")
    assert places(fitted("xxx", box(100, 100), style)) == [(0, 52.5)]


def test_signs_hang_over_the_edge_that_is_aligned(squares_style: Style) -> None:
    text = fitted("“ab”\ncd.", box(100, 100), squares_style)
    assert [x for x, _ in places(text)] == [-6, 0]
    right = fitted("“ab”\ncd.", box(100, 100), replace(squares_style, align="right"))
    assert [x for x, _ in places(right)] == [60 + 6, 70 + 5]
    centred = fitted("“ab”\ncd.", box(100, 100), replace(squares_style, align="center"))
    assert [x for x, _ in places(centred)] == [30, 35 + 2.5]


def test_the_largest_size_in_quarter_points_is_taken(squares_style: Style) -> None:
    style = replace(squares_style, size=(8 * PT, 12 * PT))
    assert fitted("abcd", box(45, 100), style).size == 11 * PT + 250
    assert fitted("abcd", box(44.999, 100), style).size == 11 * PT
    assert fitted("abcd", box(100, 100), style).size == 12 * PT
    assert fitted("abcd", box(32, 100), style).size == 8 * PT
    assert set_text("abcd", box(31.999, 100), style) == Overflow("message", 1)
    odd = replace(squares_style, size=(8_100, 8_400))
    assert [fitted("abcd", box(w, 50), odd).size for w in (33, 33.2, 40)] == [8_250, 8_250, 8_400]


def test_height_bounds_the_size_too(squares_style: Style) -> None:
    style = replace(squares_style, size=(5 * PT, 20 * PT))
    assert fitted("ab cd", box(200, 9), style).size == 10 * PT
    assert fitted("ab\ncd", box(200, 23), style).size == 10 * PT


def test_max_lines_bound_the_size(squares_style: Style) -> None:
    style = replace(squares_style, size=(5 * PT, 20 * PT), max_lines=1)
    assert fitted("ab cd", box(45, 100), style).size == 10 * PT
    assert set_text("ab cd", box(20, 100), style) == Overflow("message", 1)


def test_overflow_counts_the_words_that_have_no_place(squares_style: Style) -> None:
    small = box(20, 7 + 14 + 2)
    assert set_text("ab cd ef gh ij", small, squares_style) == Overflow("message", 3)
    assert set_text("ab abcdefghijklmnop", box(50, 100), squares_style) == Overflow("message", 1)
    assert set_text("ab", box(0, 0), squares_style) == Overflow("message", 1)
    assert set_text("ab", Box(0, 0, -5, 100), squares_style) == Overflow("message", 1)
    long = "path-" * 30
    assert set_text(f"see {long} now", box(200, 50), squares_style) == Overflow("message", 2)
    assert set_text(f"see {long} now", box(200, 5), squares_style) == Overflow("message", 3)


def test_an_empty_text_is_set_as_nothing(squares_style: Style) -> None:
    assert fitted(" \n\n ", box(10, 10), squares_style).lines == ()


def test_nothing_is_lost_or_doubled(real_style: Style) -> None:
    source = "Dear שרה, “thank you” — so very much.\n\nYours,\n小明 and ❤️ (2024) well-known names"
    text = fitted(source, box(120, 200), real_style)
    assert " ".join(lines(text)) == source.replace("\n\n", " ").replace("\n", " ")
    for line in text.lines:
        set_ = sorted("".join(run.text for run in line.runs))
        assert set_ == sorted(text.source[line.start : line.end])


def test_no_line_is_wider_than_the_box(library: Library) -> None:
    source = (
        "Your kindness at the spring fair made all the difference, Tomáš; WAVE To AV fjord. " * 3
    )
    for typeface in ("text", "hand", "script", "sans", "libre-baskerville"):
        style = Style("message", library.stack(typeface), (8 * PT, 14 * PT), Ink("ink"))
        for width in range(90, 260, 17):
            text = fitted(source, box(width, 900), style)
            assert len(text.lines) > 1
            for line in text.lines:
                assert sum(run_width(run, text.size) for run in line.runs) <= width * PT


def test_a_soft_hyphen_shows_where_a_line_ends_on_it(squares_style: Style) -> None:
    text = fitted("ab\u00adcd", box(30, 100), squares_style)
    assert ["".join(run.text for run in line.runs) for line in text.lines] == ["ab-", "cd"]
    assert [sum(run.width for run in line.runs) for line in text.lines] == [3000, 2000]
    whole = fitted("ab\u00adcd", box(40, 100), squares_style)
    assert sum(run.width for run in whole.lines[0].runs) == 4000
    assert isinstance(set_text("ab\u00adcd", box(29, 100), squares_style), Overflow)


def test_a_word_broken_inside_is_shaped_in_its_pieces(squares_style: Style) -> None:
    text = fitted("ab-cd ef", box(35, 100), squares_style)
    assert lines(text) == ["ab-", "cd", "ef"]
    assert [run.text for line in text.lines for run in line.runs] == ["ab-", "cd", "ef"]


def test_an_arabic_text_starts_at_the_right(real_style: Style) -> None:
    style = replace(real_style, size=(10 * PT, 10 * PT))
    text = fitted("شكرا جزيلا محمد", box(300, 100), style)
    (line,) = text.lines
    assert text.rtl
    width = sum(run_width(run, text.size) for run in line.runs)
    assert line.x == 300 * PT - width
    assert [run.text for run in line.runs] == ["محمد", " ", "جزيلا", " ", "شكرا"]
    end = fitted("شكرا جزيلا محمد", box(300, 100), replace(style, align="right"))
    assert end.lines[0].x == 0


def test_a_hebrew_name_keeps_its_place_in_an_english_line(real_style: Style) -> None:
    text = fitted("Dear שרה כהן, thanks", box(300, 100), real_style)
    words = [run.text for run in text.lines[0].runs if run.text != " "]
    assert words == ["Dear", "כהן", "שרה", ",", "thanks"]
    assert [run.level for run in text.lines[0].runs if run.text == "כהן"] == [1]


def test_tracking_widens_words_but_not_the_end_of_a_line(squares_style: Style) -> None:
    style = replace(squares_style, tracking=100, align="right")
    (line,) = fitted("abc", box(50, 100), style).lines
    assert line.x == (50 - 32) * PT
    (centred,) = fitted("abc", box(50, 100), replace(style, align="center")).lines
    assert centred.x == 9 * PT


def test_what_no_face_has_is_a_problem_for_each_character(real_style: Style) -> None:
    with pytest.raises(Problems) as raised:
        set_text("so \U00013000 and \U00010380 and \ue000", box(300, 100), real_style)
    told = [problem.what for problem in raised.value.problems]
    assert len(told) == 3
    assert any("\U00010380 (U+10380, UGARITIC LETTER ALPA)" in what for what in told)
    assert any("the character (U+E000" in what for what in told)
    assert {problem.where for problem in raised.value.problems} == {"slot message"}


def test_what_shows_nothing_is_no_problem_and_no_box(real_style: Style) -> None:
    source = "a\u200bb\u200cc\u200dd\ufe0f\u00ade\ufeff\u2060\x00\x07\u202af\u202c\u2067g\u2069\th"
    text = fitted(source, box(300, 100), real_style)
    gids = [gid for line in text.lines for run in line.runs for gid in run.gids]
    assert len(gids) == 9
    assert 0 not in gids


def test_a_set_text_is_the_same_each_time(real_style: Style) -> None:
    source = "Thank you, Ελένη and 민준, for all of it. " * 4
    first = set_text(source, box(150, 400), real_style)
    assert set_text(source, box(150, 400), real_style) == first
    fresh = replace(real_style, faces=(*real_style.faces,))
    assert set_text(source, box(150, 400), fresh) == first


def test_glyphs_stand_one_after_another(squares_style: Style) -> None:
    text = fitted("ab c", box(100, 100, x=5), squares_style)
    xs = [x for _, places, _ in glyph_origins(text, text.lines[0]) for x in places]
    assert xs == [5 * PT, 15 * PT, 25 * PT, 30 * PT]


def test_a_line_face_is_broken_by_the_widths_of_its_lines(squares: Squares) -> None:
    features = "feature kern { pos space u0062 -250; } kern;"
    faces = Library(Typefaces({}, {"sq_line": squares("sq_line", features)}, ())).stack("sq_line")
    assert _unit(faces[0]) == "line"
    style = Style("message", faces, (10 * PT, 10 * PT), Ink("ink"))
    assert lines(fitted("a b", box(22.5, 100), style)) == ["a b"]
    assert lines(fitted("a c", box(24.9, 100), style)) == ["a", "c"]
    (line,) = fitted("a b", box(22.5, 100), style).lines
    assert [run.text for run in line.runs] == ["a b"]


def _unit(face: Face) -> str:
    return face.unit


def test_a_soft_hyphen_shows_nothing_where_the_face_has_no_hyphen(real_style: Style) -> None:
    style = replace(real_style, size=(10 * PT, 10 * PT))
    text = fitted("תודה\u00adרבה", box(25, 100), style)
    assert len(text.lines) == 2
    assert all(gid for line in text.lines for run in line.runs for gid in run.gids)


def test_a_line_that_comes_out_wider_by_itself_is_broken_earlier(library: Library) -> None:
    """A face whose words lean on the space between them can be wider by the line."""
    features = ("onum",)
    style = Style("message", library.stack("sans"), (8 * PT, 8 * PT), Ink("ink"), features=features)
    note = (
        "I am most grateful for the courtesy shown to me at every stage. The prospect of your "
        "story of the flooded map room appeals to me greatly. I will await your decision with "
        "patience."
    )
    assert isinstance(set_text(note, box(298.298, 400), style), Fitted)
