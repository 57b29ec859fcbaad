"""The reference pages are what the code says, and what they show works."""

import ast
import inspect
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import typer
from tutorial import Follower, commands, page, steps

from generator.cli import app
from generator.load.chooser import read_chooser
from generator.load.followups import read_followups
from generator.load.kit import load_kit
from generator.load.lint import read_lint
from generator.load.sample import read_sample
from generator.load.schemas import kit_schemas
from generator.load.stock import read_stock
from generator.proof import design as proof
from generator.reference.__main__ import pages
from generator.reference.commands import EXAMPLES
from generator.reference.keys import FILES

IDS = {"situations": "coffee-chat", "designs": "quiet", "samples": "other"}
DRAWING = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 117.95 149.7">
<rect class="paper" width="117.95" height="149.7"/>
<rect id="slot-message" x="17" y="22" width="83.95" height="82"/></svg>
"""


def test_the_pages_are_up_to_date(root: Path) -> None:
    for name, text in pages().items():
        told = page(root, f"customise/{name}")
        assert told == text, "write them anew: .venv/bin/python -m generator.reference"


def test_every_verb_and_every_option_is_told() -> None:
    group: Any = typer.main.get_command(app)
    text = pages()["command-line.md"]
    sections = dict(re.findall(r"^## (\S+)\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL))
    assert sections.keys() == group.commands.keys() <= EXAMPLES.keys()
    told = 0
    for name, verb in group.commands.items():
        named = re.findall(r"^`(--[\w-]+)", sections[name], re.MULTILINE)
        options = [p.opts[0] for p in verb.params if p.opts[0].startswith("--")]
        assert named == [option for option in options if option != "--kit"], name
        told += len(named)
        for param in verb.params:
            if isinstance(param.default, str | int) and not isinstance(param.default, bool):
                assert f"`{param.default}` if left out" in sections[name], (name, param.name)
    assert told > 40


def test_every_example_of_the_command_line_runs(
    fork: Path, root: Path, afternote: Callable[..., object]
) -> None:
    # A build and a check of the whole kit are what other tests do.
    lengthy = ("build", "check", "contact-sheet --out sheet.png")
    reader = Follower(fork, afternote)
    for step in steps(page(root, "customise/command-line.md")):
        for words in commands(step.text) if step.language == "sh" else ():
            if " ".join(words[1:]) not in lengthy:
                reader.run(words, 0)
    assert len(reader.ran) >= 14
    assert "cards of Open Door in " in reader.said


def test_every_key_is_told_with_a_meaning() -> None:
    text = pages()["yaml-reference.md"]
    keys = 0
    for name, schema in kit_schemas().items():
        parts = json.loads(schema)
        for row in (parts, *parts.get("$defs", {}).values()):
            for key, value in row.get("properties", {}).items():
                assert value.get("description"), (name, key)
                assert f"\n`{key}`: " in text, (name, key)
                keys += 1
    assert keys > 100
    assert {f"{name}.json" for name in FILES} == kit_schemas().keys()


def test_the_examples_of_yaml_are_a_kit_and_show_every_key(fork: Path, root: Path) -> None:
    shipped = {"chooser", "followups", "lint"}
    for name, file in FILES.items():
        parts = file.path.split("/")
        id_ = IDS.get(parts[1], "corner-shop")
        path = fork / file.path.replace("ID", id_).replace("MAKER", id_)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file.example, "utf-8")
        schema = json.loads(kit_schemas()[f"{name}.json"])
        rows = (schema, *schema.get("$defs", {}).values())
        for key in (key for row in rows for key in row.get("properties", {})):
            shown = file.example
            if name in shipped:
                shown = (root / f"assets/{name}.yml").read_text("utf-8")
            assert re.search(rf"(?<![\w-]){key}:", shown), (name, key)
    (fork / "mine/designs/quiet/card.svg").write_text(DRAWING, "utf-8")
    (fork / "mine/logo.svg").write_text(DRAWING, "utf-8")
    kit = load_kit(fork)
    assert {"quiet"} <= kit.designs.keys() and "heather" in kit.palettes
    assert {"my-serif", "my-book"} <= kit.typefaces.faces.keys()
    assert "my-cards" in read_stock(fork)
    read_chooser(fork, kit.situations)
    read_followups(fork, kit.situations)
    read_lint(fork)
    read_sample(fork)


def test_what_the_check_looks_at_is_told_with_its_figures(root: Path) -> None:
    section = page(root, "customise/draw-a-design.md").split("## What the check looks at\n")[1]
    rows = dict(re.findall(r"^\| ([A-Z][\w ]+) \| (.+) \|$", section.split("\n## ")[0], re.M))
    kinds = {
        call.args[2].elts[0].value.capitalize()
        for call in ast.walk(ast.parse(inspect.getsource(proof)))
        if isinstance(call, ast.Call) and ast.unparse(call.func) == "self._find"
    }
    assert len(kinds) == 5
    assert {"Drawing", "Slots", "Notes", "Liner"} | kinds == rows.keys() - {"Part"}
    figures = {
        "Safe area": (f"{to_mm(proof.SAFE):.0f} mm",),
        "Ground": (f"{to_mm(proof.ART_BLEED):.0f} mm",),
        "Type": (f"{to_mm(proof.OVERHANG):.0f} mm", f"{to_mm(proof.HOME_MARGIN):.2f} mm"),
        "Contrast": (f"{proof.LEAST_CONTRAST} to 1",),
        "Ink": (f"{proof.LOW_INK:.0%}",),
    }
    assert figures.keys() == kinds
    for kind, told in figures.items():
        assert all(figure in rows[kind] for figure in told), kind


def to_mm(length: int) -> float:
    return length * 25.4 / 72_000


def test_every_part_of_the_code_is_on_the_page_that_tells_how_it_is_built(root: Path) -> None:
    text = page(root, "customise/architecture.md")
    parts = [path for path in (root / "generator").iterdir() if not path.name.startswith("__")]
    named = {f"generator/{p.name}/" if p.is_dir() else p.name for p in parts}
    assert len(named) > 20
    assert sorted(name for name in named if f"`{name}`" not in text) == []
    told = set(re.findall(r"`(generator/\w+/|\w+\.py)`", text)) - {"lint.py"}
    assert told <= named


def test_no_page_names_a_verb_or_an_option_that_there_is_not(root: Path) -> None:
    group: Any = typer.main.get_command(app)
    options = {o for verb in group.commands.values() for p in verb.params for o in p.opts}
    known = {*options, "--help", "--theirs"}  # the last one is Git's
    verbs, named = set[str](), set[str]()
    for path in sorted((root / "docs").glob("*/*.md")):
        for code in re.findall(r"`([^`\n]+)`", path.read_text("utf-8")):
            verbs |= set(re.findall(r"^(?:\.venv/bin/)?afternote ([a-z-]+)", code))
            named |= set(re.findall(r"(?:^|\s)(--[a-z][a-z-]+)", code))
    assert len(verbs) > 1 and len(named) > 15
    assert verbs - set(group.commands) == set()
    assert named - known == set()
