"""Each design looks and is set as its golden picture and summary say.

After a wanted change: `make golden`, look at `git diff`, and commit what it wrote.
"""

import json
import os
from pathlib import Path

import pytest
from goldens import (
    HERE,
    differences,
    is_alike,
    keep_picture,
    picture_path,
    show_difference,
    strip,
    summary,
    summary_path,
    thumbnails,
    write_summary,
)
from PIL import Image, ImageChops, ImageDraw, ImageOps

from generator.model.kit import Kit
from generator.write_contact import Studio

ROOT = Path(__file__).parents[2]
DESIGNS = sorted(path.parent.name for path in ROOT.glob("assets/designs/*/design.yml"))
IS_RENEWED = "RENEW" in os.environ
WHOLE = 1_000_000
"""Bytes that all goldens take at most."""


@pytest.fixture(scope="module")
def studio(root: Path, kit: Kit) -> Studio:
    return Studio(root, kit)


@pytest.mark.parametrize("design", DESIGNS)
def test_a_design_looks_as_it_did(design: str, studio: Studio, root: Path) -> None:
    found = strip(thumbnails(studio, studio.press.kit.designs[design]))
    path = picture_path(design)
    golden = Image.open(path) if path.is_file() else Image.new("RGB", (1, 1))
    if is_alike(golden, found):
        return
    if IS_RENEWED:
        keep_picture(design, found)
        return
    shown = show_difference(root, studio, design, golden, found)
    pytest.fail(f"see {shown.relative_to(root)}; if it is as you want it: make golden")


@pytest.mark.parametrize("design", DESIGNS)
def test_a_design_is_set_as_it_was(design: str, studio: Studio) -> None:
    found = json.loads(json.dumps(summary(studio, studio.press.kit.designs[design])))
    path = summary_path(design)
    golden = json.loads(path.read_text("utf-8")) if path.is_file() else {}
    told = differences(golden, found)
    if told and IS_RENEWED:
        write_summary(design, found)
        return
    assert told == [], "if it is as you want it: make golden"


def test_there_is_a_golden_for_each_design_and_no_other() -> None:
    found = sorted(HERE.glob("*/*"))
    if IS_RENEWED:
        for path in found:
            if path.suffix in (".png", ".json") and path.stem not in DESIGNS:
                path.unlink()
    named = {path.relative_to(HERE).as_posix() for path in HERE.glob("*/*.[pj]*[gn]")}
    assert named == {
        *(f"pictures/{name}.png" for name in DESIGNS),
        *(f"summaries/{name}.json" for name in DESIGNS),
    }
    assert sum(path.stat().st_size for path in HERE.glob("*/*.[pj]*[gn]")) < WHOLE


def test_a_changed_picture_is_seen(studio: Studio, tmp_path: Path) -> None:
    found = strip(thumbnails(studio, studio.press.kit.designs["laurel"]))
    assert is_alike(found, found)
    marked = found.copy()
    ImageDraw.Draw(marked).rectangle((20, 60, 40, 75), fill=(90, 60, 60))
    assert not is_alike(found, marked)
    assert not is_alike(found, ImageChops.offset(found, 3, 0)), "a millimetre to the right"
    assert not is_alike(found, ImageOps.grayscale(found).convert("RGB")), "another colour"
    shown = show_difference(tmp_path, studio, "laurel", found, marked)
    with Image.open(shown) as picture:
        assert picture.width >= found.width and picture.height > 3 * found.height


def test_a_changed_summary_is_told() -> None:
    was = {"us-a2 flat front": {"art": [3, 9], "slots": {"message": [100, 100, 500, 600]}}}
    near = {"us-a2 flat front": {"art": [3, 9], "slots": {"message": [101, 100, 499, 600]}}}
    far = {"us-a2 flat front": {"art": [3, 8], "slots": {"message": [120, 100, 500, 600]}}}
    assert differences(was, near) == []
    assert len(differences(was, far)) == 2
    assert differences(was, {}) == ["us-a2 flat front: is no more"]
