"""Names in a note: the greeting's, the firm's and the signature's against what is known."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model.lint import Finding, LintRules, NameFault, NameRule, NoteContext
from generator.words.finding import make_finding
from generator.words.paper import (
    SMALL,
    Paper,
    Span,
    Word,
    fold_signs,
    greeting_in,
    is_capital,
    lines_in,
    opens_with,
    words_in,
)

LEAST_SHARED = 3
"""Letters that a short form shares with its name: Kat with Katherine, not A with Ana."""
LEAST_GREETED, LEAST_MENTIONED = 4, 6
"""Letters of a name that one wrong letter is noticed in: in a greeting, anywhere."""
MOST_PARTS = 4
FORMS = ("the", "inc", "ltd", "llc", "plc", "gmbh", "ag", "corp", "co", "company", "group")


@dataclass(frozen=True, slots=True)
class _Named:
    """Someone as named: the words in small letters, the title's kind, and where it stands."""

    names: tuple[str, ...]
    kind: str
    nobody: bool
    words: tuple[Word, ...]

    @property
    def span(self) -> Span:
        return (self.words[0].start, self.words[-1].end)


def find_names(paper: Paper, rules: LintRules, context: NoteContext) -> Iterator[Finding]:
    """Yield what is wrong with the names of a note."""
    desk = _Desk(paper, rules, context)
    yield from desk.greetings()
    yield from desk.thanks()
    yield from desk.firms()
    yield from desk.signature()


class _Desk:
    """One note and what is known about it."""

    def __init__(self, paper: Paper, rules: LintRules, context: NoteContext) -> None:
        self.paper, self.rules, self.rule, self.context = paper, rules, rules.names, context
        self.recipient = self._read(context.recipient)
        self.sender = self._read(context.sender)
        self.company = _firm(fold_signs(context.company, rules.folds))
        self.greeted = [named for named in self._greetings() if named.words]

    def _read(self, name: str) -> _Named:
        text = fold_signs(name, self.rules.folds)
        return _named(tuple(words_in(text, 0, len(text))), self.rule)

    def _greetings(self) -> Iterator[_Named]:
        """Yield who is greeted, line by line."""
        for line in lines_in(self.paper):
            span = greeting_in(self.paper.plain, line, self.rules.openers)
            whole = span is not None and line[1] - span[1] <= 1
            if span and (span == self.paper.greeting or whole):
                words = tuple(words_in(self.paper.exact, *span))
                yield _named(words[self._opener(span) :], self.rule)

    def _opener(self, span: Span) -> int:
        text = self.paper.plain[slice(*span)]
        opener = next(o for o in self.rules.openers if opens_with(text, o))
        return len(opener.split())

    def greetings(self) -> Iterator[Finding]:
        """Compare each greeting with the recipient, and later greetings with the first."""
        for number, named in enumerate(self.greeted):
            if self.recipient.names:
                yield from self._greeting(named)
            elif number and self._is_other(named, self.greeted[0]):
                yield self._finding("second", named, _shown(self.greeted[0]))

    def _is_other(self, named: _Named, first: _Named) -> bool:
        return bool(named.names and first.names) and not _same(named, first)

    def _greeting(self, named: _Named) -> Iterator[Finding]:
        known, other = self.recipient, self.context.recipient.strip()
        if not named.names:
            if named.nobody and not known.nobody:
                yield self._finding("nobody", named, other)
        elif not _same(named, known):
            near = any(_near(a, b, LEAST_GREETED) for a in named.names for b in known.names)
            yield self._finding("spelling" if near else "recipient", named, other)
        elif named.kind and known.kind and named.kind != known.kind:
            yield self._finding("title", named, other)
        else:
            for word in named.words:
                if self._is_slip(word, LEAST_GREETED):
                    yield self._finding("spelling", _named((word,), self.rule), other)

    def thanks(self) -> Iterator[Finding]:
        """Look at names after a thank-you, and at slips in the recipient's name."""
        last = self.paper.signature or (len(self.paper.plain), 0)
        start, end = self.paper.body
        for match in re.finditer(self.rule.thanks, self.paper.plain):
            words = self._capitals(match.end(), end)
            if words and match.end() >= start and self._stands_alone(words, last):
                yield from self._thanked(_named(words, self.rule))
        for word in words_in(self.paper.exact, start, end):
            if self._is_slip(word, LEAST_MENTIONED):
                named = _named((word,), self.rule)
                yield self._finding("spelling", named, self.context.recipient.strip())

    def _thanked(self, named: _Named) -> Iterator[Finding]:
        known = self.recipient if self.recipient.names else next(iter(self.greeted), None)
        if known is None or not known.names or not named.names or _same(named, self.sender):
            return
        is_alike = bool(named.kind) == bool(known.kind) or len(known.names) > 1
        if is_alike and not _same(named, known):
            yield self._finding("second", named, _shown(known) or self.context.recipient.strip())

    def _stands_alone(self, words: Sequence[Word], last: Span) -> bool:
        """Tell whether a name ends its clause, and is no signature."""
        after = self.paper.plain[words[-1].end : words[-1].end + 1]
        return after in (".", "!", ",", ";") and words[0].start < last[0]

    def firms(self) -> Iterator[Finding]:
        """Compare firms that the note speaks of working at with the company, or one another."""
        known, first = self.company, ""
        for match in re.finditer(self.rule.employer, self.paper.plain):
            words = self._capitals(match.end(), len(self.paper.plain))
            shown = self.paper.exact[words[0].start : words[-1].end] if words else ""
            if not _firm(shown) or self._is_elsewhere(match.end(1)) or self._is_person(words):
                continue
            named = _named(words, self.rule)
            if known and not _same_firm(_firm(shown), known):
                yield self._finding("company", named, self.context.company.strip())
            elif not known and first and not _same_firm(_firm(shown), _firm(first)):
                yield self._finding("companies", named, first)
            first = first or shown

    def _is_elsewhere(self, start: int) -> bool:
        """Tell whether it is another job that is spoken of: my last role at …"""
        sentence = self.paper.plain[max(0, start - 60) : start]
        before = [word.text for word in words_in(sentence, 0, len(sentence))][-3:]
        return any(word in self.rule.elsewhere for word in before)

    def _is_person(self, words: Sequence[Word]) -> bool:
        named = _named(tuple(words), self.rule)
        people = (self.recipient, self.sender, *self.greeted)
        return bool(named.kind) or not named.names or any(_same(named, p) for p in people)

    def signature(self) -> Iterator[Finding]:
        """Compare the signature with the sender."""
        if self.paper.signature is None or not self.sender.names:
            return
        named = _named(tuple(words_in(self.paper.exact, *self.paper.signature)), self.rule)
        if not named.names or len(named.words) > MOST_PARTS:
            return
        initials = any(a[0] == b[0] and len(a) == 1 for a in named.names for b in self.sender.names)
        if not (initials or _same(named, self.sender) or _same(named, self.recipient)):
            yield self._finding("sender", named, self.context.sender.strip())

    def _capitals(self, start: int, end: int) -> tuple[Word, ...]:
        """Return the capitalised words in a row from a place on; none if they own something."""
        found: list[Word] = []
        at = start
        for word in words_in(self.paper.exact, start, min(end, start + 80)):
            between = self.paper.exact[at : word.start]
            if between not in (("",) if not found else (" ", " & ", ". ")):
                break
            if not is_capital(word.text[0]) or (not found and _small(word) in self.rule.not_names):
                break
            if between == ". " and _small(found[-1]) not in self.rule.titles:
                break
            found.append(word)
            at = word.end
        return () if not found or found[-1].text.endswith(("'s", "'S")) else tuple(found)

    def _is_slip(self, word: Word, least: int) -> bool:
        """Tell whether a capitalised word is the recipient's name but for one letter."""
        name = _small(word).removesuffix("'s")
        known = (*self.recipient.names, *self.sender.names, *self.company)
        if not is_capital(word.text[0]) or name in known:
            return False
        return any(_near(name, other, least) for other in self.recipient.names)

    def _finding(self, fault: NameFault, named: _Named, other: str) -> Finding:
        advice = self.rule.advice[fault]
        return make_finding(self.rule.id, self.paper.text, named.span, advice, {"other": other})


def _named(words: tuple[Word, ...], rule: NameRule) -> _Named:
    small = [_small(word) for word in words]
    kinds = [rule.titles[word] for word in small if rule.titles.get(word)]
    plain = (word for word in small if word not in rule.titles and word not in rule.joins)
    names = tuple(word for word in plain if word not in rule.anybody)
    nobody = any(word in rule.nobody for word in small)
    return _Named(names, kinds[0] if len(set(kinds)) == 1 else "", nobody, words)


def _small(word: Word) -> str:
    return word.text.translate(SMALL)


def _shown(named: _Named) -> str:
    return " ".join(word.text for word in named.words)


def _same(one: _Named, other: _Named) -> bool:
    """Tell whether two share a name, or a short form of one."""
    return any(_alike(a, b) for a in one.names for b in other.names)


def _alike(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) >= LEAST_SHARED and long.startswith(short))


def _near(one: str, other: str, least: int) -> bool:
    """Tell whether two long words differ by one letter: another, one more, or two swapped."""
    if min(len(one), len(other)) < least or one == other or one[0] != other[0]:
        return False
    if {one, other} == {one.rstrip("s"), one.rstrip("s") + "s"}:
        return False
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), 0)
    start = start or min(len(one), len(other))
    a, b = one[start:], other[start:]
    swapped = a[:2] == b[:2][::-1] and a[2:] == b[2:] and len(a) > 1
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or swapped


def _firm(name: str) -> tuple[str, ...]:
    small = (_small(word) for word in words_in(name, 0, len(name)))
    return tuple(word for word in small if word not in FORMS)


def _same_firm(one: Sequence[str], other: Sequence[str]) -> bool:
    if any(_alike(a, b) for a in one for b in other):
        return True
    initials = {"".join(word[0] for word in firm) for firm in (one, other)}
    return bool(initials & {"".join(one), "".join(other)})
