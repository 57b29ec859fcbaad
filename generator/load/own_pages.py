"""mine/pages/: a fork's own pages in Markdown, with the pictures that they show."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.load.place import Place
from generator.load.source import decode
from generator.load.tree import Scalar, parse_tree
from generator.model.problem import Problem, Problems

FOLDER = "mine/pages"
FIRST = "index.md"
KINDS = (".md", ".svg", ".png", ".jpg", ".jpeg", ".webp", ".gif", ".pdf")
MOST_PAGE, MOST_FILE = 1_000_000, 20_000_000
_NAME = re.compile(r"[a-z0-9]+([._-][a-z0-9]+)*")
_FRONT_MATTER = re.compile(r"---\n(.*?\n)?---\n", re.DOTALL)
_HEADING = re.compile(r"^# +(.+?)\s*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class OwnPages:
    """Files by their path in the folder, and the title of the first page, None where none is."""

    files: Mapping[str, bytes]
    title: str | None


def read_own_pages(root: Path) -> OwnPages:
    """Return a fork's own pages as they stand; raises Problems.

    Wrong are: a file of another kind or with a name that makes no address, a page without a
    title, pages of which none is the first.
    """
    problems: list[Problem] = []
    files, titles = dict[str, bytes](), dict[str, str]()
    for path in _files(root / FOLDER):
        name = path.relative_to(root / FOLDER).as_posix()
        found = _wrong_name(name)
        if found is None:
            try:
                files[name] = _read(path, name)
                if path.suffix == ".md":
                    titles[name] = _title(files[name], f"{FOLDER}/{name}")
            except Problems as wrongs:
                problems.extend(wrongs.problems)
        else:
            problems.append(found)
    if files and FIRST not in files:
        hint = "write it: its title is the link at the head of the site"
        problems.append(Problem(FOLDER, f"there is no {FIRST} here", hint))
    if problems:
        raise Problems(problems)
    return OwnPages(files, titles.get(FIRST))


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not any(p.startswith(".") for p in path.relative_to(folder).parts):
            yield path


def _wrong_name(name: str) -> Problem | None:
    where = f"{FOLDER}/{name}"
    if Path(name).suffix not in KINDS:
        return Problem(where, "no page can show a file of this kind", f"use {', '.join(KINDS)}")
    if not all(_NAME.fullmatch(part) for part in name.split("/")):
        hint = "use small letters, digits and hyphens"
        return Problem(where, "this name cannot be part of an address", hint)
    return None


def _read(path: Path, name: str) -> bytes:
    where = f"{FOLDER}/{name}"
    most = MOST_PAGE if path.suffix == ".md" else MOST_FILE
    try:
        data = path.read_bytes()
    except OSError as error:
        what = f"the file cannot be read: {error.strerror}"
        raise Problems([Problem(where, what, "check whether you may read it")]) from error
    if len(data) > most:
        what = f"the file is larger than {most // 1_000_000} MB"
        raise Problems([Problem(where, what, "make it smaller")])
    return data


def _title(data: bytes, where: str) -> str:
    """Return a page's title: `title:` at its head, or its first heading."""
    text = decode(data, where, MOST_PAGE)
    head = _FRONT_MATTER.match(text)
    if head is not None and (head[1] or "").strip():
        # A line stands for the opening ---, so that places are those of the page.
        given = parse_tree(f"\n{head[1]}", where).entries.get("title")
        if isinstance(given, Scalar) and given.text:
            return given.text
    heading = _HEADING.search(text)
    if heading is None:
        hint = "begin it with a line such as `# About us`"
        raise Problems([Problem(str(Place(where)), "the page has no title", hint)])
    return heading[1]
