"""Envelope liners: they slide in, fold at the flap, and say how they are cut."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.layout.liner import GUM, PLAY, cut_liner, fits_on, liner_sheet
from generator.model.kit import Envelope
from generator.model.length import Box, Size, mm
from generator.model.paint import Ink
from generator.model.paper import PAPERS
from generator.model.problem import Problems
from generator.model.scene import Group, Item
from generator.model.scene import Path as Shape
from generator.press import Press
from tests.unpacked import boxes

C6 = Envelope("C6", Size(mm(162), mm(114)), "eu")
C5 = Envelope("C5", Size(mm(229), mm(162)), "eu")
Run = Callable[..., Any]
INK = Ink("accent", (0, 0, 0), None)


def art(size: Size) -> tuple[Item, ...]:
    box = Box(0, 0, size.width, size.height)
    return (Shape(f"M0 0L{box.right} 0L{box.right} {box.bottom}L0 {box.bottom}Z", INK),)


def test_a_liner_leaves_room_to_slide_in_and_for_the_gum() -> None:
    cut = cut_liner(C6.size)
    assert cut.size.width == C6.size.width - 2 * PLAY
    assert cut.size.height - cut.fold == C6.size.height - PLAY
    assert cut.fold + GUM < C6.size.height // 2


def test_a_liner_is_cut_at_its_outline_and_turned_where_that_fits(press: Press) -> None:
    dl = Envelope("DL", Size(mm(220), mm(110)), "eu")
    faces = press.faces("sans", 400, False, "Liner")
    for envelope, is_turned in ((C6, False), (dl, True)):
        cut = cut_liner(envelope.size)
        (whole,) = liner_sheet(art(cut.size), envelope, PAPERS["a4"], faces).items
        assert isinstance(whole, Group)
        assert (whole.matrix[0] == 0) == is_turned
        drawn = whole.items[0]
        assert isinstance(drawn, Group) and drawn.clip == cut.outline


def test_a_liner_larger_than_the_paper_is_left_to_a_shop(press: Press) -> None:
    faces, size = press.faces("sans", 400, False, "Liner"), cut_liner(C5.size).size
    assert not fits_on(C5.size, PAPERS["a4"]) and fits_on(C6.size, PAPERS["a4"])
    with pytest.raises(Problems, match="larger than the paper"):
        liner_sheet(art(size), C5, PAPERS["a4"], faces)
    page = liner_sheet(art(size), C5, None, faces).media
    assert page.width > size.width and page.height > size.height


def test_the_verb_writes_the_liner_of_the_asked_envelope(afternote: Run, tmp_path: Path) -> None:
    out = tmp_path / "x.pdf"
    done = afternote("liner", "--design", "guilloche", "--format", "iso-a6", "--envelope", "C6",
                     "--paper", "a4", "--form", "low-ink", "--out", str(out))  # fmt: skip
    assert done.code == 0, done.err
    assert boxes(out.read_bytes(), "MediaBox") == [[0, 0, 595.276, 841.89]]
    wrong = tmp_path / "y.pdf"
    done = afternote("liner", "--design", "guilloche", "--format", "iso-a6", "--envelope", "C7",
                     "--paper", "a9", "--out", str(wrong))  # fmt: skip
    assert done.code == 1 and not wrong.exists()
    assert "--envelope: " in done.err and "--paper: " in done.err
