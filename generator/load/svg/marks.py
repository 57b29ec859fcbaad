"""Marks in a computed drawing that keep the places of its template."""

import re
from xml.sax.saxutils import quoteattr

from generator.load.place import Place

ATTRIBUTE = "data-afternote-at"
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|<!--.*?-->|(<[A-Za-z][\w.:-]*)", re.DOTALL)
_MARK = re.compile(rf'{ATTRIBUTE}="([^"]*)"')


def mark_places(source: str, name: str) -> str:
    """Return a template whose every start tag says where it stands; no line is added."""

    def mark(match: re.Match[str]) -> str:
        if match[1] is None:
            return match[0]
        start = match.start()
        column = start - source.rfind("\n", 0, start)
        place = Place(name, source.count("\n", 0, start) + 1, column)
        return f"{match[1]} {ATTRIBUTE}={quoteattr(str(place))}"

    return _TAG.sub(mark, source)


def read_mark(text: str) -> Place:
    """Return the place that a mark's value names."""
    file, line, column = text.rsplit(":", 2)
    return Place(file, int(line), int(column))


def last_mark(text: str) -> Place | None:
    """Return the place of the last marked tag of a text, if it has one."""
    marks = _MARK.findall(text)
    return read_mark(marks[-1]) if marks else None
