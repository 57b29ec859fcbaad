"""The schemas that editors use are those that files are checked against."""

import json
import re
from pathlib import Path

from generator.load.files import data_files
from generator.load.rows import DesignRow, SlotRow
from generator.load.schemas import kit_schemas


def test_the_shipped_schemas_are_up_to_date(root: Path) -> None:
    schemas = kit_schemas()
    assert len(schemas) == 12
    for name, text in schemas.items():
        assert (root / "assets/schema" / name).read_text("utf-8") == text, f"write {name} anew"


def test_every_file_names_its_schema(root: Path) -> None:
    files = [path for path in data_files(root) if "assets" in path.parts]
    assert len(files) > 10
    for path in files:
        head = path.read_text("utf-8").splitlines()[0]
        match = re.fullmatch(r"# yaml-language-server: \$schema=(.+)", head)
        assert match, path
        assert (path.parent / match[1]).resolve().parent == root / "assets/schema", path
        assert (path.parent / match[1]).is_file(), path


def test_schemas_are_closed_and_know_every_key() -> None:
    design = json.loads(kit_schemas()["design.json"])
    assert design["additionalProperties"] is False
    assert set(design["properties"]) == set(DesignRow.model_fields)
    assert set(design["$defs"]["SlotRow"]["properties"]) == set(SlotRow.model_fields)
    situation = json.loads(kit_schemas()["situation.json"])
    assert "fields" in situation["properties"]
    assert "from" in situation["$defs"]["WhenRow"]["properties"]
    palettes = json.loads(kit_schemas()["palettes.json"])
    assert palettes["additionalProperties"] == {"$ref": "#/$defs/PaletteRow"}
