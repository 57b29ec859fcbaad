"""Levels of right-to-left text, by the Unicode Bidirectional Algorithm (UAX #9, revision 46)."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from generator.text.bidi_types import resolve_types

MAX_DEPTH = 125
_MAYBE_RTL = re.compile(
    "[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_RTL_LANGS = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"})
_ISOLATES = frozenset({"LRI", "RLI", "FSI"})
_EMBEDDINGS = frozenset({"LRE", "RLE", "LRO", "RLO"})
_REMOVED = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "BN"})
_SPACING = frozenset({"WS", "LRI", "RLI", "FSI", "PDI", "LRE", "RLE", "LRO", "RLO", "PDF", "BN"})


@lru_cache(maxsize=65536)
def bidi_class(char: str) -> str:
    """Return a character's bidi class; unassigned ones have their block's default."""
    known = unicodedata.bidirectional(char)
    if known:
        return known
    code = ord(char)
    if 0x590 <= code <= 0x5FF or 0x7C0 <= code <= 0x85F or 0xFB1D <= code <= 0xFB4F:
        return "R"
    if 0x600 <= code <= 0x7BF or 0x860 <= code <= 0x8FF or 0xFB50 <= code <= 0xFEFF:
        return "AL"
    return "R" if 0x10800 <= code <= 0x10FFF or 0x1E800 <= code <= 0x1EFFF else "L"


def is_plain(text: str) -> bool:
    """Return whether a text surely holds nothing that runs right to left."""
    return text.isascii() or _MAYBE_RTL.search(text) is None


def is_rtl(text: str, lang: str) -> bool:
    """Return whether a whole text runs right to left: by its language, else by most letters.

    So a Hebrew name in an English note stays in its place, and an Arabic note needs no `lang`.
    """
    if is_plain(text):
        return False
    classes = [bidi_class(char) for char in text]
    right = sum(kind in {"R", "AL"} for kind in classes)
    if lang.partition("-")[0] in _RTL_LANGS:
        return right > 0
    return right > classes.count("L")


def embedding_levels(text: str, *, rtl: bool) -> list[int]:
    """Return the resolved level of each character of one paragraph (rules X1 to I2, then L1)."""
    return resolve([bidi_class(char) for char in text], text, int(rtl))


def resolve(classes: Sequence[str], text: str, base: int) -> list[int]:
    """Return the levels of characters of given classes in a paragraph of a base level."""
    levels, kinds = _explicit(classes, base)
    outside = list(levels)
    for sequence in _sequences(classes, outside):
        _resolve_sequence(sequence, classes, kinds, levels, outside, text, base)
    for i, kind in enumerate(classes):
        if kind in _REMOVED:
            levels[i] = levels[i - 1] if i else base
    return _reset_whitespace(classes, levels, base)


def visual_order(levels: Sequence[int]) -> list[int]:
    """Return the indices of a line's parts from left to right (rule L2)."""
    order = list(range(len(levels)))
    odd = [level for level in levels if level & 1]
    if not odd:
        return order
    for level in range(max(levels), min(odd) - 1, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = end + 1
    return order


def first_strong(classes: Sequence[str], start: int = 0, *, until_pdi: bool = False) -> int:
    """Return the level that the first strong character gives (rules P2 and P3), 0 if none."""
    depth = 0
    for kind in classes[start:]:
        if kind in _ISOLATES:
            depth += 1
        elif kind == "PDI":
            if depth == 0 and until_pdi:
                return 0
            depth = max(depth - 1, 0)
        elif depth == 0 and kind in {"L", "R", "AL"}:
            return int(kind != "L")
    return 0


def _explicit(classes: Sequence[str], base: int) -> tuple[list[int], list[str]]:
    """Return levels and classes after the explicit rules X1 to X8."""
    levels, kinds = [], []
    stack: list[tuple[int, str, bool]] = [(base, "", False)]
    over_isolates = over_embeddings = valid_isolates = 0
    for i, kind in enumerate(classes):
        level, override, _ = stack[-1]
        shown = kind
        if kind in _EMBEDDINGS or kind in _ISOLATES:
            is_isolate = kind in _ISOLATES
            shown = (override or kind) if is_isolate else kind
            new = _next_level(level, _runs_right(classes, i))
            if new <= MAX_DEPTH and not over_isolates and not over_embeddings:
                valid_isolates += is_isolate
                forced = {"LRO": "L", "RLO": "R"}.get(kind, "")
                stack.append((new, forced, is_isolate))
            elif is_isolate:
                over_isolates += 1
            elif not over_isolates:
                over_embeddings += 1
        elif kind == "PDI":
            if over_isolates:
                over_isolates -= 1
            elif valid_isolates:
                over_embeddings = 0
                while not stack[-1][2]:
                    stack.pop()
                stack.pop()
                valid_isolates -= 1
            level, override, _ = stack[-1]
            shown = override or kind
        elif kind == "PDF":
            if not over_isolates:
                if over_embeddings:
                    over_embeddings -= 1
                elif not stack[-1][2] and len(stack) > 1:
                    stack.pop()
        elif kind == "B":
            level = base
        elif kind != "BN":
            shown = override or kind
        levels.append(level)
        kinds.append(shown)
    return levels, kinds


def _runs_right(classes: Sequence[str], i: int) -> bool:
    if classes[i] == "FSI":
        return bool(first_strong(classes, i + 1, until_pdi=True))
    return classes[i] in {"RLE", "RLO", "RLI"}


def _next_level(level: int, right: bool) -> int:
    """Return the least odd (or even) level above a level."""
    return (level + 1) | 1 if right else (level + 2) & ~1


def _sequences(classes: Sequence[str], levels: Sequence[int]) -> Iterator[list[int]]:
    """Yield the isolating run sequences as indices, without what rule X9 removes (X10, BD13)."""
    closers = _matching_pdis(classes)
    kept = [i for i, kind in enumerate(classes) if kind not in _REMOVED]
    runs = [list(group) for _, group in groupby(kept, key=levels.__getitem__)]
    starting = {run[0]: run for run in runs}
    continued = set(closers.values())
    for run in runs:
        if run[0] in continued:
            continue
        sequence = list(run)
        while sequence[-1] in closers:
            sequence += starting[closers[sequence[-1]]]
        yield sequence


def _matching_pdis(classes: Sequence[str]) -> dict[int, int]:
    """Return which PDI closes which isolate initiator (BD9)."""
    closers, opened = {}, []
    for i, kind in enumerate(classes):
        if kind in _ISOLATES:
            opened.append(i)
        elif kind == "PDI" and opened:
            closers[opened.pop()] = i
    return closers


def _resolve_sequence(
    sequence: list[int],
    classes: Sequence[str],
    kinds: list[str],
    levels: list[int],
    explicit: Sequence[int],
    text: str,
    base: int,
) -> None:
    """Resolve one isolating run sequence in place (W1 to I2)."""
    level = explicit[sequence[0]]
    before, after = _neighbours(sequence, classes, explicit, base)
    sos, eos = (_direction(max(level, other)) for other in (before, after))
    types = resolve_types(
        [kinds[i] for i in sequence], [text[i] for i in sequence], _direction(level), (sos, eos)
    )
    for i, kind in zip(sequence, types, strict=True):
        kinds[i] = kind
        if level & 1:
            levels[i] = level + (kind != "R")
        else:
            levels[i] = level + {"L": 0, "R": 1}.get(kind, 2)


def _neighbours(
    sequence: list[int], classes: Sequence[str], levels: Sequence[int], base: int
) -> tuple[int, int]:
    """Return the levels before and after a sequence, the paragraph's own at its ends (X10)."""
    before, after = sequence[0] - 1, sequence[-1] + 1
    while before >= 0 and classes[before] in _REMOVED:
        before -= 1
    while after < len(classes) and classes[after] in _REMOVED:
        after += 1
    is_open = classes[sequence[-1]] in _ISOLATES
    return (
        levels[before] if before >= 0 else base,
        levels[after] if after < len(classes) and not is_open else base,
    )


def _direction(level: int) -> str:
    return "R" if level & 1 else "L"


def _reset_whitespace(classes: Sequence[str], levels: list[int], base: int) -> list[int]:
    """Return the levels with separators and the space before them at the paragraph's (L1)."""
    trailing = True
    for i in range(len(classes) - 1, -1, -1):
        if classes[i] in {"B", "S"}:
            trailing = True
        elif classes[i] not in _SPACING:
            trailing = False
        if trailing:
            levels[i] = base
    return levels
