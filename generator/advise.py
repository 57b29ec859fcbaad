"""The note lint for the command line: Problems of the kit's own notes, advice on a writer's."""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.load.lint import read_lint
from generator.model.kit import Kit
from generator.model.lint import Finding, NoteContext
from generator.model.order import Order
from generator.model.problem import Problem
from generator.words.evaluate import evaluate
from generator.words.lint import lint_note


def check_notes(kit: Kit, fields: Mapping[str, str]) -> Iterator[Problem]:
    """Yield a Problem for each finding in a situation's notes, filled with sample values."""
    rules = read_lint(kit.root)
    for situation in kit.situations.values():
        values = {**{n: f.example for n, f in situation.fields.items()}, **fields}
        # A situation's own example is the one that fits the sentence it stands in.
        values["detail"] = (
            situation.fields["detail"].example
            if ("detail" in situation.fields)
            else fields.get("detail", "")
        )
        for medium, notes in (("card", situation.cards), ("email", situation.emails)):
            for tone, note in notes.items():
                text = evaluate(note.text, values)
                context = _context(medium, values, kit.settings.locale)
                for found in lint_note(text, rules, context):
                    where = f"{note.text.where or situation.where} ({tone} {medium})"
                    yield Problem(where, f"“{found.words}”: {found.why}", found.instead)


def advise(root: Path, order: Order) -> tuple[Finding, ...]:
    """Return what may stand in the way of a writer's own note; it is advice and stops nothing."""
    context = _context("card", order.fields, order.lang, order.format)
    return lint_note(order.message, read_lint(root), context)


def _context(medium: str, values: Mapping[str, str], lang: str, format_: str = "") -> NoteContext:
    return NoteContext(
        medium="email" if medium == "email" else "card",
        format=format_,
        recipient=values.get("recipient", ""),
        sender=values.get("sender", ""),
        company=values.get("company", ""),
        detail=values.get("detail", ""),
        lang=lang,
    )


def tell_advice(root: Path, order: Order) -> None:
    """Say on standard error what may stand in a note's way; the card is made all the same."""
    for found in advise(root, order):
        print(f"A thought on “{found.words}”: {found.why}\n    {found.instead}", file=sys.stderr)
