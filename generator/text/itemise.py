"""Cut a line of text into what is shaped by itself."""

from collections.abc import Sequence
from typing import NamedTuple

from generator.text.case import Case

SHARED = "Zyyy"


class Item(NamedTuple):
    """A stretch in one face, level and script: a word, a space, or more in a line face."""

    start: int
    end: int
    face: int
    level: int
    script: str


class Items(NamedTuple):
    """The items of a line in logical order, and the characters that no face has."""

    items: list[Item]
    missing: set[str]


def itemise(text: str, case: Case, han: str, levels: Sequence[int] | None = None) -> Items:
    """Return the items of a text; `levels` are its characters' bidi levels, None if all are 0."""
    items: list[Item] = []
    missing: set[str] = set()
    start = 0
    for word in text.split(" "):
        if start:
            items.append(Item(start - 1, start, -1, levels[start - 1] if levels else 0, ""))
        for part in case.parts(word, han):
            if part.face is None:
                missing.update(word[part.start : part.end])
                continue
            items.extend(_levelled(part.start + start, part.end + start, part, levels))
        start += len(word) + 1
    return Items(_joined(_settled(items), case), missing)


def _levelled(
    start: int,
    end: int,
    part: tuple[int, int, int | None, str | None],
    levels: Sequence[int] | None,
) -> list[Item]:
    """Return a part of a word cut where the bidi level changes."""
    face, script = part[2] or 0, part[3] or ""
    if levels is None:
        return [Item(start, end, face, 0, script)]
    items, first = [], start
    for i in range(start + 1, end + 1):
        if i == end or levels[i] != levels[first]:
            items.append(Item(first, i, face, levels[first], script))
            first = i
    return items


def _settled(items: list[Item]) -> list[Item]:
    """Give spaces the face of their neighbours, and shared characters their face's script.

    That is the script that the face last set, so that a comma after a name in another face goes
    with its own kind, and features that are made for a script work on figures too.
    """
    scripts: dict[int, str] = {}
    for item in reversed(items):
        if item.script:
            scripts[item.face] = item.script
    settled = []
    for i, item in enumerate(items):
        face = item.face if item.face >= 0 else _space_face(items, i)
        script = scripts[face] = item.script or scripts.get(face, SHARED)
        if face != item.face or script != item.script:
            item = Item(item.start, item.end, face, item.level, script)
        settled.append(item)
    return settled


def _space_face(items: list[Item], i: int) -> int:
    """Return the face of the words around a space if it is one, else the text's own."""
    before, after = items[i - 1 : i], items[i + 1 : i + 2]
    is_within = before and after and before[0].face == after[0].face
    # Between signs that no script owns (emoji) a space is the text's own.
    return before[0].face if is_within and before[0].script else 0


def _joined(items: list[Item], case: Case) -> list[Item]:
    """Join what a line face shapes together."""
    if not any(map(case.is_line, {item.face for item in items})):
        return items
    joined: list[Item] = []
    for item in items:
        last = joined[-1] if joined else None
        if last and case.is_line(item.face) and last[2:] == item[2:] and last.end == item.start:
            joined[-1] = last._replace(end=item.end)
        else:
            joined.append(item)
    return joined
