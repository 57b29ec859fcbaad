"""Every word is in an English dictionary or in the kit's own list; the site's pages are British."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest
from spellchecker import SpellChecker

from generator.load.sample import read_sample
from generator.model.kit import Kit
from generator.publish.pages import render_pages
from generator.publish.plan import plan_pictures
from tests.language.pages import FENCE, Text

WORD = re.compile(r"[A-Za-zÀ-ž]+(?:['’][A-Za-zÀ-ž]+)*")
SHORT = re.compile(r"['’](?:s|d|m|t|ll|re|ve)$")
BRITISH = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (
        (r"our", "or"),
        (r"is(e|ed|es|er|ers|ing|able|ation|ations)$", r"iz\1"),
        (r"ys(e|ed|es|ing)$", r"yz\1"),
        (r"tre(s|d)?$", r"ter\1"),
        (r"ll(ed|ing|er|ers|or)$", r"l\1"),
        (r"ogue(s?)$", r"og\1"),
        (r"ence(s|d)?$", r"ense\1"),
        (r"mme(s?)$", r"m\1"),
        (r"ey(ish|er)?$", r"ay\1"),
        (r"lfil", "lfill"),
    )
)
"""British spellings and the American ones that the dictionary has."""

CODE = re.compile(r"`[^`\n]*`|\]\([^)]*\)")
AMERICAN = re.compile(
    r"\b(?:[Cc]olor|[Cc]entered|[Mm]illimeter|[Ff]avor|[Hh]onor|[Bb]ehavior|[Nn]eighbor|license"
    r"|[Gg]ray|[Cc]atalogs?\b|[Ll]abeled|[Cc]anceled|[Tt]raveled|[Ff]ulfill)\w*"
)
"""Words that the pages spell the British way; situations keep the way of the kit's locale."""


@pytest.fixture(scope="module")
def dictionary() -> SpellChecker:
    return SpellChecker(language="en")


@pytest.fixture(scope="module")
def own_words(kit: Kit, root: Path) -> set[str]:
    """Return the words of words.txt, and the names that the kit's data and samples hold."""
    lines = (Path(__file__).parent / "words.txt").read_text("utf-8").split("\n")
    words = [line.split("#")[0].strip() for line in lines]
    names = [f"{source.who} {source.title} {source.note}" for source in kit.sources.values()]
    names += [design.name for design in kit.designs.values()]
    names += read_sample(root).fields.values()
    named = {word for text in names for word in WORD.findall(text) if word[0].isupper()}
    return {word.lower() for word in (*words, *named) if word}


def unknown(texts: Iterable[Text], own: set[str], dictionary: SpellChecker) -> dict[str, str]:
    """Return the words that nobody knows, each with the text that it stands in first."""
    found: dict[str, str] = {}
    for text in texts:
        for word in WORD.findall(text.whole):
            if not is_known(SHORT.sub("", word.replace("’", "'").lower()), own, dictionary):
                found.setdefault(word, text.name)
    return found


def is_known(word: str, own: set[str], dictionary: SpellChecker) -> bool:
    if len(word) == 1 or word in own or word in dictionary:
        return True
    american = (pattern.sub(instead, word) for pattern, instead in BRITISH)
    return any(form in dictionary for form in american)


def test_every_word_is_known(
    pages: list[Text], situations: list[Text], own_words: set[str], dictionary: SpellChecker
) -> None:
    texts = [*pages, *situations]
    assert sum(len(WORD.findall(text.whole)) for text in texts) > 20_000
    found = unknown(texts, own_words, dictionary)
    assert found == {}, "mend them, or add them to tests/language/words.txt"


def test_own_words_are_needed(
    pages: list[Text], situations: list[Text], dictionary: SpellChecker
) -> None:
    lines = (Path(__file__).parent / "words.txt").read_text("utf-8").split("\n")
    own = [line.split("#")[0].strip() for line in lines]
    own = [word for word in own if word]
    assert own == sorted(set(own), key=str.lower), "keep words.txt sorted, each word once"
    used = {word.lower() for text in (*pages, *situations) for word in _all_words(text)}
    assert [word for word in own if word.lower() not in used] == []
    assert [word for word in own if is_known(word.lower(), set(), dictionary)] == []


def _all_words(text: Text) -> list[str]:
    return [SHORT.sub("", word.replace("’", "'")) for word in WORD.findall(text.whole)]


@pytest.mark.parametrize("word", ["recieve", "definately", "teh", "thier", "interveiw", "colouur"])
def test_a_slip_is_seen(word: str, dictionary: SpellChecker) -> None:
    assert unknown([Text("x", (f"A {word} here.",))], set(), dictionary) == {word: "x"}


@pytest.mark.parametrize("word", ["colour", "color", "realise", "realize", "centre", "programme"])
def test_british_and_american_are_both_fine(word: str, dictionary: SpellChecker) -> None:
    assert unknown([Text("x", (f"It’s {word}.",))], set(), dictionary) == {}


def american(markdown: Mapping[str, str]) -> list[str]:
    """Return the American spellings of pages, tables and front matter too, code left out."""
    return [
        f"{name}: {found[0]}"
        for name, page in markdown.items()
        for found in AMERICAN.finditer(CODE.sub("", FENCE.sub("", page)))
    ]


def test_pages_are_spelled_the_british_way(markdown: Mapping[str, str], kit: Kit) -> None:
    written = render_pages(kit, plan_pictures(kit, lambda order: "inside"))
    cards = {path: data.decode() for path, data in written.items() if path.startswith("cards/")}
    assert len(cards) > 24
    assert american({**markdown, **cards}) == []


def test_an_american_spelling_is_seen() -> None:
    page = "---\ntitle: In color\n---\nA license, [centered](color.md) by `color`.\n"
    assert american({"x": page}) == ["x: color", "x: license", "x: centered"]
