"""No two designs look alike at thumbnail size, flat or folded, in colour or in grey."""

from dataclasses import replace
from pathlib import Path

import pytest
from goldens import WIDTH
from likeness import pairs
from PIL import Image

from generator.model.kit import Design, Kit
from generator.proof.cards import every_card
from generator.publish.plan import default_format
from generator.write_contact import Shown, Studio

ALIKE = 0.22
"""Measured: one design in two of its palettes 0.07 to 0.2, two designs 0.25 at least."""
TWINS = ("ampersand", "fern", "laurel", "sashiko")


def front(studio: Studio, design: Design, *, folded: bool, palette: str) -> Image.Image:
    kit = studio.press.kit
    name = default_format(kit, design).id
    orders = [order for order in every_card(kit, design) if order.format == name]
    order = next((o for o in orders if (o.fold != "flat") == folded), orders[0])
    return studio.image(Shown(replace(order, form="blank", palette=palette), "front", ""), WIDTH)


@pytest.fixture(scope="module")
def studio(root: Path, kit: Kit) -> Studio:
    return Studio(root, kit)


@pytest.mark.parametrize("folded", [False, True], ids=["flat", "folded"])
def test_no_two_designs_look_alike(folded: bool, studio: Studio) -> None:
    designs = studio.press.kit.designs
    fronts = {
        name: front(studio, design, folded=folded, palette=design.palettes[0])
        for name, design in designs.items()
    }
    found = sorted(pairs(fronts))
    assert len(found) == len(designs) * (len(designs) - 1) // 2
    assert [pair for pair in found if pair[0] < ALIKE] == []


@pytest.mark.parametrize("name", TWINS)
def test_a_design_in_another_palette_is_seen_to_be_the_same(name: str, studio: Studio) -> None:
    design = studio.press.kit.designs[name]
    one, other = (front(studio, design, folded=False, palette=p) for p in design.palettes[:2])
    ((found, _, _),) = pairs({"one": one, "other": other})
    assert found < ALIKE
