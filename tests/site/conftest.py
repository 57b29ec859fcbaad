"""A plain static server under a sub-path, and a real browser to look at it with."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

SUB_PATH = "/afternote/"
NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


class Quiet(SimpleHTTPRequestHandler):
    """Serves the site's folder under its sub-path and nothing else; says nothing."""

    def translate_path(self, path: str) -> str:
        if not path.startswith(SUB_PATH):
            return str(Path(self.directory) / "outside the sub-path")
        return super().translate_path(path.removeprefix(SUB_PATH.rstrip("/")))

    def log_message(self, format: str, *args: Any) -> None:
        pass


@pytest.fixture(scope="session")
def address(site_dir: Path) -> Iterator[str]:
    """Return the address of the served site, with its sub-path."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site_dir)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}{SUB_PATH}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return the system's Chromium."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None:
        pytest.fail("the browser tests need Chromium: run make test, or install it")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
        yield browser
        browser.close()


@dataclass
class Visit:
    """One visit of a page: every request that it made and every word that the console said."""

    page: Page
    requests: list[str] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    bytes: int = 0


@dataclass
class Visitor:
    """Opens pages of the site at a width, in a colour scheme."""

    browser: Browser
    address: str
    contexts: list[BrowserContext] = field(default_factory=list)

    def visit(self, path: str, *, width: int = 390, height: int = 844, **options: Any) -> Visit:
        """Open a page and wait until it rests."""
        viewport: Any = {"width": width, "height": height}
        context = self.browser.new_context(viewport=viewport, **options)
        self.contexts.append(context)
        visit = Visit(context.new_page())
        visit.page.on("request", lambda request: visit.requests.append(request.url))
        visit.page.on("pageerror", lambda error: visit.failures.append(str(error)))
        visit.page.on(
            "console",
            lambda said: visit.failures.append(said.text) if said.type == "error" else None,
        )
        visit.page.on("response", lambda response: _weigh(visit, response))
        visit.page.goto(self.address + path)
        visit.page.wait_for_load_state("networkidle")
        return visit

    def close(self) -> None:
        """Close all that was opened."""
        for context in self.contexts:
            context.close()


def _weigh(visit: Visit, response: Any) -> None:
    if response.status >= 400:
        visit.failures.append(f"{response.status} {response.url}")
    visit.bytes += int(response.headers.get("content-length", 0))


@pytest.fixture
def visitor(browser: Browser, address: str) -> Iterator[Visitor]:
    """Return someone who visits pages and leaves no context open."""
    visitor = Visitor(browser, address)
    yield visitor
    visitor.close()


def page_types(site: Path) -> dict[str, str]:
    """Return one page of each type that the site has, by a name."""
    first = {
        kind: min(p.parent.name for p in (site / "kit" / kind).glob("*/index.html"))
        for kind in ("cards", "situations")
    }
    return {
        "home": "",
        "guide": "guide/why-write/",
        "print": "print/",
        "customise": "customise/",
        "gallery": "kit/cards/",
        "card": f"kit/cards/{first['cards']}/",
        "situations": "kit/situations/",
        "situation": f"kit/situations/{first['situations']}/",
        "chooser": "kit/choose/",
        "colophon": "kit/colophon/",
        "lost": "404.html",
    }


TYPES = ("home", "guide", "print", "customise", "gallery", "card", "situations", "situation",
         "colophon", "lost")  # fmt: skip
