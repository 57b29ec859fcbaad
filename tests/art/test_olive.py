"""An olive's leaves stand in pairs, each can be had alone, and fruits hang down."""

import pytest
from pathreader import trace

from generator.art.olive import olive


@pytest.mark.parametrize("seed", ["Ines", "Kofi", "Thu Hà"])
def test_each_leaf_can_be_had_alone(seed: str) -> None:
    sides = [olive(0, 0, 80, seed, part=part, shoots=1) for part in ("leaves", "silver")]
    count = sum(side.count("z") for side in sides)
    assert olive(0, 0, 80, seed, part="ribs", number=count, shoots=1) == ""
    alone = [
        {olive(0, 0, 80, seed, part=part, number=i, shoots=1) for part in ("leaves", "silver")}
        for i in range(count)
    ]
    assert all(len(one) == 2 and "" in one for one in alone)
    assert len({d.split("c", 1)[1] for one in alone for d in one if d}) == count


@pytest.mark.parametrize("angle", [-90, 20, 150])
def test_fruits_hang_below_their_stalks(angle: int) -> None:
    fruits = trace(olive(0, 0, 80, "Ines", part="fruits", angle=angle, pairs=12)).subpaths
    assert len(fruits) > 2
    assert all(fruit[1].imag > fruit[0].imag for fruit in fruits)
