"""A kit that was found in order comes back the same, until something changes."""

import json
import os
import sys
from pathlib import Path

import pytest

from generator.load.assemble import assemble_kit
from generator.load.keep import KEPT, restore_kit
from generator.load.kit import load_kit
from generator.model.problem import Problems


def test_a_kept_kit_is_the_same(root: Path, small: Path) -> None:
    assert restore_kit(small) is None
    kit = load_kit(small)
    assert restore_kit(small) == kit == assemble_kit(small)
    load_kit(root)
    shipped = restore_kit(root)
    assert shipped == assemble_kit(root)
    assert shipped is not None and shipped.typefaces.faces["spectral"].statics


def test_a_kept_kit_moves_with_its_folder(small: Path, tmp_path: Path) -> None:
    load_kit(small)
    there = tmp_path.parent / f"{tmp_path.name}-moved"
    small.rename(there)
    kit = restore_kit(there)
    assert kit is not None
    assert kit.root == there
    assert kit.designs["plain"].folder == there / "assets/designs/plain"


def test_any_change_is_seen(small: Path) -> None:
    load_kit(small)
    palettes = small / "assets/palettes.yml"
    text = palettes.read_text()
    palettes.write_text(text.replace("#FFF", "#FEE"))
    os.utime(palettes, ns=(1, 1))
    assert load_kit(small).palettes["ink"].inks["paper"].rgb == (255, 238, 238)
    palettes.write_text(text.replace("#FFF", "#ZZZ"))
    with pytest.raises(Problems):
        load_kit(small)
    palettes.write_text(text)
    (small / "mine").mkdir()
    (small / "mine/kit.yml").write_text("owner: Me\n")
    assert load_kit(small).settings.owner == "Me"
    (small / "mine/kit.yml").unlink()
    assert load_kit(small).settings.owner == "Robin Ellis"


@pytest.mark.parametrize("kept", ["", "{", "[]", "{}", '{"stamp": []}', "null"])
def test_a_spoilt_copy_is_made_anew(small: Path, kept: str) -> None:
    load_kit(small)
    (small / KEPT).write_text(kept)
    assert restore_kit(small) is None
    assert load_kit(small).settings.owner == "Robin Ellis"
    assert json.loads((small / KEPT).read_text())["stamp"]


def test_a_folder_that_cannot_be_written_is_no_harm(small: Path) -> None:
    (small / "build").write_text("in the way")
    assert load_kit(small).settings.owner == "Robin Ellis"


def test_a_kept_kit_needs_neither_yaml_nor_schemas(small: Path) -> None:
    import subprocess

    load_kit(small)
    code = (
        "import sys; from pathlib import Path; from generator.load.kit import load_kit;"
        f"load_kit(Path({str(small)!r})); print('pydantic' in sys.modules, 'yaml' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["False", "False"]
