"""lint.yml into the rules that notes are looked over with."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Literal

from pydantic import Field

from generator.load.files import LAYERS
from generator.load.phrases import check_pattern, phrases_pattern
from generator.load.place import Place
from generator.load.schema import Filled, Id, Row
from generator.load.tree import Table, merge_trees, read_tree
from generator.load.validate import place_of, read_row
from generator.model.lint import (
    Advice,
    DetailRule,
    LengthRule,
    LintRules,
    NameFault,
    NameRule,
    WordRule,
)
from generator.model.problem import Problem, Problems

FILE = "lint.yml"
FOLDS: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys("‘’ʼ´`", "'"),
        **dict.fromkeys("“”„«»", '"'),
        **dict.fromkeys("‐‑‒–—−", "-"),
        **dict.fromkeys("\t\r\u00a0\u2002\u2003\u2007\u2008\u2009\u200a\u202f\u3000", " "),
    }
)
"""Signs that count as one, each a single code point for another, so that places stay."""
Several = Annotated[list[Filled], Field(min_length=1)]
Count = Annotated[int, Field(ge=0, le=10_000)]
Langs = Literal["en", "any"]


class CheckRow(Row):
    """lint.yml: words of one rule, and how many of them are fine."""

    phrases: list[Filled] = Field(default_factory=list)
    """Words to look for, as they are written."""
    patterns: list[Filled] = Field(default_factory=list)
    """Regular expressions to look for."""
    unless: list[Filled] = Field(default_factory=list)
    """Words that excuse what they touch."""
    most: Count = 0
    """How many of them are fine."""
    exact: bool = False
    """Whether capitals count."""
    why: Filled | None = None
    """Why, if not for the rule's reason."""
    instead: Filled | None = None
    """What to write instead, if not the rule's."""


class RuleRow(Row):
    """lint.yml: a rule of words."""

    why: Filled
    """What is wrong with the words."""
    instead: Filled
    """What to write instead."""
    langs: Langs = "en"
    """en, or any for notes in every language."""
    checks: Annotated[list[CheckRow], Field(min_length=1)]
    """What to look for."""
    unless: list[Filled] = Field(default_factory=list)
    """Words that excuse what they touch."""


class DetailRow(Row):
    """lint.yml: detail."""

    id: Id
    """The rule's id."""
    why: Filled
    """What is missing."""
    instead: Filled
    """What to write."""
    since: Count
    """A note of so many words or more should hold a detail."""
    least: Count
    """How many words that are not in every such note make a detail."""
    stock: Filled
    """Words that stand in every such note, and so are no detail."""


class RoomRow(Row):
    """lint.yml: length, of an e-mail or of a card."""

    most: Count
    """The most words."""
    why: Filled
    """What is wrong with more."""
    instead: Filled
    """What to do."""
    formats: dict[Id, Count] = Field(default_factory=dict)
    """The most words on a card format, by its id."""


class LengthRow(Row):
    """lint.yml: length."""

    id: Id
    """The rule's id."""
    email: RoomRow
    """How long an e-mail may be."""
    card: RoomRow
    """How long a card may be."""


class AdviceRow(Row):
    """lint.yml: why, and what instead."""

    why: Filled
    """What is wrong."""
    instead: Filled
    """What to do."""


class NamesRow(Row):
    """lint.yml: names."""

    id: Id
    """The rule's id."""
    titles: dict[str, Literal["m", "f", "x", ""]]
    """Titles before names, and whom they are for: m, f, x for anyone."""
    anybody: Several
    """Words of a greeting that are no name."""
    nobody: Several
    """Words of a greeting to nobody in particular."""
    joins: Several
    """Words between two names."""
    thanks: Several
    """Words that a name follows: thank you, …"""
    employer: Several
    """Words that the employer's name follows."""
    elsewhere: Several
    """Words that tell that another firm is meant."""
    not_names: Several
    """Words with a capital that are no names."""
    advice: dict[NameFault, AdviceRow]
    """What is said of each fault."""


class LintRow(Row):
    """lint.yml."""

    lists: dict[Id, Several] = Field(default_factory=dict)
    """Lists of words that rules share, by name."""
    openers: Several
    """Words that open a note."""
    closers: Several
    """Words that close a note."""
    rules: dict[Id, RuleRow]
    """The rules, by id."""
    detail: DetailRow
    """The rule that a note holds something true and its own."""
    length: LengthRow
    """The rule of how long a note may be."""
    names: NamesRow
    """The rule of names."""


def read_lint(root: Path) -> LintRules:
    """Return the rules of assets/lint.yml, those of mine/lint.yml over them; raises Problems."""
    problems: list[Problem] = []
    paths = [root / layer / FILE for layer in LAYERS]
    table = read_tree(paths[0], root)
    if paths[1].is_file():
        table = merge_trees(table, read_tree(paths[1], root), deep=True)
    row = read_row(LintRow, table, Place(table.place.file), problems)
    rules = None if row is None else _Reader(table, row, problems).rules()
    if rules is None or problems:
        raise Problems(problems)
    return rules


class _Reader:
    """Builds the rules of one file, and keeps what is wrong with them."""

    def __init__(self, table: Table, row: LintRow, problems: list[Problem]) -> None:
        self.table, self.row, self.problems = table, row, problems

    def rules(self) -> LintRules:
        row = self.row
        words = [rule for name in row.rules for rule in self._words(name, row.rules[name])]
        return LintRules(
            folds=FOLDS,
            openers=_longest_first(row.openers),
            closers=_longest_first(row.closers),
            words=tuple(words),
            detail=_detail(row.detail),
            length=_length(row.length),
            names=self._names(row.names),
        )

    def _words(self, name: str, rule: RuleRow) -> Iterator[WordRule]:
        shared = self._phrases(rule.unless, "rules", name, "unless")
        for i, check in enumerate(rule.checks):
            loc = ("rules", name, "checks", i)
            found = [self._phrases(check.phrases, *loc, "phrases")] if check.phrases else []
            found += [self._pattern(p, *loc, "patterns", j) for j, p in enumerate(check.patterns)]
            own = self._phrases(check.unless, *loc, "unless")
            for find in found or [self._nothing(*loc)]:
                yield WordRule(
                    id=name,
                    find=find,
                    unless=tuple(p for p in (shared, own) if p),
                    most=check.most,
                    exact=check.exact,
                    langs=() if rule.langs == "any" else (rule.langs,),
                    advice=Advice(check.why or rule.why, check.instead or rule.instead),
                )

    def _names(self, row: NamesRow) -> NameRule:
        return NameRule(
            id=row.id,
            titles=MappingProxyType(row.titles),
            anybody=frozenset(row.anybody),
            nobody=frozenset(row.nobody),
            joins=frozenset(row.joins),
            thanks=self._phrases(row.thanks, "names", "thanks", whole=False),
            employer=self._phrases(row.employer, "names", "employer", whole=False),
            elsewhere=frozenset(row.elsewhere),
            not_names=frozenset(row.not_names),
            advice=MappingProxyType({k: Advice(a.why, a.instead) for k, a in row.advice.items()}),
        )

    def _phrases(self, phrases: Sequence[str], *loc: int | str, whole: bool = True) -> str:
        """Return a pattern, or none, for the phrases that can be read; the others are Problems."""
        good = [
            phrase
            for i, phrase in enumerate(phrases)
            if self._try(lambda p: phrases_pattern([p], self.row.lists), phrase, *loc, i)
        ]
        return phrases_pattern(good, self.row.lists, whole=whole) if good else ""

    def _pattern(self, pattern: str, *loc: int | str) -> str:
        self._try(check_pattern, pattern, *loc)
        return f"()(?:{pattern})"

    def _try(self, read: Callable[[str], object], words: str, *loc: int | str) -> bool:
        try:
            read(words)
        except ValueError as error:
            place = place_of(self.table, Place(self.table.place.file), loc)
            what = f"{words!r} cannot be looked for"
            self.problems.append(Problem(str(place), what, str(error)))
            return False
        return True

    def _nothing(self, *loc: int | str) -> str:
        place = place_of(self.table, Place(self.table.place.file), loc)
        what = "this check looks for nothing"
        self.problems.append(Problem(str(place), what, "add `phrases: [...]`"))
        return "()(?!)"


def _longest_first(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


def _detail(row: DetailRow) -> DetailRule:
    advice = Advice(row.why, row.instead)
    stock = frozenset(row.stock.split())
    return DetailRule(row.id, row.since, row.least, stock, ("en",), advice)


def _length(row: LengthRow) -> LengthRule:
    return LengthRule(
        id=row.id,
        email=row.email.most,
        card=row.card.most,
        formats=MappingProxyType(row.card.formats),
        advice=MappingProxyType(
            {
                "email": Advice(row.email.why, row.email.instead),
                "card": Advice(row.card.why, row.card.instead),
            }
        ),
    )
