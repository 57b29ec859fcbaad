"""What a note's words are looked at for, and what was found."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias


@dataclass(frozen=True, slots=True)
class Finding:
    """Words that stand in the way of a note; `start` and `end` count code points."""

    id: str
    words: str
    start: int
    end: int
    why: str
    instead: str


@dataclass(frozen=True, slots=True)
class NoteContext:
    """What is known about a note apart from its words; what is not known is empty.

    `format` is the card's, for its room; `lang` is the note's own.
    """

    medium: Literal["card", "email"] = "card"
    format: str = ""
    recipient: str = ""
    sender: str = ""
    company: str = ""
    detail: str = ""
    lang: str = "en"


@dataclass(frozen=True, slots=True)
class Advice:
    """Why something was found, and what to write instead; {name}s stand for what was found."""

    why: str
    instead: str


@dataclass(frozen=True, slots=True)
class WordRule:
    """Words that are found by a pattern, beyond the first `most`, unless they are excused.

    `find` and each of `unless` are regular expressions of the subset that Python and JavaScript
    read alike; group 1 of each is what stands before the words. `exact` keeps capitals apart.
    `langs` is empty for every language.
    """

    id: str
    find: str
    unless: tuple[str, ...]
    most: int
    exact: bool
    langs: tuple[str, ...]
    advice: Advice


@dataclass(frozen=True, slots=True)
class DetailRule:
    """A note of `since` words or more needs `least` words that are not in every such note."""

    id: str
    since: int
    least: int
    stock: frozenset[str]
    langs: tuple[str, ...]
    advice: Advice


@dataclass(frozen=True, slots=True)
class LengthRule:
    """The most words between greeting and close: in an e-mail, on any card, on cards by format."""

    id: str
    email: int
    card: int
    formats: Mapping[str, int]
    advice: Mapping[Literal["card", "email"], Advice]


NameFault: TypeAlias = Literal[
    "recipient", "title", "nobody", "second", "spelling", "company", "companies", "sender"
]


@dataclass(frozen=True, slots=True)
class NameRule:
    """How names stand in a note: words that come before them, titles, and words for anybody."""

    id: str
    titles: Mapping[str, str]
    """A title as written (no full stop) and the kind of it; an empty kind goes with any."""
    anybody: frozenset[str]
    nobody: frozenset[str]
    joins: frozenset[str]
    thanks: str
    employer: str
    elsewhere: frozenset[str]
    not_names: frozenset[str]
    advice: Mapping[NameFault, Advice]


@dataclass(frozen=True, slots=True)
class LintRules:
    """All rules of lint.yml; `folds` makes signs alike before words are looked for."""

    folds: Mapping[str, str]
    openers: tuple[str, ...]
    closers: tuple[str, ...]
    words: tuple[WordRule, ...]
    detail: DetailRule
    length: LengthRule
    names: NameRule
