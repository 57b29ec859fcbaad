from pathlib import Path

import pytest

from generator.store.files import write_file
from generator.store.manifest import Entry, read_manifest, write_manifest
from generator.store.stamp import is_fresh, keep_stamp, take_stamp


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    for name in ("assets/kit.yml", "mine/.gitkeep", "docs/index.md", "docs/kit/cards/a.png"):
        write_file(tmp_path / name, b"x")
    keep_stamp(tmp_path, take_stamp(tmp_path))
    return tmp_path


def test_a_kept_stamp_is_fresh(kit: Path) -> None:
    assert is_fresh(kit)
    assert len(take_stamp(kit)) > 4


@pytest.mark.parametrize(
    "name", ["assets/kit.yml", "mine/palettes.yml", "docs/index.md", "docs/kit/cards/a.png"]
)
def test_a_changed_or_new_file_is_seen(kit: Path, name: str) -> None:
    write_file(kit / name, b"changed")
    assert not is_fresh(kit)


def test_a_deleted_output_is_seen(kit: Path) -> None:
    (kit / "docs/kit/cards/a.png").unlink()
    assert not is_fresh(kit)


def test_without_a_stamp_or_with_a_broken_one_nothing_is_fresh(kit: Path) -> None:
    (kit / "build/stamp.json").write_text("{")
    assert not is_fresh(kit)
    (kit / "build/stamp.json").unlink()
    assert not is_fresh(kit)


def test_the_manifest_comes_back_as_written(tmp_path: Path) -> None:
    entries = {"b.png": Entry("k2", "d2", 2), "a.png": Entry("k1", "d1", 1)}
    write_manifest(tmp_path / "m.json", entries)
    assert read_manifest(tmp_path / "m.json") == entries


@pytest.mark.parametrize("broken", ["", "[]", '{"a": 1}', '{"a": ["k"]}', '{"a": ["k", "d", "x"]}'])
def test_a_broken_manifest_counts_as_none(tmp_path: Path, broken: str) -> None:
    (tmp_path / "m.json").write_text(broken)
    assert read_manifest(tmp_path / "m.json") == {}
