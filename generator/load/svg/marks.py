"""Marks in a computed drawing that keep the places of its template."""

import re
from xml.sax.saxutils import quoteattr

from generator.load.place import Place

ATTRIBUTE = "data-afternote-at"
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|<!--.*?-->|(</?[A-Za-z][\w.:-]*)", re.DOTALL)
_BEGUN = re.compile(rf'\s*<[A-Za-z][\w.:-]* {ATTRIBUTE}="([^"]*)"')
_MARK = re.compile(rf'{ATTRIBUTE}(?:="| )([^"?]*)["?]')


def mark_places(source: str, name: str) -> str:
    """Return a template whose every tag says where it stands; no line is added."""

    def mark(match: re.Match[str]) -> str:
        if match[1] is None:
            return match[0]
        start = match.start()
        column = start - source.rfind("\n", 0, start)
        place = Place(name, source.count("\n", 0, start) + 1, column)
        if match[1].startswith("</"):
            # An end tag has no attributes: an instruction stands before it.
            return f"<?{ATTRIBUTE} {place}?>{match[1]}"
        return f"{match[1]} {ATTRIBUTE}={quoteattr(str(place))}"

    return _TAG.sub(mark, source)


def read_mark(text: str) -> Place:
    """Return the place that a mark's value names."""
    file, line, column = text.rsplit(":", 2)
    return Place(file, int(line), int(column))


def mark_at(text: str, at: int) -> Place | None:
    """Return the place of the marked tag that begins at an index, or None."""
    begun = _BEGUN.match(text, at)
    return read_mark(begun[1]) if begun else None


def last_mark(text: str) -> Place | None:
    """Return the place of the last marked tag of a text, if it has one."""
    marks = _MARK.findall(text)
    return read_mark(marks[-1]) if marks else None
