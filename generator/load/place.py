"""Where in a file something stands, and what a misspelt word was meant to be."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A file (relative to the kit's root) with line and column, both counted from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word most like a misspelt one, if any is like it."""
    folded = {name.casefold(): name for name in known}
    close = get_close_matches(word.casefold(), folded, 1, 0.5)
    return folded[close[0]] if close else None


def suggest(word: str, known: Iterable[str]) -> str:
    """Return what to write in place of an unknown word: the nearest known one, then all."""
    names = sorted(known)
    listed = f"known: {', '.join(names)}" if names else "there is none yet"
    close = nearest(word, names)
    return f"did you mean {close}? {listed}" if close else listed
