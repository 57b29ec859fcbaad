"""Choosing, writing and counting days: by keyboard, by mouse, without a script, and in private."""

from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import Visit, Visitor
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
CHOOSER = "kit/choose/"
NOTE = "kit/situations/rejected-after-interviews/"
KEPT = "localStorage.length + sessionStorage.length + document.cookie.length"
SCHEMES = ("light", "dark")
WIDTHS = (320, 390, 1280)


def violations(page: Page) -> list[str]:
    found = Axe().run(page).response
    assert len(found["passes"]) > 15
    return [f"{v['id']}: {[n['html'][:90] for n in v['nodes']]}" for v in found["violations"]]


def answer(page: Page, *picks: str) -> None:
    """Pick answers with the mouse, each as question=answer."""
    for pick in picks:
        question, value = pick.split("=")
        page.locator(f"label:has(input[name={question}][value={value}])").click()


def assert_private(visit: Visit, before: int, address: str) -> None:
    """Check that the page has told nobody anything and keeps nothing."""
    own = tuple(address + path for path in ("scripts/", "kit/lint.json", "kit/previews/"))
    after = visit.requests[before:]
    assert [u for u in after if not u.startswith(own) or urlsplit(u).query] == []
    assert visit.page.evaluate(KEPT) == 0
    assert urlsplit(visit.page.url).query == "" and visit.failures == []


# The chooser


def test_the_chooser_leads_to_a_note_by_keyboard_alone(visitor: Visitor) -> None:
    visit = visitor.visit(CHOOSER)
    page = visit.page
    page.locator("main").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "feel"
    for question, downs in (("feel", 1), ("happened", 0), ("told", 1), ("besides", 2),
                            ("since", 1), ("wish", 1)):  # fmt: skip
        assert page.evaluate("document.activeElement.name") == question
        page.keyboard.press("Space")
        for _ in range(downs):
            page.keyboard.press("ArrowDown")
        page.keyboard.press("Tab")
    expect(page.locator("[data-advice] h2")).to_have_text("Write a card")
    expect(page.locator(".advice__link")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/kit/situations/runner-up/")
    assert visit.failures == [] and page.evaluate(KEPT) == 0


def test_each_answer_asks_the_next_thing_and_says_so(visitor: Visitor) -> None:
    page = visitor.visit(CHOOSER).page
    shown = page.locator("fieldset.ask:visible")
    expect(shown).to_have_count(1)
    answer(page, "feel=well")
    expect(shown).to_have_count(2)
    status = page.locator("[data-next-question]")
    expect(status).to_have_text("Next question: What has happened?")
    expect(page.locator("[data-question=happened]")).to_be_in_viewport()
    answer(page, "happened=silence", "silence=past")
    expect(page.locator("[data-advice]")).to_contain_text("A plain question is no reproach.")
    expect(page.locator("[data-advice]")).to_be_in_viewport()
    assert page.locator("[data-advice]").get_attribute("aria-live") == "polite"


def test_another_answer_takes_back_what_came_of_the_first(visitor: Visitor) -> None:
    page = visitor.visit(CHOOSER).page
    answer(page, "feel=well", "happened=silence", "silence=past")
    answer(page, "happened=helped")
    expect(page.locator("[data-advice]")).to_be_empty()
    expect(page.locator("fieldset.ask:visible")).to_have_count(3)
    answer(page, "happened=silence")
    assert page.locator("input[name=silence]:checked").count() == 0
    page.get_by_role("button", name="Start again").click()
    expect(page.locator("fieldset.ask:visible")).to_have_count(1)
    expect(page.locator("input[name=feel]").first).to_be_focused()


def test_every_group_has_its_question_as_its_name(visitor: Visitor) -> None:
    page = visitor.visit(CHOOSER).page
    answer(page, "feel=hurt", "happened=refused")
    for name in ("First of all, how are you?", "What has happened?", "Who told you, and how?"):
        group = page.get_by_role("group", name=name)
        expect(group).to_be_visible()
        assert group.get_by_role("radio").count() >= 2


def test_answers_stay_in_the_page_and_go_with_it(visitor: Visitor, address: str) -> None:
    visit = visitor.visit(CHOOSER)
    before = len(visit.requests)
    answer(visit.page, "feel=angry")
    expect(visit.page.locator("[data-advice] h2")).to_have_text("Not tonight")
    assert_private(visit, before, address)
    visit.page.reload()
    assert visit.page.locator("input:checked").count() == 0


def test_the_tables_are_folded_under_the_form_and_open_on_paper(visitor: Visitor) -> None:
    page = visitor.visit(CHOOSER).page
    table = page.locator("table.way").first
    expect(table).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollHeight") < 2500
    page.locator("[data-tables] > summary").click()
    expect(table).to_be_visible()
    page.locator("[data-tables] > summary").click()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(table).to_be_visible()
    expect(visitor.visit(f"{CHOOSER}#question-told").page.locator("#question-told")).to_be_visible()


def test_without_a_script_the_tables_decide(visitor: Visitor) -> None:
    page = visitor.visit(CHOOSER, java_script_enabled=False).page
    expect(page.locator("form.choose")).to_be_hidden()
    assert page.locator("table.way").count() >= 10
    page.get_by_role("row", name="They have not answered.").get_by_role("link").click()
    table = page.locator("h3:target + .table")
    expect(table).to_be_in_viewport()
    table.get_by_role("link", name="They never answered").click()
    page.wait_for_url("**/kit/situations/ghosted/")


def test_every_way_out_of_the_form_leads_to_a_page(visitor: Visitor, site_dir: Path) -> None:
    page = visitor.visit(CHOOSER).page
    links = page.evaluate(
        "[...document.querySelectorAll('template')].flatMap((t) =>"
        " [...t.content.querySelectorAll('a')].map((a) => new URL(a.getAttribute('href'),"
        " location.href).href))"
    )
    assert len(links) > 45
    for link in links:
        path = unquote(urlsplit(link).path).removeprefix("/afternote/")
        assert (site_dir / path / "index.html").is_file(), link


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_the_advice_is_open_to_all(visitor: Visitor, width: int, scheme: str) -> None:
    visit = visitor.visit(CHOOSER, width=width, color_scheme=scheme)
    answer(visit.page, "feel=hurt", "happened=refused", "told=phone", "besides=none",
           "since=weeks", "wish=typed")  # fmt: skip
    expect(visit.page.locator("[data-advice] h2")).to_be_visible()
    assert violations(visit.page) == []
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_chooser_weighs_little(visitor: Visitor) -> None:
    visit = visitor.visit(CHOOSER)
    assert 20_000 < visit.bytes < 300_000


# The notes


def text_of(page: Page) -> str:
    return page.locator("[data-note=email]:visible [data-text]").inner_text()


def test_empty_blanks_take_their_clauses_with_them(visitor: Visitor) -> None:
    page = visitor.visit(NOTE).page
    assert "one thing from" in text_of(page)
    page.fill("#fill-recipient", "Ada")
    assert text_of(page).startswith("Dear Ada,")
    assert "one thing" not in text_of(page) and "clearer picture" in text_of(page)
    page.fill("#fill-role", "baker")
    assert "over the baker role" in text_of(page)
    page.fill("#fill-role", "")
    assert "role" not in text_of(page)
    page.fill("#fill-recipient", "")
    assert "one thing from" in text_of(page)


def test_a_tone_is_chosen_by_keyboard_and_by_address(visitor: Visitor) -> None:
    page = visitor.visit(NOTE).page
    expect(page.locator("[data-tone]:visible")).to_have_count(1)
    page.locator("input[name=tone]").first.focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator("[data-tone=plain]")).to_be_visible()
    expect(page.locator("[data-tone=warm]")).to_be_hidden()
    other = visitor.visit(f"{NOTE}#formal").page
    expect(other.locator("[data-tone=formal]")).to_be_visible()
    expect(other.locator("input[value=formal]")).to_be_checked()


def test_without_a_script_every_tone_can_be_read_and_mailed(visitor: Visitor) -> None:
    page = visitor.visit(NOTE, java_script_enabled=False).page
    expect(page.locator("[data-tone]:visible")).to_have_count(3)
    expect(page.locator("form.fill")).to_be_hidden()
    expect(page.locator("[data-mail]:visible")).to_have_count(3)
    expect(page.locator(".calendar__days li:visible")).to_have_count(4)
    expect(page.locator(".calendar__days li").first).to_contain_text("2 days after")


def test_mail_copy_and_page_say_the_same(visitor: Visitor, address: str) -> None:
    visit = visitor.visit(NOTE, permissions=["clipboard-read", "clipboard-write"])
    page, before = visit.page, len(visit.requests)
    values = {"recipient": "Żółć & Sons? 50%+", "sender": "#1 <b>Zo\u00eb</b>", "detail": "a=b;c"}
    for name, value in values.items():
        page.fill(f"#fill-{name}", value)
    note = page.locator("[data-note=email]:visible")
    note.locator("[data-copy]").click()
    expect(page.locator("[data-said]").first).to_have_text("Copied.")
    copied = page.evaluate("navigator.clipboard.readText()")
    mail = note.locator("[data-mail]").get_attribute("href") or ""
    assert mail.startswith("mailto:?subject=Thank%20you%2C%20")
    fields = parse_qs(mail.removeprefix("mailto:?"), strict_parsing=True)
    assert fields["body"] == [copied.replace("\n", "\r\n")]
    assert fields["subject"] == [f"Thank you, {values['recipient']}"]
    assert all(value in copied for value in values.values()) and "[" not in copied
    assert page.locator(".note b").count() == 0
    assert_private(visit, before, address)


def test_a_note_is_not_judged_before_a_word_is_typed(visitor: Visitor) -> None:
    page = visitor.visit(NOTE).page
    note = page.locator("[data-note=card]:visible")
    note.locator("[data-edit]").click()
    page.wait_for_timeout(900)
    expect(note.locator("[data-hints]")).to_be_empty()
    note.locator("textarea").press_sequentially("x")
    expect(note.locator("[data-hints] li").first).to_be_visible()


def test_words_can_be_changed_and_are_looked_over(visitor: Visitor, address: str) -> None:
    visit = visitor.visit(NOTE, permissions=["clipboard-read", "clipboard-write"])
    page, before = visit.page, len(visit.requests)
    page.fill("#fill-recipient", "Ada")
    page.fill("#fill-sender", "Grace")
    note = page.locator("[data-note=email]:visible")
    note.locator("[data-edit]").click()
    area = note.locator("textarea")
    expect(area).to_be_focused()
    assert area.input_value().startswith("Dear Ada,")
    area.fill("Dear Ada,\n\nPlease reconsider! I would have been the better choice!!!\n\nGrace")
    expect(note.locator("[data-hints] li").first).to_contain_text("reconsider")
    assert "reconsider" in unquote(note.locator("[data-mail]").get_attribute("href") or "")
    assert violations(page) == []
    assert_private(visit, before, address)
    note.locator("[data-edit]").click()
    expect(note.locator("[data-text]")).to_be_visible()
    expect(note.locator("[data-hints]")).not_to_contain_text("reconsider")
    page.fill("#fill-detail", "the tour of the night kitchen")
    expect(note.locator("[data-hints]")).to_be_empty()
    page.reload()
    assert "reconsider" not in page.content() and "Ada" not in page.content()


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_a_filled_note_is_open_to_all(visitor: Visitor, width: int, scheme: str) -> None:
    page = visitor.visit(NOTE, width=width, color_scheme=scheme).page
    page.fill("#fill-recipient", "Ada")
    page.locator("[data-edit]:visible").first.click()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


# The calendar


def test_the_days_are_saved_as_a_file_by_keyboard(
    visitor: Visitor, address: str, root: Path, tmp_path: Path
) -> None:
    from generator.followups import write_followups

    visit = visitor.visit(NOTE, locale="en-GB")
    page, before = visit.page, len(visit.requests)
    page.locator("[data-calendar] input").fill("2027-01-31")
    expect(page.locator("[data-when]").first).to_have_text("2 February 2027")
    page.locator("[data-calendar] button").focus()
    with page.expect_download() as saved:
        page.keyboard.press("Enter")
    assert saved.value.suggested_filename == "afternote-2027-01-31.ics"
    saved.value.save_as(tmp_path / "page.ics")
    write_followups(root, "2027-01-31", "rejected-after-interviews", tmp_path / "verb.ics")
    assert (tmp_path / "page.ics").read_bytes() == (tmp_path / "verb.ics").read_bytes()
    expect(page.locator("[data-calendar] [data-said]")).to_contain_text("Saved")
    visit.requests[:] = [url for url in visit.requests if not url.startswith("blob:")]
    assert_private(visit, before, address)


def test_without_a_day_nothing_is_saved(visitor: Visitor) -> None:
    page = visitor.visit(NOTE).page
    page.locator("[data-calendar] input").fill("")
    expect(page.locator("[data-when]").first).to_have_text("2 days after")
    page.locator("[data-calendar] button").click()
    assert page.locator("[data-calendar] input").evaluate("(i) => i.validity.valueMissing")
    expect(page.locator("[data-calendar] [data-said]")).to_be_empty()
