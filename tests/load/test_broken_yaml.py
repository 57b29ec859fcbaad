"""Every shipped YAML file, its text broken in many ways: a Problem in its line each time."""

import random
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.load import trees
from generator.load.assemble import assemble_kit
from generator.load.chooser import read_chooser
from generator.load.files import data_files
from generator.load.followups import read_followups
from generator.load.lint import read_lint
from generator.load.sample import read_sample
from generator.load.stock import read_stock
from generator.load.tree import Listing, Node, Scalar, Table, read_tree
from generator.model.kit import Kit
from generator.model.problem import Problems

SEED = 5
EACH = 3
"""So many ways for each file, taken in turns so that all are used."""
REQUIRED = (
    "name", "family", "panels", "paper", "trim", "source", "title", "group", "to", "when",
    "medium", "who", "kind", "package", "upright", "licence", "page", "card", "first", "pitch",
    "grid", "why", "instead", "situation",
)  # fmt: skip
"""Keys that no row of theirs is without, as far as they stand in a line of their own."""


@dataclass(frozen=True)
class Line:
    """A key with a plain value in one line: its number, what stands before, key and value."""

    number: int
    indent: str
    key: str
    value: str


@dataclass(frozen=True)
class Broken:
    """A file's new bytes, how they came about, and the lines that a Problem may stand in."""

    file: str
    way: str
    data: bytes
    lines: range

    def __str__(self) -> str:
        return f"{self.file}, lines {self.lines.start}-{self.lines.stop - 1}: {self.way}"


Way = Callable[[list[str], Line], tuple[list[str], range]]


def replaced(value: str) -> Way:
    """Return the way to break a file by another value in a line."""

    def run(lines: list[str], line: Line) -> tuple[list[str], range]:
        lines[line.number - 1] = f"{line.indent}{line.key}: {value}"
        return lines, range(line.number, line.number + 1)

    return run


def unquoted(lines: list[str], line: Line) -> tuple[list[str], range]:
    # What follows is swallowed up to the next quote: it may be missed, in the entry's first line.
    lines[line.number - 1] = f'{line.indent}{line.key}: "x'
    return lines, range(line.number - 1, line.number + 1)


def twice(lines: list[str], line: Line) -> tuple[list[str], range]:
    lines.insert(line.number, lines[line.number - 1])
    return lines, range(line.number + 1, line.number + 2)


def tabbed(lines: list[str], line: Line) -> tuple[list[str], range]:
    lines.insert(line.number, f"\t{line.key}-too: x")
    return lines, range(line.number, line.number + 3)


def cut_off(lines: list[str], line: Line) -> tuple[list[str], range]:
    lines[line.number - 1] = line.indent + line.key
    return lines[: line.number], range(1, line.number + 2)


def misspelt(lines: list[str], line: Line) -> tuple[list[str], range]:
    # A table of ids takes any key: there the entry is what is wrong, from its first line on.
    lines[line.number - 1] = f"{line.indent}{line.key}q: {line.value}"
    return lines, range(1, line.number + 1)


def second_document(lines: list[str], line: Line) -> tuple[list[str], range]:
    lines.insert(line.number, "---")
    return lines, range(line.number, len(lines) + 1)


WAYS: dict[str, Way] = {
    "a list for a word": replaced("[1, {a: b}]"),
    "a mapping for a word": replaced("{a: {b: c}}"),
    "a tag": replaced("!!python/object/apply:os.system [true]"),
    "an anchor": replaced("&all x"),
    "an alias": replaced("*all"),
    "an open bracket": replaced("[1, 2"),
    "an open quote": unquoted,
    "a quote too many": replaced('"x" y"'),
    "a colon too many": replaced("x: y: z"),
    "a control character": replaced("x\x07y"),
    "a key twice": twice,
    "a tab": tabbed,
    "cut off": cut_off,
    "a second document": second_document,
}


def lines_of(node: Node, text: list[str]) -> Iterator[Line]:
    """Yield each key of a tree with a plain value that stands in a line of its own."""
    match node:
        case Table(entries, keys, _):
            for key, inner in entries.items():
                place = keys[key]
                line = text[place.line - 1]
                if isinstance(inner, Scalar) and inner.place.line == place.line and inner.text:
                    found = re.fullmatch(rf"(\s*){re.escape(key)}: ([^|>\[{{].*)", line)
                    if found:
                        yield Line(place.line, found[1], key, found[2])
                yield from lines_of(inner, text)
        case Listing(items):
            for item in items:
                yield from lines_of(item, text)


def every_break(root: Path) -> Iterator[Broken]:
    chance, ways = random.Random(SEED), [*WAYS.items()]
    for path in sorted((root / "assets").rglob("*.yml")):
        file = path.relative_to(root).as_posix()
        text = path.read_text("utf-8")
        lines = [*lines_of(read_tree(path, root), text.split("\n"))]
        for line in chance.sample(lines, min(EACH, len(lines))):
            name, run = ways[0]
            ways.append(ways.pop(0))
            broken, where = run(text.split("\n"), line)
            yield Broken(file, f"{name} at {line.key}", "\n".join(broken).encode(), where)
        needed = [line for line in lines if line.key in REQUIRED and line.indent.strip() == ""]
        # kit.yml has a value for each key that is left out.
        if needed and file != "assets/kit.yml":
            line = chance.choice(needed)
            broken = [*text.split("\n")]
            del broken[line.number - 1]
            whole = range(1, len(broken) + 1)
            yield Broken(file, f"{line.key} is gone", "\n".join(broken).encode(), whole)
            yield Broken(file, f"{line.key}q", *_misspelt(text, line))
        data = text.encode()
        at = data.index(b"\n", chance.randrange(len(data) // 2))
        number = data.count(b"\n", 0, at) + 1
        yield Broken(file, "not UTF-8", data[:at] + b"\xff" + data[at:], range(number, number + 1))


def _misspelt(text: str, line: Line) -> tuple[bytes, range]:
    lines, where = misspelt(text.split("\n"), line)
    return "\n".join(lines).encode(), where


@pytest.fixture
def copy(tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the kit's data; what has not changed since is not parsed again."""
    shutil.copytree(root / "assets", tmp_path / "assets")
    (tmp_path / "docs").symlink_to(root / "docs")
    known: dict[tuple[Path, bytes], Table] = {}

    def read(path: Path, top: Path) -> Table:
        key = (path, path.read_bytes())
        if key not in known:
            known[key] = read_tree(path, top)
        return known[key]

    monkeypatch.setattr(trees, "read_tree", read)
    return tmp_path


def load(root: Path, file: str, kit: Kit) -> None:
    """Read what a file is part of; raises Problems."""
    name = file.removeprefix("assets/")
    if name.startswith("stock/"):
        read_stock(root)
    elif name.startswith("samples/"):
        read_sample(root)
    elif name == "lint.yml":
        read_lint(root)
    elif name == "chooser.yml":
        read_chooser(root, kit.situations)
    elif name == "followups.yml":
        read_followups(root, kit.situations)
    else:
        assert root / file in data_files(root)
        assemble_kit(root)


def test_a_broken_file_is_a_problem_in_its_line(copy: Path, kit: Kit) -> None:
    breaks = [*every_break(copy)]
    missed = []
    for broken in breaks:
        path = copy / broken.file
        whole = path.read_bytes()
        path.write_bytes(broken.data)
        try:
            load(copy, broken.file, kit)
            missed.append(f"{broken}: no Problem")
        except Problems as found:
            places = [problem.where.split(":") for problem in found.problems]
            if not any(
                place[0] == broken.file and len(place) == 3 and int(place[1]) in broken.lines
                for place in places
            ):
                said = "; ".join(f"{p.where}: {p.what}" for p in found.problems[:2])
                missed.append(f"{broken}: {said}")
        except Exception as error:
            missed.append(f"{broken}: {type(error).__name__}: {error}")
        finally:
            path.write_bytes(whole)
    assert not missed, "\n".join(missed)
    assert len(breaks) >= 250
    assert {path.relative_to(copy).as_posix() for path in (copy / "assets").rglob("*.yml")} == {
        broken.file for broken in breaks
    }


def test_the_whole_files_have_no_problem(copy: Path, kit: Kit) -> None:
    for file in sorted(copy.glob("assets/**/*.yml"))[:60:9]:
        load(copy, file.relative_to(copy).as_posix(), kit)
