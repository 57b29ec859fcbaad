"""What the pages for printing and for one's own kit tell the reader to do can be done."""

import re
from collections.abc import Callable
from pathlib import Path

from PIL import Image
from tutorial import commands, page, steps

from generator.model.kit import FIELDS, Kit
from generator.model.length import pixels


def test_every_command_of_the_print_pages_runs(
    fork: Path, root: Path, afternote: Callable[..., object]
) -> None:
    pages = [path.read_text("utf-8") for path in sorted((root / "docs/print").glob("*.md"))]
    blocks = [step for markdown in pages for step in steps(markdown) if step.language == "sh"]
    every = [words[1:] for step in blocks for words in commands(step.text)]
    made = [words for words in every if "--out" in words]
    assert len(made) >= 10
    address = next(s.text for s in steps(page(root, "print/envelopes.md")) if s.language == "text")
    for name in ("to.txt", "from.txt"):
        (fork / name).write_text(address, "utf-8")
    (fork / "note.txt").write_text("Dear Sam,\n\nThank you for your time.\n\nWarmly,", "utf-8")
    for words in made:
        out = fork / words[words.index("--out") + 1]
        done = afternote(*words, cwd=fork)
        assert getattr(done, "code", None) == 0, (words, done)
        if out.suffix == ".pdf":
            assert out.read_bytes().startswith(b"%PDF-")
            continue
        with Image.open(out) as picture:
            assert picture.width > 600


def test_sizes_on_the_print_page_are_those_of_the_files(root: Path, kit: Kit) -> None:
    rows = re.findall(
        r"^\| (US A2|US A7|ISO A6) \|.*\| (\d+) × (\d+) px \|", page(root, "print/index.md"), re.M
    )
    assert len(rows) == 3
    for name, width, height in rows:
        size = kit.formats[name.lower().replace(" ", "-")].size
        bled = [pixels(side + 2 * 9_000, 300) for side in (size.width, size.height)]
        assert bled == [int(width), int(height)], name


def test_page_sizes_for_drawings_are_the_cards_with_bleed(root: Path, kit: Kit) -> None:
    markdown = page(root, "customise/draw-a-design.md")
    told = re.findall(r"([\d.]+) × ([\d.]+)(?: mm)? for (US A2|US A7|ISO A6)", markdown)
    assert len(told) == 3
    for width, height, name in told:
        size = kit.formats[name.lower().replace(" ", "-")].size
        drawn = [round(side * 25.4 / 72_000 + 10, 2) for side in (size.width, size.height)]
        assert drawn == [float(width), float(height)], name


def test_every_field_is_told_and_no_other(root: Path) -> None:
    markdown = page(root, "customise/situations.md")
    table = markdown.split("| Field |", 1)[1].split("\n\n", 1)[0]
    named = re.findall(r"`(\w+)`", "\n".join(row.split("|")[1] for row in table.split("\n")[2:]))
    assert sorted(named) == sorted(FIELDS)
