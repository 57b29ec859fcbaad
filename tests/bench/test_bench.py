"""The bench compares like with like, and says so when a budget is missed."""

import json
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat

from bench import __main__ as command
from bench.clock import one_core, take_turns
from bench.contenders import CONTENDERS
from bench.job import FRESH, Kind, job, merge_words, words
from bench.merge import PEERS, shortfalls
from bench.merge_once import open_merge
from bench.report import Row, duration, rate, table, write_json

NUMBER = 2


@pytest.fixture(scope="module")
def cards() -> dict[str, Image.Image]:
    """Return the same card by every contender."""
    pytest.importorskip("typst")
    found = {}
    for name, open_ in CONTENDERS.items():
        found[name] = Image.open(BytesIO(open_()(NUMBER)))
        found[name].load()
    return found


def test_every_contender_makes_the_same_card(cards: dict[str, Image.Image]) -> None:
    assert len(cards) == 4
    ours = cards["ours, RGB"]
    width, height = (round(job()[side] * job()["dpi"] / 72) for side in ("width_pt", "height_pt"))
    for image in cards.values():
        assert image.size == (width, height) == (1575, 2175)
        difference = ImageChops.difference(image.convert("RGB"), ours)
        for part in parts(difference):
            assert max(ImageStat.Stat(part).mean) < 6
        lines = difference.crop((200, 600, 1375, 1600))
        assert max(ImageStat.Stat(lines).mean) < 40


def parts(image: Image.Image) -> list[Image.Image]:
    """Return what stands at the same place in all: ornament and headline, code, signature."""
    return [image.crop(box) for box in ((0, 0, 1575, 560), (200, 1740, 500, 2000))]


def test_the_words_are_all_there(cards: dict[str, Image.Image]) -> None:
    """The ink of the message and of the signature weighs the same whoever painted it."""
    for box in ((200, 600, 1375, 1600), (600, 1800, 1400, 2000)):
        weights = {
            name: ImageStat.Stat(ImageChops.invert(image.convert("L").crop(box))).mean[0]
            for name, image in cards.items()
        }
        assert max(weights.values()) < 1.1 * min(weights.values()), weights


def test_few_inks_are_few(cards: dict[str, Image.Image]) -> None:
    assert cards["ours, few inks"].mode == "P"
    assert {cards[name].mode for name in ("ours, RGB", "pillow")} == {"RGB"}


def test_no_two_cards_say_the_same() -> None:
    said = [words(number) for number in range(50)]
    assert len({one.message for one in said}) == 50
    assert len({one.headline for one in said}) == len(job()["names"])
    assert 85 <= len(said[0].message.split()) <= 105


def test_contenders_take_turns_with_fresh_numbers() -> None:
    seen: list[tuple[str, int]] = []
    contenders = {name: lambda n, name=name: seen.append((name, n)) for name in "ab"}
    seconds = take_turns(contenders, rounds=2, warm=1)
    assert seen == [("a", 0), ("b", 0), ("a", 1), ("b", 1), ("a", 2), ("b", 2)]
    assert set(seconds) == {"a", "b"} and all(value >= 0 for value in seconds.values())


def test_one_core_is_given_back() -> None:
    os = pytest.importorskip("os")
    if not hasattr(os, "sched_getaffinity"):
        pytest.skip("cores cannot be chosen here")
    before = os.sched_getaffinity(0)
    with one_core():
        assert len(os.sched_getaffinity(0)) == 1
    assert os.sched_getaffinity(0) == before


def test_a_ratio_is_of_speeds_for_rates_and_for_seconds() -> None:
    fast = rate("card-rgb-warm", "typst", 0.01, 0.05, "cards/s", 3.0)
    assert (fast.ours, fast.value, fast.ratio, fast.is_met) == (100, 20, 5, True)
    slow = duration("card-cold", "typst", 2.0, 0.5, 1 / 3)
    assert (slow.ours, slow.value, slow.unit, slow.ratio, slow.is_met) == (2, 0.5, "s", 0.25, False)


def test_a_missed_budget_is_shown() -> None:
    met = rate("card-rgb-warm", "typst", 0.01, 0.05, "cards/s", 3.0)
    missed = replace(met, ratio=2.9)
    shown = table([met, missed, replace(met, budget=None)]).splitlines()
    assert len(shown) == 4
    assert "pass" in shown[1] and "FALLS SHORT" in shown[2]
    small = table([replace(met, ours_bytes=942, peer_bytes=62_640)])
    assert "0.94 : 63 KB" in small
    assert "pass" not in shown[3] and "FALLS SHORT" not in shown[3]


def test_the_file_holds_what_was_measured(tmp_path: Path) -> None:
    path = tmp_path / "build" / "bench.json"
    write_json([rate("text-paint", "pillow", 0.01, 0.05, "texts/s", None)], path)
    assert json.loads(path.read_text()) == [
        {
            "name": "text-paint",
            "peer": "pillow",
            "ours": 100.0,
            "value": 20.0,
            "unit": "texts/s",
            "ratio": 5.0,
        }
    ]


def test_limits_are_checked() -> None:
    row = Row("card-flat-warm", "typst", 9, 1, "cards/s", 9, 6, 150_000, 1, 200, 1)
    assert command._limits([row]) == []
    assert len(command._limits([replace(row, ours_bytes=150_001)])) == 1
    assert len(command._limits([replace(row, ours_peak_mb=200.1)])) == 1


def test_the_command_writes_the_text_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "bench.json"
    monkeypatch.setattr("sys.argv", ["bench", "--only", "text", "--rounds", "1", "--out", str(out)])
    monkeypatch.setattr("bench.warm.WARM", 0)
    assert command.main() == 0
    (row,) = json.loads(out.read_text())
    assert row["name"] == "text-paint" and row["ratio"] > 0
    assert "text-paint" in capsys.readouterr().out


def test_what_cannot_be_measured_is_said_and_the_rest_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "bench.json"
    monkeypatch.setattr("sys.argv", ["bench", "--only", "cold", "--out", str(out)])
    monkeypatch.setattr("bench.cold.DESIGN", "no-such-design")
    assert command.main() == 1
    assert json.loads(out.read_text()) == []
    assert "Not measured: -m generator card --design no-such-design" in capsys.readouterr().out


@pytest.mark.parametrize("kind", ["repeating", "fresh", "line"])
def test_every_contender_merges_the_same_words(kind: Kind, tmp_path: Path) -> None:
    pytest.importorskip("typst")
    pytest.importorskip("reportlab")
    said = [merge_words(kind, number) for number in range(3)]
    for who in ("ours", *PEERS):
        path = tmp_path / f"{who}.pdf"
        with path.open("wb") as file:
            open_merge(who)(file, kind, len(said))
        document = pypdfium2.PdfDocument(path)
        assert len(document) == len(said), who
        for page, one in zip(document, said, strict=True):
            assert page.get_size() == (378, 522)
            found = " ".join(page.get_textpage().get_text_bounded().split())
            for words_ in (one.headline, one.message, one.signature):
                assert words_ in found, who


def test_fresh_words_are_fresh() -> None:
    seen: set[str] = set()
    for number in range(200):
        message = merge_words("fresh", number).message.split(" ")
        new = set(message) - set(merge_words("repeating", number).message.split(" "))
        assert len(new) == FRESH and not new & seen
        seen |= new


def test_a_merge_that_falls_short_is_told() -> None:
    row = Row("merge-1000", "typst", 4_000, 1, "cards/s", 9, None, 1_100, 1, 60, 1)
    assert list(shortfalls([row])) == []
    for worse in (
        replace(row, ours=3_999),
        replace(row, ours_bytes=1_101),
        replace(row, ours_peak_mb=60.1),
    ):
        assert len(list(shortfalls([worse]))) == 1
