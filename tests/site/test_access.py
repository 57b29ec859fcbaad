"""Pages in a real browser: no violation by axe, nothing sideways, nothing from elsewhere."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import TYPES, Visitor, page_types

pytestmark = pytest.mark.browser
WIDTHS = (320, 390, 1280)
BUDGET = 500_000


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", TYPES)
def test_a_page_is_open_to_all(
    visitor: Visitor, site_dir: Path, kind: str, width: int, scheme: str
) -> None:
    visit = visitor.visit(page_types(site_dir)[kind], width=width, color_scheme=scheme)
    found = Axe().run(visit.page).response
    assert len(found["passes"]) > 15
    assert [(v["id"], [n["html"][:120] for n in v["nodes"]]) for v in found["violations"]] == []
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= width
    assert visit.failures == []


def test_every_page_written_by_hand_is_open_to_all(visitor: Visitor, site_dir: Path) -> None:
    folders = ("guide/*", "print/**", "customise/**")
    pages = [page for folder in folders for page in site_dir.glob(f"{folder}/index.html")]
    assert len(pages) > 38
    found = {}
    for path in sorted(pages):
        visit = visitor.visit(f"{path.parent.relative_to(site_dir)}/", width=320)
        violations = [v["id"] for v in Axe().run(visit.page).response["violations"]]
        wide = visit.page.evaluate("document.documentElement.scrollWidth")
        if violations or wide > 320:
            found[path.parent.name] = violations, wide
    assert found == {}


def test_axe_finds_what_is_wrong(visitor: Visitor) -> None:
    page = visitor.visit("").page
    page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=x>')")
    assert "image-alt" in {v["id"] for v in Axe().run(page).response["violations"]}


@pytest.mark.parametrize("kind", TYPES)
def test_no_request_leaves_the_origin(
    visitor: Visitor, site_dir: Path, address: str, kind: str
) -> None:
    visit = visitor.visit(page_types(site_dir)[kind])
    visit.page.evaluate("document.querySelectorAll('img').forEach((i) => { i.loading = 'eager' })")
    visit.page.wait_for_load_state("networkidle")
    assert len(visit.requests) > 4
    assert [u for u in visit.requests if not u.startswith(address)] == []


def test_the_first_phone_screen_of_home_is_light(visitor: Visitor) -> None:
    visit = visitor.visit("", device_scale_factor=3)
    assert 50_000 < visit.bytes <= BUDGET


def test_the_first_thing_seen_on_home_is_a_card(visitor: Visitor) -> None:
    page = visitor.visit("").page
    box = page.locator("main img").first.bounding_box()
    assert box and box["y"] < 300 and box["y"] + box["height"] < 844 and box["width"] > 150
    assert page.locator("main img").first.evaluate("(i) => i.complete && i.naturalWidth > 0")


@pytest.mark.parametrize("kind", TYPES)
def test_a_page_without_script_is_whole(visitor: Visitor, site_dir: Path, kind: str) -> None:
    page = visitor.visit(page_types(site_dir)[kind], java_script_enabled=False).page
    assert page.locator("main h1").is_visible()
    script_only = "[data-filter], [data-fill], [data-copy], [data-search-open]"
    assert page.locator(script_only).count() > 0
    assert page.locator(script_only).locator("visible=true").count() == 0


@pytest.mark.parametrize("kind", TYPES)
def test_nothing_jumps_while_a_page_loads(visitor: Visitor, site_dir: Path, kind: str) -> None:
    page = visitor.visit(page_types(site_dir)[kind]).page
    shift = page.evaluate(
        """() => new Promise((resolve) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value;
          }).observe({ type: "layout-shift", buffered: true });
          setTimeout(() => resolve(sum), 200);
        })"""
    )
    assert shift < 0.02
