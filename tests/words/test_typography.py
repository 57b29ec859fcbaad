"""Typed text becomes typographic text that says the same."""

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.words.quotes import PAIRS
from generator.words.typography import typeset

N, T = "\u00a0", "\u202f"


def every(char: str) -> bool:
    return True


CASES = [
    ("en", '"Hello," she said.', "“Hello,” she said."),
    ("en", "don't", "don’t"),
    ("en", "the '90s and '24", "the ’90s and ’24"),
    ("en", "rock 'n' roll", "rock ’n’ roll"),
    ("en", "'Twas fun, tell 'em", "’Twas fun, tell ’em"),
    ("en", "the friends' dog", "the friends’ dog"),
    ("en", "'quoted' and 'twice'", "‘quoted’ and ‘twice’"),
    ("en", "\"'Nested' quotes\"", "“‘Nested’ quotes”"),
    ("en", '("bracketed")', "(“bracketed”)"),
    ("en", '"a"-"b"', "“a”-“b”"),
    ("en", "5'10\" tall", "5′10″ tall"),
    ("en", 'a 12" ruler', "a 12″ ruler"),
    ("en", "wait...", "wait…"),
    ("en", "wait....", "wait...."),
    ("en", "one--two", "one—two"),
    ("en", "one -- two", f"one{N}— two"),
    ("en", "one - two", f"one{N}– two"),
    ("de", "eins -- zwei", f"eins{N}– zwei"),
    ("en", "2020-2024", "2020–2024"),
    ("en", "9:00-17:30", "9:00–17:30"),
    ("en", "Mr. Smith", f"Mr.{N}Smith"),
    ("en", "J. R. R. Tolkien", f"J.{N}R.{N}R.{N}Tolkien"),
    ("en", "10 km", f"10{N}km"),
    ("fr", "10 km", f"10{T}km"),
    ("de", "\"Das 'Beste'\", sagte er", "„Das ‚Beste‘“, sagte er"),
    ("fr", "\"Oui !\" dit-elle ; c'est l'ami : lui ?",
     f"«{T}Oui{T}!{T}» dit-elle{T}; c’est l’ami{N}: lui{T}?"),
    ("ja", "\"ありがとう\"", "「ありがとう」"),
    ("pl", '"cześć"', "„cześć”"),
    ("sv", '"hej"', "”hej”"),
    ("da", '"hej"', "»hej«"),
    ("ru", '"привет"', "«привет»"),
    ("de-AT", '"Servus"', "„Servus“"),
    ("en", '"Not closed\n\n"Closed" here', "“Not closed\n\n“Closed” here"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "typed", "wanted"), CASES)
def test_typed_text_is_set_as_its_language_does(lang: str, typed: str, wanted: str) -> None:
    assert typeset(typed, lang, every) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "555-1234",
        "2024-05-01",
        "5 - 3 = 2",
        "- a list\n- of two",
        "https://a.example/x--y's",
        "o'neil@example.org",
        "re-entry",
        "“Already” set—all ‘of’ it…",
        "C:\\--force",
        "",
        " ",
    ],
)
def test_what_must_not_change_does_not(text: str) -> None:
    set_ = typeset(text, "en", every)
    assert set_ == text if "--force" not in text else set_ == "C:\\—force"


def test_an_address_keeps_its_signs_inside_a_quote() -> None:
    typed = 'see "https://a.example/b--c" -- or "mail me"'
    assert typeset(typed, "en", every) == f"see “https://a.example/b--c”{N}— or “mail me”"


def test_a_sign_that_the_face_lacks_is_not_put_in() -> None:
    for lacking in "“’—–…″\u00a0\u202f«":
        typed = '"Don\'t" -- wait... 10 km 12" - no, Mr. X 2020-2024 \'so\' "x"'
        for lang in ("en", "fr", "de"):
            set_ = typeset(typed, lang, lambda char, lacking=lacking: char != lacking)
            assert lacking not in set_, (lacking, lang)
    assert typeset("10 km", "fr", lambda char: char != T) == f"10{N}km"
    assert typeset('"oui"', "fr", lambda char: char not in "«»") == "“oui”"
    assert typeset('"it\'s"...', "en", lambda char: char.isascii()) == '"it\'s"...'


def test_every_pair_of_quotes_is_used() -> None:
    assert len(PAIRS) > 20
    for lang, (outer, close, inner, inner_close) in PAIRS.items():
        if lang.partition("-")[0] != lang:
            continue
        letters = re.sub(r"[\s\u00a0\u202f]", "", typeset("\"a 'b' c\"", lang, every))
        assert letters == f"{outer}a{inner}b{inner_close}c{close}", lang


SIGNS = [*"ab Z90.,-'\"“”‘’„«»()!?:;…–—/\n \u00a0\u202fékm@", "Mr.", "10 km", "--"]
TYPED = st.lists(st.sampled_from(SIGNS), max_size=24).map("".join)
LANGS = st.sampled_from(["en", "de", "fr", "es", "ja", "sv", "pl", "da", "xx"])
LACKS = st.sets(st.sampled_from("“”‘’„«»—–…′″\u00a0\u202f"), max_size=4)


@settings(deadline=None)
@given(TYPED, LANGS, LACKS)
def test_twice_is_the_same_as_once(text: str, lang: str, lacks: set[str]) -> None:
    def has(char: str) -> bool:
        return char not in lacks

    once = typeset(text, lang, has)
    assert typeset(once, lang, has) == once


@settings(deadline=None)
@given(TYPED, LANGS)
def test_letters_and_figures_stay_as_they_are(text: str, lang: str) -> None:
    def said(some: str) -> str:
        return "".join(char for char in some if unicodedata.category(char)[0] in "LN")

    assert said(typeset(text, lang, every)) == said(text)
