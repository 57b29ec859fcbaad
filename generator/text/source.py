"""Clean a text and cut it into paragraphs and the lines that its writer has broken."""

import re
import unicodedata
from typing import NamedTuple

_SPACE = re.compile(r"[ \t\f\v]+")
_AROUND_BREAK = re.compile(r" *\n *")
_BLANK = re.compile(r"\n{2,}")
_NEWLINES = str.maketrans({"\x85": "\n", "\u2028": "\n", "\u2029": "\n\n", "\ufeff": None})
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")


class HardLine(NamedTuple):
    """What the writer put on one line: its place in the source, and its paragraph's number."""

    start: int
    text: str
    paragraph: int


def clean(text: str) -> str:
    """Return a text in NFC, with plain spaces and line feeds; a blank line parts paragraphs."""
    if _is_clean(text):
        return text
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = _SPACE.sub(" ", _CONTROLS.sub("", text.translate(_NEWLINES)))
    return _BLANK.sub("\n\n", _AROUND_BREAK.sub("\n", text)).strip(" \n")


def _is_clean(text: str) -> bool:
    """Return whether a text is surely clean, as most are: a look at it is faster than a change."""
    return (
        text.replace("\n", "").isprintable()
        and unicodedata.is_normalized("NFC", text)
        and not any(odd in text for odd in ("  ", " \n", "\n ", "\n\n\n"))
        and text == text.strip(" \n")
    )


def hard_lines(source: str) -> list[HardLine]:
    """Return the lines of a clean text in order."""
    lines, start = [], 0
    for number, paragraph in enumerate(source.split("\n\n")):
        for text in paragraph.split("\n"):
            lines.append(HardLine(start, text, number))
            start += len(text) + 1
        start += 1
    return [line for line in lines if line.text]
