"""A note's parts, found without knowing more than how letters open and close."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

Span: TypeAlias = tuple[int, int]
"""Where something starts and ends, in code points."""
FEW_LINES, FEW_WORDS = 6, 6
"""A close stands in the last few lines, and has few words; so has a greeting."""
ENDS = ",:!;.?"
LONGEST_TITLE = 4
"""Prof, Mrs and the like keep their full stop inside a greeting."""
_WRITTEN = re.compile(r"[^ \n]+")
SMALL = str.maketrans({chr(code): chr(code + 32) for code in range(ord("A"), ord("Z") + 1)})


@dataclass(frozen=True, slots=True)
class Word:
    """A word as written, and where."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Paper:
    """A note with signs folded, `plain` also in small letters; its parts as spans."""

    text: str
    plain: str
    exact: str
    greeting: Span | None
    body: Span
    signature: Span | None


def read_paper(
    text: str, folds: Mapping[str, str], openers: Sequence[str], closers: Sequence[str]
) -> Paper:
    """Return a note's parts; what has no greeting or close is all body."""
    exact = fold_signs(text, folds)
    plain = exact.translate(SMALL)
    lines = [span for span in _lines(plain) if plain[slice(*span)].strip(" ")]
    greeting = greeting_in(plain, lines[0], openers) if lines else None
    close, signature = _close(plain, lines, closers)
    start = greeting[1] if greeting else 0
    return Paper(text, plain, exact, greeting, (start, max(start, close)), signature)


def fold_signs(text: str, folds: Mapping[str, str]) -> str:
    """Return a text with like signs made one, as long as before."""
    table = {ord(sign): same for sign, same in folds.items()}
    return "".join(map(_bmp, text)).translate(table)


def greeting_in(plain: str, line: Span, openers: Sequence[str]) -> Span | None:
    """Return the span of a greeting at a line's start: opener, names, and no more."""
    words = plain[slice(*line)]
    start = line[0] + len(words) - len(words.lstrip(" "))
    opener = next((o for o in openers if opens_with(plain[start : line[1]], o)), None)
    if opener is None:
        return None
    end = start + len(opener)
    while end < line[1] and not _stops(plain, end):
        end += 1
    return (start, end) if len(written(plain[start:end])) <= FEW_WORDS + 1 else None


def opens_with(line: str, words: str) -> bool:
    """Return whether a line starts with these whole words."""
    return line.startswith(words) and not line[len(words) : len(words) + 1].isalnum()


def words_in(text: str, start: int, end: int) -> Iterator[Word]:
    """Yield the words of a stretch: letters, marks, digits, and ' or - between them."""
    at = start
    while at < end:
        if not _is_letter(text[at]):
            at += 1
            continue
        first = at
        while at < end and (_is_letter(text[at]) or _joins(text, at, end)):
            at += 1
        yield Word(text[first:at], first, at)


def written(text: str) -> list[str]:
    """Return what stands between spaces."""
    return _WRITTEN.findall(text)


def lines_in(paper: Paper) -> Iterator[Span]:
    """Yield where each line stands that has words."""
    return (span for span in _lines(paper.plain) if paper.plain[slice(*span)].strip(" "))


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def _stops(plain: str, at: int) -> bool:
    """Tell whether a greeting ends here; a title's full stop and initials do not end it."""
    sign = plain[at]
    if sign == "-":
        return plain[at - 1] == " "
    if sign != ".":
        return sign in ENDS
    return len(plain[max(0, at - LONGEST_TITLE - 1) : at].split(" ")[-1]) > LONGEST_TITLE


def _close(plain: str, lines: Sequence[Span], closers: Sequence[str]) -> tuple[int, Span | None]:
    """Return where the close starts, and the name after it."""
    for back, (start, end) in enumerate(reversed(lines[1:][-FEW_LINES:]), 1):
        line = plain[start:end].strip(" ")
        closer = next((c for c in closers if opens_with(line, c)), None)
        if closer is None or len(written(line)) > FEW_WORDS:
            continue
        rest = line[len(closer) :].strip(" ")
        after = lines[len(lines) - back + 1] if back > 1 else None
        if rest.strip(ENDS + "- ") == "":
            return start, after
        if rest[0] in ",-" and after is None and rest[-1] not in ".!?":
            return start, (start + plain[start:end].index(rest) + 1, end)
        if rest.endswith(","):
            return start, after
    return len(plain), None


def _bmp(sign: str) -> str:
    """Keep one code unit a code point: no rule asks for a sign beyond U+FFFF."""
    return "\ufffd" if sign > "\uffff" or "\ud800" <= sign <= "\udfff" else sign


def _is_letter(sign: str) -> bool:
    return sign.isalnum() or unicodedata.category(sign)[0] == "M"


def is_capital(sign: str) -> bool:
    """Return whether a sign is a capital letter."""
    return unicodedata.category(sign) == "Lu"


def _joins(text: str, at: int, end: int) -> bool:
    return text[at] in "'-" and 0 < at < end - 1 and _is_letter(text[at + 1])
