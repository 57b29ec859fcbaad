"""The bench's rows: build/bench.json, and a table for people."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Row:
    """One comparison.

    `ours` and `value` (the peer's) are in `unit`; `ratio` is ours ÷ the peer in speed and should
    be at least `budget`. Bytes and megabytes are of one card and of one process.
    """

    name: str
    peer: str
    ours: float
    value: float
    unit: str
    ratio: float
    budget: float | None = None
    ours_bytes: int | None = None
    peer_bytes: int | None = None
    ours_peak_mb: float | None = None
    peer_peak_mb: float | None = None

    @property
    def is_met(self) -> bool:
        """Whether the budget is met; what has none always is."""
        return self.budget is None or self.ratio >= self.budget


def rate(name: str, peer: str, ours: float, value: float, unit: str, budget: float | None) -> Row:
    """Return a row of rates from seconds a piece."""
    return Row(
        name, peer, round(1 / ours, 2), round(1 / value, 2), unit, round(value / ours, 3), budget
    )


def duration(name: str, peer: str, ours: float, value: float, budget: float | None) -> Row:
    """Return a row of seconds, whose ratio is of speeds all the same."""
    return Row(name, peer, round(ours, 3), round(value, 3), "s", round(value / ours, 3), budget)


def write_json(rows: Sequence[Row], path: Path) -> None:
    """Write the rows, leaving out what was not measured."""
    found = [
        {key: value for key, value in asdict(row).items() if value is not None}
        | ({} if row.budget is None else {"met": row.is_met})
        for row in rows
    ]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


def table(rows: Sequence[Row]) -> str:
    """Return the rows as lines of text."""
    head = ("what", "against", "ours", "theirs", "unit", "ratio", "budget", "", "size", "peak")
    cells = [head, *(tuple(_cells(row)) for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(head))]
    lines = (
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in cells
    )
    return "\n".join(lines)


def _cells(row: Row) -> Iterator[str]:
    yield row.name
    yield row.peer
    yield f"{row.ours:,.2f}"
    yield f"{row.value:,.2f}"
    yield row.unit
    yield f"{row.ratio:.2f}"
    yield "" if row.budget is None else f"{row.budget:.2f}"
    yield "" if row.budget is None else "pass" if row.is_met else "FALLS SHORT"
    yield (
        ""
        if not row.ours_bytes or not row.peer_bytes
        else f"{_kilobytes(row.ours_bytes)} : {_kilobytes(row.peer_bytes)} KB"
    )
    yield (
        ""
        if not row.ours_peak_mb or not row.peer_peak_mb
        else (f"{row.ours_peak_mb:.0f} : {row.peer_peak_mb:.0f} MB")
    )


def _kilobytes(size: int) -> str:
    """Return bytes in KB, to the hundredth where they are few."""
    return f"{size / 1000:.0f}" if size >= 10_000 else f"{size / 1000:.2f}"
