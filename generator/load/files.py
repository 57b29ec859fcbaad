"""Find a kit's files; what stands in mine/ wins over assets/."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.load.place import suggest
from generator.model.problem import Problem

MINE = "mine"
LAYERS = ("assets", MINE)
"""From the weaker to the stronger."""
TABLES = ("kit", "palettes", "typefaces", "formats", "sources")
LATER = ("chooser", "followups", "lint")
"""Tables that other parts read."""


def kit_files(root: Path) -> tuple[Path, ...]:
    """Return every file that a kit is made of, drawings included, in a fixed order."""
    found = [path for layer in LAYERS for path in (root / layer).rglob("*") if path.is_file()]
    return tuple(sorted(path for path in found if not _is_hidden(path, root)))


def data_files(root: Path) -> tuple[Path, ...]:
    """Return the YAML files that `load_kit` reads, in a fixed order."""
    paths = [path for _, path in single_files(root)]
    paths += design_files(root).values()
    paths += situation_files(root).values()
    return tuple(sorted(path for path in paths if path.is_file()))


def single_files(root: Path) -> Iterator[tuple[str, Path]]:
    """Yield each table's name and file, the stronger layer last."""
    for layer in LAYERS:
        for name in TABLES:
            path = root / layer / f"{name}.yml"
            if layer == LAYERS[0] or path.is_file():
                yield name, path


def design_files(root: Path) -> Mapping[str, Path]:
    """Return the design.yml of each design by its folder's name."""
    folders = (path for layer in LAYERS for path in (root / layer / "designs").glob("*/"))
    return {
        path.name: path / "design.yml"
        for path in folders
        if path.is_dir() and not path.name.startswith(".")
    }


def situation_files(root: Path) -> Mapping[str, Path]:
    """Return each situation's file by its name."""
    paths = (path for layer in LAYERS for path in (root / layer / "situations").glob("*.yml"))
    return {path.stem: path for path in paths}


def stray_files(root: Path) -> Iterator[Problem]:
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
