"""The page on pre-cut packs lists each pack, and under the card that it fits."""

import re
from dataclasses import replace

from generator.load.stock import read_stock
from generator.model.kit import Kit
from generator.model.length import Size, mm
from generator.publish.stock import PART, fits, group_stock, render_stock


def test_every_pack_is_listed_under_a_card_or_as_another_size(kit: Kit) -> None:
    stock = read_stock(kit.root)
    groups = group_stock(kit.formats.values(), stock)
    by_card = {group.id: [pack.stock.id for pack in group.packs] for group in groups}
    assert {id_ for ids in by_card.values() for id_ in ids} == set(stock)
    assert {"avery-8315", "avery-3268", "avery-3266-folded"} <= set(by_card["us-a2"])
    assert "avery-5371" in by_card["business-us"] and "zweckform-32252" in by_card["iso-a6"]
    assert list(by_card)[-1] == ""
    text = render_stock(kit, stock)[PART].decode()
    assert len(re.findall("<tr><th scope=.row", text)) == sum(map(len, by_card.values()))
    assert "Avery 8315, 5315<br><code>avery-8315</code>" in text
    assert "\n\n" not in text, "Markdown would take up again in the middle of the table"


def test_a_place_of_another_size_or_fold_is_not_offered(kit: Kit) -> None:
    us_a2, note_card = kit.formats["us-a2"], read_stock(kit.root)["avery-3268"]
    assert fits(us_a2, note_card)
    assert fits(us_a2, replace(note_card, card=note_card.card.turned()))
    assert not fits(us_a2, replace(note_card, fold="side"))
    narrow = Size(note_card.card.width - mm(1.5), note_card.card.height)
    assert not fits(us_a2, replace(note_card, card=narrow))
    wide = Size(note_card.card.width + mm(1.5), note_card.card.height)
    assert not fits(us_a2, replace(note_card, card=wide))
