"""The verbs `sheet` and `calibrate`, run as users run them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from generator.build import TEXTS
from generator.layout.calibrate import BACK_STEPS, STEPS
from generator.model.kit import Kit
from generator.publish.plan import Plan
from tests.unpacked import boxes, unpacked

Run = Callable[..., Any]
CARD = ("--design", "laurel", "--format", "us-a2", "--fold", "side")


def test_a_sheet_of_stock_has_two_pages_of_the_stock_and_the_same_bytes_again(
    afternote: Run, tmp_path: Path
) -> None:
    files = [tmp_path / "a.pdf", tmp_path / "b.pdf"]
    for file in files:
        done = afternote("sheet", *CARD, "--stock", "avery-8315", "--skip", "2", "--out", str(file))
        assert done.code == 0
        assert "1 on a sheet" in done.err and "try on plain paper first" in done.err
    data = files[0].read_bytes()
    assert data == files[1].read_bytes()
    assert boxes(data, "TrimBox") == [[0, 0, 792, 612]] * 2


def test_every_wrong_option_is_told_and_nothing_is_written(afternote: Run, tmp_path: Path) -> None:
    out = tmp_path / "x.pdf"
    done = afternote(
        "sheet", *CARD, "--paper", "a5", "--flip", "left", "--skip", "x", "--out", str(out)
    )
    assert done.code == 1 and not out.exists()
    for option in ("--paper", "--flip", "--skip", "--stock"):
        assert f"{option}: " in done.err


def test_what_was_measured_is_kept_or_refused_whole(afternote: Run, tmp_path: Path) -> None:
    small_kit = tmp_path / "kit"
    (small_kit / "assets").mkdir(parents=True)
    file = small_kit / ".afternote" / "printer.yml"
    done = afternote("calibrate", "--offset", "1.5,-1", "--kit", str(small_kit))
    assert done.code == 0, done.err
    assert "offset: 1.5,-1" in file.read_text("utf-8")
    done = afternote("calibrate", "--back-offset", "x", "--scale", "2", "--kit", str(small_kit))
    assert done.code == 1 and "--back-offset: " in done.err and "--scale: " in done.err
    assert "scale" not in file.read_text("utf-8")
    assert afternote("calibrate", "--kit", str(small_kit)).code == 1


def test_the_test_sheet_has_two_sides_of_the_asked_paper(afternote: Run, tmp_path: Path) -> None:
    out = tmp_path / "x.pdf"
    done = afternote("calibrate", "--paper", "letter", "--out", str(out))
    assert done.code == 0
    assert boxes(out.read_bytes(), "MediaBox") == [[0, 0, 612, 792]] * 2
    words = "".join((*STEPS, *BACK_STEPS))
    assert "X is −1." in words and " -1" not in words, "a minus that is read is no hyphen"


def test_the_site_offers_the_same_test_sheet_on_each_paper(
    afternote: Run, kit: Kit, tmp_path: Path
) -> None:
    offered = TEXTS["test-sheets"](kit, Plan(()))
    assert offered.keys() == {"test-sheets/letter.pdf", "test-sheets/a4.pdf"}
    for name, data in offered.items():
        out = tmp_path / Path(name).name
        assert afternote("calibrate", "--paper", out.stem, "--out", str(out)).code == 0
        assert out.read_bytes() == data


def test_a_sheet_for_the_press_is_in_process_inks(afternote: Run, tmp_path: Path) -> None:
    out = tmp_path / "x.pdf"
    done = afternote("sheet", "--design", "open-door", "--cmyk", "--out", str(out))
    assert done.code == 0, done.err
    data = out.read_bytes()
    assert data.startswith(b"%PDF-1.6") and b"PDF/X-4" in data
    assert b"/MediaBox" in unpacked(data) and b"DeviceRGB" not in unpacked(data)
