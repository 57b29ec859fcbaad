"""followups.yml into FollowUps."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

from pydantic import Field

from generator.load.files import LAYERS
from generator.load.place import Place
from generator.load.schema import Days, Filled, Id, Row
from generator.load.tree import Table, merge_trees, read_tree
from generator.load.validate import check_id, check_known, place_of, read_row
from generator.model.followups import FollowUps, Rhythm, Step
from generator.model.kit import Situation
from generator.model.problem import Problem, Problems

FILE = "followups.yml"
NOTE = "note"
"""The id of the note's own day, which no step may take."""


class NoteRow(Row):
    """followups.yml: the day of the note itself."""

    title: Filled
    """What the day is called in the calendar."""
    text: Filled
    """What to do on it."""


class StepRow(NoteRow):
    """followups.yml: one day of a rhythm."""

    after: Days
    """How long after the day they told you, as 30d or 6w."""


class RhythmRow(Row):
    """followups.yml: one rhythm."""

    counted: Filled
    """What the days are counted from, in words."""
    remark: Filled
    """What to keep in mind."""
    groups: list[Filled] = Field(default_factory=list)
    """The groups of situations that have this rhythm."""
    steps: Annotated[dict[Id, StepRow], Field(min_length=1, max_length=12)]
    """The days, by id, in order."""


class FollowUpsRow(Row):
    """followups.yml."""

    note: NoteRow
    """The day of the note itself."""
    rhythms: Annotated[dict[Id, RhythmRow], Field(min_length=1)]
    """The rhythms, by id."""


def read_followups(root: Path, situations: Mapping[str, Situation]) -> FollowUps:
    """Return the follow-ups of assets/, mine/ put over them key by key; raises Problems."""
    table = read_tree(root / LAYERS[0] / FILE, root)
    own = root / LAYERS[1] / FILE
    if own.is_file():
        table = merge_trees(table, read_tree(own, root), deep=True)
    return build_followups(table, situations)


def build_followups(table: Table, situations: Mapping[str, Situation]) -> FollowUps:
    """Return a tree as follow-ups.

    Raises Problems: unknown keys and groups, a group in two rhythms, days out of order.
    """
    problems: list[Problem] = []
    top = Place(table.place.file)
    row = read_row(FollowUpsRow, table, top, problems)
    if row is None:
        raise Problems(problems)
    _check_groups(row, table, top, {s.group for s in situations.values()}, problems)
    _check_steps(row, table, top, problems)
    if problems:
        raise Problems(problems)
    return FollowUps(
        _step(NOTE, 0, row.note),
        tuple(
            Rhythm(
                id_,
                rhythm.counted,
                rhythm.remark,
                tuple(rhythm.groups),
                tuple(_step(name, step.after, step) for name, step in rhythm.steps.items()),
            )
            for id_, rhythm in row.rhythms.items()
        ),
    )


def _step(id_: str, after: int, row: NoteRow) -> Step:
    """Return a step whose words stand on one line each, on the page and in a calendar alike."""
    return Step(id_, after, " ".join(row.title.split()), " ".join(row.text.split()))


def _check_groups(
    row: FollowUpsRow, table: Table, top: Place, groups: set[str], problems: list[Problem]
) -> None:
    taken: dict[str, str] = {}
    for id_, rhythm in row.rhythms.items():
        for i, group in enumerate(rhythm.groups):
            place = place_of(table, top, ("rhythms", id_, "groups", i))
            check_known(group, groups, "group of situations", place, problems)
            if group in taken:
                what = f"the group {group} has the rhythm {taken[group]} already"
                problems.append(Problem(str(place), what, "name it in one of them only"))
            taken.setdefault(group, id_)


def _check_steps(row: FollowUpsRow, table: Table, top: Place, problems: list[Problem]) -> None:
    for id_, rhythm in row.rhythms.items():
        check_id(id_, place_of(table, top, ("rhythms", id_), key=True), problems)
        before = 0
        for name, step in rhythm.steps.items():
            loc = ("rhythms", id_, "steps", name)
            check_id(name, place_of(table, top, loc, key=True), problems)
            if name == NOTE:
                place = place_of(table, top, loc, key=True)
                what = f"{NOTE} is the name of the note's own day"
                problems.append(Problem(str(place), what, "call this step something else"))
            if step.after <= before:
                place = place_of(table, top, (*loc, "after"))
                what = f"{step.after} days is not after the step before it ({before} days)"
                problems.append(Problem(str(place), what, "put the steps in order"))
            before = step.after
