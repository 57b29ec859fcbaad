"""No page and no note leaves somebody out by its words."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from tests.language.pages import Text


@pytest.fixture(scope="module")
def wording() -> Mapping[str, str]:
    """Return inclusive.txt: what is looked for, and what to write instead."""
    lines = (Path(__file__).parent / "inclusive.txt").read_text("utf-8").split("\n")
    pairs = (line.split(" = ", 1) for line in lines if line and not line.startswith("#"))
    return dict(pairs)


def excluding(texts: Iterable[Text], wording: Mapping[str, str]) -> list[str]:
    """Return each word that leaves somebody out, where it stands, and what to write instead."""
    compiled = {
        re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE): instead
        for pattern, instead in wording.items()
    }
    return [
        f"{text.name}: {match[0]} (better: {instead})"
        for text in texts
        for pattern, instead in compiled.items()
        for match in pattern.finditer(text.whole)
    ]


def test_nobody_is_left_out(
    pages: list[Text], situations: list[Text], wording: Mapping[str, str]
) -> None:
    assert len(wording) >= 30
    assert excluding([*pages, *situations], wording) == []


@pytest.mark.parametrize(
    "words",
    ["Ask the chairman.", "He or she replies.", "Hey you guys!", "That is crazy.", "The disabled"],
)
def test_a_word_that_leaves_somebody_out_is_seen(words: str, wording: Mapping[str, str]) -> None:
    (found,) = excluding([Text("x", (words,))], wording)
    assert found.startswith("x: ")


def test_part_of_a_word_is_no_such_word(wording: Mapping[str, str]) -> None:
    assert excluding([Text("x", ("A mastered task, a nutshell, the blame.",))], wording) == []
