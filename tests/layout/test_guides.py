"""Ruled under-sheets: exact pitch, the panel's outline, and words that sit on the lines."""

from itertools import pairwise

import pytest

from generator.layout.guides import (
    EDGE,
    LAST,
    PRACTICE,
    Ruling,
    baselines,
    guide_sheet,
    panel_box,
    paper_for,
    practice_sheet,
    trace_sheet,
)
from generator.model.kit import Kit
from generator.model.length import Size, mm
from generator.model.paint import Ink
from generator.model.paper import PAPERS
from generator.model.problem import Problems
from generator.model.scene import Group, Path, Scene, Text
from generator.press import Press
from generator.text.style import Style

PANEL = Size(306_000, 396_000)
LETTER = PAPERS["letter"]


def segments(path: Path) -> list[list[int]]:
    return [
        [int(n) for n in part.strip("Z").replace("L", " ").split()]
        for part in path.d.split("M")[1:]
    ]


def paths(scene: Scene) -> list[Path]:
    (group,) = (item for item in scene.items if isinstance(item, Group))
    assert group.artifact
    return [item for item in group.items if isinstance(item, Path)]


@pytest.mark.parametrize("pitch", [6.4, 7.1, 8, 8.7, 10])
def test_lines_are_exactly_as_far_apart_as_asked(press: Press, pitch: float) -> None:
    ruling = Ruling(mm(pitch))
    sheet = guide_sheet(LETTER, PANEL, ruling, "A2", press.faces("sans", 400, False, "A2"))
    box = panel_box(LETTER, PANEL)
    ruled = [s for p in paths(sheet) if p.stroke and p.stroke.width == 1_000 for s in segments(p)]
    ys = [y for _, y, _, _ in ruled]
    assert ys[0] == box.y + mm(20)
    assert {b - a for a, b in pairwise(ys)} == {mm(pitch)}
    assert box.bottom - ys[-1] >= LAST > box.bottom - ys[-1] - mm(pitch)
    for x1, y1, x2, y2 in ruled:
        assert y1 == y2 and box.x < x1 < x2 < box.right


def test_the_outline_is_the_panel_in_the_middle_and_everything_is_printable(
    kit: Kit, press: Press
) -> None:
    for upright in PAPERS.values():
        for format_ in kit.formats.values():
            for panel in (format_.size, format_.size.turned()):
                paper = paper_for(upright, panel)
                faces = press.faces("sans", 400, False, "x")
                sheet = guide_sheet(paper, panel, Ruling(mm(8), 450, 8), "x", faces)
                box = panel_box(paper, panel)
                assert (box.width, box.height) == (panel.width, panel.height)
                assert f"M{box.x} {box.y}L{box.right} {box.y}" in paths(sheet)[0].d
                for path in paths(sheet):
                    for x1, y1, x2, y2 in (s for s in segments(path) if len(s) == 4):
                        assert min(x1, x2) >= EDGE and max(x1, x2) <= paper.width - EDGE
                        assert min(y1, y2) >= EDGE and max(y1, y2) <= paper.height - EDGE


def test_seyes_has_squares_of_8_mm_with_lines_2_mm_apart(press: Press) -> None:
    ruling = Ruling(mm(8), seyes=True)
    sheet = guide_sheet(LETTER, PANEL, ruling, "A2", press.faces("sans", 400, False, "A2"))
    fine = [s for p in paths(sheet) if p.stroke and p.stroke.width == 400 for s in segments(p)]
    strong = [s for p in paths(sheet) if p.stroke and p.stroke.width == 1_000 for s in segments(p)]
    ys = sorted({y1 for x1, y1, x2, y2 in [*fine, *strong] if y1 == y2})
    assert all(abs(b - a - mm(2)) <= 1 for a, b in pairwise(ys))
    xs = sorted({x1 for x1, y1, x2, y2 in fine if x1 == x2})
    assert {b - a for a, b in pairwise(xs)} == {mm(8)}


def test_traced_words_sit_on_the_lines_and_too_many_are_told(press: Press) -> None:
    ruling, box = Ruling(mm(8)), panel_box(LETTER, PANEL)
    sheet = guide_sheet(LETTER, PANEL, ruling, "A2", press.faces("sans", 400, False, "A2"))
    note = "Dear Ms Okafor,\n\nThank you for telling me, and for the time you gave me.\n\nJo"
    hand = Style("note", press.faces("hand", 400, False, note), (1, 1), Ink("muted"))
    traced = trace_sheet(sheet, box, ruling, note, hand)
    (text,) = (item for item in traced.items if isinstance(item, Text))
    assert min(text.ink.rgb) > 150
    lines = baselines(PANEL, ruling)
    assert [line.y - box.y for line in text.lines] == list(lines[: len(text.lines)])
    with pytest.raises(Problems, match=r"and the panel has 14"):
        trace_sheet(sheet, box, ruling, "thanks " * 200, hand)


def test_a_panel_larger_than_the_paper_is_refused() -> None:
    with pytest.raises(Problems, match="does not fit on 216 × 279 mm paper"):
        panel_box(LETTER, Size(mm(200), mm(100)))


@pytest.mark.parametrize("pitch", [6.4, 10, 20])
def test_a_practice_page_has_two_free_lines_under_each_model(press: Press, pitch: float) -> None:
    ruling, faces = Ruling(mm(pitch)), press.faces("sans", 400, False, "x")
    hand = Style("note", press.faces("hand", 400, False, " ".join(PRACTICE)), (1, 1), Ink("muted"))
    page = practice_sheet(LETTER, ruling, "x", faces, hand)
    (text,) = (item for item in page.items if isinstance(item, Text))
    ys = [line.y for line in text.lines]
    assert len(ys) > 3
    assert {b - a for a, b in pairwise(ys)} == {3 * mm(pitch)}
    assert max(ys) < LETTER.height - EDGE
