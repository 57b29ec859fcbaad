"""Each ornament has a sample that draws what the pages show of it."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.art import ORNAMENTS
from generator.art.samples import FIELD, SAMPLES, sample_svg
from generator.export.png import paint
from generator.layout.forms import form_artwork
from generator.load.drawing import read_drawing
from generator.model.artwork import Drawing
from generator.model.length import Box, Size, mm
from generator.model.scene import Scene
from generator.press import Press

SIZE = Size(mm(FIELD[0]), mm(FIELD[1]))


def test_every_ornament_has_a_sample() -> None:
    assert set(SAMPLES) == set(ORNAMENTS)
    for name, samples in SAMPLES.items():
        assert any(f"art.{name}(" in one.call for one in samples)


@pytest.mark.parametrize("ornament", SAMPLES)
def test_a_sample_draws_something_that_reads_well(
    ornament: str, press: Press, tmp_path: Path
) -> None:
    (tmp_path / "sample.svg.j2").write_text(sample_svg(ornament))
    design = replace(next(iter(press.kit.designs.values())), folder=tmp_path)
    drawing = Drawing("sample", "us-a2", SIZE, "flat", "bleed", "front", "Ines Moreau")
    artwork = read_drawing(design, drawing, ORNAMENTS)
    formed = form_artwork(artwork, "bleed", press.kit.palettes["ink"])
    trim = Box(0, 0, SIZE.width, SIZE.height)
    grey = paint(Scene(trim, trim, 0, formed.items), 60).convert("L")
    inked = 1 - grey.histogram()[255] / (grey.width * grey.height)
    assert 0.02 < inked <= 1
    assert grey.getextrema()[0] < 160
