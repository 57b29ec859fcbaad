"""Good notes are left alone, bad ones get the advice they need, and both languages agree."""

import json
import shutil
import subprocess
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.load.lint import read_lint
from generator.model.kit import Kit
from generator.model.lint import LintRules, NoteContext
from generator.publish.lint import lint_json
from generator.words.lint import lint_note
from tests.lint.cases import (
    HERE,
    VECTORS,
    Case,
    bad_cases,
    found_by,
    good_cases,
    kit_cases,
    line_cases,
    make_vectors,
)


@pytest.fixture(scope="module")
def rules(root: Path) -> LintRules:
    return read_lint(root)


@pytest.mark.parametrize("case", bad_cases(), ids=lambda case: f"{case.id}: {case.text[:50]!r}")
def test_bad_notes_get_the_advice_that_they_need(case: Case, rules: LintRules) -> None:
    found = [finding for finding in found_by(case, rules) if finding.id == case.id]
    assert found
    if "{" not in case.words or "recipient" in case.words or "role" in case.words:
        assert case.words in [finding.words for finding in found]
    else:
        assert len(found[0].words.split()) == int(case.words.strip("{} words"))


@pytest.mark.parametrize("case", line_cases(), ids=lambda case: f"{case.id}: {case.text[:50]!r}")
def test_lines_get_their_advice_or_none(case: Case, rules: LintRules) -> None:
    found = {finding.id for finding in found_by(case, rules)}
    assert case.id in found if case.id else found == set()


def test_every_rule_has_bad_notes(rules: LintRules) -> None:
    counts = Counter(case.id for case in bad_cases())
    known = {rule.id for rule in rules.words} | {rules.detail.id, rules.length.id, rules.names.id}
    assert counts.keys() == known
    assert min(counts.values()) >= 3
    assert sum(counts.values()) >= 60


@pytest.mark.parametrize("case", good_cases(), ids=lambda case: case.context.recipient)
def test_good_notes_are_left_alone(case: Case, rules: LintRules) -> None:
    assert found_by(case, rules) == []


def test_the_notes_of_the_kit_are_left_alone(kit: Kit, root: Path, rules: LintRules) -> None:
    cases = kit_cases(kit, root)
    assert len(cases) >= 2 * len(kit.situations) * 3 * 2
    found = {f"{f.id}: {f.words}": case.text for case in cases for f in found_by(case, rules)}
    assert found == {}
    assert len(good_cases()) >= 20


def test_bad_words_in_a_good_note_are_all_that_is_found(rules: LintRules) -> None:
    good, bad = good_cases()[0], "Please give me another chance."
    case = replace(good, text=good.text.replace("Cheers", f"{bad}\n\nCheers"))
    (found,) = found_by(case, rules)
    assert (found.id, found.words) == ("pleading", "give me another chance")
    assert case.text[found.start : found.end] == found.words
    assert found.why and found.instead


@pytest.mark.parametrize(
    "text",
    [
        "I am not writing to change your mind.",
        "I'm not asking you to reconsider.",
        "You never made me feel rushed.",
        "None of it was a waste of time.",
        "Thank you for not keeping me waiting.",
        "I was sorry to hear it, and sorry for your team.",
        "I am sure that you found the best candidate.",
        "I hope it’s not too late to say thank you.",
        "Please don’t feel that you owe me a reply.",
        "I was less experienced than most.",
    ],
)
def test_words_that_only_look_bad_are_excused(text: str, rules: LintRules) -> None:
    assert lint_note(text, rules, NoteContext()) == ()


def test_a_known_detail_is_detail_enough(rules: LintRules) -> None:
    case = next(case for case in bad_cases() if case.id == "specific-detail")
    assert found_by(case, rules)
    told = replace(case, context=NoteContext(detail="the  position."))
    assert found_by(told, rules) == []


def test_rules_of_english_leave_other_languages_alone(rules: LintRules) -> None:
    text = "Please reconsider [name]!!"
    assert {f.id for f in lint_note(text, rules, NoteContext(lang="de-DE"))} == {
        "placeholder",
        "exclamation",
    }


def test_every_place_holds_the_words_it_names(rules: LintRules) -> None:
    rows = json.loads(VECTORS.read_text("ascii"))
    places = [(row["text"], found) for row in rows for found in row["findings"]]
    assert len(places) > 100
    assert all(text[f["start"] : f["end"]] == f["words"] for text, f in places)
    assert all(f["words"].strip() and "{" not in f["why"] for _, f in places)


def test_the_vectors_are_what_python_finds(rules: LintRules) -> None:
    assert VECTORS.read_bytes() == make_vectors(rules), "run python -m tests.lint.write_vectors"


def test_javascript_finds_the_same(rules: LintRules, root: Path, tmp_path: Path) -> None:
    rows = json.loads(VECTORS.read_text("ascii"))
    found = run_javascript(root, lint_json(rules), rows, tmp_path)
    assert len(found) == len(rows) > 100
    for row, ours in zip(rows, found, strict=True):
        # A lone surrogate does not survive standard output; its words are not compared.
        if any("\ud800" <= sign <= "\udfff" for sign in row["text"]):
            continue
        assert all(finding.pop("sliced") == finding["words"] for finding in ours)
        assert ours == row["findings"], row["text"]


def test_the_comparison_of_languages_can_fail(rules: LintRules, root: Path, tmp_path: Path) -> None:
    changed = json.loads(lint_json(rules))
    changed["words"] = [rule for rule in changed["words"] if rule["id"] != "blame"]
    rows = json.loads(VECTORS.read_text("ascii"))
    found = run_javascript(root, json.dumps(changed).encode(), rows, tmp_path)
    assert [[f["id"] for f in some] for some in found] != [
        [f["id"] for f in row["findings"]] for row in rows
    ]


def run_javascript(root: Path, rules: bytes, rows: Any, folder: Path) -> Any:
    """Run lint.js by Node, or by Chromium where there is none."""
    (folder / "lint.json").write_bytes(rules)
    node = shutil.which("node")
    if node is None:
        return _run_in_browser(root, rules, rows)
    scripts = folder / "scripts"
    scripts.mkdir()
    for path in (root / "docs/scripts").glob("lint*.js"):
        shutil.copy(path, scripts)
    (scripts / "package.json").write_text('{"type": "module"}')
    done = subprocess.run(
        [node, str(HERE / "run.mjs"), str(scripts / "lint.js"), str(folder / "lint.json")],
        input=json.dumps(rows),
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return json.loads(done.stdout)


def _run_in_browser(root: Path, rules: bytes, rows: Any) -> Any:
    from playwright.sync_api import sync_playwright

    names = ("chromium", "chromium-browser", "google-chrome")
    found = next((path for name in names if (path := shutil.which(name))), None)
    assert found, "the lint's JavaScript needs Node or Chromium to be tested"
    types = {".js": "text/javascript", ".html": "text/html"}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        page = browser.new_page()

        def serve(route: Any) -> None:
            name = Path(route.request.url).name
            path = root / "docs/scripts" / name
            body = path.read_text("utf-8") if path.suffix == ".js" else ""
            route.fulfill(body=body, content_type=types.get(path.suffix, "text/html"))

        page.route("**/*", serve)
        page.goto("http://lint.invalid/page.html")
        return page.evaluate(
            """async ([rules, rows]) => {
              const { lint, unitsOf } = await import("http://lint.invalid/lint.js");
              return rows.map(({ text, context }) => lint(text, rules, context).map((found) => {
                return { ...found, sliced: text.slice(...unitsOf(text, found)) };
              }));
            }""",
            [json.loads(rules), rows],
        )


@pytest.mark.parametrize(
    "text",
    [
        "thank you for the very kind and sorry note that you could tell me " * 1500,
        f"a{' ' * 100_000}b",
        "a" * 100_000,
        "[" * 100_000,
        "!" * 100_000,
        "'" * 100_000,
        "can't " * 16_000,
        "i am the very so " * 6_000,
        "could you please " * 6_000,
        "Dear Ana,\n" * 10_000,
    ],
    ids=lambda text: text[:12],
)
def test_a_long_text_takes_a_time_in_proportion(text: str, rules: LintRules) -> None:
    start = time.perf_counter()
    lint_note(text, rules, NoteContext(recipient="Tom Baker"))
    assert time.perf_counter() - start < 5
