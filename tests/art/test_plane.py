"""A dart keeps its sheet's measures when it is folded; its flight is dotted evenly to its tail."""

import cmath
from itertools import combinations, pairwise
from math import cos, pi, tan

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pathreader import trace

from generator.art.plane import CREASE, SIDE, TAIL, WING, creases, flight

START, END = complex(-7, 60), complex(112, 24)


def test_a_folded_wing_has_the_edges_of_its_sheet() -> None:
    """Paper does not stretch: what lies between two corners of the sheet, does so on the wing."""
    root, corner, kink = (cmath.rect(reach, angle) for reach, angle in WING)
    assert abs(corner - root) == pytest.approx(0.5 - SIDE * tan(CREASE))
    assert abs(kink - corner) == pytest.approx(SIDE - 0.5 / tan(2 * CREASE))
    assert abs(root) == pytest.approx(SIDE / cos(CREASE))


def test_every_crease_runs_from_the_nose_to_an_edge() -> None:
    nose, width = 10 + 0j, 20.0
    for hidden, count in ((False, 7), (True, 8)):
        rays = trace(creases(0, 0, width, hidden=hidden)).subpaths[0 if hidden else 1 :]
        assert len(rays) == count
        for ray in rays:
            assert ray[0] == pytest.approx(nose)
            end = ray[-1]
            on_side = min(abs(end.real), abs(end.real - width)) < 0.02
            assert on_side or abs(end.imag - width * SIDE) < 0.02
            turn = cmath.phase((end - nose) / 1j)
            assert turn / CREASE == pytest.approx(round(turn / CREASE), abs=0.02)


@given(seed=st.text(max_size=12))
@settings(max_examples=10, deadline=None)
def test_a_flight_is_dotted_evenly_up_to_its_dart(seed: str) -> None:
    d = flight(START.real, START.imag, END.real, END.imag, seed, part="dots", step=2, dot=0.3)
    centres = [ring[0] + 0.3 for ring in trace(d).subpaths]
    gaps = [abs(b - a) for a, b in pairwise(centres)]
    assert sum(gap > 2.03 for gap in gaps) <= 2, "but where it crosses its own way"
    assert min(gaps) > 1.6
    assert min(abs(a - b) for a, b in combinations(centres, 2)) > 1.2 - 0.03
    assert abs(centres[0] - START) < 2.05
    assert TAIL * 20 < abs(END - centres[-1]) < TAIL * 20 + 2.1


@given(seed=st.text(max_size=12))
@settings(max_examples=10, deadline=None)
def test_a_flight_turns_round_once(seed: str) -> None:
    d = flight(START.real, START.imag, END.real, END.imag, seed, part="dots", step=1, dot=0.3)
    centres = [ring[0] + 0.3 for ring in trace(d).subpaths]
    ways = [b - a for a, b in pairwise(centres)]
    turned = sum(cmath.phase(b / a) for a, b in pairwise(ways))
    assert -2 * pi - 0.9 < turned < -2 * pi + 0.2
