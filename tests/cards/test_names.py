"""Any name, in every design: whole, in order, in one face, never an empty box."""

import unicodedata
from dataclasses import replace

import pytest

from generator.model.kit import Kit
from generator.model.order import Order
from generator.model.problem import Problems
from generator.model.scene import Text
from generator.press import Press
from tests.cards.test_sizes_and_breaks import order_of

NAMES = (
    "Nguyễn", "Żółć", "Ελένη", "Олександр", "שרה", "محمد", "अनन्या", "สมชาย", "小明", "佐藤",
    "민준", "Tố Như", "Şükrü", "Ãngela", "Þórunn", "Ọlá", "ʻAlohi", "Đặng", "Ñandú", "Čačić",
)  # fmt: skip
HEARTS = ("❤", "❤️", "💛", "👩‍👩‍👧")


def named(kit: Kit, design: str, name: str) -> Order:
    message = f"Dear {name},\n\nThank you for the talk about {name}’s work.\n\nWith thanks,"
    order = order_of(
        kit, design, "us-a2", "side" if "side" in kit.designs[design].panels else "flat"
    )
    return replace(order, message=message, fields={"sender": name, "cover": f"Thanks, {name}"})


def texts(press: Press, order: Order) -> list[Text]:
    scenes = [panel.scene for panel in press.compose(order).panels if panel.scene]
    return [item for scene in scenes for item in scene.items if isinstance(item, Text)]


@pytest.mark.parametrize("name", NAMES + HEARTS)
def test_a_name_stands_whole_and_in_one_face_in_every_slot_of_every_design(
    kit: Kit, press: Press, name: str
) -> None:
    looked_at = 0
    for design in kit.designs:
        for text in texts(press, named(kit, design, name)):
            for line in text.lines:
                for run in line.runs:
                    assert 0 not in run.gids, (design, text.slot, run)
            source = unicodedata.normalize("NFC", text.source)
            for word in unicodedata.normalize("NFC", name).split():
                if word not in source:
                    continue
                faces = {
                    run.face.family
                    for line in text.lines
                    for run in line.runs
                    if any(part in run.text for part in (word, word[:2]))
                }
                assert len(faces) == 1, (design, text.slot, word, faces)
                looked_at += 1
    assert looked_at >= 3 * len(kit.designs)


@pytest.mark.parametrize("name", ["שרה", "محمد"])
def test_a_right_to_left_name_inside_english_is_set_in_order(
    kit: Kit, press: Press, name: str
) -> None:
    looked_at = 0
    for design in kit.designs:
        for text in texts(press, named(kit, design, name)):
            for line in text.lines:
                for run in line.runs:
                    if name[0] in run.text:
                        assert run.level % 2 == 1
                        assert list(run.clusters) == sorted(run.clusters, reverse=True)
                        looked_at += 1
    assert looked_at >= 3 * len(kit.designs)


@pytest.mark.parametrize("character", ["\U00012000", "\ue000"])
def test_a_character_that_no_face_covers_is_a_problem_that_names_it(
    kit: Kit, press: Press, character: str
) -> None:
    for design in kit.designs:
        with pytest.raises(Problems) as caught:
            press.compose(named(kit, design, f"A{character}"))
        assert any(f"U+{ord(character):04X}" in p.what + p.hint for p in caught.value.problems)
