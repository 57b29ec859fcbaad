"""Composing: slots set on panels, forms, blanks, spreads, and what is told of a long text."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from generator.fonts.library import Library
from generator.layout.compose import Parts, compose_card, message_panel, open_spread
from generator.layout.forms import rectangle
from generator.model.artwork import Artwork
from generator.model.kit import Design, Kit
from generator.model.length import Box
from generator.model.order import Order
from generator.model.paint import Ink
from generator.model.problem import Problems
from generator.model.scene import Card, Group, Panel, Path, Scene, Text

ORDER = Order("laurel", "us-a2", "side", "clay", message="Dear Jo,\n\nThank you.")
SLOTS = {"message": Box(40_000, 60_000, 226_000, 200_000)}
WORDS = {"message": ORDER.message, "signature": "Zoë", "cover": "Thank you"}


def art(kit: Kit, slots: Mapping[str, Box]) -> Artwork:
    size = kit.formats["us-a2"].size
    ground = Path(rectangle(Box(0, 0, size.width, size.height).grown(14_173)), Ink("paper"))
    return Artwork(size, (ground,), slots, "test.svg", "key")


@pytest.fixture
def parts(kit: Kit) -> Parts:
    library = Library(kit.typefaces)
    design: Design = kit.designs["laurel"]
    return Parts(
        design=design,
        format=kit.formats["us-a2"],
        palette=kit.palettes["clay"],
        artworks={
            "front": art(kit, {"cover": Box(40_000, 60_000, 226_000, 60_000)}),
            "inside": art(kit, {**SLOTS, "signature": Box(40_000, 300_000, 226_000, 40_000)}),
        },
        faces=lambda face, weight, italic, words: library.stack(face, weight=weight, italic=italic),
        typeset=lambda text, lang, face: text,
        fits_in=lambda order: ("us-a7",),
        picture=lambda slot, fit: ("", None),
    )


def panel(card: Card, name: str) -> Scene:
    scene = next(p.scene for p in card.panels if p.name == name)
    assert scene is not None
    return scene


def slots(scene: Scene) -> list[str]:
    return [item.slot for item in scene.items if isinstance(item, Text)]


def test_every_panel_of_the_fold_is_there_unprinted_ones_without_a_scene(parts: Parts) -> None:
    card = compose_card(ORDER, parts, WORDS)
    assert [(p.name, p.scene is None) for p in card.panels] == [
        ("front", False),
        ("inside-left", True),
        ("inside", False),
        ("back", True),
    ]


def test_art_lies_under_texts_in_reading_order_with_the_palettes_inks(parts: Parts) -> None:
    inside = panel(compose_card(ORDER, parts, WORDS), "inside")
    assert isinstance(inside.items[0], Group) and inside.items[0].artifact
    assert slots(inside) == ["message", "signature"] == list(inside.reading)
    text = inside.items[1]
    assert isinstance(text, Text)
    assert text.ink.rgb == parts.palette.inks["ink"].rgb
    assert inside.media == inside.trim.grown(ORDER.bleed)


def test_blank_leaves_the_note_out_and_keeps_the_cover(parts: Parts) -> None:
    card = compose_card(replace(ORDER, form="blank"), parts, WORDS)
    assert slots(panel(card, "inside")) == []
    assert slots(panel(card, "front")) == ["cover"]


def test_a_slot_without_words_is_left_free(parts: Parts) -> None:
    card = compose_card(ORDER, parts, {**WORDS, "signature": " "})
    assert slots(panel(card, "inside")) == ["message"]


def test_a_long_text_is_told_with_slot_words_and_the_format_that_takes_it(parts: Parts) -> None:
    words = {**WORDS, "message": "thanks " * 900, "signature": "Z" * 90}
    with pytest.raises(Problems) as caught:
        compose_card(ORDER, parts, words)
    told = "\n".join(map(str, caught.value.problems))
    assert len(caught.value.problems) == 2
    assert "slot message" in told and "slot signature" in told
    assert "it fits us-a7" in told


def test_the_message_panel_is_where_the_message_is_drawn(parts: Parts) -> None:
    assert message_panel("side", parts.artworks) == "inside"
    assert message_panel("side", {"front": parts.artworks["front"]}) == "front"


def boxes(group: object) -> tuple[tuple[int, ...], Box]:
    assert isinstance(group, Group) and group.clip is not None
    numbers = [int(n) for n in group.clip.translate(str.maketrans("MLZ", "   ")).split()]
    xs, ys = numbers[::2], numbers[1::2]
    return group.matrix, Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def test_an_opened_side_fold_has_the_front_on_the_right_and_cuts_at_the_fold(
    parts: Parts,
) -> None:
    card = compose_card(ORDER, parts, WORDS)
    wide, high = card.size.width, card.size.height
    outside = open_spread(card, "outside")
    assert (outside.trim.width, outside.trim.height) == (2 * wide, high)
    (front,) = outside.items
    matrix, cut = boxes(front)
    assert matrix[4:] == (wide, 0)
    assert (cut.x, cut.right) == (0, wide + ORDER.bleed)
    assert (cut.y, cut.bottom) == (-ORDER.bleed, high + ORDER.bleed)


def test_an_opened_tent_turns_its_back_on_its_head(parts: Parts) -> None:
    card = compose_card(ORDER, parts, WORDS)
    tent = replace(
        card,
        fold="tent",
        panels=(*card.panels[:3], Panel("back", panel(card, "front"))),
    )
    wide, high = card.size.width, card.size.height
    back, front = open_spread(tent, "outside").items
    matrix, cut = boxes(back)
    assert matrix == (-1_000_000, 0, 0, -1_000_000, wide, high)
    # Seen upright, the outer edge of the back is its lower one.
    assert (cut.y, cut.bottom) == (0, high + ORDER.bleed)
    matrix, cut = boxes(front)
    assert matrix[4:] == (0, high)
    assert (cut.y, cut.bottom) == (0, high + ORDER.bleed)
