"""The verb `check`: every design in every format, fold and form, and every note in each."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from generator.advise import check_notes
from generator.load.kit import load_kit
from generator.load.own_pages import read_own_pages
from generator.load.sample import read_sample
from generator.load.stock import read_stock
from generator.model.kit import FORMS, Design, Kit
from generator.model.order import Order
from generator.model.problem import Problem, Problems
from generator.press import LINER_FORMS, Press
from generator.publish.plan import first_orientation
from generator.publish.tools import read_tools
from generator.words.evaluate import evaluate


def check_kit(root: Path) -> str:
    """Return what was checked in one line; raises every Problem of the kit."""
    kit = load_kit(root)
    press, sample = Press(kit), read_sample(root)
    problems: list[Problem] = []
    cards = 0
    for order in every_order(kit, sample.fields):
        cards += 1
        try:
            press.compose(order)
        except Problems as found:
            problems.extend(found.problems)
    problems.extend(_liner_problems(press))
    problems.extend(check_notes(kit, sample.fields))
    read_tools(kit)
    for read in (read_stock, read_own_pages):
        try:
            read(root)
        except Problems as found:
            problems.extend(found.problems)
    if problems:
        raise Problems(problems)
    return (
        f"{cards} cards of {len(kit.designs)} designs and {len(kit.situations)} situations "
        "composed; no problem."
    )


def every_order(kit: Kit, fields: Mapping[str, str]) -> Iterator[Order]:
    """Yield each design in each format, fold and form, and in the first form each card note."""
    for design in kit.designs.values():
        for order in _orders(kit, design):
            yield from (replace(order, form=form, fields=fields) for form in FORMS)
            for situation in kit.situations.values():
                own = {name: field.example for name, field in situation.fields.items()}
                values = {**own, **fields}
                for note in situation.cards.values():
                    message = evaluate(note.text, values)
                    yield replace(order, message=message, fields=values)


def _liner_problems(press: Press) -> Iterator[Problem]:
    """Draw the liner of each envelope of each design's formats, in each form that it has."""
    for design in press.kit.designs.values():
        for order in _orders(press.kit, design) if design.liner else ():
            for envelope in press.kit.formats[order.format].envelopes:
                for form in LINER_FORMS:
                    try:
                        press.liner(replace(order, form=form), envelope, None)
                    except Problems as found:
                        yield from found.problems


def _orders(kit: Kit, design: Design) -> Iterator[Order]:
    for format_ in design.formats:
        for fold in design.panels:
            yield Order(
                design=design.id,
                format=format_,
                fold=fold,
                palette=design.palettes[0],
                orientation=first_orientation(design),
                lang=kit.settings.locale,
            )
