"""Find a kit's files and read them all; a file or an entry of mine/ wins over assets/."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.load.place import Place, suggest
from generator.load.tree import Table, merge_trees, read_tree
from generator.model.problem import Problem, Problems

LAYERS = ("assets", "mine")
"""From the weaker to the stronger."""
TABLES = ("kit", "palettes", "typefaces", "formats", "sources")
LATER = ("chooser", "lint")
"""Tables that other parts read."""


@dataclass(frozen=True, slots=True)
class Trees:
    """A kit's files as read: single tables by name, designs and situations by id."""

    tables: Mapping[str, Table]
    designs: Mapping[str, Table]
    situations: Mapping[str, Table]


def kit_files(root: Path) -> tuple[Path, ...]:
    """Return every file that a kit is made of, drawings included, in a fixed order."""
    found = [path for layer in LAYERS for path in (root / layer).rglob("*") if path.is_file()]
    return tuple(sorted(path for path in found if not _is_hidden(path, root)))


def data_files(root: Path) -> tuple[Path, ...]:
    """Return the YAML files that `load_kit` reads, in a fixed order."""
    paths = [path for _, path in _single_files(root)]
    paths += _designs(root).values()
    paths += _situations(root).values()
    return tuple(sorted(path for path in paths if path.is_file()))


def read_trees(root: Path, problems: list[Problem]) -> Trees:
    """Return all files of a kit as trees, keeping their Problems."""
    if not (root / LAYERS[0]).is_dir():
        problems.append(
            Problem(LAYERS[0], "there is no such folder here", "name the kit's folder: --kit DIR")
        )
        raise Problems(problems)
    problems.extend(_stray_files(root))
    empty = {name: Table({}, {}, Place(f"{LAYERS[0]}/{name}.yml")) for name in TABLES}
    tables: dict[str, Table] = {}
    for name, path in _single_files(root):
        table = _read(path, root, problems)
        if table is not None:
            base = tables.get(name, empty[name])
            tables[name] = merge_trees(base, table, deep=name in ("kit", "typefaces"))
    return Trees(
        {**empty, **tables},
        dict(_read_all(_designs(root), root, problems)),
        dict(_read_all(_situations(root), root, problems)),
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


def _single_files(root: Path) -> Iterator[tuple[str, Path]]:
    for layer in LAYERS:
        for name in TABLES:
            path = root / layer / f"{name}.yml"
            if layer == LAYERS[0] or path.is_file():
                yield name, path


def _designs(root: Path) -> Mapping[str, Path]:
    """Return the design.yml of each design by its folder's name."""
    folders = (path for layer in LAYERS for path in (root / layer / "designs").glob("*/"))
    return {
        path.name: path / "design.yml"
        for path in folders
        if path.is_dir() and not path.name.startswith(".")
    }


def _situations(root: Path) -> Mapping[str, Path]:
    paths = (path for layer in LAYERS for path in (root / layer / "situations").glob("*.yml"))
    return {path.stem: path for path in paths}


def _stray_files(root: Path) -> Iterator[Problem]:
    """Yield a Problem for each data file whose name nobody reads."""
    known = [f"{name}.yml" for name in (*TABLES, *LATER)]
    for layer in LAYERS:
        for path in sorted((root / layer).glob("*.y*ml")):
            if path.name not in known:
                where = path.relative_to(root).as_posix()
                yield Problem(where, "no part of the kit has this name", suggest(path.name, known))
        for path in sorted((root / layer / "situations").glob("*.yaml")):
            where = path.relative_to(root).as_posix()
            yield Problem(where, "situations end in .yml", f"rename it to {path.stem}.yml")


def _is_hidden(path: Path, root: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(root).parts)
