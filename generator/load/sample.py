"""Read the invented note that the site's previews show."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from generator.load.tree import Scalar, Table, read_tree
from generator.model.kit import TONES, Kit, Tone
from generator.model.problem import Problem, Problems

FILE = "samples/preview.yml"


@dataclass(frozen=True, slots=True)
class Sample:
    """A situation's wording with invented values for its fields."""

    situation: str
    tone: Tone
    fields: Mapping[str, str]


def read_sample(kit: Kit) -> Sample:
    """Return mine/samples/preview.yml or the shipped one; raises Problems of the file."""
    own = kit.root / "mine" / FILE
    table = read_tree(own if own.exists() else kit.root / "assets" / FILE, kit.root)
    problems: list[Problem] = []
    situation = _one_of(table, "situation", tuple(kit.situations), problems)
    tone = _one_of(table, "tone", TONES, problems)
    node = table.entries.get("fields")
    fields: dict[str, str] = {}
    if isinstance(node, Table):
        for name, value in node.entries.items():
            if isinstance(value, Scalar) and value.text is not None:
                fields[name] = value.text
            else:
                problems.append(Problem(str(value.place), f"{name} has no value", "write words"))
    else:
        problems.append(Problem(str(table.place), "there are no fields", "add `fields:`"))
    if problems:
        raise Problems(problems)
    return Sample(situation, cast(Tone, tone), fields)


def _one_of(table: Table, key: str, known: tuple[str, ...], problems: list[Problem]) -> str:
    node = table.entries.get(key)
    if isinstance(node, Scalar) and node.text in known:
        return str(node.text)
    place = node.place if node else table.place
    problems.append(Problem(str(place), f"{key} names nothing that is known", ", ".join(known)))
    return ""
