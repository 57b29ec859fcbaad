"""Chips lie beside each other, each in one ink, and leave free what they are told to."""

from itertools import combinations

import pytest
from pathreader import trace

from generator.art import ORNAMENTS
from generator.art.terrazzo import break_chip, throw

FIELD = (0.0, 0.0, 100.0, 140.0)
CLEAR = (20.0, 50.0, 60.0, 28.0)
SEEDS = ("Ines", "Kofi", "Thu Hà")


@pytest.mark.parametrize("seed", SEEDS)
def test_no_two_chips_overlap_and_sizes_are_natural(seed: str) -> None:
    chips = throw(FIELD, seed, 7.0, 0, None)
    assert all(abs(a - b) > r + s + 0.4 for (a, r), (b, s) in combinations(chips, 2))
    large, small = (sum(low <= r < high for _, r in chips) for low, high in ((3, 8), (0, 3)))
    assert 25 < large < small / 3
    for number, (place, radius) in enumerate(chips):
        corners = break_chip(place, radius, seed, number)
        assert all(abs(corner - place) <= radius for corner in corners)


def test_every_chip_has_one_ink() -> None:
    drawn = [ORNAMENTS["terrazzo"](*FIELD, "Ines", ink=ink).count("z") for ink in range(4)]
    assert sum(drawn) == len(throw(FIELD, "Ines", 7, 0, None))
    assert min(drawn) > sum(drawn) / 6


@pytest.mark.parametrize("seed", SEEDS)
def test_chips_part_round_an_oval(seed: str) -> None:
    x, y, width, height = CLEAR
    for ink in range(4):
        d = ORNAMENTS["terrazzo"](*FIELD, seed, ink=ink, clear=CLEAR)
        for point in trace(d).points:
            across = (point.real - x - width / 2) / (width / 2)
            down = (point.imag - y - height / 2) / (height / 2)
            assert across**2 + down**2 > 0.9


def test_settled_chips_lie_thickest_at_the_foot() -> None:
    heights = [place.imag for place, _ in throw(FIELD, "Ines", 7, 1.2, None)]
    third = FIELD[3] / 3
    counts = [sum(third * i <= h < third * (i + 1) for h in heights) for i in range(3)]
    assert counts[0] < counts[1] < counts[2]
