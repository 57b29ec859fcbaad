"""followups.yml is read, or says what is wrong with it and where."""

from pathlib import Path

import pytest

from generator.load.followups import build_followups, read_followups
from generator.load.tree import parse_tree
from generator.model.kit import Kit
from generator.model.problem import Problems

SMALL = """\
note: {title: Send it, text: Now.}
rhythms:
  usual:
    counted: the day
    remark: Our own.
    steps:
      first: {after: 30d, title: A word, text: Two lines.}
      second: {after: 12w, title: A word, text: "Two   lines."}
  early:
    counted: the talk
    remark: Our own.
    groups: [After an interview]
    steps: {ask: {after: 2w, title: Ask, text: Once.}}
"""


def test_follow_ups_are_read(kit: Kit) -> None:
    followups = build_followups(parse_tree(SMALL, "assets/followups.yml"), kit.situations)
    assert [s.after for s in followups.days_of(None)] == [30, 84]
    assert followups.rhythms[0].steps[1].text == "Two lines."
    talk = kit.situations["first-interview"]
    assert [(s.id, s.after) for s in followups.days_of(talk)] == [("note", 1), ("ask", 15)]
    assert followups.rhythm_of(kit.situations["ghosted"]).id == "usual"


@pytest.mark.parametrize(
    ("old", "new", "where", "what"),
    [
        ("12w", "3w", "8:23", "21 days is not after the step before it (30 days)"),
        ("30d", "0d", "7:22", "is not after the step before it"),
        ("30d", "30 days", "7:22", "is not a number of days"),
        ("After an interview", "After a interview", "12:14", "no group of situations"),
        ("first:", "note:", "7:7", "the note's own day"),
        ("remark: Our own.\n    steps:\n", "steps:\n", "3:3", "remark is missing"),
        ("counted: the day", "counts: the day", "4:5", "counts is no key here"),
        ("[After an interview]", "[After a no, After a no]", "12:", "has the rhythm early already"),
    ],
)
def test_what_is_wrong_is_said_where_it_stands(
    kit: Kit, old: str, new: str, where: str, what: str
) -> None:
    assert old in SMALL
    text = SMALL.replace(old, new, 1)
    with pytest.raises(Problems) as found:
        build_followups(parse_tree(text, "assets/followups.yml"), kit.situations)
    told = [p for p in found.value.problems if what in p.what]
    assert told, str(found.value)
    assert told[0].where.startswith(f"assets/followups.yml:{where}")


def test_a_forks_rhythm_goes_over_the_shipped_one(fork: Path, kit: Kit) -> None:
    (fork / "mine/followups.yml").write_text(
        "rhythms: {after-a-no: {steps: {first: {after: 45d}}}}\n"
    )
    followups = read_followups(fork, kit.situations)
    assert [s.after for s in followups.rhythms[0].steps] == [45, 90, 180]
