"""Read the invented people of the previews that are marked as samples."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from generator.load.files import LAYERS
from generator.load.note_rows import SampleRow
from generator.load.place import Place
from generator.load.tree import read_tree
from generator.load.validate import read_row
from generator.model.kit import Tone
from generator.model.problem import Problem, Problems


@dataclass(frozen=True, slots=True)
class Sample:
    """Which note a sample shows, and the values of its fields."""

    situation: str
    tone: Tone
    fields: Mapping[str, str]


def read_sample(root: Path) -> Sample:
    """Return samples/note.yml of mine/ or else of assets/; raises Problems."""
    paths = [root / layer / "samples" / "note.yml" for layer in reversed(LAYERS)]
    path = next((path for path in paths if path.is_file()), paths[-1])
    table = read_tree(path, root)
    problems: list[Problem] = []
    row = read_row(SampleRow, table, Place(table.place.file), problems)
    if row is None:
        raise Problems(problems)
    return Sample(row.situation, row.tone, MappingProxyType(row.fields_))
