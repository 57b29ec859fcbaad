"""The workshop of `make serve`: what is shown first, the rest soon, nothing on Problems."""

import json
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator import workshop
from generator.build import build_kit
from generator.model.problem import Problems
from generator.store.stamp import is_fresh
from generator.workshop import OVERLAYS, Workshop, run

SMALL = """designs: {only: [laurel, seigaiha]}
publish: {palettes: first, formats: [us-a2], folds: [flat]}
"""
LAUREL = "assets/designs/laurel/card.svg.j2"


def tree(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes()
        for p in sorted(folder.rglob("*"))
        if p.is_file()
    }


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


@pytest.fixture(scope="module")
def fork(tmp_path_factory: pytest.TempPathFactory) -> Path:
    import shutil

    folder = tmp_path_factory.mktemp("workshop")
    root = Path(__file__).parents[2]
    for name in ("assets", "docs"):
        shutil.copytree(root / name, folder / name, ignore=shutil.ignore_patterns("kit"))
    (folder / "mine").mkdir()
    (folder / "mine/kit.yml").write_text(SMALL)
    return folder


def test_previews_come_first_and_the_end_is_what_a_build_makes(fork: Path) -> None:
    bench = Workshop(fork)
    pictures, pages = bench.renew()
    made = fork / "docs/kit"
    assert pictures == len(list(made.glob("previews/*.webp"))) > 20
    assert pages > 40
    assert not list(made.glob("files/*/*"))
    assert not is_fresh(fork)
    while bench.finish_one():
        pass
    assert is_fresh(fork)
    served = tree(made)
    assert [name for name in served if name.startswith("files/laurel/")]
    # The same bytes as from nothing by `build`, which has nothing left to do here.
    (fork / "build/stamp.json").unlink()
    build_kit(fork)
    assert tree(made) == served
    overlay = json.loads((fork / OVERLAYS / "laurel.json").read_bytes())
    slots = overlay["laurel-moss-flat-front-sample"]["panels"][0]["slots"]
    message = next(slot for slot in slots if slot["name"] == "message")
    (large, few), (least, many) = message["room"]
    assert large > least and 40 < few < many < 250
    assert len(message["lines"]) > 4

    # One drawing changes: its previews at once, no page, the other design untouched.
    times = {path: path.stat().st_mtime_ns for path in made.rglob("*") if path.is_file()}
    edit(fork / LAUREL, "set r = u * 1.55", "set r = u * 1.5")
    assert bench.renew()[1] == 0
    changed = {p.name for p, time in times.items() if p.stat().st_mtime_ns != time}
    assert changed and all(name.startswith("laurel-") for name in changed)
    assert all(name.endswith(".webp") for name in changed)
    # A change of words in a page's data makes pages anew, and the downloads wait still.
    edit(fork / "assets/designs/laurel/design.yml", "summary: ", "summary: Quite new. ")
    pictures, pages = bench.renew()
    assert pages >= 2
    while bench.finish_one():
        pass
    (fork / "build/stamp.json").unlink()
    before = tree(made)
    build_kit(fork)
    assert tree(made) == before


def test_problems_leave_the_site_alone_and_are_got_over(fork: Path) -> None:
    bench = Workshop(fork)
    bench.renew()
    before = tree(fork / "docs/kit")
    edit(fork / LAUREL, "palette.paper", "palette.papr")
    for _ in range(2):
        with pytest.raises(Problems, match=rf"{LAUREL}:\d+") as found:
            bench.renew()
        assert tree(fork / "docs/kit") == before
    assert len(found.value.problems) == 1
    edit(fork / LAUREL, "palette.papr", "palette.paper")
    bench.renew()
    assert tree(fork / "docs/kit") == before


@pytest.fixture
def talk(fork: Path) -> Iterator[tuple[int, int, threading.Thread]]:
    ask, asked = os.pipe()
    said, say = os.pipe()
    with os.fdopen(ask) as hear, os.fdopen(say, "w") as speak:
        thread = threading.Thread(target=run, args=(fork, hear, speak))
        thread.start()
        yield asked, said, thread
        os.close(asked)
        thread.join(60)
        os.close(said)
        assert not thread.is_alive()


def test_it_answers_each_question_and_ends_with_them(
    fork: Path, talk: tuple[int, int, threading.Thread], capfd: pytest.CaptureFixture[str]
) -> None:
    asked, said, _ = talk
    os.write(asked, b"\n")
    assert b"pictures and " in os.read(said, 200)
    edit(fork / "assets/designs/laurel/design.yml", "family: botanical", "family: botany")
    os.write(asked, b"\n")
    assert os.read(said, 200) == b"problems\n"
    told = capfd.readouterr().err
    assert "assets/designs/laurel/design.yml:4:" in told
    assert "1 problem; the site stays as it was." in told
    edit(fork / "assets/designs/laurel/design.yml", "family: botany", "family: botanical")
    os.write(asked, b"\n")
    assert b"0 pictures and 0 pages" in os.read(said, 200)


def test_it_makes_way_when_the_code_has_changed(
    fork: Path, talk: tuple[int, int, threading.Thread], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, said, thread = talk
    os.write(asked, b"\n")
    assert b"pictures" in os.read(said, 200)
    monkeypatch.setattr(workshop, "_code_times", lambda: "another time")
    os.write(asked, b"\n")
    thread.join(60)
    assert not thread.is_alive()
