"""A stamp tears alike at each tooth; a postmark keeps its bridge free; fan blades stay apart."""

import cmath
import re
from math import pi

import pytest
from pathreader import trace

from generator.art.fans import fan
from generator.art.postage import BRIDGE, HOLE, postmark, stamp


@pytest.mark.parametrize(("width", "height"), [(20, 24), (7, 8.4), (33.3, 41.7)])
def test_all_teeth_of_a_side_are_alike(width: float, height: float) -> None:
    d = stamp(0, 0, width, height, pitch=2)
    holes = [float(size) for size in re.findall(r"a([.\d]+) ", d)]
    for across, side in ((width, holes[0]), (height, holes[-1])):
        step = 2 * side / HOLE
        count = across / step - (1 - HOLE)
        assert count == pytest.approx(round(count), abs=0.15)
        assert 1.6 < step < 2.5
    assert len(set(holes)) <= 2


def test_a_postmarks_bridge_is_free_of_hatch_and_ring() -> None:
    half = BRIDGE * 20
    for part in ("hatch", "rings"):
        rings = trace(postmark(0, 0, 20, part=part)).subpaths
        inner = [p for ring in rings for p in ring if abs(p) < 19.9]
        assert inner
        assert min(abs(p.imag) for p in inner) > half - 0.02


def test_a_fans_blades_reach_its_rim_and_leave_air_between() -> None:
    drawn = fan(0, 0, 5, 20, blades=9, share=0.9)
    assert max(map(abs, trace(drawn).points)) == pytest.approx(20, abs=0.07)
    blades = trace(drawn).subpaths
    assert len(blades) == 9
    for number, blade in enumerate(blades):
        middle = (number + 0.5 - 4.5) * pi / 9
        aside = [abs(cmath.phase(p * 1j) - middle) for p in blade]
        assert max(aside) < 0.9 * pi / 18 + 0.01
