"""Give typed text its quotes, dashes and spaces; what it says stays as it is.

Straight quotes, double hyphens and three dots become what they stand for; spaces that should not
end a line become no-break spaces. What is typographic already stays, and so does what the face
has no sign for, so that doing it twice changes nothing more.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from generator.words.quotes import set_quotes

NBSP, NARROW = "\u00a0", "\u202f"
_ADDRESS = re.compile(
    r"(?:https?://|ftp://|www\.|mailto:)[^\s<>\"“”«»]+"
    r"|[\w.+'-]+@[\w-]+(?:\.[\w-]+)+"
    r"|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|dev|edu|gov|co\.uk|de|fr|eu)\b(?:/[^\s\"”»]*)?",
    re.IGNORECASE,
)
_INNER_SIGN = re.compile(r"[.:]\S")
"""In an address of the web something follows a full stop or colon at once."""
_TITLES = "Mr|Mrs|Ms|Mx|Dr|Prof|St|Rev|Hon|Nr|Hr|Hrn|Fr|Dipl|Ing|Mme|Mlle|Mgr|Sr|Sra|Dra|Dott"
_TITLED = "|".join(rf"(?<=\b{title}\.)" for title in _TITLES.split("|"))
_UNITS = (
    "mm|cm|km|kg|mg|ml|cl|dl|lbs?|oz|ft|pt|min|[kMG]B|[kMG]?Hz|kWh?|°[CF]"
    r"|[ap]\.m\.|[ap]m|Uhr|[%€£¥₽]|kr|zł|Kč"
)
_YEAR = r"(?:1[5-9]|20)\d\d"


class Rule(NamedTuple):
    """A place (the pattern's group `at`) and the signs to put there, the first that is had.

    A text in which nothing of `marks` is has no such place: most texts need few looks.
    """

    pattern: re.Pattern[str]
    signs: tuple[str, ...]
    marks: tuple[str, ...]
    langs: frozenset[str] = frozenset()
    """Languages that the rule is for; all where none is named."""


def _rule(marks: str, pattern: str, *signs: str, langs: str = "") -> Rule:
    return Rule(re.compile(pattern), signs, tuple(marks.split("|")), frozenset(langs.split()))


_DASHES = (
    _rule("...", r"(?<![.…])(?P<at>\.\.\.)(?![.…])", "…"),
    _rule("---", r"(?<!-)(?P<at>---)(?!-)", "—"),
    _rule("--", r"(?<!-)(?P<at>--)(?!-)", "—", langs="en es"),
    _rule("--", r"(?<!-)(?P<at>--)(?!-)", "–", "—"),
    _rule(" - ", r"[^\s\d-][.,;:!?…\"'”’»)]* (?P<at>-)(?= [^\s\d-])", "–", "—"),
    _rule("-1|-2", rf"(?<![\d-]){_YEAR}(?P<at>-)(?={_YEAR}(?![\d-]))", "–"),
    _rule("-", r"(?<![\d:-])\d\d?:\d\d(?P<at>-)(?=\d\d?:\d\d(?![\d:-]))", "–"),
)
_SPACES = (
    # A full stop first, then what stands before it: so a text is only looked at where it has one.
    _rule(". ", rf"\.(?:{_TITLED})(?P<at> )(?=\S)", NBSP),
    _rule(". ", r"\.(?<=[^\W\d_]\.)(?<![^\s(“‘„«].\.)(?P<at> )(?=[^\W\d_])", NBSP),
    _rule(" ", rf"\d(?P<at> )(?=(?:{_UNITS})(?!\w))", NARROW, NBSP, langs="de fr"),
    _rule(" ", rf"\d(?P<at> )(?=(?:{_UNITS})(?!\w))", NBSP),
    _rule("§|№|#", r"[§№#](?P<at> )(?=\d)", NBSP),
    _rule(" –| —", r"\S(?P<at> )(?=[–—](?:\s|$))", NBSP),
    _rule("«", r"«(?P<at>[ \u00a0])(?=\S)", NARROW, NBSP, langs="fr"),
    _rule(";|!|?|»", r"[^\s\u00a0\u202f](?P<at>[ \u00a0])(?=[;!?»])", NARROW, NBSP, langs="fr"),
    _rule(" :", r"[^\s\u00a0\u202f](?P<at> )(?=:(?:\s|$))", NBSP, langs="fr"),
)


def typeset(text: str, lang: str, has: Callable[[str], bool]) -> str:
    """Return a text with typographic quotes, dashes, ellipses and no-break spaces.

    `has` says whether a character can be set: no other is put in. Addresses of the web and of
    e-mail stay as they are.
    """
    text, addresses, mark = _set_aside(text)
    language = lang.partition("-")[0].lower()
    text = _apply(_DASHES, text, language, has)
    text = set_quotes(text, language, has)
    text = _apply(_SPACES, text, language, has)
    return re.sub(re.escape(mark), lambda _: addresses.pop(0), text) if mark else text


def _set_aside(text: str) -> tuple[str, list[str], str]:
    """Return a text with a mark in the place of each address, the addresses, and the mark."""
    maybe = "@" in text or _INNER_SIGN.search(text)
    addresses = [found.group() for found in _ADDRESS.finditer(text)] if maybe else []
    if not addresses:
        return text, [], ""
    mark = next(chr(code) for code in range(0xE000, 0xF8FF) if chr(code) not in text)
    return _ADDRESS.sub(mark, text), addresses, mark


def _apply(rules: tuple[Rule, ...], text: str, language: str, has: Callable[[str], bool]) -> str:
    for rule in rules:
        if rule.langs and language not in rule.langs:
            continue
        if not any(mark in text for mark in rule.marks):
            continue
        sign = next((sign for sign in rule.signs if has(sign)), None)
        if sign is not None:
            text = rule.pattern.sub(_putter(sign), text)
    return text


def _putter(sign: str) -> Callable[[re.Match[str]], str]:
    def put(found: re.Match[str]) -> str:
        start, end = (at - found.start() for at in found.span("at"))
        whole = found.group()
        return whole[:start] + sign + whole[end:]

    return put
