"""Rules are data that both languages read alike; what is wrong with them is said at its place."""

import re
import shutil
from pathlib import Path

import pytest

from generator.load.lint import read_lint
from generator.load.phrases import check_pattern, phrases_pattern
from generator.model.lint import NoteContext
from generator.model.problem import Problem, Problems
from generator.words.lint import lint_note

LISTS = {"kind": ["good", "very kind"], "few": ["so", "very"]}


@pytest.fixture
def kit_root(tmp_path: Path, root: Path) -> Path:
    """Return a folder with the kit's rules and no others."""
    (tmp_path / "assets").mkdir()
    (tmp_path / "mine").mkdir()
    shutil.copy(root / "assets/lint.yml", tmp_path / "assets")
    return tmp_path


def found(phrase: str, text: str) -> str | None:
    match = re.search(phrases_pattern([phrase], LISTS), text)
    return match and text[match.end(1) : match.end()]


@pytest.mark.parametrize(
    ("phrase", "text", "words"),
    [
        ("wait here", "await here, wait\n here.", "wait\n here"),
        ("wait", "waiting", None),
        ("wait*", "so waiting", "waiting"),
        ("(a )?{kind} note", "a very kind note", "a very kind note"),
        ("{few*}sorry", "so very so sorry", "so very so sorry"),
        ("give … chance", "give me just one more chance", "give me just one more chance"),
        ("give … chance", "give it. A chance", None),
        ("(has|n't) come", "he didn't come", "didn't come"),
        ("you (have|'ve) seen", "you've seen", "you've seen"),
        ("mr. x", "to mr. x", "mr. x"),
        ("caf", "café", None),
    ],
)
def test_phrases_find_whole_words(phrase: str, text: str, words: str | None) -> None:
    assert found(phrase, text) == words


@pytest.mark.parametrize(
    ("phrase", "says"),
    [
        ("Please wait", "small letters"),
        ("wait [now]", "'['"),
        ("{none} wait", "few, kind"),
        ("(wait", "balance the brackets"),
        ("", "small letters"),
    ],
)
def test_what_is_no_phrase_is_refused(phrase: str, says: str) -> None:
    with pytest.raises(ValueError, match=re.escape(says)):
        phrases_pattern([phrase], LISTS)


@pytest.mark.parametrize(
    ("pattern", "says"),
    [
        (r"a+", "at most"),
        (r"a*b", "at most"),
        (r"a{2,}", "at most"),
        (r"a{1,900}", "400"),
        (r"\bword", "not all browsers"),
        (r"(?<=a)b", "not all browsers"),
        (r"\w", "not all browsers"),
        (r"(a)b", "(?:…)"),
        (r"[a", "mend"),
    ],
)
def test_what_the_languages_do_not_share_is_refused(pattern: str, says: str) -> None:
    with pytest.raises(ValueError, match=re.escape(says)):
        check_pattern(pattern)


def test_signs_that_only_look_like_repeats_are_fine() -> None:
    for pattern in (r"\*{3,9}", "[*+]", r"(?:a|b){1,9}", r"a(?=b)", r"\(x\)"):
        check_pattern(pattern)


def test_every_pattern_of_the_kit_is_shared_and_bounded(root: Path) -> None:
    rules = read_lint(root)
    patterns = [p for rule in rules.words for p in (rule.find, *rule.unless)]
    patterns += [rules.names.thanks, rules.names.employer]
    assert len(patterns) > 30
    for pattern in patterns:
        head, _, rest = pattern.partition(")")
        assert head.startswith("(")
        check_pattern(rest)


def test_a_forks_rule_wins_and_lists_stay(kit_root: Path) -> None:
    (kit_root / "mine/lint.yml").write_text(
        "rules:\n  exclamation:\n    checks:\n      - patterns: ['[!]']\n        most: 0\n"
    )
    rules = read_lint(kit_root)
    (finding,) = lint_note("Thank you!", rules, NoteContext())
    assert (finding.id, finding.words) == ("exclamation", "!")
    assert {rule.id for rule in rules.words} >= {"blame", "pleading"}


def test_every_mistake_is_said_at_its_place(kit_root: Path) -> None:
    path = kit_root / "assets/lint.yml"
    text = path.read_text("utf-8")
    text = text.replace("          - reconsider*\n", "          - Reconsider*\n", 1)
    text = text.replace("'_{3,200}'", "'_+'", 1)
    path.write_text(text, "utf-8")
    with pytest.raises(Problems) as caught:
        read_lint(kit_root)
    lines = text.split("\n")
    said = {_line(problem, lines) for problem in caught.value.problems}
    assert said == {"- '_+'", "- Reconsider*"}


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("most: 50\n", "most: many\n", "whole number"),
        ("names:\n", "name:\n", "names is missing"),
        ("since: 18", "sinc: 18", "sinc is no key here"),
    ],
)
def test_what_does_not_hold_to_the_schema_is_said(
    kit_root: Path, old: str, new: str, says: str
) -> None:
    path = kit_root / "assets/lint.yml"
    path.write_text(path.read_text("utf-8").replace(f"\n{old}", f"\n{new}", 1).replace(old, new, 1))
    with pytest.raises(Problems) as caught:
        read_lint(kit_root)
    assert says in "\n".join(map(str, caught.value.problems))


def _line(problem: Problem, lines: list[str]) -> str:
    return lines[int(problem.where.split(":")[1]) - 1].strip()
