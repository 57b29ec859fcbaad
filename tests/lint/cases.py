"""The notes that the lint is held to, and the vectors that both languages run."""

import json
import re
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import yaml

from generator.load.sample import read_sample
from generator.model.kit import Kit, Note
from generator.model.lint import Finding, LintRules, NoteContext
from generator.words.evaluate import evaluate
from generator.words.lint import lint_note

HERE = Path(__file__).parent
VECTORS = HERE.parent / "vectors" / "lint.json"
ODD = (
    "Dear Ana 🙂,\n\n🙂 I’m so sorry to bother you again 🙂!!\n\nBest,\nKim",
    "I am NOT asking you to reconsider. Please re-\nconsider it, and\u00a0reconsider\tit.",
    "Dear Zoë,\r\n\r\nthank you, Zoé. You “wasted my time”—truly.\r\n\r\nBest,\r\nÉlodie",
    "Liebe Frau Müller, danke!!! [Name] ___",
    "Dear O’Brien,\n\nthe interview at Müller & Söhne; later the role at McKay’s was fun.",
    "",
    "   \n\n",
    "\ud83d lone, and \ufffd kept: XXX",
    "Dear İpek, thank you for the ﬁne day, ſo it was. K is a sign.",
)
"""Signs beyond U+FFFF, marks, odd spaces and line ends, names with capitals of their own."""


@dataclass(frozen=True)
class Case:
    """A note, what is known about it, and what has to be said."""

    text: str
    context: NoteContext = field(default_factory=NoteContext)
    id: str = ""
    words: str = ""


def bad_cases() -> list[Case]:
    """Return the notes that need advice, with the rule and the words that it names."""
    cases = yaml.safe_load((HERE / "bad.yml").read_text("utf-8"))
    return [
        Case(_grown(c["text"]), NoteContext(**c.get("about", {})), rule, c["words"])
        for rule, several in cases.items()
        for c in several
    ]


def line_cases() -> list[Case]:
    """Return single lines: those that need advice with the rule, and those that need none."""
    lines = yaml.safe_load((HERE / "lines.yml").read_text("utf-8"))
    bad = [Case(text, id=rule) for rule, several in lines["bad"].items() for text in several]
    return [*(Case(text) for text in lines["good"]), *bad]


def good_cases() -> list[Case]:
    """Return the notes that need none."""
    cases = yaml.safe_load((HERE / "good.yml").read_text("utf-8"))
    return [Case(case["text"], NoteContext(**case["about"])) for case in cases]


def kit_cases(kit: Kit, root: Path) -> list[Case]:
    """Return each note of the kit in each tone, filled in as a reader would."""
    return [case for filled in (True, False) for case in _kit_cases(kit, root, filled)]


def _kit_cases(kit: Kit, root: Path, filled: bool) -> list[Case]:
    sample = read_sample(root).fields
    cases = []
    for situation in kit.situations.values():
        own = {name: spec.example for name, spec in situation.fields.items()}
        values = {**own, **sample} if filled else {**sample, "company": "", "role": ""}
        for medium, notes in (("card", situation.cards), ("email", situation.emails)):
            cases.extend(_case(note, medium, values) for note in notes.values())
    return cases


def _case(note: Note, medium: Any, values: dict[str, str]) -> Case:
    known = {name: values[name] for name in ("recipient", "sender", "company", "detail")}
    # The detail is known in the page; where a note has no place for it, its own words stand.
    context = NoteContext(medium, "us-a2" if medium == "card" else "", **known)
    return Case(evaluate(note.text, values), context)


def make_vectors(rules: LintRules) -> bytes:
    """Return the cases with all that Python finds in them, for both languages to run."""
    cases = [*bad_cases(), *good_cases(), *line_cases(), *map(Case, ODD)]
    rows = [
        {
            "text": case.text,
            "context": asdict(case.context),
            "findings": [asdict(found) for found in lint_note(case.text, rules, case.context)],
        }
        for case in cases
    ]
    # ASCII, so that lone surrogates can be written too.
    return (json.dumps(rows, indent=1) + "\n").encode("ascii")


def found_by(case: Case, rules: LintRules) -> list[Finding]:
    """Return what Python finds."""
    return list(lint_note(case.text, rules, case.context))


def _grown(text: str) -> str:
    """Put so many different words for {N words}."""
    return re.sub(
        r"\{([0-9]+) words\}",
        lambda match: " ".join(f"word{number}" for number in range(int(match[1]))),
        text,
    )
