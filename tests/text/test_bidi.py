"""Levels and order follow Unicode's own cases."""

from pathlib import Path

import pytest

from generator.text.bidi import (
    bidi_class,
    embedding_levels,
    first_strong,
    is_plain,
    is_rtl,
    resolve,
    visual_order,
)

CASES = Path(__file__).parent.parent / "vectors" / "bidi.txt"


def unicode_cases() -> list[tuple[str, str, int, list[str], list[int]]]:
    cases = []
    for line in CASES.read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        codes, direction, level, levels, order = line.split(";")
        text = "".join(chr(int(code, 16)) for code in codes.split())
        cases.append((text, direction, int(level), levels.split(), list(map(int, order.split()))))
    return cases


def test_levels_and_order_are_those_of_unicodes_cases() -> None:
    cases = unicode_cases()
    assert len(cases) > 1000
    for text, direction, level, levels, order in cases:
        classes = [bidi_class(char) for char in text]
        base = first_strong(classes) if direction == "2" else int(direction)
        assert base == level
        found = resolve(classes, text, base)
        kept = [i for i, wanted in enumerate(levels) if wanted != "x"]
        assert [str(found[i]) for i in kept] == [levels[i] for i in kept], ascii(text)
        assert [kept[i] for i in visual_order([found[i] for i in kept])] == order, ascii(text)


@pytest.mark.parametrize(
    ("text", "rtl", "levels"),
    [
        ("Dear שרה, thanks", False, "0000011100000000"),
        ("שרה (2024)", True, "1111122221"),
        ("a (שרה) b", False, "000111000"),
    ],
)
def test_levels_of_a_note(text: str, rtl: bool, levels: str) -> None:
    assert "".join(map(str, embedding_levels(text, rtl=rtl))) == levels


def test_order_turns_what_runs_right_to_left() -> None:
    assert visual_order([0, 1, 1, 0]) == [0, 2, 1, 3]
    assert visual_order([1, 2, 2, 1]) == [3, 1, 2, 0]
    assert visual_order([0, 0]) == [0, 1]
    assert visual_order([]) == []


@pytest.mark.parametrize(
    ("text", "lang", "rtl"),
    [
        ("Dear שרה, thank you", "en", False),
        ("שרה", "en", True),
        ("تشكر محمد على Google Meet كثيرا", "en", True),
        ("תודה ל־Google Meet Team", "he", True),
        ("Thank you", "he", False),
        ("2024", "en", False),
        ("", "ar", False),
    ],
)
def test_a_text_runs_as_its_language_or_most_of_its_letters_do(
    text: str, lang: str, rtl: bool
) -> None:
    assert is_rtl(text, lang) is rtl


def test_plain_text_is_known_at_sight() -> None:
    assert is_plain("Nguyễn Żółć Ελένη Олександр 小明 สมชาย ❤️ “thanks” – 2024")
    for char in "שم\u200f\u202e\u2067\ufb1d\U0001e900":
        assert not is_plain(f"a {char} b")
