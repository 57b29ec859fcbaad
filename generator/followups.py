"""The verb `followups`: the reminders after a note as a calendar file."""

from pathlib import Path

from generator.load.followups import read_followups
from generator.load.kit import load_kit
from generator.load.place import suggest
from generator.model.problem import Problem, Problems
from generator.publish.calendar import calendar_file, parse_day
from generator.store.files import write_file

SUFFIX = ".ics"


def write_followups(root: Path, from_date: str, situation: str | None, out: Path) -> None:
    """Write the reminders counted from a day (YYYY-MM-DD) to an .ics file; raises Problems."""
    problems: list[Problem] = []
    picked = None
    try:
        picked = parse_day(from_date, "--from")
    except Problems as found:
        problems.extend(found.problems)
    if out.suffix.lower() != SUFFIX:
        what = f"{out.name} is of no kind that can be written"
        problems.append(Problem("--out", what, f"name a file that ends in {SUFFIX}"))
    kit = load_kit(root)
    if situation is not None and situation not in kit.situations:
        hint = suggest(situation, kit.situations)
        problems.append(Problem("--situation", f"there is no situation {situation!r}", hint))
    if problems or picked is None:
        raise Problems(problems)
    chosen = kit.situations[situation] if situation is not None else None
    data = calendar_file(kit, read_followups(root, kit.situations), chosen, picked)
    try:
        write_file(out, data)
    except OSError as error:
        what = f"{out} cannot be written: {error.strerror}"
        hint = "choose a folder that you may write to and that has room"
        raise Problems([Problem("--out", what, hint)]) from error
