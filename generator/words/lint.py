"""Look a note over by the rules of lint.yml: advice, each with the words it is about.

docs/scripts/lint.js does the same from the same rules; tests/vectors/lint.json holds both to it.
Every place counts code points.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from generator.model.lint import (
    Finding,
    LengthRule,
    LintRules,
    NoteContext,
    WordRule,
)
from generator.words.finding import make_finding
from generator.words.lint_names import find_names
from generator.words.paper import SMALL, Paper, Span, fold_signs, read_paper, words_in, written

LEAST_LETTERS = 3
_WRITTEN = re.compile(r"[^ \n]+")


def lint_note(text: str, rules: LintRules, context: NoteContext) -> tuple[Finding, ...]:
    """Return what was found in a note (its body, or all of it), in the order of the text.

    A subject line can be looked over as well: rules for whole notes pass it by.
    """
    paper = read_paper(text, rules.folds, rules.openers, rules.closers)
    found = [
        *(finding for rule in rules.words for finding in _find_words(paper, rule, context)),
        *_find_no_detail(paper, rules, context),
        *_find_length(paper, rules.length, context),
        *find_names(paper, rules, context),
    ]
    return tuple(_once(sorted(found, key=lambda f: (f.start, f.end, f.id))))


def _find_words(paper: Paper, rule: WordRule, context: NoteContext) -> Iterator[Finding]:
    if rule.langs and not context.lang.startswith(rule.langs):
        return
    text = paper.exact if rule.exact else paper.plain
    excused: list[Span] | None = None
    count = 0
    for match in _compiled(rule.find).finditer(text):
        span = (match.end(1), match.end())
        if excused is None:
            excused = [
                (found.end(1), found.end())
                for pattern in rule.unless
                for found in _compiled(pattern).finditer(paper.plain)
            ]
        if any(_touch(span, other) for other in excused):
            continue
        count += 1
        if count > rule.most:
            yield make_finding(rule.id, paper.text, _trimmed(text, span), rule.advice)


def _find_no_detail(paper: Paper, rules: LintRules, context: NoteContext) -> Iterator[Finding]:
    """Find a note whose words would suit anybody: few of them are outside the stock."""
    rule = rules.detail
    if not context.lang.startswith(rule.langs):
        return
    detail = " ".join(written(fold_signs(context.detail, rules.folds).translate(SMALL)))
    if detail and detail in " ".join(written(paper.plain)):
        return
    words = [word.text for word in words_in(paper.plain, *paper.body)]
    names = f"{context.recipient} {context.sender} {context.company}"
    known = fold_signs(names, rules.folds).translate(SMALL)
    stock = rule.stock | {word.text for word in words_in(known, 0, len(known))}
    rare = {word for word in map(_bare, words) if len(word) >= LEAST_LETTERS and word not in stock}
    if len(words) >= rule.since and len(rare) < rule.least:
        yield make_finding(rule.id, paper.text, _first_sentence(paper), rule.advice)


def _bare(word: str) -> str:
    """Return a word without its possessive; other short forms say nothing of their own."""
    word = word.removesuffix("'s")
    return "" if "'" in word else word


def _first_sentence(paper: Paper) -> Span:
    start, end = paper.body
    start = next(words_in(paper.plain, start, end)).start
    at = next((i for i in range(start, end) if paper.plain[i] in ".!?\n"), end - 1)
    return start, at + (paper.plain[at] != "\n")


def _find_length(paper: Paper, rule: LengthRule, context: NoteContext) -> Iterator[Finding]:
    """Find the words that are too many, from the first of them to the end."""
    card = rule.formats.get(context.format, rule.card)
    most = rule.email if context.medium == "email" else card
    words = list(_WRITTEN.finditer(paper.plain, *paper.body))
    words = [word for word in words if any(sign.isalnum() for sign in word[0])]
    if len(words) > most:
        span = (words[most].start(), words[-1].end())
        values = {"count": str(len(words)), "most": str(most)}
        yield make_finding(rule.id, paper.text, span, rule.advice[context.medium], values)


def _touch(span: Span, other: Span) -> bool:
    """Tell whether two stretches overlap, or only a space is between them."""
    return other[0] < span[1] and other[1] + 1 >= span[0]


def _trimmed(text: str, span: Span) -> Span:
    words = text[slice(*span)]
    start = span[0] + len(words) - len(words.lstrip(" \n"))
    return start, max(start, span[1] - len(words) + len(words.rstrip(" \n")))


def _once(findings: Sequence[Finding]) -> Iterator[Finding]:
    """Yield findings, and only the first of those that share words and an id."""
    ends: dict[str, int] = {}
    for finding in findings:
        if finding.start >= ends.get(finding.id, 0):
            ends[finding.id] = finding.end
            yield finding


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
