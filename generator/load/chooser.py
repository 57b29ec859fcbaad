"""chooser.yml into a Chooser: every answer leads on or out, and every way out to a page."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Annotated

from pydantic import Field

from generator.load.files import LAYERS
from generator.load.place import Place, suggest
from generator.load.schema import Filled, Id, Row
from generator.load.tree import Table, merge_trees, read_tree
from generator.load.validate import check_id, check_known, place_of, read_row
from generator.model.chooser import (
    Answer,
    Chooser,
    End,
    Further,
    Outcome,
    Question,
    Verdict,
    outcomes,
)
from generator.model.kit import Situation
from generator.model.problem import Problem, Problems

FILE = "chooser.yml"
REFUSAL = "no"
"""The first word of a situation's medium that rules a card or an e-mail out."""
MOST_QUESTIONS = 200


class AnswerRow(Row):
    """chooser.yml: one answer."""

    say: Filled
    """The answer, as it can be clicked."""
    because: str = ""
    """What the chosen answer says in the advice."""
    situation: Id | None = None
    """The situation that this answer leads to."""
    next: Id | None = None
    """The question that comes next."""
    end: Id | None = None
    """The advice that this answer leads to."""


class QuestionRow(Row):
    """chooser.yml: one question."""

    ask: Filled
    """The question."""
    help: str = ""
    """A line of help under it."""
    answers: Annotated[dict[str, AnswerRow], Field(min_length=2)]
    """Two answers or more."""


class EndRow(Row):
    """chooser.yml: one piece of advice."""

    verdict: Verdict
    """What the advice comes to, in one word."""
    title: Filled
    """The advice in one line."""
    why: Filled
    """Why."""
    further: dict[str, Filled] = Field(default_factory=dict)
    """Pages to read on, and what their links say."""


class ChooserRow(Row):
    """chooser.yml."""

    first: Id
    """The first question."""
    questions: Annotated[dict[str, QuestionRow], Field(min_length=1, max_length=MOST_QUESTIONS)]
    """The questions, by id."""
    ends: Annotated[dict[str, EndRow], Field(min_length=1)]
    """The pieces of advice, by id."""


def read_chooser(root: Path, situations: Mapping[str, Situation]) -> Chooser:
    """Return the chooser of assets/, mine/ put over it question by question; raises Problems."""
    paths = [root / layer / FILE for layer in LAYERS]
    table = read_tree(paths[0], root)
    for path in paths[1:]:
        if path.is_file():
            table = merge_trees(table, read_tree(path, root), deep=True)
    return build_chooser(table, root, situations)


def build_chooser(table: Table, root: Path, situations: Mapping[str, Situation]) -> Chooser:
    """Return a tree as a chooser; raises Problems.

    Wrong are: unknown questions, ends, situations and pages; an answer that leads nowhere or to
    two places; questions that go in a circle; what no answer leads to; a way out without a page;
    advice that the situation's own `medium` rules out.
    """
    problems: list[Problem] = []
    top = Place(table.place.file)
    row = read_row(ChooserRow, table, top, problems)
    if row is None:
        raise Problems(problems)
    checker = _Checker(table, top, row, problems)
    checker.check_ids()
    checker.check_targets(situations)
    checker.check_pages(root / "docs")
    if problems:
        raise Problems(problems)
    checker.check_circles()
    if problems:
        raise Problems(problems)
    chooser = _chooser(row)
    checker.check_reach(chooser)
    checker.check_outcomes(chooser, situations)
    if problems:
        raise Problems(problems)
    return chooser


def _chooser(row: ChooserRow) -> Chooser:
    questions = {
        id_: Question(
            id_,
            question.ask,
            question.help,
            tuple(
                Answer(name, a.say, a.because, a.situation, a.next, a.end)
                for name, a in question.answers.items()
            ),
        )
        for id_, question in row.questions.items()
    }
    ends = {
        id_: End(
            id_,
            end.verdict,
            end.title,
            end.why,
            tuple(Further(path, words) for path, words in end.further.items()),
        )
        for id_, end in row.ends.items()
    }
    order = {id_: questions[id_] for id_ in _in_order(row)}
    return Chooser(MappingProxyType({**order, **questions}), MappingProxyType(ends), row.first)


def _in_order(row: ChooserRow) -> tuple[str, ...]:
    """Return the questions so that each stands after all that lead to it (no circle given)."""
    done: dict[str, None] = {}

    def visit(question: str) -> None:
        for answer in reversed(row.questions[question].answers.values()):
            if answer.next is not None and answer.next not in done:
                visit(answer.next)
        done[question] = None

    visit(row.first)
    return tuple(reversed(done))


class _Checker:
    """Checks one chooser, keeping what is wrong with it."""

    def __init__(self, table: Table, top: Place, row: ChooserRow, problems: list[Problem]) -> None:
        self.table, self.top, self.row, self.problems = table, top, row, problems

    def place(self, *loc: str, key: bool = False) -> Place:
        return place_of(self.table, self.top, loc, key=key)

    def wrong(self, what: str, hint: str, *loc: str, key: bool = False) -> None:
        self.problems.append(Problem(str(self.place(*loc, key=key)), what, hint))

    def answers(self) -> Iterator[tuple[AnswerRow, tuple[str, ...]]]:
        """Yield each answer with where it stands."""
        for question, row in self.row.questions.items():
            for id_, answer in row.answers.items():
                yield answer, ("questions", question, "answers", id_)

    def check_ids(self) -> None:
        for part in ("questions", "ends"):
            for id_ in getattr(self.row, part):
                check_id(id_, self.place(part, id_, key=True), self.problems)
        for _, loc in self.answers():
            check_id(loc[-1], self.place(*loc, key=True), self.problems)

    def check_targets(self, situations: Mapping[str, Situation]) -> None:
        """Check what answers name, and that each leads to one place."""
        first = self.place("first")
        check_known(self.row.first, self.row.questions, "question", first, self.problems)
        for answer, loc in self.answers():
            known = (
                ("next", answer.next, self.row.questions, "question"),
                ("end", answer.end, self.row.ends, "end"),
                ("situation", answer.situation, situations, "situation"),
            )
            for key, name, names, noun in known:
                if name is not None:
                    check_known(name, names, noun, self.place(*loc, key), self.problems)
            if answer.next is None and answer.end is None:
                hint = "add `next:` with a question or `end:` with a piece of advice"
                self.wrong(f"the answer {loc[-1]} leads nowhere", hint, *loc, key=True)
            if answer.next is not None and answer.end is not None:
                hint = "delete `next:` or `end:`"
                self.wrong(f"the answer {loc[-1]} leads to two places", hint, *loc, key=True)

    def check_pages(self, docs: Path) -> None:
        known = [path.relative_to(docs).as_posix() for path in docs.rglob("*.md")]
        hand_written = [path for path in known if not path.startswith("kit/")]
        for id_, end in self.row.ends.items():
            for path in end.further:
                if path.split("#")[0] not in hand_written:
                    what, hint = f"there is no page docs/{path}", suggest(path, hand_written)
                    self.wrong(what, hint, "ends", id_, "further", path, key=True)

    def check_circles(self) -> None:
        done: set[str] = set()

        def visit(question: str, way: tuple[str, ...]) -> None:
            for id_, answer in self.row.questions[question].answers.items():
                if answer.next is None or answer.next in done:
                    continue
                if answer.next in way:
                    loc = ("questions", question, "answers", id_, "next")
                    what = f"this leads back to the question {answer.next}, in a circle"
                    self.wrong(what, "lead on to a question that was not asked yet", *loc)
                else:
                    visit(answer.next, (*way, answer.next))
            done.add(question)

        visit(self.row.first, (self.row.first,))

    def check_reach(self, chooser: Chooser) -> None:
        """Check that some line of answers comes by every question and every end."""
        asked = set(_in_order(self.row))
        for question in chooser.questions:
            if question not in asked:
                hint = "name it as the `next:` of an answer, or delete it"
                what = f"no answer leads to the question {question}"
                self.wrong(what, hint, "questions", question, key=True)
        reached = {outcome.end for outcome in outcomes(chooser)}
        for end in chooser.ends:
            if end not in reached:
                hint = "name it as the `end:` of an answer, or delete it"
                self.wrong(f"no answer leads to the end {end}", hint, "ends", end, key=True)

    def check_outcomes(self, chooser: Chooser, situations: Mapping[str, Situation]) -> None:
        for outcome in outcomes(chooser):
            end = chooser.ends[outcome.end]
            loc = ("questions", outcome.question, "answers", outcome.answer)
            if outcome.situation is None:
                if end.verdict in ("card", "email"):
                    hint = "add `situation:` to an answer on the way"
                    what = f"this can end in {end.id} with no note to send"
                    self.wrong(what, hint, *loc, key=True)
                elif not end.further:
                    hint = f"add `further:` to the end {end.id}"
                    self.wrong("this can end without a page", hint, *loc, key=True)
            elif _is_ruled_out(end, outcome, situations):
                what = (
                    f"this can send a {end.verdict} for {outcome.situation}, whose medium says no"
                )
                self.wrong(what, "lead it to another end", *loc, key=True)


def _is_ruled_out(end: End, outcome: Outcome, situations: Mapping[str, Situation]) -> bool:
    medium = situations[outcome.situation or ""].medium
    said = {"card": medium.card, "email": medium.email}.get(end.verdict, "")
    return said.replace(",", " ").split()[:1] == [REFUSAL]
