"""What machines read in a page: language, title, description, address, link picture, outline."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image

ONE_EACH = {
    "language": r'<html lang="en"',
    "title": r"<title>[^<]{5,}</title>",
    "description": r'<meta name="description" content="[^"]{20,}"',
    "viewport": r'<meta name="viewport" content="width=device-width, initial-scale=1"',
    "first heading": r"<h1[ >]",
    "main": r"<main ",
}
PUBLISHED = {
    "canonical": r'<link rel="canonical" href="https?://[^"]+"',
    "link picture": r'<meta property="og:image" content="https?://[^"]+\.png"',
}


def pages(site: Path) -> dict[str, str]:
    found = {
        p.relative_to(site).as_posix(): p.read_text(encoding="utf-8") for p in site.rglob("*.html")
    }
    assert len(found) > 15
    return found


@pytest.mark.parametrize("what", [*ONE_EACH, *PUBLISHED])
def test_every_page_has_exactly_one(site_dir: Path, what: str) -> None:
    pattern = re.compile({**ONE_EACH, **PUBLISHED}[what])
    for path, html in pages(site_dir).items():
        if path == "404.html" and what in PUBLISHED:
            continue
        assert len(pattern.findall(html)) == 1, path


def test_titles_tell_pages_apart(site_dir: Path) -> None:
    titles = [re.findall(r"<title>([^<]+)", html)[0] for html in pages(site_dir).values()]
    assert sorted(set(titles)) == sorted(titles)


def test_headings_go_down_one_level_at_a_time(site_dir: Path) -> None:
    for path, html in pages(site_dir).items():
        levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", html)]
        assert levels[0] == 1, path
        assert all(after <= before + 1 for before, after in pairwise(levels)), path


def test_every_picture_keeps_its_place(site_dir: Path) -> None:
    count = 0
    for path, html in pages(site_dir).items():
        for tag in re.findall(r"<img[^>]*>", html):
            count += 1
            for attribute in (r'width="\d+"', r'height="\d+"', "alt="):
                assert re.search(attribute, tag), (path, tag)
    assert count > 30


def test_pictures_are_as_large_as_the_markup_says(site_dir: Path) -> None:
    checked = set()
    for path, html in pages(site_dir).items():
        place = (site_dir / path).parent
        for source, *size in re.findall(
            r'<img[^>]*src="([^"]+)"[^>]*width="(\d+)" height="(\d+)"', html
        ):
            file = (place / source).resolve()
            if file.suffix == ".webp" and file not in checked:
                checked.add(file)
                with Image.open(file) as picture:
                    assert picture.size == tuple(map(int, size)), source
    assert len(checked) > 5


def test_link_pictures_have_the_size_that_messengers_ask_for(site_dir: Path) -> None:
    files = sorted((site_dir / "kit/links").glob("*.png"))
    assert len(files) > 10
    for file in files:
        with Image.open(file) as picture:
            assert picture.size == (1200, 630), file.name
