"""Many cards in one PDF: new processes, from Python's start to the finished file."""

import json
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from bench.clock import one_core, run, take_turns
from bench.job import Kind
from bench.report import Row, rate

PEERS = ("typst", "reportlab")
MOST_BYTES = 1_100
"""Of an untagged card, artwork and faces shared."""
MOST_MEGABYTES = 60
"""Of a process, however many cards."""
WARM = 1


class Job(NamedTuple):
    """A merge: its row's name, what its cards say, how many, and the least cards a second."""

    name: str
    kind: Kind
    count: int
    least: int


JOBS = (
    Job("merge-1000", "repeating", 1_000, 4_000),
    Job("merge-1000-fresh", "fresh", 1_000, 2_000),
    Job("merge-1000-line", "line", 1_000, 500),
    Job("merge-10000", "repeating", 10_000, 4_000),
    Job("merge-10000-fresh", "fresh", 10_000, 2_000),
)


class Merged(NamedTuple):
    """The peak of a process in MB and the bytes of a card in its file."""

    peak: float
    size: int


def measure_merges(rounds: int, root: Path) -> Iterator[Row]:
    """Yield how many cards a second the press and its peers write, one core each."""
    for job in JOBS:
        few = max(1, min(rounds, 5_000 // job.count))
        with tempfile.TemporaryDirectory() as folder, one_core():
            seconds, merged = _measure(job, few, root, Path(folder))
        for peer in PEERS:
            ours = seconds["ours"] / job.count
            row = rate(job.name, peer, ours, seconds[peer] / job.count, "cards/s", None)
            yield replace(
                row,
                ours_bytes=merged["ours"].size,
                peer_bytes=merged[peer].size,
                ours_peak_mb=round(merged["ours"].peak, 1),
                peer_peak_mb=round(merged[peer].peak, 1),
            )


def shortfalls(rows: list[Row]) -> Iterator[str]:
    """Yield what is slower, larger or heavier than a merge may be."""
    least = {job.name: job.least for job in JOBS}
    for row in rows:
        if row.name not in least or row.peer != PEERS[0]:
            continue
        if row.ours < least[row.name]:
            yield f"{row.name} FALLS SHORT: {least[row.name]:,} cards a second are asked."
        if (row.ours_bytes or 0) > MOST_BYTES:
            yield f"{row.name} FALLS SHORT: a card may take {MOST_BYTES:,} bytes."
        if (row.ours_peak_mb or 0) > MOST_MEGABYTES:
            yield f"{row.name} FALLS SHORT: a process may take {MOST_MEGABYTES} MB."


def _measure(
    job: Job, rounds: int, root: Path, folder: Path
) -> tuple[Mapping[str, float], Mapping[str, Merged]]:
    merged: dict[str, Merged] = {}

    def merge(who: str) -> None:
        out = folder / f"{who}.pdf"
        command = ["-m", "bench.merge_once", who, job.kind, str(job.count), str(out)]
        mb = json.loads(run(command, root, folder / "bytecode"))
        merged[who] = Merged(mb, out.stat().st_size // job.count)

    contenders = {who: lambda _, who=who: merge(who) for who in ("ours", *PEERS)}
    return take_turns(contenders, rounds, WARM), merged
