"""Every link of a page by hand leads to a page and to a heading that there is."""

import posixpath
import re
from collections.abc import Mapping

import pytest
from markdown.extensions.toc import slugify

from generator.build import render_texts
from generator.model.kit import Kit
from generator.publish.plan import plan_pictures
from tests.language.pages import FENCE, FRONT_MATTER

LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)(?:\s+\"[^\"]*\")?\)|\bhref=\"([^\"]+)\"")
IMAGE = re.compile(r"!\[[^\]]*\]\(([^)\s]+)")
HEADING = re.compile(r"^#{1,6}\s+(.*?)(?:\s+#+)?$", re.MULTILINE)
GIVEN = re.compile(r"\{[^}]*#([\w-]+)[^}]*\}")
IDS = re.compile(r"\bid=\"([^\"]+)\"")
AWAY = ("http://", "https://", "mailto:", "tel:")


@pytest.fixture(scope="module")
def everything(markdown: Mapping[str, str], kit: Kit) -> Mapping[str, str]:
    """Return all pages by path: those by hand, and what the kit writes; files have no text."""
    written = render_texts(kit, plan_pictures(kit, lambda order: "inside"))
    generated = {
        f"kit/{path}": data.decode() if path.endswith(".md") else ""
        for path, data in written.items()
    }
    assert len(generated) > len(kit.situations)
    return {**generated, **markdown}


def anchors(page: str) -> set[str]:
    """Return what a link may point to within a page."""
    text = FENCE.sub("", FRONT_MATTER.sub("", page))
    found = set(IDS.findall(text)) | set(GIVEN.findall(text))
    for heading in HEADING.findall(text):
        plain = re.sub(r"\[([^\]]*)\]\([^)]*\)|<[^>]+>|\{[^}]*\}|[`*]", r"\1", heading)
        anchor = slugify(plain.strip(), "-")
        number = 1
        while anchor in found:
            anchor = f"{slugify(plain.strip(), '-')}_{number}"
            number += 1
        found.add(anchor)
    return found


def links(page: str) -> list[str]:
    """Return the links of a page that stay on the site."""
    text = FENCE.sub("", page)
    targets = [target for pair in LINK.findall(text) for target in pair if target]
    return [target for target in targets if not target.startswith(AWAY)]


def broken(name: str, page: str, pages: Mapping[str, str]) -> list[str]:
    """Return the links of a page that lead nowhere."""
    known = {path: anchors(text) for path, text in pages.items()} | {name: anchors(page)}
    return [f"{name}: {target}" for target in links(page) if not leads_on(name, target, known)]


def leads_on(name: str, target: str, known: Mapping[str, set[str]]) -> bool:
    path, _, anchor = target.partition("#")
    folder = posixpath.dirname(name)
    there = posixpath.normpath(posixpath.join(folder, path)) if path else name
    if there not in known:
        return False
    return not anchor or anchor in known[there]


def test_every_link_leads_somewhere(
    markdown: Mapping[str, str], everything: Mapping[str, str]
) -> None:
    assert sum(len(links(page)) for page in markdown.values()) > 100
    found = [b for name, page in markdown.items() for b in broken(name, page, everything)]
    assert found == []


def test_a_broken_link_is_seen() -> None:
    pages = {"guide/b.md": "# A heading\n\n## A heading\n\n## Named {#own}\n"}
    page = (
        "[a](b.md) [b](b.md#a-heading) [c](b.md#a-heading_1) [d](b.md#own) [e](#here)\n\n# Here\n"
        "[x](c.md) [y](b.md#none) [z](#nowhere) [w](https://example.org) ![i](picture.png)\n"
    )
    assert broken("guide/a.md", page, pages) == [
        "guide/a.md: c.md",
        "guide/a.md: b.md#none",
        "guide/a.md: #nowhere",
    ]


ENTRY = re.compile(r"^- \[([^\]]+)\]\(([\w-]+\.md)\)", re.MULTILINE)
TITLE = re.compile(r"^# (.+)$", re.MULTILINE)


def misnamed(folder: str, page: str, pages: Mapping[str, str]) -> list[str]:
    """Return the entries of a folder's list that bear another name than the page that they open."""
    return [
        f"{name}: {there}"
        for name, target in ENTRY.findall(page)
        if name not in (there := TITLE.findall(pages[f"{folder}/{target}"]))
    ]


def test_a_list_of_pages_calls_each_by_its_title(markdown: Mapping[str, str]) -> None:
    page = markdown["print/index.md"]
    assert len(ENTRY.findall(page)) == 8
    assert misnamed("print", page, markdown) == []


def test_an_entry_under_another_name_is_seen() -> None:
    page = "- [B](b.md), first\n- [See](b.md)\n"
    assert misnamed("x", page, {"x/b.md": "# B\n"}) == ["See: ['B']"]
