"""A line put together from known words is the line that a look at every sign gives."""

from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from generator.fonts.library import Library
from generator.fonts.units import shaping_unit
from generator.model.paint import Ink
from generator.text import measure
from generator.text.case import Case, case_for
from generator.text.lines import MICRO, count_lines, even_breaks
from generator.text.measure import Galley, cut_lines
from generator.text.shape import shape, shape_words
from generator.text.style import Style

WORDS = (
    *("Thank", "you", "office", "fi", "AVATAR", "To", "V.", "well-known", "up-to-date", "co-op,"),
    *("“Yes,”", "(so", "it", "goes)", "12", "3.5", "naïve", "Ελλάδα", "Привет", "Nguyễn", "don’t"),
    *(
        "Dr.\u00a0Wu",
        "—",
        "…",
        "and/or",
        "soft\u00adhyphen",
        "zero\u200bwidth",
        "שלום",
        "小明",
        "ﬁ",
    ),
)
lines = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join)


@pytest.fixture(scope="module")
def case(library: Library) -> Case:
    return case_for(Style("message", library.stack("text"), (9_000, 12_000), Ink("ink")))


def galleys(text: str, case: Case) -> tuple[Galley, Galley]:
    """Return a line as it is set, and as it is where no word is known."""
    quick = measure.set_galley.__wrapped__(text, case, "", rtl=False)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(measure, "set_words", lambda text, case, han: None)
        patch.setattr(measure, "whole_item", lambda text, case, han: None)
        slow = measure.set_galley.__wrapped__(text, case, "", rtl=False)
    return quick, slow


@pytest.mark.parametrize("typeface", ["text", "hand"])
@settings(max_examples=100, deadline=None)
@given(text=lines, ems=st.integers(4, 30))
def test_words_that_are_known_make_the_line_that_signs_make(
    library: Library, typeface: str, text: str, ems: int
) -> None:
    case = case_for(Style("message", library.stack(typeface), (9_000, 12_000), Ink("ink")))
    quick, slow = galleys(text, case)
    assert quick.runs == slow.runs
    assert [list(part) for part in quick.measured] == [list(part) for part in slow.measured]
    assert [quick.items[i] for i in range(len(quick.runs))] == list(slow.items)
    assert (quick.missing, quick.levelled) == (slow.missing, slow.levelled)
    if count_lines(quick.measured, ems * MICRO) is None:
        return
    stops = [0, *(quick.measured.stops[at] for at in even_breaks(quick.measured, ems * MICRO))]
    spans = [(start, end - (text[end - 1] == " ")) for start, end in pairwise(stops)]
    assert cut_lines(quick, case, spans) == cut_lines(slow, case, spans)


def test_most_lines_are_put_together_from_words(case: Case) -> None:
    notes = ("Thank you for the well-known office, Amelia.", "Привет Анна", "12 May")
    found = [galleys(text, case) for text in notes]
    assert all(type(quick.items) is not type(slow.items) for quick, slow in found)


@pytest.mark.parametrize(("features", "tracking"), [((), 0), (("smcp", "onum"), 60)])
@settings(max_examples=60, deadline=None)
@given(words=st.lists(st.sampled_from((*WORDS[:18], "ffi", "e\u0301", "3.5")), min_size=1))
def test_words_shaped_in_one_go_are_shaped_each(
    case: Case, words: list[str], features: tuple[str, ...], tracking: int
) -> None:
    assume(shaping_unit(case.faces[0].font, features) == "word")
    together = shape_words(case.faces[0], words, "Latn", "en", features, tracking)
    apart = [shape(case.faces[0], word, 0, "Latn", "en", features, tracking) for word in words]
    assert together == apart
