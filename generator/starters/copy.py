"""A file of the kit as the beginning of one's own: another name, the same schema."""

import re
from os.path import relpath
from pathlib import Path

from generator.starters.words import name_of

_SCHEMA = re.compile(r"(?m)\A(# yaml-language-server: \$schema=)(\S+)$")


def renamed(text: str, key: str, id_: str) -> str:
    """Return YAML text whose top `name:` or `title:` is an id's; a remark behind it goes."""
    line = re.compile(rf"(?m)^{key}:.*(?:\n[ \t]+\S.*)*$")
    return line.sub(lambda _: f"{key}: {name_of(id_)}", text, count=1)


def rehoused(text: str, old: Path, new: Path) -> str:
    """Return YAML text whose first line finds its schema from the file's new place."""

    def move(match: re.Match[str]) -> str:
        path = relpath((old.parent / match[2]).resolve(), new.parent.resolve())
        return match[1] + Path(path).as_posix()

    return _SCHEMA.sub(move, text)
