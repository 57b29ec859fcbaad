"""`make serve`: an edit shows without a word of MkDocs, a broken file stops nothing, ?overlay."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser
ROOT = Path(__file__).parents[2]
KIT = "designs: {only: [laurel]}\npublish: {formats: [us-a2], folds: [flat, side]}\n"
NAV = (
    "nav:\n  - Home: index.md\n  - Notes: kit/situations/index.md\n  - Cards: kit/cards/index.md\n"
)
DRAWING = "mine/designs/laurel/cover.svg.j2"


@dataclass
class Served:
    """A served fork: its folder, its address, what its terminal says."""

    folder: Path
    address: str
    log: Path

    def said(self) -> str:
        return self.log.read_text("utf-8")

    def wait_for(self, words: str, *, times: int = 1, seconds: float = 120) -> str:
        """Return what was said, once it holds some words so often."""
        end = time.monotonic() + seconds
        while len(re.findall(words, self.said())) < times:
            assert time.monotonic() < end, f"nobody says {words!r}: {self.said()}"
            time.sleep(0.1)
        return self.said()


def small_site(folder: Path) -> None:
    """Write a fork with one design and hardly a page, so that MkDocs has little to do."""
    shutil.copytree(ROOT / "assets", folder / "assets")
    shutil.copytree(ROOT / "docs", folder / "docs", ignore=shutil.ignore_patterns("kit"))
    for name in ("guide", "print", "customise"):
        for page in sorted((folder / "docs" / name).rglob("*.md")):
            page.write_text("# A page\n", "utf-8")
    (folder / "docs/index.md").write_text("# Home\n", "utf-8")
    config = (ROOT / "mkdocs.yml").read_text("utf-8")
    (folder / "mkdocs.yml").write_text(config.partition("\nnav:\n")[0] + "\n" + NAV, "utf-8")
    (folder / "generator").symlink_to(ROOT / "generator")
    shutil.copy(ROOT / "pyproject.toml", folder)
    shutil.copytree(folder / "assets/designs/laurel", folder / "mine/designs/laurel")
    (folder / "mine/kit.yml").write_text(KIT, "utf-8")


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port: int = asked.getsockname()[1]
    return port


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("fork")
    small_site(folder)
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(
        [sys.executable, "-m", "generator.workshop", "--once"],
        cwd=folder,
        env=environment,
        check=True,
    )
    log, port = folder / "build/serve.log", free_port()
    with log.open("w") as out:
        server = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--livereload", "-a", f"127.0.0.1:{port}"],
            cwd=folder,
            env=environment,
            stdout=out,
            stderr=subprocess.STDOUT,
        )
    served = Served(folder, f"http://127.0.0.1:{port}/afternote/", log)
    try:
        served.wait_for("Serving on")
        yield served
    finally:
        server.terminate()
        server.wait(30)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1200, "height": 900})
    yield context.new_page()
    context.close()


Edit = Callable[[str, str], None]


@pytest.fixture
def edit(served: Served) -> Iterator[Edit]:
    """Return a function that changes the drawing; it is as it was when the test is over.

    Ask for it before a page: one that is closed while it reloads hangs.
    """
    path = served.folder / DRAWING
    before = path.read_text("utf-8")

    def run(old: str, new: str) -> None:
        assert old in before
        path.write_text(before.replace(old, new, 1), "utf-8")

    yield run
    count = len(re.findall("Afternote: ", served.said()))
    path.write_text(before, "utf-8")
    served.wait_for("Afternote: ", times=count + 1)


def test_a_drawing_shows_without_a_page_built_anew(served: Served, edit: Edit, page: Page) -> None:
    page.goto(served.address + "kit/cards/laurel/")
    picture = page.locator(".stage img").first
    address = picture.get_attribute("src") or ""
    shown = served.folder / "docs/kit" / address.partition("../../")[2]
    before = shown.read_bytes()
    built = len(re.findall("Building documentation", served.said()))
    edit("</svg>", '<circle r="20" cx="50" cy="50" class="accent"/></svg>')
    served.wait_for(r"Afternote: \d+ pictures and 0 pages in", times=2)
    served.wait_for("Reloading browsers")
    assert shown.read_bytes() != before
    assert len(re.findall("Building documentation", served.said())) == built
    # What the browser gets is the new picture, and the downloads follow by themselves.
    response = page.request.get(f"{served.address}kit/{address.partition('../../')[2]}")
    assert response.body() == shown.read_bytes()
    download = page.locator("a[download]").first.get_attribute("href") or ""
    name = f"kit/{download.partition('../../')[2]}"
    for _ in range(300):
        if (served.folder / "docs" / name).exists():
            break
        time.sleep(0.1)
    assert page.request.get(served.address + name).ok


def test_a_broken_drawing_is_told_and_the_last_good_site_stays(
    served: Served, edit: Edit, page: Page
) -> None:
    edit("palette.paper", "palette.papier")
    said = served.wait_for(r"Afternote: problems")
    assert f"{DRAWING}:" in said
    assert "the palette has no role 'papier'" in said
    assert "Traceback" not in said
    assert page.goto(served.address + "kit/cards/laurel/").ok  # type: ignore[union-attr]
    expect(page.locator(".stage img").first).to_be_visible()


def test_the_overlay_shows_edges_slots_and_room(served: Served, page: Page) -> None:
    page.goto(served.address + "kit/cards/laurel/")
    assert page.locator(".overlay, .overlay-tools").count() == 0
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.goto(served.address + "kit/cards/laurel/?overlay")
        first = page.locator(".stage .overlay").first
        expect(first).to_be_visible()
        box, picture = first.bounding_box(), page.locator(".stage img").first.bounding_box()
        assert box and picture
        assert abs(box["width"] - picture["width"]) < 1 and abs(box["y"] - picture["y"]) < 1
    assert "slots: cover" in (first.get_attribute("aria-label") or "")
    assert {"trim", "bleed", "safe"} <= set(
        first.evaluate("svg => [...svg.children].map((part) => part.dataset.layer)")
    )
    flat = page.locator('.overlay[aria-label*="message"]').first
    assert re.search(r"\d+ at 13.5 pt, \d+ at 10 pt", flat.text_content() or "")
    assert flat.locator("line").count() > 5
    # By keyboard: the third tick takes the safe area away.
    page.locator(".overlay-tools input").first.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert page.locator('.overlay [data-layer="safe"]:visible').count() == 0
    assert page.locator('.overlay [data-layer="slots"]:visible').count() > 0


def test_a_published_site_has_no_overlay(site_dir: Path) -> None:
    assert list((site_dir / "kit/cards").glob("*/index.html"))
    assert not list(site_dir.rglob("overlay*"))
    for page in (site_dir / "kit/cards").glob("*/index.html"):
        assert "overlay" not in page.read_text("utf-8")
