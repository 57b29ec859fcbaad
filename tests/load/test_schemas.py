"""The schemas that editors use are those that files are checked against."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from editor import read_yaml, wrongs

from generator.begin import begin
from generator.listing import Beginning
from generator.load.kit import load_kit
from generator.load.rows import DesignRow, SlotRow
from generator.load.schemas import kit_schemas
from generator.model.problem import Problems
from generator.publish.tools import read_tools
from generator.write_schemas import write_schemas

PARTS = {
    "kit": "owner: 2 Friends\npublish: {folds: all}\ndesigns: {except: [laurel]}\n",
    "typefaces": "faces: {caveat: {scale: 1.1}}\nroles: {hand: kalam}\n",
    "chooser": "questions: {feel: {ask: How are you today?}}\n",
    "followups": "note: {title: Write}\n",
    "lint": "length: {card: {most: 60}}\n",
}
"""What a fork may write of the files that are merged key by key."""
MISTAKES = [
    ("kit.yml", "owner: Your", "ownr: Your"),
    ("kit.yml", "locale: en-US", "locale: english"),
    ("kit.yml", "folds: all", "folds: [flat, sides]"),
    ("kit.yml", "designs: all", "designs: some"),
    ("palettes.yml", '"#FAF7F0"', "ivory"),
    ("palettes.yml", '"#FAF7F0"', '"#FAF7F"'),
    ("palettes.yml", "[1, 2, 5, 0]", "[1, 2, 5]"),
    ("palettes.yml", "[1, 2, 5, 0]", "[1, 2, 5, 101]"),
    ("palettes.yml", "  name: Ink\n", ""),
    ("palettes.yml", "\nclay:", "\nClay!:"),
    ("formats.yml", "[4.25in, 5.5in]", "[4.25inches, 5.5in]"),
    ("formats.yml", "[4.25in, 5.5in]", "4.25in"),
    ("formats.yml", "folds: [flat,", "folds: [tri,"),
    ("typefaces.yml", "weights: [400, 800]", "weights: bold"),
    ("designs/laurel/design.yml", "family: botanical", "family: botany"),
    ("designs/laurel/design.yml", "formats: [us-a2", "formats: [US-A2"),
    ("designs/laurel/design.yml", "size: 10pt..26pt", "size: 10..26points"),
    ("designs/laurel/design.yml", "leading: 1.15", "leading: 15"),
    ("designs/laurel/design.yml", "max_lines: 2", "max_lines: two"),
    ("designs/laurel/design.yml", "italic: true", "italic: maybe"),
    ("designs/laurel/design.yml", "colour: ink", "color: ink"),
    ("designs/laurel/design.yml", "colour: ink", "colour: blue"),
    ("designs/laurel/design.yml", "flat: {front: card,", "flat: {fornt: card,"),
    ("designs/laurel/design.yml", "  flat: {", "  flatt: {"),
    ("designs/open-door/design.yml", "accent-82", "accnt-82"),
    ("situations/ghosted.yml", "from: 21d", "from: 21 days"),
    ("situations/ghosted.yml", "title: They never answered\n", ""),
    ("situations/ghosted.yml", "  warm:", "  wram:"),
    ("situations/ghosted.yml", "id: thanks,", "ident: thanks, id: thanks,"),
    ("stock/avery.yml", "page: letter", "page: legal"),
    ("stock/avery.yml", "measured: false", "measured: [no]"),
    ("followups.yml", "after: 30d", "after: soon"),
    ("lint.yml", "langs: any", "langs: all"),
    ("samples/note.yml", "tone: ", "tone: very "),
]


def schema_of(path: Path) -> Any:
    head = path.read_text("utf-8").splitlines()[0]
    match = re.fullmatch(r"# yaml-language-server: \$schema=(.+)", head)
    assert match, f"{path} names no schema in its first line"
    return json.loads((path.parent / match[1]).read_text("utf-8"))


def judged(path: Path, text: str | None = None) -> list[str]:
    schema = schema_of(path)
    return list(wrongs(read_yaml(text or path.read_text("utf-8")), schema, schema))


def test_every_shipped_file_names_its_schema_and_holds_to_it(root: Path) -> None:
    files = sorted((root / "assets").rglob("*.yml"))
    assert len(files) > 70
    seen = set()
    for path in files:
        assert judged(path) == [], path
        seen.add(schema_of(path)["title"])
    assert len(seen) == len(kit_schemas())


def test_what_a_fork_writes_is_accepted(fork: Path) -> None:
    begin(fork, Beginning.design, "my-card", None)
    begin(fork, Beginning.design, "my-laurel", "laurel")
    begin(fork, Beginning.palette, "my-palette", None)
    begin(fork, Beginning.situation, "my-note", None)
    for name, text in PARTS.items():
        head = f"# yaml-language-server: $schema=../assets/schema/{name}.json\n"
        (fork / f"mine/{name}.yml").write_text(head + text, "utf-8")
    files = sorted((fork / "mine").rglob("*.yml"))
    assert len(files) == 4 + len(PARTS)
    for path in files:
        assert judged(path) == [], path
    # The kit reads the same files.
    kit = load_kit(fork)
    assert kit.settings.owner == "2 Friends"
    read_tools(kit)


@pytest.mark.parametrize(("name", "good", "bad"), MISTAKES)
def test_each_kind_of_mistake_is_marked(root: Path, name: str, good: str, bad: str) -> None:
    path = root / "assets" / name
    text = path.read_text("utf-8")
    assert text.count(good) >= 1
    assert len(judged(path, text.replace(good, bad, 1))) == 1


def test_every_key_is_explained() -> None:
    explained = 0
    for name, text in kit_schemas().items():
        for at, properties in tables_in(json.loads(text)):
            for key, schema in properties.items():
                words = schema.get("description", "")
                assert words == words.strip() and words[-1:] in tuple(".…"), f"{name}: {at}.{key}"
                explained += 1
    assert explained > 120


def tables_in(part: Any, at: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(part, dict):
        if "additionalProperties" in part and "properties" in part:
            yield at, part["properties"]
        for key, inner in part.items():
            yield from tables_in(inner, f"{at}/{key}")
    elif isinstance(part, list):
        for inner in part:
            yield from tables_in(inner, at)


def test_the_verb_writes_what_is_shipped(root: Path, tmp_path: Path) -> None:
    said = write_schemas(tmp_path / "schema")
    written = {path.name: path.read_text("utf-8") for path in (tmp_path / "schema").iterdir()}
    shipped = {path.name: path.read_text("utf-8") for path in (root / "assets/schema").iterdir()}
    assert written == shipped, "run: afternote schema --out assets/schema"
    assert f"Wrote {len(shipped)} schemas" in said
    (tmp_path / "file").write_text("")
    with pytest.raises(Problems, match="--out"):
        write_schemas(tmp_path / "file")


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
