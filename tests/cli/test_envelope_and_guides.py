"""The verbs `envelope` and `guides`, run as users run them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2 as pdfium
import pytest

Run = Callable[..., Any]
HOME = "name: Jo Martin\nstreet: 4 Elm Road\ncity: Portland\nregion: OR\npostcode: 97201"
TO = "name: Ada Okafor\nstreet: 12 Main St\ncity: Denver\nregion: CO\npostcode: 80202"
JAPAN = "name: 佐藤花子\nstreet: 銀座1-2-3\ncity: 中央区\nregion: 東京都\npostcode: 104-0061"


def words(path: Path) -> list[str]:
    return [page.get_textpage().get_text_range() for page in pdfium.PdfDocument(path)]


def size(path: Path) -> list[float]:
    with pikepdf.open(path) as pdf:
        return [float(x) for x in pdf.pages[0].mediabox]


def test_a_letter_at_home_has_no_country_and_the_page_is_the_envelope(
    afternote: Run, tmp_path: Path
) -> None:
    out = tmp_path / "e.pdf"
    to = tmp_path / "to.txt"
    to.write_text(TO)
    done = afternote(
        "envelope", "--format", "us-a2", "--to", str(to), "--from", HOME, "--out", str(out)
    )
    assert (done.code, done.err) == (0, "")
    assert size(out) == [0, 0, 414, 315]
    (page,) = words(out)
    assert "Denver, CO 80202" in page and "Portland, OR 97201" in page
    assert "UNITED STATES" not in page
    again = tmp_path / "again.pdf"
    afternote("envelope", "--format", "us-a2", "--to", TO, "--from", HOME, "--out", str(again))
    assert again.read_bytes() == out.read_bytes()


def test_a_letter_abroad_ends_with_the_country_and_japan_keeps_its_city(
    afternote: Run, tmp_path: Path
) -> None:
    out = tmp_path / "e.pdf"
    done = afternote(
        "envelope", "--format", "us-a2", "--to", f"{JAPAN}\ncountry: JP", "--from", HOME,
        "--out", str(out),
    )  # fmt: skip
    assert (done.code, done.err) == (0, "")
    (page,) = words(out)
    assert "中央区銀座1-2-3" in page
    assert "JAPAN" in page


def test_where_the_flap_bears_the_sender_there_is_a_second_page(
    afternote: Run, tmp_path: Path
) -> None:
    out = tmp_path / "e.pdf"
    done = afternote(
        "envelope", "--format", "iso-a6", "--to", "Ada\\n1 Elm Rd\\nLeeds", "--from", "Jo\\nBath",
        "--country", "GB", "--out", str(out),
    )  # fmt: skip
    assert done.code == 0
    assert "second page is the back" in done.err
    front, back = words(out)
    assert "Leeds" in front and "Bath" not in front and "Bath" in back


def test_a_size_that_the_post_charges_more_for_is_told_and_made(
    afternote: Run, tmp_path: Path
) -> None:
    out = tmp_path / "e.pdf"
    done = afternote(
        "envelope", "--format", "square-148", "--to", TO, "--from", HOME, "--out", str(out)
    )
    assert done.code == 0 and out.exists()
    assert "less than 1.3 times as long as high" in done.err
    assert "Domestic Mail Manual" in done.err and "2026-11-23" in done.err


def test_all_that_is_wrong_with_an_envelope_is_told_at_once(afternote: Run, tmp_path: Path) -> None:
    done = afternote(
        "envelope", "--format", "us-a3", "--to", "name: A\ncity: B\ncountry: US", "--from",
        "name: X\ncountry: Narnia", "--out", str(tmp_path / "x.png"),
    )  # fmt: skip
    assert done.code == 1
    for said in ("us-a", "street, region, postcode", "Narnia", ".pdf", "4 problems"):
        assert said in done.err
    assert list(tmp_path.iterdir()) == []


def test_a_guide_is_made_for_the_paper_of_the_kit(afternote: Run, tmp_path: Path) -> None:
    out, note = tmp_path / "g.pdf", tmp_path / "note.txt"
    note.write_text("Dear Ada,\nThank you.")
    done = afternote(
        "guides", "--format", "us-a2", "--fold", "side", "--line", "8.7mm", "--x-height", "0.45",
        "--slant", "8", "--text", str(note), "--out", str(out),
    )  # fmt: skip
    assert (done.code, done.err) == (0, "")
    assert size(out) == [0, 0, 612, 792]
    assert "Thank you." in words(out)[0]


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("--line", "80mm"), "4mm to 20mm"),
        (("--line", "wide"), "--line"),
        (("--fold", "zigzag"), "it has: flat, side, tent, quarter"),
        (("--x-height", "3"), "0.2 to 0.8"),
        (("--slant", "70"), "-45 to 45"),
        (("--text", "no-such-note.txt"), "no-such-note.txt"),
    ],
)
def test_a_guide_that_no_hand_needs_is_refused(
    afternote: Run, tmp_path: Path, args: tuple[str, ...], said: str
) -> None:
    done = afternote("guides", "--format", "us-a2", *args, "--out", str(tmp_path / "g.pdf"))
    assert done.code == 1
    assert said in done.err
    assert list(tmp_path.iterdir()) == []


def test_a_situations_note_is_traced_and_a_practice_page_needs_no_card(
    afternote: Run, tmp_path: Path
) -> None:
    out = tmp_path / "g.pdf"
    done = afternote(
        "guides", "--situation", "runner-up", "--tone", "plain", "--set", "recipient=Ada",
        "--set", "sender=Jo", "--out", str(out),
    )  # fmt: skip
    assert done.code == 0, done.err
    assert "Ada" in "".join(words(out))
    done = afternote("guides", "--practice", "--out", str(out))
    assert done.code == 0, done.err
    with pikepdf.open(out) as pdf:
        assert str(pdf.docinfo.Title) == "Practice page"
    done = afternote("guides", "--practice", "--situation", "runner-up", "--out", str(out))
    assert done.code == 1 and "recipient" in done.err


def test_an_envelope_is_chosen_by_its_name(afternote: Run, tmp_path: Path) -> None:
    out = tmp_path / "e.pdf"
    asked = ("envelope", "--format", "us-a2", "--to", TO, "--from", HOME, "--out", str(out))
    assert afternote(*asked, "--envelope", "c6").code == 0
    assert size(out)[2:] == pytest.approx((162 * 72 / 25.4, 114 * 72 / 25.4), abs=0.01)
    done = afternote(*asked, "--envelope", "DL")
    assert done.code == 1 and "its envelopes: A2, C6" in done.err
