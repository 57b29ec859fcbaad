from cmath import rect
from math import pi

import pytest
from pathreader import trace

from generator.art.curves import ribbon, thread
from generator.art.curves import trace as follow
from generator.art.pathdata import Pen


def test_a_circle_in_eight_pieces_is_round() -> None:
    pen = follow(Pen().move(20 + 0j), lambda t: rect(20, t), 0, 2 * pi, 8)
    points = trace(pen.d).points
    assert len(points) == 1 + 8 * 8
    assert max(abs(abs(p) - 20) for p in points) < 0.025


def test_a_thread_goes_through_its_points() -> None:
    points = [0j, 3 + 1j, 4 + 5j, 9 + 5j]
    assert trace(thread(Pen().move(0j), points).d).subpaths == (tuple(points),)


def test_a_straight_thread_stays_straight() -> None:
    points = [complex(x, 0) for x in (0, 1, 5, 6, 20)]
    assert {p.imag for p in trace(thread(Pen().move(0j), points).d).points} == {0}


@pytest.mark.parametrize("halves", [(1, 1, 1), (2, 1, 0.5)])
def test_a_ribbon_is_closed_and_as_wide_as_asked(halves: tuple[float, ...]) -> None:
    traced = trace(ribbon(Pen(), [0j, 5 + 0j, 10 + 0j], halves).d)
    assert traced.closed == (True,)
    assert max(p.imag for p in traced.points) == pytest.approx(max(halves), abs=0.05)
