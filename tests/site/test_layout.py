"""How the parts of a page lie: what belongs together stays together, on a phone and at a desk."""

from itertools import pairwise

import pytest
from conftest import Visitor
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.browser
PHONE = 390


def boxes(found: Locator) -> list[dict[str, float]]:
    """Return the boxes of what was found, and see that there is something."""
    measured = [box for one in found.all() if (box := one.bounding_box())]
    assert measured
    return [dict(box) for box in measured]


def lines_of(page: Page, selector: str) -> list[int]:
    """Return on how many lines each element stands."""
    return page.eval_on_selector_all(selector, "all => all.map(e => e.getClientRects().length)")


def test_an_option_is_not_torn_at_its_hyphens(visitor: Visitor) -> None:
    page = visitor.visit("print/calibrate/", width=PHONE).page
    said = page.locator("pre .word").all_text_contents()
    assert {"--paper", "--back-offset", ".venv/bin/afternote"} <= set(said)
    assert set(lines_of(page, "pre .word")) == {1}
    assert "afternote calibrate --paper letter" in (page.locator("pre").first.text_content() or "")


@pytest.mark.parametrize("width", [320, PHONE, 1280])
def test_the_numbers_on_a_card_do_not_touch(visitor: Visitor, width: int) -> None:
    page = visitor.visit("guide/anatomy/", width=width).page
    for side in ("left", "right"):
        marks = boxes(page.locator(f".anatomy__mark--{side}"))
        for above, below in pairwise(marks):
            assert above["y"] + above["height"] < below["y"]


def test_ornaments_stand_side_by_side_on_a_phone(visitor: Visitor) -> None:
    page = visitor.visit("customise/ornaments/", width=PHONE).page
    tops = [box["y"] for box in boxes(page.locator(".ornaments li"))]
    assert tops[0] == tops[1] == tops[2] < tops[3]


@pytest.mark.parametrize("width", [320, PHONE, 800, 1280])
@pytest.mark.parametrize("card", ["open-door", "horizon"])
def test_a_cards_sides_stand_on_one_line_and_within_the_page(
    visitor: Visitor, card: str, width: int
) -> None:
    page = visitor.visit(f"kit/cards/{card}/", width=width).page
    rows = page.locator(".stage__row").all()
    assert len(rows) == 2
    last = boxes(rows[1].locator(".object"))
    assert abs(last[0]["y"] + last[0]["height"] - last[1]["y"] - last[1]["height"]) < 1
    for box in boxes(page.locator(".stage .object")):
        assert box["x"] > 0 and box["x"] + box["width"] < width


def test_the_rest_of_the_downloads_opens_without_a_script(visitor: Visitor) -> None:
    page = visitor.visit("kit/cards/open-door/", java_script_enabled=False).page
    first = page.locator(".take a[download]").first
    box = first.bounding_box()
    assert box and box["y"] < 844
    folded = page.locator("#home").locator("xpath=ancestor::details").locator("a[download]").first
    assert not folded.is_visible()
    page.locator("#home").click()
    assert folded.is_visible()


@pytest.mark.parametrize("width", [320, PHONE, 800, 1280])
def test_the_card_that_home_shows_stands_in_the_middle(visitor: Visitor, width: int) -> None:
    (box,) = boxes(visitor.visit("", width=width).page.locator(".stage--hero .object"))
    assert abs(box["x"] + box["width"] / 2 - width / 2) < 2


def test_show_all_is_there_once_something_is_left_out(visitor: Visitor) -> None:
    page = visitor.visit("kit/cards/").page
    button = page.locator("[data-filter] [type=reset]")
    assert not button.is_visible()
    page.select_option("#filter-family", index=1)
    button.click()
    expect(button).to_be_hidden()
    assert page.evaluate("document.activeElement.id") == "filter-family"


def test_a_situations_facts_stand_in_one_row_at_a_desk(visitor: Visitor) -> None:
    page = visitor.visit("kit/situations/rejected-after-interviews/", width=1280).page
    facts = boxes(page.locator(".facts > div"))
    assert len(facts) == 4 and len({box["y"] for box in facts}) == 1


def test_a_cards_foldings_stand_two_by_two_on_a_phone(visitor: Visitor) -> None:
    page = visitor.visit("kit/cards/open-door/", width=PHONE).page
    first, second = boxes(page.locator(".foldings figure"))[:2]
    assert first["y"] == second["y"]
    for box in boxes(page.locator(".folding")):
        assert box["x"] + box["width"] < PHONE
