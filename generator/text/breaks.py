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
    """Return where a line of text may be broken, its end included, as code-point indices."""
    stops: list[int] = []
    words = text.split(" ")
    plain = [_PLAIN.fullmatch(word) is not None for word in words]
    start = i = 0
    while i < len(words):
        if plain[i]:
            start += len(words[i]) + 1
            stops.append(start)
            i += 1
            continue
        if _HYPHENED.fullmatch(words[i]):
            stops.extend(start + at + 1 for at, char in enumerate(words[i]) if char == "-")
            start += len(words[i]) + 1
            stops.append(start)
            i += 1
            continue
        end = i + 1
        while end < len(words) and not plain[end]:
            end += 1
        stretch = " ".join(words[i:end])
        found = _inside(stretch, i > 0, end < len(words))
        if stops and found[0]:
            pass
        elif stops:
            stops.pop()
        stops.extend(start + at for at in found[1])
        start += len(stretch) + 1
        i = end
    if stops and stops[-1] >= len(text):
        stops.pop()
    stops.append(len(text))
    return stops


@lru_cache(maxsize=8192)
def _inside(stretch: str, has_before: bool, has_after: bool) -> tuple[bool, tuple[int, ...]]:
    """Return whether a line may break before a stretch of words, and where inside or after it."""
    from uniseg.linebreak import line_break_boundaries

    before = "a " if has_before else ""
    after = " a" if has_after else ""
    found = [at - len(before) for at in line_break_boundaries(before + stretch + after)]
    end = len(stretch) + (1 if has_after else 0)
    return 0 in found or not has_before, tuple(at for at in found if 0 < at <= end)
