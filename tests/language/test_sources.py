"""Every figure says where it comes from; every source is listed once, and used."""

import re
from collections import Counter
from collections.abc import Mapping

from markdown.extensions.toc import slugify

from generator.model.kit import Kit

LIST = "guide/sources.md"
FIGURE = re.compile(
    r"\b\d[\d.,]*\s?(?:%|per ?cent\b)|\b(?:one|two|three|four|nine) (?:in|out of) "
    r"(?:two|three|four|five|ten)\b|\b(?:survey|study|poll)s?\b[^.]*\b(?:found|finds|shows?|said"
    r"|says?|asked)\b|\b\d[\d,.]* (?:people|managers|recruiters|workers|employers|candidates)\b",
    re.IGNORECASE,
)
CITED = re.compile(r"\]\((?:[\w./-]*/)?sources\.md#([a-z0-9-]+)\)")
NOT_FOUND = re.compile(r"\b(?:no|nobody|not|none|nothing)\b", re.IGNORECASE)


def blocks(page: str) -> list[str]:
    """Return a page's paragraphs and list items, links in them, quotations and code left out."""
    text = re.sub(r"\A---\n.*?\n---\n|^```.*?^```", "", page, flags=re.DOTALL | re.MULTILINE)
    parts = re.split(r"\n\s*\n|\n(?=\s*(?:[-*]|\d+\.) )", text)
    return [
        " ".join(part.split()) for part in parts if part.strip() and part.strip()[0] not in ">#"
    ]


def uncited(page: str) -> list[str]:
    """Return the paragraphs that hold a figure or tell of a survey and name no source."""
    return [
        block
        for block in blocks(page)
        if FIGURE.search(_bare(block)) and not CITED.search(block) and not _tells_of_none(block)
    ]


def _bare(block: str) -> str:
    return re.sub(r"\[[^\]]*\]\([^)]*\)", "", block)


def _tells_of_none(block: str) -> bool:
    """Tell whether it is said that there is no such figure."""
    found = FIGURE.search(_bare(block))
    return bool(found and not re.search(r"\d", found[0]) and NOT_FOUND.search(block))


def guide_of(markdown: Mapping[str, str]) -> Mapping[str, str]:
    return {
        name: page
        for name, page in markdown.items()
        if (name.startswith("guide/") and name != LIST) or name == "index.md"
    }


def test_every_figure_links_to_its_source(markdown: Mapping[str, str]) -> None:
    pages = guide_of(markdown)
    figures = [block for page in pages.values() for block in blocks(page) if FIGURE.search(block)]
    assert len(pages) >= 7
    assert len(figures) >= 8
    assert {name: found for name, page in pages.items() if (found := uncited(page))} == {}


def test_every_source_is_listed_once_and_used(markdown: Mapping[str, str], kit: Kit) -> None:
    headings = re.findall(r"^### (.+)$", markdown[LIST], re.MULTILINE)
    listed = Counter(slugify(heading, "-") for heading in headings)
    assert len(listed) > 20
    assert [name for name, count in listed.items() if count > 1] == []
    assert listed.keys() == kit.sources.keys()
    cited = {name for page in markdown.values() for name in CITED.findall(page)}
    cited |= {name for situation in kit.situations.values() for name in situation.sources}
    assert listed.keys() - cited == set()
    assert cited - listed.keys() == set()


def test_a_figure_without_a_source_is_seen() -> None:
    assert uncited("About 24% write one.\n") == ["About 24% write one."]
    assert uncited("- A survey of 2017 found that many do.\n") != []
    assert uncited("Three in four do.\n") != []
    assert uncited("They asked 1,200 managers.\n") != []
    assert uncited("About 24% write one ([A](sources.md#a)).\n") == []
    assert uncited("No survey asked about it, and nobody found one.\n") == []
    assert uncited("> 24% of us.\n") == []
