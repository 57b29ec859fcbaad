"""Pages on paper: the guide on one sheet, and no page with what only a screen can use."""

import re
from pathlib import Path

import pytest
from conftest import Visitor, page_types

pytestmark = pytest.mark.browser
CHEAT_SHEET = "guide/cheat-sheet/"
PAGE = re.compile(rb"/Type\s*/Page\b(?!s)")


@pytest.mark.parametrize("paper", ["Letter", "A4"])
def test_the_cheat_sheet_is_one_sheet(visitor: Visitor, paper: str) -> None:
    page = visitor.visit(CHEAT_SHEET).page
    assert len(PAGE.findall(page.pdf(format=paper, prefer_css_page_size=False))) == 1


@pytest.mark.parametrize("kind", ["home", "guide", "situation"])
def test_a_printed_page_has_its_words_and_no_controls(
    visitor: Visitor, site_dir: Path, kind: str
) -> None:
    page = visitor.visit(page_types(site_dir)[kind], color_scheme="dark").page
    controls = page.locator("header, nav, footer, form, main button, main input, main textarea")
    assert controls.locator("visible=true").count() > 0
    page.emulate_media(media="print", color_scheme="dark")
    assert controls.locator("visible=true").count() == 0
    assert page.locator("main h1").is_visible()
    ink = page.evaluate("getComputedStyle(document.querySelector('main p')).color")
    assert ink in ("rgb(0, 0, 0)", "rgb(51, 51, 51)")
