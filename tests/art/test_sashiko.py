"""Stitches meet as they are taught: open where lines cross, none twice, none round a corner."""

from math import dist

import pytest
from pathreader import trace

from generator.art import ORNAMENTS
from generator.art.sashiko import GAP, STITCH, lattice

SIDE = 20.0
CLOTH = (0.0, 0.0, 110.0, 150.0)
Stitch = tuple[complex, complex]


def sewn(d: str) -> list[Stitch]:
    return [(line[0], line[1]) for line in trace(d).subpaths]


def near(point: complex) -> tuple[int, int]:
    return round(point.real * 20), round(point.imag * 20)


def test_stitches_are_of_one_length_within_a_tenth() -> None:
    lengths = [abs(b - a) for a, b in sewn(ORNAMENTS["asanoha"](*CLOTH, SIDE))]
    wanted = SIDE * STITCH * (1 - GAP)
    assert all(abs(length / wanted - 1) < 0.1 for length in lengths)


def test_where_lines_meet_the_cloth_shows() -> None:
    stars = list(lattice(*CLOTH, SIDE))
    ends = [end for stitch in sewn(ORNAMENTS["asanoha"](*CLOTH, SIDE)) for end in stitch]
    holes = [min(abs(end - star) for end in ends) for star in stars if inside(star)]
    assert len(holes) > 30
    assert all(0.4 < hole < 0.8 for hole in holes)


def inside(star: complex) -> bool:
    return 0 <= star.real <= CLOTH[2] and 0 <= star.imag <= CLOTH[3]


def test_no_stitch_is_sewn_twice() -> None:
    stitches = [frozenset(map(near, s)) for s in sewn(ORNAMENTS["asanoha"](*CLOTH, SIDE))]
    assert len(set(stitches)) == len(stitches)


@pytest.mark.parametrize("seed", ["Ines", "Kofi", "Thu Hà"])
def test_stars_are_sewn_over_the_leaves_and_stand_apart(seed: str) -> None:
    middles = {near((a + b) / 2) for a, b in sewn(ORNAMENTS["asanoha"](*CLOTH, SIDE))}
    stars = sewn(ORNAMENTS["asanoha_stars"](*CLOTH, SIDE, seed))
    assert stars
    for a, b in stars:
        x, y = near((a + b) / 2)
        assert any((x + i, y + j) in middles for i in (-1, 0, 1) for j in (-1, 0, 1))
    assert len({near((a + b) / 2) for a, b in stars}) == len(stars)


def test_a_running_stitch_begins_and_ends_half_a_gap_in() -> None:
    line = sewn(ORNAMENTS["running_stitch"](0, 0, 30, 0, stitch=3))
    assert len(line) == 10
    first, last = line[0][0], line[-1][1]
    assert dist((first.real,), (0,)) == pytest.approx(30 - last.real, abs=0.02)
    assert first.real == pytest.approx(3 * GAP / 2, abs=0.02)
