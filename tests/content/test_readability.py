"""The measure of reading ease, tried on a text whose grade is known."""

import pytest
from readability import blocks, measure, plain, syllables

ADDRESS = (
    "Four score and seven years ago our fathers brought forth on this continent, a new nation, "
    "conceived in Liberty, and dedicated to the proposition that all men are created equal. Now "
    "we are engaged in a great civil war, testing whether that nation, or any nation so conceived "
    "and so dedicated, can long endure. We are met on a great battle-field of that war. We have "
    "come to dedicate a portion of that field, as a final resting place for those who here gave "
    "their lives that that nation might live. It is altogether fitting and proper that we should "
    "do this."
)


def test_a_well_known_text_has_about_its_known_grade() -> None:
    assert measure([ADDRESS]).grade == pytest.approx(10, abs=1)


def test_long_words_in_long_sentences_are_hard_and_short_ones_easy() -> None:
    hard = "Notwithstanding considerable organizational complexities, stakeholders collaborated."
    assert measure([hard]).grade > 12
    assert measure(["We met. You were kind. I am glad."]).grade < 2


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("the", 1),
        ("notes", 1),
        ("asked", 1),
        ("wanted", 2),
        ("people", 2),
        ("little", 2),
        ("houses", 2),
        ("something", 2),
        ("interview", 3),
        ("re-read", 2),
        ("that's", 1),
        ("decision", 3),
    ],
)
def test_syllables_are_counted(word: str, count: int) -> None:
    assert syllables(word) == count


def test_markup_is_left_out_and_items_stand_alone() -> None:
    page = (
        "---\ntitle: x\n---\n# Head\n\nOne [link](a.md) and **bold**.\n\n- first\n- second\n"
        '\n!!! known "What is known"\n\n    Inside.\n\n```sh\nmake site\n```\n'
        "\n| a | b |\n|---|---|\n"
    )
    assert [plain(block) for block in blocks(page)] == [
        "Head",
        "One link and bold.",
        "first",
        "second",
        "What is known",
        "Inside.",
    ]
