import re
import xml.etree.ElementTree as ET

import pytest
from sample_kit import sample_kit

from generator.model.kit import FOLDS, Fold
from generator.model.order import Order
from generator.publish.foldings import FOLD_NAMES, FOLD_WORDS, draw_fold, draw_sheet, sheet_words
from generator.publish.plan import laid_open

PANEL_COUNTS = {"flat": 2, "side": 2, "tent": 2, "quarter": 4}
FOLD_COUNTS = {"flat": 0, "side": 1, "tent": 1, "quarter": 2}


@pytest.mark.parametrize("fold", FOLDS)
def test_each_fold_is_drawn_with_its_panels_and_lines(fold: Fold) -> None:
    format_ = sample_kit().formats["iso-a6"]
    svg = ET.fromstring(draw_fold(format_, format_.size, fold))
    assert len(svg.findall("rect")) == PANEL_COUNTS[fold]
    assert len(svg.findall("path")) == FOLD_COUNTS[fold]
    assert {(r.get("width"), r.get("height")) for r in svg.findall("rect")} == {("105", "148")}
    assert svg.get("role") == "img" and FOLD_NAMES[fold] in (svg.get("aria-label") or "")
    assert FOLD_WORDS[fold]


def test_the_drawing_holds_all_its_panels() -> None:
    format_ = sample_kit().formats["us-a2"]
    svg = draw_fold(format_, format_.size, "side")
    x, y, wide, high = map(float, re.search(r'viewBox="([^"]+)"', svg)[1].split())  # type: ignore[index]
    assert (x, y) == (-3, -3)
    assert wide == pytest.approx(2 * 108 + 6) and high == pytest.approx(139.7 + 6)


def test_a_tent_shows_its_back_upside_down() -> None:
    format_ = sample_kit().formats["iso-a6"]
    svg = draw_fold(format_, format_.size, "tent")
    assert re.search(r'transform="rotate\(180 [^"]+"\s*>back<', svg)
    assert not re.search(r'rotate\(180 [^"]+"\s*>front<', svg)


SHEETS = [("flat", 4, 0), ("side", 2, 2), ("tent", 2, 2), ("quarter", 1, 2)]


@pytest.mark.parametrize(("fold", "cards", "folds"), SHEETS)
def test_a_sheet_shows_its_cards_their_folds_and_the_edge_to_flip(
    fold: Fold, cards: int, folds: int
) -> None:
    format_ = sample_kit().formats["iso-a6"]
    piece = laid_open(format_, Order("open-door", "iso-a6", fold, "ink", "inset", bleed=0))
    svg = ET.fromstring(draw_sheet(piece, "a4"))
    assert len(svg.findall("rect")) == 1 + cards
    flips = svg.findall("path[@class='flip']")
    assert len(svg.findall("path")) - len(flips) == folds
    assert len(flips) == (fold != "quarter")
    assert ("long edge" in sheet_words(piece, "a4")) == (fold != "quarter")
