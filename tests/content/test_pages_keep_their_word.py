"""What the pages for printing and for one's own kit tell the reader to do can be done."""

import re
import shlex
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image

from generator.art import ORNAMENTS
from generator.load.kit import load_kit
from generator.model.kit import FIELDS, Kit
from generator.model.length import pixels

SNIPPETS = {
    "name: Thank You, Anyway": "kit.yml",
    "heather:": "palettes.yml",
    "name: Quiet": "designs/quiet/design.yml",
    "<svg ": "designs/quiet/card.svg",
}
"""How a snippet of the page begins, and where the page says to put it."""


def page(root: Path, name: str) -> str:
    return (root / f"docs/{name}/index.md").read_text("utf-8")


def snippets(markdown: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", markdown, re.DOTALL | re.MULTILINE)


def commands(markdown: str) -> Iterator[list[str]]:
    """Yield the words of each `afternote` command on a page."""
    for snippet in snippets(markdown, "sh"):
        for line in snippet.replace("\\\n", " ").split("\n"):
            words = shlex.split(line, comments=True)
            if words and words[0].endswith("afternote"):
                yield words[1:]


@pytest.fixture
def own(fork: Path, root: Path) -> Path:
    """Return a kit in which the page's snippets were put where the page says."""
    markdown = page(root, "customise")
    found = snippets(markdown, "yaml") + snippets(markdown, "svg")
    for start, name in SNIPPETS.items():
        (snippet,) = (s for s in found if s.startswith(start))
        assert name.rpartition("/")[2] in markdown
        path = fork / "mine" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(snippet, "utf-8")
    return fork


def test_the_snippets_make_a_kit_of_ones_own(own: Path) -> None:
    kit = load_kit(own)
    assert kit.settings.owner == kit.settings.seed == "Jo Martin"
    assert kit.palettes["heather"].name == "Heather"
    assert kit.designs["quiet"].name == "Quiet"


def test_every_command_of_the_pages_runs(
    own: Path, root: Path, afternote: Callable[..., object]
) -> None:
    pages = [page(root, "customise")]
    pages += (path.read_text("utf-8") for path in sorted((root / "docs/print").glob("*.md")))
    every = [words for markdown in pages for words in commands(markdown)]
    every.append(["card", "--design", "quiet", "--out", "quiet.png"])
    made = [words for words in every if "--out" in words]
    assert len(made) >= 10
    address = snippets((root / "docs/print/envelopes.md").read_text("utf-8"), "text")[0]
    for name in ("to.txt", "from.txt"):
        (own / name).write_text(address, "utf-8")
    (own / "note.txt").write_text("Dear Sam,\n\nThank you for your time.\n\nWarmly,", "utf-8")
    for words in made:
        out = own / words[words.index("--out") + 1]
        done = afternote(*words, cwd=own)
        assert getattr(done, "code", None) == 0, (words, done)
        if out.suffix == ".pdf":
            assert out.read_bytes().startswith(b"%PDF-")
            continue
        with Image.open(out) as picture:
            assert picture.width > 600


def test_sizes_on_the_print_page_are_those_of_the_files(root: Path, kit: Kit) -> None:
    rows = re.findall(
        r"^\| (US A2|US A7|ISO A6) \|.*\| (\d+) × (\d+) px \|", page(root, "print"), re.M
    )
    assert len(rows) == 3
    for name, width, height in rows:
        size = kit.formats[name.lower().replace(" ", "-")].size
        bled = [pixels(side + 2 * 9_000, 300) for side in (size.width, size.height)]
        assert bled == [int(width), int(height)], name


def test_page_sizes_for_drawings_are_the_cards_with_bleed(root: Path, kit: Kit) -> None:
    told = re.findall(
        r"([\d.]+) × ([\d.]+)(?: mm)? for (US A2|US A7|ISO A6)", page(root, "customise")
    )
    assert len(told) == 3
    for width, height, name in told:
        size = kit.formats[name.lower().replace(" ", "-")].size
        drawn = [round(side * 25.4 / 72_000 + 10, 2) for side in (size.width, size.height)]
        assert drawn == [float(width), float(height)], name


def test_every_ornament_and_field_is_told_and_no_other(root: Path) -> None:
    markdown = page(root, "customise")
    assert set(re.findall(r"`art\.(\w+)`", markdown)) == set(ORNAMENTS)
    table = markdown.split("| Field |", 1)[1].split("\n\n", 1)[0]
    named = re.findall(r"`(\w+)`", "\n".join(row.split("|")[1] for row in table.split("\n")[2:]))
    assert sorted(named) == sorted(FIELDS)
