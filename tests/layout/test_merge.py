"""Many notes on one card: each as it would be alone, and all that is wrong told together."""

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.export.pdf import Edition, write_pdf
from generator.layout.pages import card_pages
from generator.model.kit import Kit
from generator.model.order import Letter, Order
from generator.model.problem import Problems
from generator.press import Press

SAYINGS = (
    "Dear Jo,\n\nThank you.",
    'Dear Zoë,\n\nThank you for the talk -- it\'s "good" to know where I stand.\n\nWarmly,',
    "Dear محمد,\n\nThank you, Dr. Wu, for 5 mm of office. " + "And for a well-known word. " * 6,
    "",
)
letters = st.builds(
    Letter,
    st.sampled_from(SAYINGS),
    st.fixed_dictionaries(
        {"sender": st.sampled_from(("Jo Martin", "小明", ""))},
        optional={"cover": st.sampled_from(("Thank you", "Merci"))},
    ),
)
orders = st.builds(
    Order,
    design=st.sampled_from(("laurel", "open-door", "correspondence")),
    format=st.just("us-a7"),
    fold=st.sampled_from(("flat", "side")),
    palette=st.sampled_from(("ink", "clay")),
    form=st.sampled_from(("bleed", "inset", "blank")),
)


@pytest.fixture(scope="module")
def press(kit: Kit) -> Press:
    return Press(kit)


@settings(max_examples=25, deadline=None)
@given(order=orders, notes=st.lists(letters, min_size=1, max_size=4))
def test_a_merged_card_is_the_card_of_its_note(
    kit: Kit, press: Press, order: Order, notes: list[Letter]
) -> None:
    merged = list(press.merge(order, notes))
    assert len(merged) == len(notes)
    for card, (message, fields) in zip(merged, notes, strict=True):
        alone = Order(
            order.design, order.format, order.fold, order.palette, order.form,
            message=message, fields=fields,
        )  # fmt: skip
        assert card == Press(kit).compose(alone)


def test_what_is_wrong_with_any_note_is_told_with_its_number(press: Press) -> None:
    order = Order("laurel", "us-a7", "flat", "ink")
    notes = [
        Letter("Thank you.", {"sender": "Jo"}),
        Letter("word " * 900, {"sender": "Jo"}),
        Letter("Thank you.", {"sender": "Jo"}),
        Letter("\U0001f9ff\ufdd0", {"sender": "Jo"}),
    ]
    cards = press.merge(order, notes)
    assert next(cards).design == "laurel"
    with pytest.raises(Problems) as raised:
        next(cards)
    wheres = [problem.where for problem in raised.value.problems]
    assert [where.partition(":")[0] for where in wheres] == ["note 2", "note 4"]


def test_a_merge_takes_few_bytes_a_card_and_shows_each_note(press: Press) -> None:
    order = Order("laurel", "us-a7", "flat", "ink")
    sizes = []
    for count in (2, 42):
        notes = (
            Letter(f"Dear {n},\n\n" + "Thank you for the kind words. " * 9, {"sender": "Jo"})
            for n in range(count)
        )
        cards = press.merge(order, notes)
        pages = (page for card in cards for page in card_pages(card, "panels", marks=False))
        out = BytesIO()
        write_pdf(out, pages, Edition("t", "en", is_tagged=False))
        sizes.append(len(out.getvalue()))
    assert (sizes[1] - sizes[0]) / 40 < 1_100
