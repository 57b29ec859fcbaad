"""A monogram is as large as its rectangle takes and stands in the middle by its ink."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.fonts.extents import ink_box
from generator.layout.monogram import set_monogram
from generator.load.kit import load_kit
from generator.model.kit import Kit
from generator.model.length import Box, mm
from generator.model.order import Order
from generator.model.paint import Ink
from generator.model.problem import Problems
from generator.model.scene import Scene, Text
from generator.press import Press
from generator.text.style import Style

BOX = Box(mm(20), mm(30), mm(24), mm(18))
NAMES = ("IM", "JLT", "Q", "ÅÇ", "f", "山田", "ד", "م\u200cك", "नमो", "สจ")
DESIGN = """\
name: Seal
summary: A letter in a ring.
family: engraved
formats: [us-a2]
palettes: [ink]
panels: {flat: {front: card, back: none}}
slots:
  monogram: {kind: monogram, typeface: cormorant-garamond, weight: 500, size: 12pt..60pt, text: "&"}
  message: {size: 9pt, required: false}
"""
CARD = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="-5 -5 117.95 149.7">
  <rect id="slot-monogram" x="40" y="20" width="20" height="20"/>
  <rect id="slot-message" x="10" y="60" width="80" height="60"/>
</svg>
"""


def style(press: Press, letters: str, size: tuple[int, int] = (8_000, 90_000)) -> Style:
    faces = press.faces("cormorant-garamond", 500, False, letters)
    return Style("monogram", faces, size, Ink("ink"))


@pytest.mark.parametrize("letters", NAMES)
def test_the_ink_is_in_the_middle_and_inside(letters: str, press: Press) -> None:
    text = set_monogram(letters, BOX, style(press, letters))
    ink = ink_box(text)
    assert abs(2 * ink.x + ink.width - (2 * BOX.x + BOX.width)) <= 2
    assert BOX.y <= ink.y and ink.bottom <= BOX.bottom
    assert ink.width > BOX.width * 0.9 or ink.height > BOX.height * 0.6, "it could be larger"


def test_a_tail_does_not_lift_capitals_off_the_middle(press: Press) -> None:
    baselines = {
        set_monogram(letter, BOX, style(press, letter, (30_000, 30_000))).lines[0].y
        for letter in ("H", "Q", "É")
    }
    assert len(baselines) == 1


def test_letters_without_room_are_a_problem(press: Press) -> None:
    with pytest.raises(Problems, match="larger than its rectangle"):
        set_monogram("WMW", replace(BOX, width=mm(3)), style(press, "WMW", (12_000, 40_000)))


@pytest.fixture
def sealed(fork: Path) -> Kit:
    folder = fork / "mine" / "designs" / "seal"
    folder.mkdir(parents=True)
    (folder / "design.yml").write_text(DESIGN)
    (folder / "card.svg").write_text(CARD)
    (fork / "mine" / "kit.yml").write_text("owner: Jo Martin\nmonogram: م ك\n")
    return load_kit(fork)


@pytest.mark.parametrize(
    ("sender", "letters"),
    [("Jo Martin", "م\u200cك"), ("Ines Moreau", "IM"), ("", "م\u200cك"), ("7", "&")],
)
def test_the_letters_are_the_kits_own_or_the_senders(
    sealed: Kit, sender: str, letters: str
) -> None:
    fields = {"sender": sender} if sender else {}
    scene = Press(sealed).scene(Order("seal", "us-a2", palette="ink", fields=fields), "front")
    assert letters_of(scene) == letters


def test_an_owner_without_a_monogram_has_initials(sealed: Kit) -> None:
    plain = replace(sealed, settings=replace(sealed.settings, monogram=""))
    order = Order("seal", "us-a2", palette="ink", fields={"sender": "Jo Martin"})
    assert letters_of(Press(plain).scene(order, "front")) == "JM"


def letters_of(scene: Scene) -> str:
    (text,) = (item for item in scene.items if isinstance(item, Text))
    return text.source


def test_four_letters_are_no_monogram(fork: Path) -> None:
    (fork / "mine" / "kit.yml").write_text("monogram: ABCD\n")
    with pytest.raises(Problems, match=r"mine/kit.yml:1:11: (?s:.*)one, two or three letters"):
        load_kit(fork)
