"""The same card at any resolution: exact pixel sizes, identical line breaks."""

import io
from dataclasses import replace

import pytest
from PIL import Image, ImageChops

from generator.export.png import encode_png
from generator.layout.compose import card_size
from generator.model.kit import FOLDS, FORMS, Kit
from generator.model.length import pixels
from generator.model.order import Order
from generator.model.scene import Scene, Text
from generator.press import Press
from generator.publish.plan import first_orientation

NOTE = (
    "Dear Nguyễn Thị,\n\nThank you for the two conversations about the archive, and for telling "
    "me yourself how it came out. What you said about cataloguing by use has stayed with me. I "
    "wish you and your team a good year.\n\nWith thanks,"
)
FIELDS = {"recipient": "Nguyễn Thị", "sender": "Zoë Żółć"}
SIZES = {"us-a2": (1350, 1725), "us-a7": (1575, 2175), "iso-a6": (1315, 1823)}
DPIS = (96, 150, 300, 600)


def order_of(kit: Kit, design: str, format_: str, fold: str = "flat") -> Order:
    found = kit.designs[design]
    return Order(
        design=design,
        format=format_,
        fold=next(f for f in FOLDS if f == fold),
        palette=found.palettes[0],
        orientation=first_orientation(found),
        message=NOTE,
        fields=FIELDS,
    )


def test_the_kit_has_the_designs_that_these_tests_look_at(kit: Kit) -> None:
    assert len(kit.designs) >= 6
    assert all(set(SIZES) <= set(d.formats) for d in kit.designs.values())


def test_pictures_with_bleed_are_exactly_as_large_as_shops_expect(kit: Kit, press: Press) -> None:
    for design in kit.designs:
        for format_, size in SIZES.items():
            order = order_of(kit, design, format_)
            picture = Image.open(io.BytesIO(encode_png(press.scene(order, "front"), 300)))
            expected = size if order.orientation == "portrait" else size[::-1]
            assert picture.size == expected, (design, format_)
            assert round(picture.info["dpi"][0]) == 300


def test_every_form_of_every_card_composes_to_its_trim_and_bleed(kit: Kit, press: Press) -> None:
    composed = 0
    for design in kit.designs.values():
        for format_ in design.formats:
            for fold in design.panels.keys() & set(kit.formats[format_].folds):
                for form in FORMS:
                    order = replace(order_of(kit, design.id, format_, fold), form=form)
                    card = press.compose(order)
                    for panel in card.panels:
                        if panel.scene is not None:
                            size = card_size(kit.formats[format_], order)
                            trim, media = panel.scene.trim, panel.scene.media
                            assert (trim.width, trim.height) == (size.width, size.height)
                            assert media == trim.grown(order.bleed)
                            composed += 1
    assert composed > 100


def line_extents(scene: Scene, text: Text, dpi: int) -> list[tuple[float, float]]:
    """Return where the ink of each line starts and ends in the picture, in points.

    Looked at is the lower half of the small letters: the ear of an r is as high as its edge.
    """
    bare = replace(scene, items=tuple(i for i in scene.items if not isinstance(i, Text)))
    alone = replace(scene, items=(*bare.items, text))
    with_text, without = (
        Image.open(io.BytesIO(encode_png(s, dpi))).convert("RGB") for s in (alone, bare)
    )
    inked = ImageChops.difference(with_text, without).convert("L").point(lambda v: 255 * (v > 40))
    extents = []
    for line in text.lines:
        top, bottom = (pixels(y - scene.media.y, dpi) for y in (line.y - text.size // 4, line.y))
        box = inked.crop((0, top, inked.width, bottom)).getbbox()
        assert box is not None, line
        extents.append((box[0] * 72 / dpi, box[2] * 72 / dpi))
    return extents


@pytest.mark.parametrize("fold", ["flat", "side"])
def test_line_breaks_are_the_same_at_every_resolution(kit: Kit, press: Press, fold: str) -> None:
    looked_at = 0
    for design in kit.designs.values():
        if fold not in design.panels:
            continue
        order = order_of(kit, design.id, "us-a2", fold)
        scene = press.scene(order, press.message_panel(order))
        message = next(i for i in scene.items if isinstance(i, Text) and i.slot == "message")
        assert len(message.lines) >= 4
        fine = line_extents(scene, message, max(DPIS))
        for dpi in DPIS[:-1]:
            for coarse, exact in zip(line_extents(scene, message, dpi), fine, strict=True):
                assert coarse == pytest.approx(exact, abs=2.5 * 72 / dpi), (design.id, dpi)
                looked_at += 1
    assert looked_at > 60
