"""The verb `check`: every design on every card in every form as it prints, and every note."""

import multiprocessing
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from generator.advise import check_notes
from generator.draw import cores
from generator.load.kit import load_kit
from generator.load.own_pages import read_own_pages
from generator.load.place import suggest
from generator.load.sample import read_sample
from generator.load.stock import read_stock
from generator.model.kit import FORMS, Kit
from generator.model.problem import Problem, Problems
from generator.press import Press
from generator.proof.cards import every_card
from generator.proof.design import proof_design
from generator.proof.room import card_notes, check_notes_fit
from generator.publish.fill import sample_note
from generator.publish.tools import read_tools

SHORT = "Thank you."
FEW = 3
"""Designs that are looked over sooner than another process starts."""


@dataclass(frozen=True, slots=True)
class Desk:
    """A kit on the table, with the values and the note that its cards are tried with."""

    kit: Kit
    fields: Mapping[str, str]
    note: str


def check_one(root: Path, name: str) -> str:
    """Return what was checked of one design in one line; raises Problems, its own and of files."""
    desk = open_desk(root)
    if name not in desk.kit.designs:
        hint = suggest(name, desk.kit.designs)
        raise Problems([Problem("--design", f"there is no design {name!r}", hint)])
    problems = check_design(desk, name)
    if problems:
        raise Problems(problems)
    design = desk.kit.designs[name]
    cards = len(FORMS) * sum(1 for _ in every_card(desk.kit, design))
    return f"{cards} cards of {design.name} in {len(design.palettes)} palettes; no problem."


def check_kit(root: Path) -> str:
    """Return what was checked in one line; raises every Problem of the kit."""
    desk = open_desk(root)
    problems = list(check_notes(desk.kit, desk.fields))
    read_tools(desk.kit)
    for read in (read_stock, read_own_pages):
        try:
            read(root)
        except Problems as found:
            problems.extend(found.problems)
    for found_there in _check_all(root, desk):
        problems.extend(found_there)
    if problems:
        raise Problems(problems)
    cards = sum(
        len(FORMS) for design in desk.kit.designs.values() for _ in every_card(desk.kit, design)
    )
    return (
        f"{cards} cards of {len(desk.kit.designs)} designs in all their palettes, and "
        f"{len(desk.kit.situations)} situations; no problem."
    )


def open_desk(root: Path) -> Desk:
    """Return the kit in a folder with its sample; raises Problems."""
    kit, sample = load_kit(root), read_sample(root)
    return Desk(kit, sample.fields, sample_note(kit, sample, sample.fields))


def check_design(desk: Desk, name: str) -> list[Problem]:
    """Return all that is wrong with a design: its artwork, its slots, and notes without room."""
    press, design = Press(desk.kit), desk.kit.designs[name]
    orders = list(every_card(desk.kit, design))
    notes = card_notes(desk.kit, desk.fields)
    too_long = check_notes_fit(press, design, orders, notes) if "message" in design.slots else []
    # Where notes have no room, that is said once; the card is looked over with a short one.
    note = SHORT if too_long else desk.note
    return [*too_long, *proof_design(press, design, desk.fields, note)]


def _check_all(root: Path, desk: Desk) -> Iterator[list[Problem]]:
    """Yield the Problems of each design, looked over on all cores where there are many."""
    names = list(desk.kit.designs)
    if len(names) < FEW or cores() == 1:
        yield from (check_design(desk, name) for name in names)
        return
    # Spawned, not forked: the same on every system, and no lock of the parent's comes along.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(min(cores(), len(names)), context, _open, (root,)) as pool:
        yield from pool.map(_check_there, names)


_desk: Desk | None = None


def _open(root: Path) -> None:
    global _desk
    _desk = open_desk(root)


def _check_there(name: str) -> list[Problem]:
    assert _desk is not None
    return check_design(_desk, name)
