import os
from pathlib import Path

import pytest

from generator.store.files import remove_orphans, write_file


def test_write_file_creates_folders_and_tells_whether_bytes_changed(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b.txt"
    assert write_file(path, b"one") is True
    assert write_file(path, b"one") is False
    assert write_file(path, b"two") is True
    assert path.read_bytes() == b"two"


def test_an_unchanged_file_keeps_its_time(tmp_path: Path) -> None:
    path = tmp_path / "b.txt"
    write_file(path, b"one")
    os.utime(path, (1, 1))
    write_file(path, b"one")
    assert path.stat().st_mtime == 1


def test_a_failing_write_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "b.txt"
    write_file(path, b"one")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space"):
        write_file(path, b"two")
    assert [p.name for p in tmp_path.iterdir()] == ["b.txt"]
    assert path.read_bytes() == b"one"


def test_remove_orphans_keeps_what_is_kept_and_empties_folders(tmp_path: Path) -> None:
    for name in ("keep.txt", "old.txt", "gone/deep/x.txt", "gone/keep.txt"):
        write_file(tmp_path / name, b"x")
    assert remove_orphans(tmp_path, {"keep.txt", "gone/keep.txt"}) == 2
    left = sorted(p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*"))
    assert left == ["gone", "gone/keep.txt", "keep.txt"]


def test_remove_orphans_of_no_folder_is_nothing(tmp_path: Path) -> None:
    assert remove_orphans(tmp_path / "none", set()) == 0
