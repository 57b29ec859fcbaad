"""Truchet's paths end at the rim or nowhere, one of them crosses, and a window stays free."""

import pytest
from pathreader import trace

from generator.art.truchet import truchet

SEEDS = ("Your Name", "Ines Moreau", "Kofi", "Thu Hà", "Zoë", "")


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("part", ["paths", "way"])
def test_paths_end_at_the_rim_or_nowhere(seed: str, part: str) -> None:
    d = truchet(0, 0, 10, 12, 16, seed, part=part, strands=1, window=(2, 4, 10, 8))
    traced = trace(d)
    for points, is_closed in zip(traced.subpaths, traced.closed, strict=True):
        for end in () if is_closed else (points[0], points[-1]):
            assert end.real in (0, 120) or end.imag in (0, 160)


@pytest.mark.parametrize("seed", SEEDS)
def test_one_path_gets_through(seed: str) -> None:
    d = truchet(0, 0, 10, 12, 16, seed, part="way", strands=1, window=(2, 4, 10, 8))
    (points,) = trace(d).subpaths
    assert {points[0].real, points[-1].real} == {0, 120}


def test_a_window_is_left_free() -> None:
    for part in ("paths", "way"):
        d = truchet(0, 0, 10, 12, 16, "Ines", part=part, window=(2, 4, 10, 8))
        inside = [p for p in trace(d).points if 28 < p.real < 92 and 48 < p.imag < 72]
        assert not inside
