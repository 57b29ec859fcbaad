"""Whether to write, to whom and how: questions whose answers lead on, or out to advice."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Verdict: TypeAlias = Literal["card", "email", "wait", "skip"]
VERDICTS: tuple[Verdict, ...] = ("card", "email", "wait", "skip")


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer: it leads to the question `next` or to the piece of advice `end`, never to both.

    `situation` is the note that it calls for, over that of any answer before; `because` is one
    sentence of reason that the advice will repeat.
    """

    id: str
    say: str
    because: str = ""
    situation: str | None = None
    next: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A question with two answers or more."""

    id: str
    ask: str
    help: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Further:
    """A page to read on: a Markdown file below docs/, perhaps with an anchor, and its link."""

    path: str
    words: str


@dataclass(frozen=True, slots=True)
class End:
    """A piece of advice: write a card, an e-mail, not yet, or nothing; and why."""

    id: str
    verdict: Verdict
    title: str
    why: str
    further: tuple[Further, ...] = ()


@dataclass(frozen=True, slots=True)
class Advice:
    """Where a line of answers comes out: the advice, the note to send, the reasons in order."""

    end: End
    situation: str | None
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """An end as one last answer reaches it, with the note that was called for on the way."""

    question: str
    answer: str
    end: str
    situation: str | None


@dataclass(frozen=True, slots=True)
class Chooser:
    """The questions from the first on, in the order of asking, and the pieces of advice."""

    questions: Mapping[str, Question]
    ends: Mapping[str, End]
    first: str = field(default="")

    def answer(self, question: str, answer: str) -> Answer:
        """Return an answer by the ids of its question and its own; raises KeyError."""
        for found in self.questions[question].answers:
            if found.id == answer:
                return found
        raise KeyError(answer)


def advise(chooser: Chooser, picks: Mapping[str, str]) -> Advice | None:
    """Return where the picked answers (by question) come out, or None while one is missing."""
    question: str | None = chooser.first
    situation: str | None = None
    reasons: list[str] = []
    while question is not None and question in picks:
        answer = chooser.answer(question, picks[question])
        situation = answer.situation or situation
        reasons.extend([answer.because] if answer.because else [])
        if answer.end is not None:
            return Advice(chooser.ends[answer.end], situation, tuple(reasons))
        question = answer.next
    return None


def outcomes(chooser: Chooser) -> tuple[Outcome, ...]:
    """Return every way to come out, once; the cost is questions times situations, not paths."""
    found: dict[Outcome, None] = {}
    seen: set[tuple[str, str | None]] = set()
    open_: list[tuple[str, str | None]] = [(chooser.first, None)]
    while open_:
        question, before = state = open_.pop()
        if state in seen or question not in chooser.questions:
            continue
        seen.add(state)
        for answer in chooser.questions[question].answers:
            situation = answer.situation or before
            if answer.end is not None:
                found[Outcome(question, answer.id, answer.end, situation)] = None
            elif answer.next is not None:
                open_.append((answer.next, situation))
    return tuple(found)


def lines_of_answers(chooser: Chooser) -> Iterator[Mapping[str, str]]:
    """Yield each line of answers from the first question to an end: many, for tests."""
    yield from _lines(chooser, chooser.first, {})


def _lines(
    chooser: Chooser, question: str, before: Mapping[str, str]
) -> Iterator[Mapping[str, str]]:
    for answer in chooser.questions[question].answers:
        picks = {**before, question: answer.id}
        if answer.next is None:
            yield picks
        else:
            yield from _lines(chooser, answer.next, picks)
