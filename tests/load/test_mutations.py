"""The shipped files, broken at many places: always a Problem there, never a traceback."""

import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.load.assemble import assemble_kit
from generator.load.files import data_files
from generator.load.tree import Listing, Node, Scalar, Table, read_tree
from generator.model.problem import Problems

TABLES_OF_IDS = ("palettes", "formats", "sources")
FREE = (
    "fields",
    "slots",
    "covers",
    "axes",
    "statics",
    "index",
    "colours",
    "envelopes",
    "roles",
    "faces",
)
"""Mappings whose keys are the file's own (a slot is looked for when its drawing is read)."""
NUMBERS = ("weights", "size", "leading", "tracking", "max_lines", "scale", "trim", "year", "cmyk")
NUMBERS += ("from", "by", "card_by", "weight")
CLOSED = ("folds", "align", "valign", "family", "orientation", "colour", "typeface", "rgb")


@dataclass(frozen=True)
class Mutation:
    """A change of one stretch of one file, and the lines that a Problem may stand in."""

    file: str
    line: int
    column: int
    length: int
    instead: str
    lines: range

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column} → {self.instead}"


def last_line(node: Node) -> int:
    match node:
        case Scalar(_, place):
            return place.line
        case Listing(items, place):
            return max([place.line, *map(last_line, items)])
        case Table(entries, _, place):
            return max([place.line, *map(last_line, entries.values())])


def mutations_of(
    file: str, node: Node, key: str, first: int, *, is_free: bool
) -> Iterator[Mutation]:
    """Yield ways to break a tree: keys misspelt, numbers and closed words that are none."""
    match node:
        case Table(entries, keys, _):
            for name, inner in entries.items():
                place = keys[name]
                lines = range(first, last_line(node) + 1)
                if not is_free:
                    yield Mutation(file, place.line, place.column, len(name), name + "q", lines)
                yield from mutations_of(
                    file,
                    inner,
                    name,
                    place.line,
                    is_free=name in FREE or (key in ("faces",) and False),
                )
        case Listing(items):
            for item in items:
                yield from mutations_of(file, item, key, item.place.line, is_free=False)
        case Scalar(text, place) if text and key in NUMBERS:
            lines = range(first, place.line + 1)
            yield Mutation(file, place.line, place.column, len(text), "9furlongs", lines)
        case Scalar(text, place) if text and key in CLOSED:
            lines = range(first, place.line + 1)
            yield Mutation(file, place.line, place.column, len(text), "zebra", lines)


def every_mutation(root: Path) -> list[Mutation]:
    found: list[Mutation] = []
    for path in data_files(root):
        tree = read_tree(path, root)
        file = path.relative_to(root).as_posix()
        found += mutations_of(file, tree, "", 1, is_free=path.stem in TABLES_OF_IDS)
    return found


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    folder = tmp_path_factory.mktemp("kit")
    shutil.copytree(root / "assets", folder / "assets")
    for path in sorted((folder / "assets/situations").iterdir())[6:]:
        path.unlink()
    return folder


def test_the_shipped_files_break_with_a_problem_in_the_line(copy: Path) -> None:
    assemble_kit(copy)
    mutations = every_mutation(copy)
    chosen = random.Random(7).sample(mutations, min(len(mutations), 160))
    missed = []
    for mutation in chosen:
        path = copy / mutation.file
        whole = path.read_text("utf-8")
        lines = whole.splitlines(keepends=True)
        line = lines[mutation.line - 1]
        at = mutation.column - 1
        end = at + mutation.length + (2 if line[at] in "\"'" else 0)
        lines[mutation.line - 1] = line[:at] + mutation.instead + line[end:]
        path.write_text("".join(lines), "utf-8")
        try:
            assemble_kit(copy)
        except Problems as found:
            places = [p.where.split(":") for p in found.problems]
            if not any(f == mutation.file and int(n) in mutation.lines for f, n, _ in places):
                missed.append(f"{mutation}: {found}")
        else:
            missed.append(f"{mutation}: no Problem")
        finally:
            path.write_text(whole, "utf-8")
    assert not missed, "\n".join(missed)
    assert len(chosen) >= 100
    assert len({mutation.file for mutation in chosen}) >= 10
