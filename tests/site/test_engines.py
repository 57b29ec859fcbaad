"""MkDocs and Zensical, its successor, make the same site of the same tree."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HEADING = re.compile(r"<h([1-6])(?:[^>]* id=\"([^\"]*)\")?[^>]*>(.*?)</h\1>", re.S)
TARGET = re.compile(r'<a[^>]* href="([^"]*)"')
WORDS = re.compile(r"<[^>]+>")


def outline(html: str) -> list[tuple[str, str, str]]:
    """Return the headings of a page: level, id, words."""
    return [
        (level, id_, WORDS.sub("", words).strip()) for level, id_, words in HEADING.findall(html)
    ]


def targets(html: str) -> list[str]:
    """Return where a page's links lead, spelt one way."""
    spelt = (re.sub(r"(?:(?<=/)|^)\.(?:/|$)", "", target) for target in TARGET.findall(html))
    return [target or "./" for target in spelt]


def pages(site: Path) -> dict[str, str]:
    return {
        p.relative_to(site).as_posix(): p.read_text(encoding="utf-8") for p in site.rglob("*.html")
    }


@pytest.fixture(scope="module")
def zensical_dir(tmp_path_factory: pytest.TempPathFactory, root: Path, site_dir: Path) -> Path:
    """Return the site that Zensical makes of the tree that MkDocs made `site_dir` of."""
    tree = tmp_path_factory.mktemp("zensical")
    shutil.copytree(root / "docs", tree / "docs", ignore=shutil.ignore_patterns("files"))
    shutil.copy(root / "mkdocs.yml", tree)
    for watched in ("assets", "mine", "generator/publish"):
        (tree / watched).mkdir(parents=True)
    shutil.copy(root / "generator/publish/hook.py", tree / "generator/publish")
    program = Path(sys.executable).parent / "zensical"
    done = subprocess.run(
        [program, "build"],
        cwd=tree,
        env={**os.environ},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return tree / "site"


def test_the_pages_have_the_same_addresses(site_dir: Path, zensical_dir: Path) -> None:
    assert len(pages(site_dir)) > 15
    assert pages(zensical_dir).keys() == pages(site_dir).keys()


def test_the_pages_have_the_same_headings_and_links(site_dir: Path, zensical_dir: Path) -> None:
    others = pages(zensical_dir)
    headings = links = 0
    for path, html in pages(site_dir).items():
        assert outline(others[path]) == outline(html), path
        assert targets(others[path]) == targets(html), path
        headings, links = headings + len(outline(html)), links + len(targets(html))
    assert headings > 100 and links > 500


def test_the_pages_have_the_same_look(site_dir: Path, zensical_dir: Path) -> None:
    for path, html in pages(zensical_dir).items():
        sheets = re.findall(r'rel="stylesheet" href="([^"]+)"', html)
        assert len(sheets) == 4 and all("stylesheets/" in s for s in sheets), path


def test_a_difference_is_seen() -> None:
    assert outline('<h2 id="a">A <em>b</em></h2>') == [("2", "a", "A b")]
    assert outline('<h2 id="a">A</h2>') != outline('<h2 id="b">A</h2>')
    assert (
        targets('<a class="x" href="./a/">') == targets('<a href="a/">') != targets('<a href="b/">')
    )
