"""Engraved lines keep apart, and make the figures that they are drawn for."""

from itertools import pairwise
from math import pi
from typing import Literal

import pytest
from pathreader import box, trace

from generator.art import ORNAMENTS
from generator.fonts.extents import ink_box
from generator.model.order import Order
from generator.model.scene import Text
from generator.press import Press

LEAST_GAP = 0.17
"""Two dots at 300 dpi, in mm: less fills in."""


@pytest.mark.parametrize("seed", ["Ines", "Kofi", "Thu Hà"])
def test_rays_leave_gaps_where_they_are_closest(seed: str) -> None:
    for inner in (4, 20):
        feet = [
            (ray[0], ray[3]) for ray in trace(ORNAMENTS["sunburst"](0, 0, inner, 60, seed)).subpaths
        ]
        gaps = [abs(b[0] - a[1]) for a, b in pairwise([*feet, feet[0]])]
        assert min(gaps) >= LEAST_GAP
        assert max(gaps) <= 2 * min(gaps)
        assert sum(gaps) < pi * inner * 1.1


@pytest.mark.parametrize("seed", ["Ines", "Kofi", "Thu Hà"])
def test_silk_has_a_figure(seed: str) -> None:
    """Somewhere the two systems fall together, elsewhere each runs amid the gaps of the other."""
    pitch = 0.8
    straight = trace(ORNAMENTS["ribs"](0, 0, 40, 80, pitch=pitch)).subpaths
    bent = trace(ORNAMENTS["watered"](0, 0, 40, 80, seed, pitch=pitch)).subpaths
    assert len(straight) == len(bent) == 100
    levels = [line[0].imag for line in straight]
    off = {
        round(min(abs(point.imag - level) for level in levels) / pitch, 1)
        for line in bent[5:-5]
        for point in line
    }
    assert off == {0, 0.1, 0.2, 0.3, 0.4, 0.5}


def test_pearls_are_even_round_an_oval() -> None:
    rings = trace(ORNAMENTS["pearls"](0, 0, 30, 50, pearl=1, pitch=2)).subpaths
    middles = [(ring[0] + ring[1]) / 2 for ring in rings]
    assert len(middles) % 4 == 0
    assert abs(middles[0] + 25j) < 0.02
    steps = [abs(b - a) for a, b in pairwise([*middles, middles[0]])]
    assert max(steps) - min(steps) < 0.05


def test_scrolls_are_alike_on_both_sides() -> None:
    for part in ("band", "eyes"):
        left, top, right, bottom = box(trace(ORNAMENTS["scrollwork"](0, 0, 90, part=part)).points)
        assert abs(left + right) < 0.05
        assert abs(top + bottom) < 0.05


def test_shade_falls_on_the_side_that_is_turned_from_the_light() -> None:
    strokes = trace(ORNAMENTS["rim"](0, 0, 40, 60, deep=4)).subpaths
    longest = max(strokes, key=lambda stroke: abs(stroke[1] - stroke[0]))
    assert longest[0].real > 0 and longest[0].imag > 0
    assert all(abs(a) > abs(b) for a, b in strokes)


@pytest.mark.parametrize("name", ["palmette", "scroll", "scrollwork"])
def test_an_unknown_part_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match=r"part is one of .*, not 'bark'"):
        ORNAMENTS[name](0, 0, 40, *([9] if name == "scroll" else []), part="bark")


@pytest.mark.parametrize(
    "name", ["Quin", "Thu Hà", "Ana Bo Carl", "Wm Ww Mw", "山田 太郎", "नमो देव"]
)
@pytest.mark.parametrize("fold", ["flat", "side"])
def test_one_to_three_letters_of_any_script_stay_in_the_cartouche(
    name: str, fold: Literal["flat", "side"], press: Press
) -> None:
    """The opening is the oval inside the pearls; its size is read off the drawing's rectangle."""
    order = Order("cartouche", "us-4bar", fold, "ink", fields={"recipient": "Lee", "sender": name})
    box = press.artworks(order)["front"].slots["monogram"]
    scene = press.scene(order, "front")
    ink = next(ink_box(i) for i in scene.items if isinstance(i, Text) and i.slot == "monogram")
    assert ink.width * ink.height > 0
    across, down = box.width * 18.4 / 26, box.height * 24.4 / 28
    for x in (ink.x, ink.right):
        for y in (ink.y, ink.bottom):
            away_x, away_y = x - box.x - box.width / 2, y - box.y - box.height / 2
            assert (away_x / across) ** 2 + (away_y / down) ** 2 < 1


@pytest.mark.parametrize(("width", "height"), [(30, 30), (45, 30), (60, 30)])
def test_a_plate_leaves_room_for_letters(width: float, height: float) -> None:
    plate = trace(ORNAMENTS["quatrefoil"](0, 0, width, height))
    lobe = height / 5
    for point in plate.points:
        aside, above = abs(point.real) - width / 2 + lobe, abs(point.imag) - height / 2 + lobe
        assert max(aside, above) > -0.02
    assert all(plate.closed)
