"""Cold starts: new processes, as someone at a prompt meets them."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.clock import run, take_turns
from bench.job import words
from bench.report import Row, duration

CARD_BUDGET = 1 / 3
"""A cold card may take three times a cold Typst's time."""
BUILD_BUDGET = 1 / 1.15
DESIGN = "correspondence"
WARM = 1
"""Rounds before the clock runs: they compile the modules."""


def measure_card(rounds: int, root: Path) -> Iterator[Row]:
    """Yield how long one card takes from the command line, against Typst in a new process."""
    with tempfile.TemporaryDirectory() as folder:
        bytecode, note = Path(folder) / "bytecode", Path(folder) / "note.txt"
        note.write_text(words(0).message, encoding="utf-8")
        ours = [
            *("-m", "generator", "card", "--design", DESIGN, "--format", "us-a7"),
            *("--text", str(note), "--set", "recipient=Amelia", "--set", "sender=Leopold"),
            *("--out", f"{folder}/ours.png"),
        ]
        typst = ["-m", "bench.peer_typst", f"{folder}/typst.png"]
        seconds = take_turns(
            {
                "ours": lambda _: run(ours, root, bytecode),
                "typst": lambda _: run(typst, root, bytecode),
            },
            rounds,
            WARM,
        )
    yield duration("card-cold", "typst", seconds["ours"], seconds["typst"], CARD_BUDGET)


def measure_build(rounds: int, root: Path) -> Iterator[Row]:
    """Yield how long a build with nothing changed takes, against MkDocs of the same tree alone."""
    with tempfile.TemporaryDirectory() as folder:
        mkdocs = ["-m", "mkdocs", "build", "--quiet", "--site-dir", f"{folder}/site"]
        build, bytecode = ["-m", "generator", "build"], Path(folder) / "bytecode"

        def ours(_: int) -> None:
            run(build, root, bytecode)
            run(mkdocs, root, bytecode)

        alone = {"ours": ours, "mkdocs": lambda _: run(mkdocs, root, bytecode)}
        seconds = take_turns(alone, rounds, WARM)
    yield duration("build-unchanged", "mkdocs", seconds["ours"], seconds["mkdocs"], BUILD_BUDGET)
