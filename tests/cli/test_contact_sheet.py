"""The verb `contact-sheet`: all designs, one design in full, and what has changed."""

import shutil
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from generator.model.problem import Problems
from generator.write_contact import AskedContact, compared, write_contact

FEW = "designs: {only: [laurel, open-door, horizon]}\n"


@pytest.fixture
def few(fork: Path) -> Path:
    (fork / "mine" / "kit.yml").write_text(FEW)
    return fork


@pytest.fixture
def asked(tmp_path: Path) -> AskedContact:
    return AskedContact(tmp_path / "sheet.png")


def size(asked: AskedContact) -> tuple[int, int]:
    with Image.open(asked.out) as image:
        return image.size


def test_all_designs_lie_on_one_sheet_and_the_same_one_each_time(
    few: Path, asked: AskedContact
) -> None:
    assert write_contact(few, asked) == ""
    first = asked.out.read_bytes()
    wide, high = size(asked)
    write_contact(few, asked)
    assert asked.out.read_bytes() == first
    write_contact(few, replace(asked, form="grey"))
    with Image.open(BytesIO(first)) as colour, Image.open(asked.out) as grey:
        assert colour.size == grey.size == (wide, high)
        assert colour.convert("RGB").tobytes() != grey.convert("RGB").tobytes()


def test_one_design_is_shown_in_full_or_as_filters_ask(few: Path, asked: AskedContact) -> None:
    heights = []
    for options in ({}, {"form": "grey"}, {"form": "grey", "format": "us-a2", "palette": "sea"}):
        write_contact(few, replace(asked, design="laurel", **options))
        heights.append(size(asked)[1])
    assert heights == sorted(heights, reverse=True) and len(set(heights)) == 3


def test_what_looks_different_is_shown_before_and_after(
    few: Path, asked: AskedContact, tmp_path: Path
) -> None:
    older = tmp_path / "older"
    shutil.copytree(few, older)
    assert "No card looks different" in write_contact(few, replace(asked, against=older))
    assert not asked.out.exists()
    card = older / "assets/designs/laurel/card.svg.j2"
    card.write_text(card.read_text().replace("</svg>", '<path d="M9 9h9v9z" class="ink"/></svg>'))
    assert write_contact(few, replace(asked, against=older)) == ""
    wide, _ = size(asked)
    assert 3 * 200 < wide < 4 * 250, "one card in three pictures"


def test_a_difference_is_dark_where_it_is_and_small_ones_are_none() -> None:
    before = Image.new("RGB", (9, 9), "white")
    after = before.copy()
    after.putpixel((4, 4), (250, 250, 250))
    assert compared(before, after, "x") is None
    after.putpixel((4, 4), (0, 0, 0))
    shown = compared(before, after, "x")
    assert shown is not None and len(shown) == 3
    with Image.open(BytesIO(shown[2].png)) as image:
        assert image.convert("L").getpixel((4, 4)) == 0
        assert image.convert("L").getpixel((0, 0)) == 255


def test_options_that_name_nothing_are_told_at_once(few: Path, asked: AskedContact) -> None:
    wrong = replace(asked, design="laurle", form="gray", out=asked.out.with_suffix(".jpg"))
    with pytest.raises(Problems) as found:
        write_contact(few, replace(wrong, against=few / "mine"))
    told = str(found.value)
    assert "did you mean laurel?" in told and "did you mean grey?" in told
    assert "--out" in told and "holds no kit" in told
    with pytest.raises(Problems, match="no design has all"):
        write_contact(few, replace(asked, format="jp-hagaki", fold="quarter"))
