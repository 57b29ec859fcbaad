"""Run the bench: `python -m bench` prints the table and writes build/bench.json."""

import argparse
import sys
from pathlib import Path

from bench.clock import CommandFailed
from bench.cold import measure_build, measure_card
from bench.merge import measure_merges, shortfalls
from bench.report import Row, table, write_json
from bench.warm import MOST_BYTES, MOST_MEGABYTES, measure_cards, measure_text

ROOT = Path(__file__).resolve().parent.parent
PARTS = ("warm", "text", "merge", "cold", "build")


def main() -> int:
    """Measure what was asked for; return 1 if something could not be measured."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--rounds", type=int, default=15, help="turns of each contender (15)")
    parser.add_argument("--only", choices=PARTS, action="append", help="leave the other parts out")
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "bench.json")
    asked = parser.parse_args()
    rows: list[Row] = []
    failures: list[str] = []
    for part in asked.only or PARTS:
        try:
            rows += _measure(part, asked.rounds)
        except CommandFailed as failed:
            failures.append(f"Not measured: {failed}")
    write_json(rows, asked.out)
    print(table(rows))
    for line in (*_limits(rows), *shortfalls(rows), *failures):
        print(line)
    return 1 if failures else 0


def _measure(part: str, rounds: int) -> list[Row]:
    few = max(3, rounds // 3)
    match part:
        case "warm":
            return list(measure_cards(rounds, ROOT))
        case "text":
            return list(measure_text(rounds))
        case "merge":
            return list(measure_merges(few, ROOT))
        case "cold":
            return list(measure_card(few, ROOT))
        case _:
            return list(measure_build(few, ROOT))


def _limits(rows: list[Row]) -> list[str]:
    """Return what is larger than it may be."""
    found = []
    for row in rows:
        if row.name == "card-flat-warm" and (row.ours_bytes or 0) > MOST_BYTES:
            found.append(f"A card of few inks FALLS SHORT: it may take {MOST_BYTES // 1000} KB.")
        if (row.ours_peak_mb or 0) > MOST_MEGABYTES:
            found.append(f"{row.name} FALLS SHORT: a process may take {MOST_MEGABYTES} MB.")
    return sorted(set(found))


if __name__ == "__main__":
    sys.exit(main())
