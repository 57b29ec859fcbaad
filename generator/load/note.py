"""Read a note's own words from a file or from standard input."""

import sys
import unicodedata
from pathlib import Path
from typing import Literal

from generator.load.source import decode, read_source
from generator.model.problem import Problem, Problems

MOST_BYTES = 64_000
"""Some ten thousand words: far more than any card takes."""


def read_note(path: Path | Literal["-"] | str) -> str:
    """Return a note's text (NFC, plain line ends), `-` being standard input.

    Raises Problems: unreadable, too long, not UTF-8, control characters, or nothing in it.
    """
    name = "standard input" if str(path) == "-" else str(path)
    if str(path) == "-":
        text = decode(sys.stdin.buffer.read(MOST_BYTES + 1), name, MOST_BYTES)
    else:
        text = read_source(Path(path), name, MOST_BYTES)
    text = unicodedata.normalize("NFC", text.replace("\t", " "))
    problems = [
        Problem(f"{name}:{row}:{column}", f"U+{ord(mark):04X} is a control character", "delete it")
        for row, line in enumerate(text.split("\n"), 1)
        for column, mark in enumerate(line, 1)
        if unicodedata.category(mark) == "Cc"
    ]
    if not text.strip():
        problems = [Problem(name, "there are no words in it", "write the note's words")]
    if problems:
        raise Problems(problems)
    return text.strip()
