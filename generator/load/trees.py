"""Read a kit's files into trees; a file or an entry of mine/ wins over assets/."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.load.files import (
    LAYERS,
    TABLES,
    design_files,
    single_files,
    situation_files,
    stray_files,
)
from generator.load.place import Place
from generator.load.tree import Node, Table, merge_trees, read_tree
from generator.model.problem import Problem, Problems

_NONE = Table({}, {}, Place(""))


@dataclass(frozen=True, slots=True)
class Trees:
    """A kit's files as read: single tables by name, designs and situations by id."""

    tables: Mapping[str, Table]
    designs: Mapping[str, Table]
    situations: Mapping[str, Table]

    def ids(self, *path: str) -> tuple[str, ...]:
        """Return the keys of a table, or of one inside it, in order or not."""
        node: Node = self.tables[path[0]]
        for step in path[1:]:
            node = node.entries[step] if isinstance(node, Table) and step in node.entries else _NONE
        return tuple(node.entries) if isinstance(node, Table) else ()


def read_trees(root: Path, problems: list[Problem]) -> Trees:
    """Return all files of a kit as trees, keeping their Problems."""
    if not (root / LAYERS[0]).is_dir():
        problems.append(
            Problem(LAYERS[0], "there is no such folder here", "name the kit's folder: --kit DIR")
        )
        raise Problems(problems)
    problems.extend(stray_files(root))
    empty = {name: Table({}, {}, Place(f"{LAYERS[0]}/{name}.yml")) for name in TABLES}
    tables: dict[str, Table] = {}
    for name, path in single_files(root):
        table = _read(path, root, problems)
        if table is not None:
            base = tables.get(name, empty[name])
            tables[name] = merge_trees(base, table, deep=name in ("kit", "typefaces"))
    return Trees(
        {**empty, **tables},
        dict(_read_all(design_files(root), root, problems)),
        dict(_read_all(situation_files(root), root, problems)),
    )


def _read(path: Path, root: Path, problems: list[Problem]) -> Table | None:
    try:
        return read_tree(path, root)
    except Problems as found:
        problems.extend(found.problems)
        return None


def _read_all(
    paths: Mapping[str, Path], root: Path, problems: list[Problem]
) -> Iterator[tuple[str, Table]]:
    for name, path in sorted(paths.items()):
        table = _read(path, root, problems)
        if table is not None:
            yield name, table
