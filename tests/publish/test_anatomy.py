import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.load.kit import load_kit
from generator.load.sample import read_sample
from generator.model.scene import Text
from generator.press import Press
from generator.publish.anatomy import PART, render_anatomy
from generator.publish.fill import fill_order
from generator.publish.plan import Plan, plan_pictures

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def press() -> Press:
    return Press(load_kit(ROOT))


def test_every_part_has_a_number_at_its_line_and_a_word(press: Press) -> None:
    plan, sample = plan_pictures(press.kit, press.message_panel), read_sample(ROOT)
    page = render_anatomy(press.kit, plan, sample, press.scene)[PART].decode()
    marks = [float(down) for down in re.findall(r"--down:([\d.]+)", page)]
    words = re.findall(r"<li>(.+?)</li>", page)
    note = press.kit.situations[sample.situation].cards[sample.tone]
    assert len(marks) == len(words) == len(note.covers) + 3
    assert marks == sorted(marks)
    shot = next(s for s in plan.of("open-door", "preview") if s.path in page)
    scene = press.scene(fill_order(press.kit, sample, shot), shot.panel)
    lines = [
        (line.y - item.size // 4) * 100 / scene.trim.height
        for item in scene.items
        if isinstance(item, Text)
        for line in item.lines
    ]
    assert all(min(abs(mark - line) for line in lines) < 0.1 for mark in marks)


def test_a_kit_without_samples_has_an_empty_part(press: Press) -> None:
    nothing: Mapping[str, bytes] = render_anatomy(
        press.kit, Plan(()), read_sample(ROOT), press.scene
    )
    assert nothing == {PART: b""}
