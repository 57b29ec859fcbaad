"""Every link, picture, script, style sheet and anchor of the built site leads somewhere."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

BASE = "https://site.test/afternote/"
ADDRESSES = {"href", "src"}


class Document(HTMLParser):
    """What a page points to, and the places in it that others may point to."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.ids: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if "id" in values:
            assert values["id"] not in self.ids, f"two elements have the id {values['id']}"
            self.ids.add(values["id"])
        self.targets.extend(v for name, v in values.items() if name in ADDRESSES)
        candidates = values.get("srcset", "").split(", ") if "srcset" in values else []
        self.targets.extend(candidate.split()[0] for candidate in candidates)
        if values.get("property") == "og:image":
            self.targets.append(values["content"])


@dataclass
class Site:
    """A built site: its pages by path, read once."""

    folder: Path
    address: str = ""
    pages: dict[str, Document] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for file in sorted(self.folder.rglob("*.html")):
            path = file.relative_to(self.folder).as_posix()
            self.pages[path] = Document(file.read_text(encoding="utf-8"))

    def broken(self) -> Iterator[str]:
        """Yield each target within the site that leads nowhere."""
        for path, document in self.pages.items():
            place = BASE + re.sub(r"(^|/)index\.html$", r"\1", path)
            for target in document.targets:
                url = urljoin(place, self._home(target))
                if url.startswith("https://site.test/") and not self._has(url):
                    yield f"{path} -> {target}"

    def _home(self, target: str) -> str:
        """Return an address that names the site's own host or root as one under BASE."""
        if self.address and target.startswith(self.address):
            return BASE + target.removeprefix(self.address)
        return target

    def _has(self, url: str) -> bool:
        parts = urlsplit(url)
        if not parts.path.startswith("/afternote/"):
            return False
        path = unquote(parts.path.removeprefix("/afternote/"))
        file = f"{path}index.html" if path == "" or path.endswith("/") else path
        if not (self.folder / file).is_file():
            return False
        return not parts.fragment or unquote(parts.fragment) in self.pages[file].ids


def site_address(folder: Path) -> str:
    """Return the address that the site is published at, as its home page names it."""
    home = (folder / "index.html").read_text(encoding="utf-8")
    found = re.search(r'<link rel="canonical" href="([^"]+)"', home)
    assert found
    return found[1]


def test_every_target_within_the_site_exists(site_dir: Path) -> None:
    site = Site(site_dir, site_address(site_dir))
    assert len(site.pages) > 15
    assert sum(len(page.targets) for page in site.pages.values()) > 500
    assert list(site.broken()) == []


@pytest.mark.parametrize(
    "target", ["gone/", "#gone", "page/#gone", "../gone.png", "/gone/", "page", "x/../../afternot/"]
)
def test_a_broken_target_is_found(tmp_path: Path, target: str) -> None:
    (tmp_path / "page").mkdir()
    (tmp_path / "page/index.html").write_text('<p id="here"></p>')
    (tmp_path / "index.html").write_text('<a href="page/#here">x</a><a href="page/">y</a>')
    assert list(Site(tmp_path).broken()) == []
    (tmp_path / "index.html").write_text(f'<a href="{target}">x</a>')
    assert list(Site(tmp_path).broken()) == [f"index.html -> {target}"]


def test_style_sheets_and_scripts_ask_only_for_files_of_the_site(site_dir: Path) -> None:
    sheets = sorted((site_dir / "stylesheets").glob("*.css"))
    scripts = sorted((site_dir / "scripts").glob("*.js"))
    assert sheets and scripts
    for file in sheets:
        for target in re.findall(r'url\("?([^")]+)"?\)', file.read_text()):
            assert target.startswith("data:") or (file.parent / target).is_file(), target
    for file in scripts:
        for target in re.findall(r'(?:from|import\(?) ?"(\./[^"]+)"', file.read_text()):
            assert (file.parent / target).is_file(), target


def test_pages_load_nothing_from_elsewhere(site_dir: Path) -> None:
    pages = [p for p in site_dir.rglob("*.html") if "assets" not in p.parts]
    assert len(pages) > 15
    loads = re.compile(
        r'<(?:script|img|source|iframe)[^>]+src="(?:https?:)?//|'
        r'<link[^>]+rel="(?:stylesheet|preload|preconnect|icon)"[^>]+href="(?:https?:)?//'
    )
    assert loads.search('<link rel="preconnect" href="https://fonts.gstatic.com">')
    assert [p.name for p in pages if loads.search(p.read_text(encoding="utf-8"))] == []
