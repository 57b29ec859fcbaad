"""Words in the telegraph's code, as the tape shows them: International Morse, ITU-R M.1677."""

import unicodedata
from collections.abc import Iterator
from typing import Literal

from generator.art.chance import choice
from generator.art.pathdata import Pen

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
SIGNS = (
    ".- -... -.-. -.. . ..-. --. .... .. .--- -.- .-.. -- -. --- .--. --.- .-. ... - ..- "
    "...- .-- -..- -.-- --.. "
    "----- .---- ..--- ...-- ....- ..... -.... --... ---.. ----."
)
CODE = dict(zip(LETTERS, SIGNS.split(" "), strict=True))
BREATH, SPACE = 3, 7
"""The pause after a letter and after a word, in dots."""
REGARDS = "73"
"""What operators send for best regards; said where there is nothing else to say."""
Mark = tuple[int, int]
"""Where a dot or a dash begins and how long it is, in dots."""


def morse(
    x: float,
    y: float,
    unit: float,
    words: str,
    *,
    width: float = 0,
    align: Literal["left", "center"] = "left",
) -> str:
    """Return words as dots and dashes on a line: round ends, a dot `unit` mm across, filled.

    The line is centred at `y`. With a `width` it is said again and again until it is full; else
    once, from `x` on or centred there. A letter without a code gets one by chance, for good.
    """
    marks, length = _marks(words)
    start, end = x, x + width
    if not width:
        start -= length * unit / 2 if align == "center" else 0
        end = start + length * unit
    pen, turn, lap = Pen(), 0, (length + SPACE) * unit
    while start + turn * lap < end:
        for begin, long in marks:
            left = start + turn * lap + begin * unit
            right = min(left + long * unit, end)
            if right - left >= unit * 0.99:
                _mark(pen, left, right, y, unit / 2)
        turn += 1
    return pen.d


def _mark(pen: Pen, left: float, right: float, y: float, half: float) -> None:
    """Draw a dot or a dash with round ends."""
    top, bottom = complex(0, y - half), complex(0, y + half)
    pen.move(left + half + top)
    if right - left > 2.5 * half:
        pen.line(right - half + top)
    pen.arc(half, right - half + bottom)
    if right - left > 2.5 * half:
        pen.line(left + half + bottom)
    pen.arc(half, left + half + top).close()


def _marks(words: str) -> tuple[list[Mark], int]:
    """Return the marks of words and how long they are in all, in dots."""
    marks, at = list[Mark](), 0
    for letter in _letters(words):
        if letter == " ":
            at += SPACE - BREATH
            continue
        for sign in CODE[letter]:
            long = 3 if sign == "-" else 1
            marks.append((at, long))
            at += long + 1
        at += BREATH - 1
    return marks, at - BREATH


def _letters(words: str) -> Iterator[str]:
    """Yield letters that have a code, without their accents, and one space between words."""
    plain = [
        char
        for char in unicodedata.normalize("NFD", words).upper()
        if char.isspace() or not unicodedata.category(char).startswith(("M", "P", "C", "S"))
    ]
    text = " ".join("".join(plain).split()) or REGARDS
    for i, char in enumerate(text):
        yield char if char in CODE or char == " " else choice(tuple(CODE), words, "letter", i)
