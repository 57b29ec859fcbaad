"""Lines part where Unicode lets them, in the fewest lines, as evenly as can be."""

import re
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from uniseg.linebreak import line_break_boundaries

from generator.text.breaks import opportunities
from generator.text.lines import MICRO, Measured, count_lines, even_breaks, greedy

SIGNS = """
thanks (2024) “hello world” well-known don’t 12,000.50 a/b — x—y http://a.b/c-d?e=f&g 小明 さん )
3 $5 5% (a) Ελένη, שרה re- -5 … ‘90s e.g. U.S.A. "straight" it's ok! ?! 50-60 [x] №5 ❤️ «guill word»
- So! so\u00adft zero\u200bwidth no\u00a0break สมชาย 12:30 1. a.b A-1 x:y End.” (see fig.) “ ” ’ –
1–2 C++ @you #tag & ok… हिन्दी Мир ( see Jean-Luc Smith-Jones, (well-known) 👩\u200d👩\u200d👧 a’b
‘c’.
"""
WORDS = re.split("[ \n]+", SIGNS.strip(" \n"))


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=8))
def test_opportunities_are_those_of_the_whole_line(words: list[str]) -> None:
    text = " ".join(words)
    found = opportunities(text)
    assert found == [at for at in line_break_boundaries(text) if at > 0]
    assert found[-1] == len(text)


def test_korean_breaks_at_spaces_alone() -> None:
    text = "정말 감사합니다 선생님"
    assert opportunities(text) == [3, 9, 12]
    assert list(line_break_boundaries(text)) != opportunities(text)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("thank you", ["thank ", "you"]),
        ("小明です", ["小", "明", "で", "す"]),
        ("ขอบคุณ มาก\u200bครับ", ["ขอบคุณ ", "มาก\u200b", "ครับ"]),
        ("a\u00a0b c", ["a\u00a0b ", "c"]),
        ("x", ["x"]),
    ],
)
def test_breaks_of_languages(text: str, pieces: list[str]) -> None:
    ends = opportunities(text)
    assert [text[a:b] for a, b in zip([0, *ends], ends, strict=False)] == pieces


def measured(widths: list[int], space: int = 1) -> Measured:
    """Return words of whole ems with spaces between them."""
    begins, ends, pen = [], [], 0
    for width in widths:
        begins.append(pen * MICRO)
        ends.append((pen + width) * MICRO)
        pen += width + space
    return Measured(list(range(1, len(widths) + 1)), begins, ends)


def test_counting_fills_lines_as_they_come() -> None:
    assert count_lines(measured([3, 3, 3]), 7 * MICRO) == 2
    assert count_lines(measured([3, 3, 3]), 7 * MICRO - 1) == 3
    assert count_lines(measured([3, 8, 3]), 7 * MICRO) is None
    assert greedy(measured([3, 3, 3]), 7 * MICRO) == [1, 2]
    assert greedy(measured([3, 8, 3]), 7 * MICRO) == [0, 1, 2]


def test_lines_are_evened_out_in_the_same_number() -> None:
    words = measured([3, 2, 2, 5])
    assert greedy(words, 6 * MICRO) == [1, 2, 3]
    assert even_breaks(words, 6 * MICRO) == [0, 2, 3]


def test_a_short_last_line_is_given_company() -> None:
    words = measured([4, 4, 4, 4, 1])
    assert greedy(words, 19 * MICRO) == [3, 4]
    assert even_breaks(words, 19 * MICRO) == [2, 4]


def test_balancing_counts_the_last_line_too() -> None:
    words = measured([2] * 6)
    assert even_breaks(words, 12 * MICRO) == [3, 5]
    assert even_breaks(words, 12 * MICRO, balance=True) == [2, 5]


def slow_breaks(words: Measured, measure: int, balance: bool) -> list[int]:
    """Return the least ragged breaks by trying all, the earliest of the best."""
    last = len(words.ends) - 1
    lines = count_lines(words, measure)
    assert lines is not None
    best: tuple[int, list[int]] | None = None
    for choice in combinations(range(last), lines - 1):
        breaks = [*choice, last]
        total, first = 0, 0
        for stop in breaks:
            slack = measure - words.ends[stop] + words.begins[first]
            if slack < 0:
                break
            if stop == last and not balance:
                total += 2 * (max(0, slack - measure + measure // 3) // 1000) ** 2
            else:
                total += (slack // 1000) ** 2
            first = stop + 1
        else:
            if best is None or total < best[0]:
                best = (total, breaks)
    assert best is not None
    return best[1]


@settings(deadline=None)
@given(
    st.lists(st.integers(1, 9), min_size=1, max_size=9), st.integers(9, 20), st.booleans()
)  # fmt: skip
def test_even_breaks_are_the_best_of_all(widths: list[int], measure: int, balance: bool) -> None:
    words = measured(widths)
    found = even_breaks(words, measure * MICRO, balance=balance)
    wanted = slow_breaks(words, measure * MICRO, balance)
    assert _cost(words, found, measure, balance) == _cost(words, wanted, measure, balance)
    assert len(found) == len(wanted)


def _cost(words: Measured, breaks: list[int], measure: int, balance: bool) -> int:
    total, first = 0, 0
    for stop in breaks:
        slack = measure * MICRO - words.ends[stop] + words.begins[first]
        assert slack >= 0
        if stop == breaks[-1] and not balance:
            total += 2 * (max(0, slack - measure * MICRO + measure * MICRO // 3) // 1000) ** 2
        else:
            total += (slack // 1000) ** 2
        first = stop + 1
    return total
