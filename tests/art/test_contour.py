"""Contour lines lie at their level, close where they should, and leave the words' place free."""

from itertools import product
from math import hypot

import pytest
from pathreader import trace

from generator.art.contour import contour, relief
from generator.art.squares import level_lines, walled

CONE = tuple(tuple(hypot(x - 6.2, y - 5.1) for x in range(12)) for y in range(12))


def test_a_line_round_a_cone_is_a_circle() -> None:
    ((line, is_closed),) = level_lines(CONE, 4)
    assert is_closed
    assert all(abs(abs(point - (6.2 + 5.1j)) - 4) < 0.06 for point in line)


def test_a_wall_closes_a_line_along_the_rim() -> None:
    lines = list(level_lines(CONE, 6))
    assert len(lines) > 1 and not any(is_closed for _, is_closed in lines)
    ((line, is_closed),) = level_lines(walled(CONE), 6)
    assert is_closed
    assert max(p.imag for p in line) == pytest.approx(12)


@pytest.mark.parametrize("seed", ["Your Name", "Ines Moreau", "Kofi", "Thu Hà"])
def test_a_lake_holds_its_ellipse_and_lies_lower_than_all_land(seed: str) -> None:
    land = relief(seed, 58, (54, 56, 29, 21), 0.2)
    for x, y in product((-0.7, 0, 0.7), (-0.7, 0, 0.7)):
        assert land.at(complex(54 + 29 * x, 56 + 21 * y)) < 0
    assert all(land.at(complex(x, 130)) > 0 for x in range(0, 108, 6))


def test_index_lines_are_every_fifth() -> None:
    fine, heavy = (
        len(trace(contour(0, 0, 100, 100, "Ines", part=part, step=0.1)).subpaths)
        for part in ("lines", "index")
    )
    assert 3 < fine / heavy < 5.5
