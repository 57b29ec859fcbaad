"""A meadow's plants stand on their level, lean with the wind, and have no twin beside them."""

import pytest
from pathreader import trace

from generator.art.meadow import HEIGHTS, PLANTS, WEIGHTS, meadow, sow

SEEDS = ["Your Name", "Ines", "Kofi", "Thu Hà"]


def test_every_plant_has_its_share_and_its_height() -> None:
    assert set(PLANTS) == set(WEIGHTS) == set(HEIGHTS)


@pytest.mark.parametrize("seed", SEEDS)
def test_no_plant_stands_next_to_its_like(seed: str) -> None:
    row = sow(seed, 60, ())
    assert all(one not in row[i + 1 : i + 3] for i, one in enumerate(row))
    assert sow(seed, 3, ("umbel", "poppy")) in (
        ["umbel", "poppy", "umbel"],
        ["poppy", "umbel", "poppy"],
    )
    assert sow(seed, 2, ("umbel",)) == ["umbel", "umbel"]


@pytest.mark.parametrize("seed", SEEDS)
def test_stems_stand_on_the_level_and_lean_with_the_wind(seed: str) -> None:
    stems = trace(meadow(0, 90, 140, 50, seed)).subpaths
    assert len(stems) > 10
    assert all(stem[0].imag == 90 and 30 < stem[-1].imag < 85 for stem in stems)
    assert sum(stem[-1].real > stem[0].real for stem in stems) > 0.85 * len(stems)


@pytest.mark.parametrize("kind", PLANTS)
def test_every_plant_can_grow_alone(kind: str) -> None:
    parts = ("stalks", "rays", "blades", "petals", "seeds")
    drawn = {part: meadow(0, 90, 30, 50, "Ines", part=part, kinds=(kind,)) for part in parts}
    assert drawn["blades"]
    assert kind == "grass" or (drawn["stalks"] and drawn["seeds"] + drawn["petals"])
