"""Read YAML into a tree that remembers where everything stands.

Only data is accepted: mappings, lists and plain values. Tags, anchors, aliases and further
documents are Problems, so that no file can build objects or grow when read. Values stay the
words that were written; the schema says what they mean, so `no` and `1e3` hold no surprises.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from generator.load.place import Place
from generator.load.source import read_source
from generator.model.problem import Problem, Problems

MOST_BYTES = 1_000_000
MOST_NODES = 50_000
MOST_LEVELS = 20
NOTHING = ("", "~", "null", "Null", "NULL")
BARE = 'put colours in quotes: "#A04E2E" (what follows a bare # is a remark)'
_UNCLOSED = re.compile(r"""[:-] +("(?:[^"\\]|\\.)*|'[^']*)$""")
_BARE_COLOUR = re.compile(r":\s+#[0-9a-fA-F]{3}")
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The C parser is some ten times as fast; both give the same events."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value as written; `None` where nothing was written."""

    text: str | None
    place: Place


@dataclass(frozen=True, slots=True)
class Listing:
    """A list."""

    items: tuple["Node", ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Table:
    """A mapping; `keys` holds where each key stands."""

    entries: Mapping[str, "Node"]
    keys: Mapping[str, Place]
    place: Place


Node: TypeAlias = Scalar | Listing | Table


def read_tree(path: Path, root: Path) -> Table:
    """Return a YAML file as a tree, places being relative to `root`.

    Raises Problems: unreadable, not UTF-8, not YAML, no mapping, a key twice, tags or aliases.
    """
    name = path.relative_to(root).as_posix()
    return parse_tree(read_source(path, name, MOST_BYTES), name)


def parse_tree(text: str, name: str) -> Table:
    """Return YAML text as a tree; raises Problems as `read_tree` does."""
    reader = _Reader(name, text)
    try:
        node = reader.read()
    except yaml.YAMLError as error:
        reader.problems.append(_syntax_problem(error, name, text))
        raise Problems(reader.problems) from error
    if not isinstance(node, Table) and not reader.problems:
        what = "the file is empty" if node is None else "the file is no mapping"
        reader.wrong(Place(name), what, "write `key: value` lines")
    if reader.problems:
        raise Problems(reader.problems)
    assert isinstance(node, Table)
    return node


def merge_trees(base: Table, over: Table, *, deep: bool = False) -> Table:
    """Return a table whose entries are `over`'s where it has them; `deep` goes into tables."""
    entries = dict(base.entries)
    for key, node in over.entries.items():
        old = entries.get(key)
        if deep and isinstance(old, Table) and isinstance(node, Table):
            node = merge_trees(old, node, deep=True)
        entries[key] = node
    return Table(entries, {**base.keys, **over.keys}, over.place)


class _Reader:
    """Builds one tree from the parser's events, and keeps what is wrong on the way."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.problems: list[Problem] = []
        self._events: Iterator[Any] = yaml.parse(text, Loader=LOADER)
        self._nodes = 0

    def read(self) -> Node | None:
        root: Node | None = None
        documents = 0
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self.wrong(
                        self._place(event), "a second document starts here", "delete this `---`"
                    )
                    break
            elif isinstance(event, yaml.NodeEvent):
                root = self._node(event, 0)
        return root

    def wrong(self, place: Place, what: str, hint: str) -> None:
        self.problems.append(Problem(str(place), what, hint))

    def _place(self, event: Any) -> Place:
        return Place(self.name, event.start_mark.line + 1, event.start_mark.column + 1)

    def _node(self, event: Any, level: int) -> Node:
        place = self._place(event)
        self._nodes += 1
        if level > MOST_LEVELS or self._nodes > MOST_NODES:
            self.wrong(place, "the file is nested too deeply or too large", "split or flatten it")
            raise Problems(self.problems)
        if isinstance(event, yaml.AliasEvent):
            self.wrong(
                place, f"aliases (*{event.anchor}) are not used here", "write the value out again"
            )
            return Scalar(None, place)
        if event.anchor is not None:
            self.wrong(place, f"anchors (&{event.anchor}) are not used here", "delete the anchor")
        if event.tag is not None:
            self.wrong(
                place, f"tags ({event.tag}) are not used here", "delete the tag and keep the value"
            )
        if isinstance(event, yaml.MappingStartEvent):
            return self._table(place, level)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._listing(place, level)
        plain = event.style is None or event.style == ""
        return Scalar(None if plain and event.value in NOTHING else event.value, place)

    def _listing(self, place: Place, level: int) -> Listing:
        items: list[Node] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            items.append(self._node(event, level + 1))
        return Listing(tuple(items), place)

    def _table(self, place: Place, level: int) -> Table:
        entries: dict[str, Node] = {}
        keys: dict[str, Place] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._node(event, level + 1)
            value = self._node(next(self._events), level + 1)
            if not isinstance(key, Scalar) or key.text is None:
                hint = 'write `key: value`; put a wording in quotes: "{{ field }}"'
                self.wrong(key.place, "a key has to be a word", hint)
            elif key.text in entries:
                first = keys[key.text]
                self.wrong(
                    key.place,
                    f"{key.text} stands twice, first in line {first.line}",
                    "keep one of them",
                )
            else:
                entries[key.text], keys[key.text] = value, key.place
        return Table(entries, keys, place)


def _syntax_problem(error: yaml.YAMLError, name: str, text: str) -> Problem:
    """Say what the parser stumbled over, and the usual reason for it."""
    lines = text.splitlines()
    if not isinstance(error, yaml.MarkedYAMLError):
        found = yaml.reader.Reader.NON_PRINTABLE.search(text)
        before = text[: found.start()] if found else ""
        place = Place(name, before.count("\n") + 1, len(before) - before.rfind("\n"))
        return Problem(str(place), "there is a control character", "delete it")
    mark = error.problem_mark or error.context_mark
    place = Place(name, mark.line + 1, mark.column + 1) if mark else Place(name)
    begun = error.context_mark
    if begun and begun.line < place.line - 1 and "flow" in str(error.context):
        place = Place(name, begun.line + 1, begun.column + 1)
        what = "this is not YAML: the bracket that opens here is not closed"
        bare = _BARE_COLOUR.search(lines[begun.line])
        return Problem(str(place), what, BARE if bare else "close it, or put the value in quotes")
    number, column = _open_quote(lines[: place.line])
    if number:
        what = "this is not YAML: the quote that opens here is not closed in its line"
        return Problem(str(Place(name, number, column)), what, "close it at the value's end")
    near = lines[max(0, place.line - 2) : place.line]
    hint = _syntax_hint(lines[place.line - 1] if place.line <= len(lines) else "", near)
    return Problem(str(place), f"this is not YAML: {error.problem}", hint)


def _open_quote(lines: list[str]) -> tuple[int, int]:
    """Return line and column of the last value that begins with a quote and has no other; 0, 0."""
    for number in range(len(lines), 0, -1):
        found = _UNCLOSED.search(lines[number - 1])
        if found:
            return number, found.start(1) + 1
    return 0, 0


def _syntax_hint(line: str, near: list[str]) -> str:
    if any(_BARE_COLOUR.search(other) for other in near):
        return BARE
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return "indent with spaces, not with tabs"
    if "{{" in line or "{%" in line:
        return 'put wordings in quotes: "Dear {{ recipient }},"'
    if line.count(": ") > 1:
        return "put a value that holds a colon in quotes"
    return "check indentation, quotes and brackets here and in the line above"
