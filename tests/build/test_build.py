"""The verb `build`: only what changed, whole or not at all, the same bytes every time."""

import os
import re
import shutil
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
SMALL = """designs: {only: [laurel]}
publish: {palettes: first, formats: [us-a2], folds: [flat]}
"""
PALETTE = """harbour:
  name: Harbour
  paper:  {rgb: "#F4F6F6", cmyk: [3, 1, 2, 0]}
  ink:    {rgb: "#1F2A30", cmyk: [0, 0, 0, 100]}
  accent: {rgb: "#1E5F74", cmyk: [85, 45, 35, 15]}
  second: {rgb: "#8FB8C4", cmyk: [45, 15, 15, 0]}
  muted:  {rgb: "#6B7B80", cmyk: [45, 25, 25, 20]}
"""


def tree(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes()
        for p in sorted(folder.rglob("*"))
        if p.is_file()
    }


@pytest.fixture
def small(fork: Path) -> Path:
    (fork / "mine/kit.yml").write_text(SMALL)
    return fork


def test_a_build_draws_pages_and_pictures_and_a_second_one_touches_nothing(
    afternote: Run, small: Path
) -> None:
    done = afternote("build", cwd=small)
    assert (done.code, done.err) == (0, "")
    kit = small / "docs/kit"
    assert len(list(kit.rglob("*.png"))) > 5
    assert (kit / "cards/laurel/index.md").exists()
    gallery = (kit / "cards/index.md").read_text("utf-8")
    assert ">1 design, each blank" in gallery and ">1 card<" in gallery
    times = {p: p.stat().st_mtime_ns for p in kit.rglob("*")}
    assert afternote("build", cwd=small).code == 0
    (small / "docs/index.md").write_text("# Changed\n")
    assert afternote("build", cwd=small).code == 0
    assert {p: p.stat().st_mtime_ns for p in kit.rglob("*")} == times


def test_two_clean_builds_in_different_folders_give_the_same_bytes(
    afternote: Run, small: Path, tmp_path: Path
) -> None:
    afternote("build", cwd=small)
    first = tree(small / "docs/kit")
    elsewhere = tmp_path / "quite another folder"
    small.rename(elsewhere)
    for name in ("docs/kit", "build"):
        for path in sorted((elsewhere / name).rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()
    assert afternote("build", cwd=elsewhere).code == 0
    second = tree(elsewhere / "docs/kit")
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []


def test_what_no_longer_belongs_is_deleted(afternote: Run, small: Path) -> None:
    afternote("build", cwd=small)
    stray = small / "docs/kit/cards/stray.md"
    stray.write_text("# Stray\n")
    (small / "mine/kit.yml").write_text(SMALL.replace("laurel", "seigaiha"))
    assert afternote("build", cwd=small).code == 0
    names = tree(small / "docs/kit")
    assert not [n for n in names if "laurel" in n and n.endswith((".png", ".webp"))]
    assert "cards/stray.md" not in names
    # The guide links to it, so its address stays and says where to go.
    assert b"does not offer" in names["cards/laurel/index.md"]
    assert "cards/seigaiha/index.md" in names


def test_a_damaged_or_deleted_picture_is_drawn_again(afternote: Run, small: Path) -> None:
    afternote("build", cwd=small)
    before = tree(small / "docs/kit")
    pictures = sorted((small / "docs/kit").rglob("*.png"))
    pictures[0].unlink()
    pictures[1].write_bytes(b"half")
    assert afternote("build", cwd=small).code == 0
    assert tree(small / "docs/kit") == before


def test_a_palette_in_mine_can_be_asked_for_by_name(afternote: Run, small: Path) -> None:
    (small / "mine/palettes.yml").write_text(PALETTE)
    done = afternote("list", "palettes", "--json", cwd=small)
    assert '"harbour"' in done.out
    out = small / "x.png"
    done = afternote(
        "card", "--design", "laurel", "--palette", "harbour", "--out", str(out), cwd=small
    )
    assert (done.code, done.err) == (0, "")


def test_problems_leave_the_last_build_as_it_was(afternote: Run, small: Path) -> None:
    afternote("build", cwd=small)
    before = tree(small / "docs/kit")
    (small / "mine/palettes.yml").write_text(PALETTE.replace("#1E5F74", "teal-ish"))
    done = afternote("build", cwd=small)
    assert done.code == 1
    assert "mine/palettes.yml:5:" in done.err
    assert "Traceback" not in done.err
    assert tree(small / "docs/kit") == before


def test_an_interrupted_build_is_completed_by_the_next(afternote: Run, small: Path) -> None:
    afternote("build", cwd=small)
    whole = tree(small / "docs/kit")
    for name in ("build/manifest.json", "build/stamp.json"):
        (small / name).unlink()
    for path in sorted((small / "docs/kit").rglob("*.png"))[::2]:
        path.unlink()
    (small / "docs/kit/.half.part").write_bytes(b"half")
    assert afternote("build", cwd=small).code == 0
    assert tree(small / "docs/kit") == whole


@pytest.mark.skipif(os.getuid() == 0, reason="root may write anywhere")
def test_a_read_only_output_folder_is_a_problem(afternote: Run, small: Path) -> None:
    output = small / "docs/kit"
    output.mkdir()
    output.chmod(stat.S_IRUSR | stat.S_IXUSR)
    done = afternote("build", cwd=small)
    output.chmod(stat.S_IRWXU)
    assert done.code == 1
    assert "docs/kit" in done.err and "writable" in done.err


def test_an_output_folder_that_cannot_be_made_is_a_problem(afternote: Run, small: Path) -> None:
    (small / "docs/kit").write_text("a file in the way")
    done = afternote("build", cwd=small)
    assert done.code == 1
    assert "docs/kit" in done.err
    assert "Traceback" not in done.err


def test_what_is_dropped_into_mine_shows_up_in_site_and_command_line(
    afternote: Run, small: Path
) -> None:
    shutil.copytree(small / "assets/designs/open-door", small / "mine/designs/harbour-door")
    drawn = (small / "mine/designs/harbour-door/design.yml").read_text("utf-8")
    (small / "mine/designs/harbour-door/design.yml").write_text(
        drawn.replace("name: Open Door", "name: Harbour Door"), "utf-8"
    )
    note = (small / "assets/situations/ghosted.yml").read_text("utf-8")
    (small / "mine/situations").mkdir()
    (small / "mine/situations/lost-post.yml").write_text(
        re.sub("^title: .*", "title: My letter was lost", note, flags=re.M), "utf-8"
    )
    (small / "mine/palettes.yml").write_text(PALETTE)
    (small / "mine/kit.yml").write_text(SMALL.replace("[laurel]", "[laurel, harbour-door]"))
    for what, id_ in (
        ("designs", "harbour-door"),
        ("situations", "lost-post"),
        ("palettes", "harbour"),
    ):
        assert f'"{id_}"' in afternote("list", what, "--json", cwd=small).out
    done = afternote("build", cwd=small)
    assert (done.code, done.err) == (0, "")
    kit = small / "docs/kit"
    assert "Harbour Door" in (kit / "cards/index.md").read_text("utf-8")
    assert list(kit.glob("files/harbour-door/*.png"))
    assert "My letter was lost" in (kit / "situations/lost-post/index.md").read_text("utf-8")
    card = small / "x.png"
    asked = ("--design", "harbour-door", "--palette", "harbour", "--situation", "lost-post")
    done = afternote("card", *asked, "--set", "recipient=Jo", "--out", str(card), cwd=small)
    assert (done.code, done.err) == (0, "")
