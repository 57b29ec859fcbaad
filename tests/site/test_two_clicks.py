"""Ten readers find their answer within two clicks from home, by links that they can recognise."""

from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest

BASE = "https://site.test/"
READERS: Mapping[str, tuple[str, str]] = {
    "I was the internal candidate": ("kit/situations/internal-candidate/", "note"),
    "they ghosted me": ("kit/situations/ghosted/", "note"),
    "the recruiter was from an agency": ("kit/situations/agency/", "note"),
    "I want feedback": ("kit/situations/asking-for-feedback/", "note"),
    "I cannot write by hand": ("guide/a-card-among-emails/", "if-you-cannot-write-by-hand"),
    "I already sent an angry reply": ("kit/situations/angry-reply/", "note"),
    "there were five people on the panel": ("kit/situations/panel-interview/", "note"),
    "it was only an automatic e-mail": ("kit/situations/form-mail-after-rounds/", "note"),
    "I declined their offer": ("kit/situations/offer-declined/", "note"),
    "the job was withdrawn": ("kit/situations/role-cancelled/", "note"),
}
"""Whom the guide is for, in their words; the page that answers, and the place on it."""


class Links(HTMLParser):
    """The targets of a page's links, and its ids."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.targets: set[str] = set()
        self.ids: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.ids.add(values.get("id", ""))
        if tag == "a" and "href" in values:
            self.targets.add(values["href"])


def read(site: Path, page: str) -> Links:
    return Links((site / page / "index.html").read_text("utf-8"))


def linked(site: Path, page: str) -> set[str]:
    """Return the pages of the site that a page links to, as paths that end in a stroke."""
    urls = {urlsplit(urljoin(BASE + page, target)) for target in read(site, page).targets}
    paths = {url.path[1:] for url in urls if url.netloc == urlsplit(BASE).netloc}
    return {path for path in paths if (site / path / "index.html").is_file() and path != page}


@pytest.fixture(scope="module")
def clicks(site_dir: Path) -> dict[str, int]:
    """Return how many clicks from home each page is, up to two."""
    found = {"": 0}
    for _ in range(2):
        for page, count in list(found.items()):
            for target in linked(site_dir, page):
                found.setdefault(target, count + 1)
    assert len(found) > 40
    return found


@pytest.mark.parametrize("answer", READERS.values(), ids=list(READERS))
def test_a_reader_is_two_clicks_from_the_answer(
    answer: tuple[str, str], clicks: dict[str, int], site_dir: Path
) -> None:
    page, place = answer
    assert clicks.get(page, 99) <= 2
    assert place in read(site_dir, page).ids


def test_every_page_of_the_guide_is_one_click_or_two_from_home(
    clicks: dict[str, int], root: Path
) -> None:
    pages = {f"guide/{path.stem}/" for path in (root / "docs/guide").glob("*.md")}
    assert len(pages) > 10
    assert pages - clicks.keys() == set()


def test_a_page_that_nobody_links_to_is_not_found(tmp_path: Path) -> None:
    for page, html in {"": '<a href="a/">a</a>', "a": "", "b": ""}.items():
        (tmp_path / page).mkdir(exist_ok=True)
        (tmp_path / page / "index.html").write_text(html)
    assert linked(tmp_path, "") == {"a/"}


def test_the_index_leads_to_every_note_in_each_tone(site_dir: Path) -> None:
    index = "kit/situations/"
    targets = {urljoin(index, target) for target in read(site_dir, index).targets if "#" in target}
    notes = {target for target in targets if target.endswith(("-card", "-email"))}
    assert len(notes) > 200
    lost = [t for t in notes if t.partition("#")[2] not in read(site_dir, t.partition("#")[0]).ids]
    assert lost == []
