"""The verb `card`, run as users run it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests.unpacked import boxes

Run = Callable[..., Any]
NOTE = "Dear Ms Okafor,\n\nThank you for your time.\n\nWith thanks,"


def size(path: Path) -> tuple[int, int]:
    with Image.open(path) as picture:
        return picture.size


def test_the_least_one_can_say_makes_a_card(afternote: Run, tmp_path: Path) -> None:
    done = afternote("card", "--design", "open-door", "--out", str(tmp_path / "x.png"))
    assert (done.code, done.err) == (0, "")
    assert size(tmp_path / "x.png") == (1350, 1725)


def test_a_note_from_standard_input_without_bleed(afternote: Run, tmp_path: Path) -> None:
    done = afternote(
        "card", "--design", "laurel", "--text", "-", "--set", "sender=Zoë", "--bleed", "0",
        "--format", "us-a7", "--out", str(tmp_path / "x.png"), stdin=NOTE,
    )  # fmt: skip
    assert done.code == 0
    assert size(tmp_path / "x.png") == (1500, 2100)


def test_a_note_that_pleads_is_printed_with_a_word_of_advice(
    afternote: Run, tmp_path: Path
) -> None:
    note = NOTE.replace("for your time", "for your time. Please reconsider")
    out = tmp_path / "x.json"
    done = afternote("card", "--design", "laurel", "--text", "-", "--out", str(out), stdin=note)
    assert done.code == 0
    assert "A thought on “reconsider”" in done.err
    assert out.exists()


def test_a_document_holds_one_panel_where_one_is_named(afternote: Run, tmp_path: Path) -> None:
    asked = ("card", "--design", "laurel", "--fold", "side", "--panel", "inside", "--out")
    assert afternote(*asked, str(tmp_path / "x.pdf")).code == 0
    assert len(boxes((tmp_path / "x.pdf").read_bytes(), "TrimBox")) == 1
    assert afternote(*asked, str(tmp_path / "x.json")).code == 0
    (panel,) = json.loads((tmp_path / "x.json").read_text("utf-8"))["panels"]
    assert panel["panel"] == "inside"
    done = afternote(*asked, str(tmp_path / "y.pdf"), "--pages", "spreads")
    assert done.code == 1 and "--panel" in done.err and not (tmp_path / "y.pdf").exists()


def test_json_holds_every_printed_panel_with_its_runs(afternote: Run, tmp_path: Path) -> None:
    out = tmp_path / "x.json"
    done = afternote(
        "card", "--design", "guilloche", "--fold", "side", "--situation",
        "rejected-after-interviews", "--tone", "plain", "--set", "recipient=محمد", "--set",
        "sender=佐藤", "--out", str(out),
    )  # fmt: skip
    assert (done.code, done.err) == (0, "")
    card = json.loads(out.read_text("utf-8"))
    assert (card["design"], card["format"], card["fold"]) == ("guilloche", "us-a2", "side")
    runs = [run for panel in card["panels"] for run in panel["runs"]]
    assert {"message", "signature"} <= {run["slot"] for run in runs}
    assert any("محمد" in run["text"] for run in runs)
    for run in runs:
        assert len(run["glyphs"]) == len(run["x"]) == len(run["y"]) > 0
    assert card["panels"][0]["trim"] == [306000, 396000]
    assert card["panels"][0]["bleed"] == 9000


def test_the_same_order_gives_the_same_bytes(afternote: Run, tmp_path: Path) -> None:
    outs = [tmp_path / "a.png", tmp_path / "b.png"]
    for out in outs:
        afternote("card", "--design", "seigaiha", "--set", "recipient=Jo", "--out", str(out))
    assert outs[0].read_bytes() == outs[1].read_bytes()


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("--design", "open-dor"), "did you mean open-door?"),
        (("--design", "laurel", "--format", "us-a3"), "there is no format 'us-a3'"),
        (("--design", "laurel", "--palette", "mos"), "did you mean moss?"),
        (("--design", "laurel", "--fold", "accordion"), "--fold"),
        (("--design", "laurel", "--bleed", "3 furlongs"), "mm, in"),
        (("--design", "laurel", "--bleed", "9mm"), "0 to 5mm"),
        (("--design", "laurel", "--set", "recipient"), "field=value"),
        (("--design", "laurel", "--set", "recipent=Jo"), "recipient"),
        (("--design", "laurel", "--panel", "lid"), "it has: front"),
        (("--design", "laurel", "--cmyk"), "cannot hold process inks"),
        (("--design", "laurel", "--situation", "ghostd", "--set", "recipient=Jo"), "ghosted"),
        (("--design", "laurel", "--situation", "ghosted"), "recipient"),
        (("--design", "laurel", "--text", "no-such-file.txt"), "no-such-file.txt"),
    ],
)
def test_a_wrong_option_is_one_plain_problem_and_nothing_is_written(
    afternote: Run, tmp_path: Path, args: tuple[str, ...], said: str
) -> None:
    done = afternote("card", *args, "--out", str(tmp_path / "x.png"))
    assert done.code == 1
    assert said in done.err
    assert "Traceback" not in done.err
    assert list(tmp_path.iterdir()) == []


def test_all_wrong_options_are_told_at_once(afternote: Run, tmp_path: Path) -> None:
    done = afternote(
        "card", "--design", "laurel", "--format", "us-a3", "--palette", "mos", "--tone", "loud",
        "--form", "huge", "--out", str(tmp_path / "x.png"),
    )  # fmt: skip
    for option in ("--format", "--palette", "--tone", "--form"):
        assert option in done.err
    assert "4 problems" in done.err


def test_a_text_too_long_says_by_how_much_and_which_format_takes_it(
    afternote: Run, tmp_path: Path
) -> None:
    text = tmp_path / "note.txt"
    words = {n: "thanks " * n for n in range(60, 600, 10)}
    for note in words.values():
        text.write_text(note)
        out = tmp_path / "x.json"
        done = afternote("card", "--design", "laurel", "--text", str(text), "--out", str(out))
        if done.code:
            break
    assert "too long at its smallest size" in done.err
    assert "us-a7" in done.err
    assert "word" in done.err


def test_a_file_of_an_unknown_kind_is_refused(afternote: Run, tmp_path: Path) -> None:
    done = afternote("card", "--design", "laurel", "--out", str(tmp_path / "x.doc"))
    assert done.code == 1
    assert ".png" in done.err


def test_wrong_usage_is_exit_2(afternote: Run) -> None:
    assert afternote("card", "--nonsense").code == 2
    assert afternote("frobnicate").code == 2


def test_a_folder_without_a_kit_is_a_problem(afternote: Run, tmp_path: Path) -> None:
    done = afternote("list", "designs", "--kit", str(tmp_path))
    assert done.code == 1
    assert "assets/" in done.err


@pytest.mark.parametrize("what", ["designs", "situations", "formats", "typefaces", "palettes"])
def test_lists_are_json_sorted_by_id(afternote: Run, what: str) -> None:
    done = afternote("list", what, "--json")
    rows = json.loads(done.out)
    ids = [row["id"] for row in rows]
    assert len(ids) >= 6
    assert ids == sorted(ids)
    assert all(row["name"] for row in rows)
    plain = afternote("list", what)
    assert [line.split()[0] for line in plain.out.splitlines()] == ids
