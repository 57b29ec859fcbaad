"""What one printer needs, a shift and a scale: from the options or from a small local file."""

from collections.abc import Mapping
from pathlib import Path

from generator.load.length import parse_length
from generator.model.length import Mpt, mm
from generator.model.paint import ONE
from generator.model.printer import Correction
from generator.model.problem import Problem, Problems

FILE = ".afternote/printer.yml"
"""Not part of the kit: every printer differs, so git leaves it alone."""
MOST_SHIFT: Mpt = mm(10)
LEAST_SCALE, MOST_SCALE = 0.95, 1.05
KEYS = ("offset", "back-offset", "scale")


def read_correction(root: Path, asked: Mapping[str, str | None]) -> Correction:
    """Return the correction that the options ask for, each from the local file if left out.

    `asked` holds what was typed for `offset`, `back-offset` and `scale`. Raises Problems for what
    is no shift or scale, or beyond what a sound printer needs.
    """
    problems: list[Problem] = []
    kept = _read_file(root / FILE, problems)
    shifts: dict[str, tuple[Mpt, Mpt]] = {}
    factor = ONE
    for key in KEYS:
        typed = asked.get(key)
        words = typed if typed is not None else kept.get(key)
        if words is None:
            continue
        where = f"--{key}" if typed is not None else f"{FILE}: {key}"
        try:
            if key == "scale":
                factor = _scale(words)
            else:
                shifts[key] = _shift(words)
        except ValueError as error:
            problems.append(Problem(where, f"{words!r} cannot be used", str(error)))
    if problems:
        raise Problems(problems)
    return Correction(*shifts.get("offset", (0, 0)), factor, shifts.get("back-offset"))


def kept_correction(root: Path, asked: Mapping[str, str | None]) -> str:
    """Return what the local file should say: what is asked, and what it said before.

    Raises Problems as `read_correction` does.
    """
    read_correction(root, asked)
    kept = _read_file(root / FILE, [])
    lines = (
        f"{key}: {words.strip()}"
        for key in KEYS
        if (words := asked.get(key) or kept.get(key)) is not None
    )
    return "\n".join(("# What this printer needs: docs/print/calibrate.md tells how.", *lines, ""))


def _read_file(path: Path, problems: list[Problem]) -> dict[str, str]:
    """Return the lines `key: value` of the file; nothing where there is none."""
    if not path.is_file():
        return {}
    found: dict[str, str] = {}
    for number, line in enumerate(path.read_text("utf-8", errors="replace").splitlines(), 1):
        words = line.partition("#")[0].strip()
        key, colon, value = (part.strip() for part in words.partition(":"))
        if words and (not colon or key not in KEYS):
            hint = "write `offset: 1.5, -0.5`, `back-offset: 0, 1` and `scale: 0.998`, a line each"
            problems.append(Problem(f"{FILE}:{number}", f"{words!r} is not known here", hint))
        elif words:
            found[key] = value.strip("[]'\" ")
    return found


def _shift(words: str) -> tuple[Mpt, Mpt]:
    parts = words.split(",")
    if len(parts) != 2:
        raise ValueError("write two lengths, right and down, such as 1.5,-0.5 (mm)")
    right, down = (parse_length(part) for part in parts)
    if max(abs(right), abs(down)) > MOST_SHIFT:
        raise ValueError("no more than 10 mm either way: look for “fit to page” or a wrong paper")
    return right, down


def _scale(words: str) -> int:
    try:
        factor = float(words)
    except ValueError:
        raise ValueError("write a number such as 0.998") from None
    if not LEAST_SCALE <= factor <= MOST_SCALE:
        raise ValueError("take 0.95 to 1.05; beyond it, turn off “fit to page” in the print window")
    return round(factor * ONE)
