"""Where a line may break: UAX #14 by uniseg, with plain words recognised at sight.

uniseg takes some 90 µs a character, so it is asked only about words that hold more than letters,
numbers and the usual signs around them, each in the company of its plain neighbours.
"""

import re
from functools import lru_cache

_LETTER = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0386-\u03ff\u0400-\u0481\u048a-\u052f"
_LETTER += "\u1e00-\u1fbc"
_PLAIN = re.compile(f"[“‘(]?[{_LETTER}0-9]+(?:[.,:'’][{_LETTER}]+)*[.,:;!?…]*[”’)]?[.,:;!?]*")
_HYPHENED = re.compile(f"[“‘(]?[{_LETTER}]+(?:-[{_LETTER}]+)+[.,:;!?]*[”’)]?[.,:;!?]*")
SOFT_HYPHEN = "\u00ad"


def opportunities(text: str) -> list[int]:
    """Return where a line of text may be broken, its end included, as code-point indices.

    Korean breaks at spaces alone, as CSS calls `word-break: keep-all`: UAX #14 leaves it open.
    """
    stops: list[int] = []
    words = text.split(" ")
    start = i = 0
    while i < len(words):
        end = i + 1
        inner = stops_at_sight(words[i])
        may_end = True
        if inner is None:
            while end < len(words) and stops_at_sight(words[end]) is None:
                end += 1
            before, after = words[i - 1][-2:] if i else "", (words[end : end + 1] or [""])[0][:2]
            stretch = " ".join(words[i:end])
            may_begin, inner, may_end = _asked(stretch, _generic(before), _generic(after))
            if stops and not may_begin:
                stops.pop()
        stops.extend([start + at for at in inner])
        start += sum(map(len, words[i:end])) + end - i
        if may_end:
            stops.append(start)
        i = end
    if may_end:
        stops.pop()
    return [*stops, len(text)]


@lru_cache(maxsize=4096)
def stops_at_sight(word: str) -> tuple[int, ...] | None:
    """Return where a plain word may be broken inside, None if it is not plain."""
    if _PLAIN.fullmatch(word):
        return ()
    if _HYPHENED.fullmatch(word):
        return tuple(at + 1 for at, char in enumerate(word) if char == "-")
    return None


def _generic(edge: str) -> str:
    """Return the end of a plain word with one letter and one figure standing for all."""
    return "".join("0" if c.isdigit() else "a" if c.isalpha() else c for c in edge)


@lru_cache(maxsize=8192)
def _asked(stretch: str, before: str, after: str) -> tuple[bool, tuple[int, ...], bool]:
    """Return whether a line may break before a stretch of words, where inside, whether after.

    `before` and `after` are the neighbouring ends of the words around it.
    """
    from uniseg.linebreak import line_break_boundaries

    start = len(before) + 1 if before else 0
    asked = f"{before} {stretch} {after}".strip(" ")
    found = {at - start for at in line_break_boundaries(asked)}
    inside = sorted(at for at in found if 0 < at < len(stretch) and not _is_korean(stretch, at))
    return 0 in found, tuple(inside), len(stretch) + 1 in found or not after


def _is_korean(text: str, at: int) -> bool:
    return all("\uac00" <= char <= "\ud7a3" for char in text[at - 1 : at + 1])
