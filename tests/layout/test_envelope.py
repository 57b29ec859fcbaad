"""Envelopes: which one, where the addresses stand, what is kept free."""

from collections.abc import Iterator

import pytest

from generator.layout.envelope import (
    Written,
    choose_envelope,
    envelope_pages,
    has_room,
)
from generator.layout.post import (
    GENERAL,
    POSTS,
    code_space,
    post_of,
    reading_area,
    size_warnings,
    stamp_space,
)
from generator.model.kit import Kit
from generator.model.length import Box, Size, mm
from generator.model.problem import Problems
from generator.model.scene import Scene, Text, run_width
from generator.press import Press

A2 = Size(414_000, 315_000)
C6 = Size(mm(162), mm(114))
LINES = ("Ms Ada Okafor", "Harbor & Pine", "12 Main Street, Apartment 14 B", "Denver, CO 80202")


def inked(scene: Scene) -> Iterator[tuple[str, Box]]:
    """Yield each line of type as the box from its capitals to its tails."""
    for text in scene.items:
        assert isinstance(text, Text)
        for line in text.lines:
            width = sum(run_width(run, text.size, text.tracking) for run in line.runs)
            yield (
                text.slot,
                Box(line.x, line.y - text.size * 3 // 4, width, text.size),
            )


def within(inner: Box, outer: Box) -> bool:
    return (
        outer.x <= inner.x
        and inner.right <= outer.right
        and outer.y <= inner.y
        and inner.bottom <= outer.bottom
    )


def apart(one: Box, other: Box) -> bool:
    return (
        one.right <= other.x
        or other.right <= one.x
        or one.bottom <= other.y
        or other.bottom <= one.y
    )


@pytest.mark.parametrize("country", [*POSTS, "BR"])
def test_every_address_stands_in_its_area_and_leaves_stamp_and_barcode_free(
    kit: Kit, press: Press, country: str
) -> None:
    post = post_of(country)
    written = Written(LINES, press.faces("sans", 400, False, "".join(LINES)))
    sizes = {e.size for f in kit.formats.values() for e in f.envelopes}
    for size in sizes:
        pages = envelope_pages(size, post, written, written)
        assert len(pages) == (2 if post.sender == "back" else 1)
        assert all((p.media.width, p.media.height) == (size.width, size.height) for p in pages)
        area, page = reading_area(size, post), Box(0, 0, size.width, size.height)
        for slot, box in inked(pages[0]):
            assert within(box, area if slot == "to" else page)
            assert apart(box, stamp_space(size, post)) and apart(box, code_space(size, post))
            if slot == "from":
                assert box.bottom <= area.y and box.x < size.width // 2
        assert sum(slot == "to" for slot, _ in inked(pages[0])) == len(LINES)


def test_the_areas_of_known_posts_in_millimetres() -> None:
    area = reading_area(A2, POSTS["US"])
    assert area.bottom == A2.height - mm(15.875)
    assert area.y == A2.height - mm(69.85)
    assert (area.x, area.right) == (mm(12.7), A2.width - mm(12.7))
    code = code_space(A2, POSTS["US"])
    assert (code.width, code.height) == (mm(120.65), mm(15.875))
    assert (code.right, code.bottom) == (A2.width, A2.height)
    german = reading_area(C6, POSTS["DE"])
    assert (german.x, german.y, german.bottom) == (mm(15), mm(40), C6.height - mm(15))
    stamp = stamp_space(C6, POSTS["DE"])
    assert (stamp.width, stamp.height, stamp.right, stamp.y) == (mm(74), mm(40), C6.width, 0)


@pytest.mark.parametrize(
    ("format_", "country", "name"),
    [
        ("us-a2", "US", "A2"),
        ("us-a2", "FR", "C6"),
        ("iso-a6", "DE", "C6"),
        ("iso-a6", "CA", "A6"),
        ("jp-hagaki", "JP", "C6"),
        ("iso-dl", "US", "#10"),
        ("us-postcard", "DE", "A6"),
    ],
)
def test_the_envelope_is_one_that_the_region_sells(
    kit: Kit, format_: str, country: str, name: str
) -> None:
    assert choose_envelope(kit.formats[format_], country).name == name


def test_every_listed_envelope_gives_its_card_6_mm(kit: Kit) -> None:
    for format_ in kit.formats.values():
        for envelope in format_.envelopes:
            assert has_room(format_.size, envelope.size), (format_.id, envelope.name)
    assert not has_room(Size(mm(105), mm(148)), Size(mm(150), mm(107)))
    assert not has_room(Size(mm(105), mm(148)), Size(mm(170), mm(105)))


def test_a_business_card_has_no_envelope(kit: Kit) -> None:
    with pytest.raises(Problems, match="has no envelope"):
        choose_envelope(kit.formats["business-us"], "US")


@pytest.mark.parametrize(
    ("size", "country", "said"),
    [
        (A2, "US", ()),
        (C6, "DE", ()),
        (A2, "DE", ("1.4 times",)),
        (Size(mm(155), mm(155)), "US", ("1.3 times",)),
        (Size(mm(130.2), mm(92.1)), "CA", ("smaller than 140 × 90 mm",)),
        (Size(mm(229), mm(162)), "US", ("larger than",)),
        (Size(mm(184.2), mm(133.4)), "DE", ("larger than", "1.4 times")),
    ],
)
def test_sizes_that_a_machine_refuses_are_told_with_rule_and_date(
    size: Size, country: str, said: tuple[str, ...]
) -> None:
    found = size_warnings(size, post_of(country))
    assert len(found) == len(said)
    for words, part in zip(found, said, strict=True):
        assert part in words
        assert "2026-11-23" in words and post_of(country).rule in words


def test_a_country_without_rules_gets_the_general_one() -> None:
    assert post_of("BR") is GENERAL


def test_an_address_too_wide_is_told_for_both_ends(press: Press) -> None:
    lines = ("W" * 90, "x")
    written = Written(lines, press.faces("sans", 400, False, "Wx"))
    with pytest.raises(Problems) as found:
        envelope_pages(A2, POSTS["US"], written, written)
    assert {problem.where for problem in found.value.problems} == {"--to", "--from"}
