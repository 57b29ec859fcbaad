"""All that a page can do, done by keyboard alone."""

from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from conftest import Visitor, page_types
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def tab_to(page: Page, selector: str, *, limit: int = 120) -> None:
    """Press Tab until an element has the focus; fail if it never gets it."""
    for _ in range(limit):
        page.keyboard.press("Tab")
        if page.evaluate("(s) => document.activeElement?.matches(s) ?? false", selector):
            return
    pytest.fail(f"{selector} is out of the keyboard's reach")


def shown_tiles(page: Page) -> int:
    return page.locator(".tile:visible").count()


def test_the_first_stop_skips_to_the_text(visitor: Visitor) -> None:
    page = visitor.visit("kit/cards/").page
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    expect(page.locator(".skip")).to_be_in_viewport()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_the_focus_can_be_seen(visitor: Visitor) -> None:
    page = visitor.visit("").page
    for _ in range(12):
        page.keyboard.press("Tab")
        style = page.evaluate(
            "() => { const s = getComputedStyle(document.activeElement);"
            " return [s.outlineStyle, parseFloat(s.outlineWidth)] }"
        )
        assert style[0] != "none" and style[1] >= 1


def test_the_gallery_is_filtered_and_the_address_keeps_it(visitor: Visitor) -> None:
    page = visitor.visit("kit/cards/").page
    every = shown_tiles(page)
    assert every >= 6
    family = page.locator(".tile").first.get_attribute("data-family") or ""
    tab_to(page, "#filter-family")
    page.keyboard.type(family[:4])
    page.keyboard.press("Enter")
    expect(page.locator("#filter-family")).to_have_value(family)
    fewer = shown_tiles(page)
    assert page.locator(".shelf:visible").count() == 1
    assert 0 < fewer < every
    expect(page.locator("[data-filter] output")).to_contain_text(str(fewer))
    assert parse_qs(urlsplit(page.url).query) == {"family": [family]}
    page.reload()
    expect(page.locator("#filter-family")).to_have_value(family)
    assert shown_tiles(page) == fewer
    tab_to(page, "[data-filter] [type=reset]")
    page.keyboard.press("Enter")
    expect(page.locator("[data-filter] output")).to_contain_text(str(every))
    assert shown_tiles(page) == every and urlsplit(page.url).query == ""


def test_the_colours_go_round_and_are_kept(visitor: Visitor) -> None:
    page = visitor.visit("", color_scheme="light").page
    paper = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(paper)
    tab_to(page, "[data-scheme-toggle]")
    button = page.locator("[data-scheme-toggle]")
    labels = [button.get_attribute("aria-label")]
    for _ in range(2):
        page.keyboard.press("Enter")
        labels.append(button.get_attribute("aria-label"))
    dark = page.evaluate(paper)
    assert dark != light and len(set(labels)) == 3
    page.reload()
    assert page.evaluate(paper) == dark
    tab_to(page, "[data-scheme-toggle]")
    page.keyboard.press("Enter")
    assert page.evaluate(paper) == light


def test_search_finds_a_page_and_goes_there(visitor: Visitor) -> None:
    page = visitor.visit("guide/why-write/").page
    page.keyboard.press("/")
    field = page.locator("#search-words")
    expect(field).to_be_focused()
    page.keyboard.type("runner-up")
    first = page.locator(".search__found a").first
    expect(first).to_be_visible()
    expect(page.locator(".search__state")).to_contain_text("place")
    tab_to(page, ".search__found a", limit=4)
    page.keyboard.press("Enter")
    page.wait_for_url("**/kit/situations/runner-up/**")


def test_search_opens_by_its_button_and_closes_by_escape(visitor: Visitor) -> None:
    page = visitor.visit("").page
    tab_to(page, "[data-search-open]")
    page.keyboard.press("Enter")
    expect(page.locator("dialog.search")).to_be_visible()
    page.keyboard.type("zzzzqq")
    expect(page.locator(".search__state")).to_contain_text("Nothing found")
    page.keyboard.press("Escape")
    expect(page.locator("dialog.search")).to_be_hidden()
    expect(page.locator("[data-search-open]")).to_be_focused()


def test_a_note_is_filled_in_copied_and_mailed(visitor: Visitor, site_dir: Path) -> None:
    permissions = ["clipboard-read", "clipboard-write"]
    visit = visitor.visit(page_types(site_dir)["situation"], permissions=permissions)
    page = visit.page
    before = len(visit.requests)
    tab_to(page, "#fill-recipient")
    page.keyboard.type("Zofia Żółć & <b>")
    tab_to(page, "[data-copy]")
    page.keyboard.press("Enter")
    expect(page.locator("[data-copy]").first).to_contain_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "Zofia Żółć & <b>" in copied and "[" in copied and "\n\n" in copied
    mail = page.locator("[data-mail]").first.get_attribute("href") or ""
    assert mail.startswith("mailto:?subject=") and "Zofia Żółć & <b>" in unquote(mail)
    assert page.locator(".note b").count() == 0
    assert len(visit.requests) == before, "what is typed leaves the page"
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_what_was_typed_is_gone_after_a_reload(visitor: Visitor, site_dir: Path) -> None:
    page = visitor.visit(page_types(site_dir)["situation"]).page
    page.fill("#fill-recipient", "Zofia")
    page.reload()
    assert page.input_value("#fill-recipient") == ""
    assert "Zofia" not in (page.locator("main").text_content() or "")
