"""Straight quotes and apostrophes as each language writes them.

Pairs after Unicode's CLDR 46 (delimiters) and, where it differs from print, the Chicago Manual
of Style, Duden and the Lexique de l'Imprimerie nationale.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

NBSP, NARROW = "\u00a0", "\u202f"
APOSTROPHE = "’"
_ENGLISH = ("“", "”", "‘", "’")
_LOW = ("„", "“", "‚", "‘")
_LOW_HIGH = ("„", "”", "‚", "’")
_ANGLED = ("«", "»", "„", "“")
_ANGLED_ENGLISH = ("«", "»", "“", "”")
_NORDIC = ("”", "”", "’", "’")
PAIRS: dict[str, tuple[str, str, str, str]] = {
    **dict.fromkeys(("de", "cs", "sk", "sl", "is", "lt", "bg", "sq"), _LOW),
    **dict.fromkeys(("pl", "ro", "hr", "sr", "nl-BE"), _LOW_HIGH),
    "hu": ("„", "”", "»", "«"),
    **dict.fromkeys(("ru", "uk", "be", "hy"), _ANGLED),
    **dict.fromkeys(("fr", "it", "es", "pt-PT", "el", "no", "nb", "nn", "ca"), _ANGLED_ENGLISH),
    **dict.fromkeys(("sv", "fi"), _NORDIC),
    "da": ("»", "«", "›", "‹"),
    "ja": ("「", "」", "『", "』"),
}
"""Outer opening and closing, inner opening and closing; English where a language is missing."""

BLANK = re.compile(r"(\n\s*\n)")
"""What parts paragraphs; no sign's setting looks beyond it."""
_STRAIGHT = re.compile("[\"']")
_ELIDED = re.compile(
    r"(?:n[’']|(?:tis|twas|twere|twill|em|til|till|cause|round|bout|neath|nuff|n)\b|\d0s\b|\d\d\b)",
    re.IGNORECASE,
)
_SINGLE_END = re.compile(r"(?<=[^\s(\[{«„“‘‚–—])'(?!\w)")
_INCHES = re.compile(r"\s?\d+(?:½|¼|¾)?[\"″]")
_OPENERS = frozenset("([{<«„“‘‚¿¡「『–—-/")


class _Signs(NamedTuple):
    """The signs to put in, straight ones where the face has no others."""

    double: tuple[str, str]
    single: tuple[str, str]
    apostrophe: str
    minutes: str
    seconds: str


def set_quotes(text: str, language: str, has: Callable[[str], bool]) -> str:
    """Return a text with each straight quote as the opening, closing or apostrophe that it is."""
    if '"' not in text and "'" not in text:
        return text
    signs = _signs(language, has)
    done: list[str] = []
    for start, paragraph in enumerate(BLANK.split(text)):
        done.append(paragraph if start % 2 else _set_paragraph(paragraph, signs))
    return "".join(done)


def _signs(language: str, has: Callable[[str], bool]) -> _Signs:
    known = (PAIRS.get(language, _ENGLISH), _ENGLISH)
    outer, close = next((q[:2] for q in known if all(map(has, q[:2]))), ('"', '"'))
    single = next((q[2:] for q in known if all(map(has, q[2:]))), ("'", "'"))
    if language == "fr" and outer == "«":
        space = NARROW if has(NARROW) else NBSP
        outer, close = outer + space, space + close
    return _Signs(
        (outer, close),
        single,
        # Where an opening quote stays straight, an apostrophe must not look like its end.
        APOSTROPHE if has(APOSTROPHE) and single != ("'", "'") else "'",
        "′" if has("′") else "'",
        "″" if has("″") else '"',
    )


def _set_paragraph(text: str, signs: _Signs) -> str:
    out: list[str] = []
    opened: list[str] = []
    openers = _OPENERS - {signs.double[1], signs.single[1]}
    has_opened = False
    done = 0
    for found in _STRAIGHT.finditer(text):
        i, char = found.start(), found.group()
        out.append(text[done:i])
        done = i + 1
        before, after = text[i - 1 : i] or " ", text[i + 1 : i + 2] or " "
        # What stands after a quote goes by whether that one has opened, whatever its sign.
        opens = has_opened if before in "\"'" else before.isspace() or before in openers
        count = len(opened)
        set_quote = _double if char == '"' else _single
        out.append(set_quote(text, i, opens and not after.isspace(), opened, signs))
        has_opened = len(opened) > count
    return "".join(out) + text[done:]


def _double(text: str, i: int, opens: bool, opened: list[str], signs: _Signs) -> str:
    """Return what a straight double quote stands for: opening, closing or inches."""
    if opens:
        opened.append('"')
        return signs.double[0]
    if '"' in opened:
        while opened.pop() != '"':
            pass
        return signs.double[1]
    if text[i - 1 : i].isdigit():
        return signs.seconds
    return signs.double[1] if i else '"'


def _single(text: str, i: int, opens: bool, opened: list[str], signs: _Signs) -> str:
    """Return what a straight single quote stands for: opening, closing, apostrophe or feet."""
    rest = text[i + 1 :]
    if opens:
        if _ELIDED.match(rest) or not _SINGLE_END.search(text, i + 2):
            return signs.apostrophe
        opened.append("'")
        return signs.single[0]
    if text[i - 1 : i].isdigit() and _INCHES.match(rest):
        return signs.minutes
    if rest[:1].isalnum():
        return signs.apostrophe
    if opened and opened[-1] == "'":
        opened.pop()
        return signs.single[1]
    return signs.apostrophe
