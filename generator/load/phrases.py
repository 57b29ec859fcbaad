"""Phrases in plain words into regular expressions that Python and JavaScript read alike.

The subset: no lookbehind, no class that the two languages see differently, no endless repeat, so
that a search takes a time in proportion to the text. Group 1 is what stands before the words.
"""

import re
from collections.abc import Mapping, Sequence

LETTERS = "a-z0-9\\u00c0-\\u024f"
"""What words are made of; capitals are small before words are looked for."""
BEFORE, AFTER = f"(^|[^{LETTERS}])", f"(?![{LETTERS}])"
SPACE = r"(?:[ \n]{1,4}|(?=n?'))"
"""Between words; nothing at all before 've and n't."""
FEW = r"(?:[ \n]{1,4}[^ \n.!?]{1,24}){0,5}"
ENDING = "[a-z]{0,12}"
MOST_REPEATS = 400
_TOKEN = re.compile(
    r"(?P<list>\{[a-z-]+\*?\})|(?P<count>\{[0-9]+,[0-9]+\})|(?P<few> …)|(?P<space> )|(?P<not>n't)"
    r"|(?P<more>\)\*)|(?P<ending>\*)|(?P<open>\()|(?P<kept>[)|?]|[a-z0-9',;:/&-]|[à-ɏ])|(?P<dot>\.)"
)
_ENDLESS = re.compile(r"\\\\|\\.|\[(?:\\.|[^\]\\])*\]|(?P<endless>[*+]|\{[0-9]+,\})")
_FOREIGN = re.compile(r"\(\?(?![:=!])|\(\?<|\\[bBdDsSwWAZ1-9pP]|\(\?P")


def phrases_pattern(
    phrases: Sequence[str], lists: Mapping[str, Sequence[str]], *, whole: bool = True
) -> str:
    """Return one expression that finds any of the phrases as whole words.

    Raises ValueError, saying what to write, for a sign or a list that is not known.
    """
    parts = [_phrase(phrase, lists) for phrase in phrases]
    return f"{BEFORE}(?:{'|'.join(parts)}){AFTER if whole else ''}"


def check_pattern(pattern: str) -> None:
    """Raise ValueError, saying what to write, for what the two languages do not share."""
    if found := _FOREIGN.search(pattern):
        raise ValueError(f"write {found[0]} in another way: not all browsers read it alike")
    if any(match["endless"] for match in _ENDLESS.finditer(pattern)):
        raise ValueError("write how often at most, such as {1,20}, in place of * and +")
    if "(" in re.sub(r"\\.|\[(?:\\.|[^\]\\])*\]|\(\?[:=!]", "", pattern):
        raise ValueError("write (?:…) in place of (…)")
    counts = (int(count) for count in re.findall(r",([0-9]+)\}", pattern))
    if any(count > MOST_REPEATS for count in counts):
        raise ValueError(f"write at most {MOST_REPEATS} repeats")
    try:
        re.compile(pattern)
    except re.error as error:
        raise ValueError(f"mend the expression: {error}") from error


def _phrase(phrase: str, lists: Mapping[str, Sequence[str]], level: int = 0) -> str:
    found = list(_TOKEN.finditer(phrase))
    if sum(len(match[0]) for match in found) != len(phrase) or not phrase:
        stray = next((s for s in _TOKEN.sub("", phrase)), "")
        raise ValueError(f"write words in small letters; {stray!r} means nothing in a phrase")
    pattern = "".join(_token(match, lists, level) for match in found)
    try:
        re.compile(pattern)
    except re.error as error:
        raise ValueError(f"balance the brackets: {error}") from error
    return pattern


def _token(match: re.Match[str], lists: Mapping[str, Sequence[str]], level: int) -> str:
    match match.lastgroup:
        case "list":
            return _list(match[0].strip("{}"), lists, level)
        case "few":
            return FEW
        case "space":
            return SPACE
        case "not":
            return "[a-z]{0,6}n't"
        case "more":
            return "){0,4}"
        case "ending":
            return ENDING
        case "open":
            return "(?:"
        case "dot":
            return r"\."
    return match[0]


def _list(name: str, lists: Mapping[str, Sequence[str]], level: int) -> str:
    several, name = name.endswith("*"), name.rstrip("*")
    if name not in lists or level > 2:
        raise ValueError(f"write one of the lists: {', '.join(sorted(lists))}")
    either = "|".join(_phrase(item, lists, level + 1) for item in lists[name])
    return f"(?:(?:{either}){SPACE}){{0,4}}" if several else f"(?:{either})"
