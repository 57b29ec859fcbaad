"""Part a scene into what is drawn once and kept, and the type that is painted over it."""

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TypeAlias, assert_never

from generator.export.affine import compose
from generator.model.paint import IDENTITY, Matrix
from generator.model.scene import Group, Item, Path, Picture, Text


@dataclass(frozen=True, slots=True)
class Clip:
    """Path data under a map."""

    d: str
    matrix: Matrix


@dataclass(frozen=True, slots=True)
class Still:
    """Items without type; equal keys mean equal pixels at one resolution.

    What `recurs` comes from keyed groups, so other scenes have it too.
    """

    items: tuple[Item, ...]
    key: Hashable
    recurs: bool


@dataclass(frozen=True, slots=True)
class Placed:
    """A text, the map from its coordinates to the scene's, and what clips it."""

    text: Text
    matrix: Matrix
    clips: tuple[Clip, ...]


@dataclass(frozen=True, slots=True)
class Faded:
    """Steps with type among them that are blended as one; opacity is 0–1000."""

    steps: tuple["Step", ...]
    opacity: int


Step: TypeAlias = Still | Placed | Faded


def plan(items: Iterable[Item]) -> tuple[Step, ...]:
    """Return the steps that paint `items` in order; neighbours without type become one Still."""
    return _joined(_steps(items, ()))


def join(stills: Iterable[Still]) -> Still:
    """Return one Still that draws several, the first lowest."""
    parts = tuple(stills)
    return Still(
        tuple(item for part in parts for item in part.items),
        tuple(part.key for part in parts),
        all(part.recurs for part in parts),
    )


def _steps(items: Iterable[Item], shells: tuple[Group, ...]) -> Iterator[Step]:
    """Yield the steps of items that stand in groups, the outermost first, kept as empty shells."""
    for item in items:
        match item:
            case Text():
                yield _placed(item, shells)
            case Path() | Picture():
                yield _still(item, shells)
            case Group() if not _has_type(item):
                yield _still(item, shells)
            case Group():
                shell = replace(item, items=(), opacity=1000, key=None)
                steps = _steps(item.items, (*shells, shell))
                if item.opacity == 1000:
                    yield from steps
                else:
                    yield Faded(_joined(steps), item.opacity)
            case _:
                assert_never(item)


def _has_type(group: Group) -> bool:
    return any(
        isinstance(item, Text) or (isinstance(item, Group) and _has_type(item))
        for item in group.items
    )


def _placed(text: Text, shells: tuple[Group, ...]) -> Placed:
    matrix, clips = IDENTITY, []
    for shell in shells:
        matrix = compose(matrix, shell.matrix)
        if shell.clip is not None:
            clips.append(Clip(shell.clip, matrix))
    return Placed(text, matrix, tuple(clips))


def _still(item: Item, shells: tuple[Group, ...]) -> Still:
    recurs = isinstance(item, Group) and item.key is not None
    for shell in reversed(shells):
        item = replace(shell, items=(item,))
    return Still((item,), _key(item), recurs)


def _key(item: Item) -> Hashable:
    """Return what tells an item from others: a group's own key where it has one."""
    if not isinstance(item, Group):
        return item
    content = item.key or tuple(map(_key, item.items))
    return (content, item.matrix, item.clip, item.opacity)


def _joined(steps: Iterable[Step]) -> tuple[Step, ...]:
    """Join neighbouring Stills, those that recur apart from those that do not."""
    joined: list[Step] = []
    for _, found in groupby(steps, lambda step: isinstance(step, Still) and step.recurs):
        for is_still, alike in groupby(found, lambda step: isinstance(step, Still)):
            if is_still:
                joined.append(join(step for step in alike if isinstance(step, Still)))
            else:
                joined.extend(alike)
    return tuple(joined)
