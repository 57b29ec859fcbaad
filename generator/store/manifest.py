"""What the last whole build wrote: for each path its input key, its hash and its size."""

import json
from dataclasses import dataclass
from pathlib import Path

from generator.store.files import write_file


@dataclass(frozen=True, slots=True)
class Entry:
    """One file: the key of what it was made from, and its own hash and size."""

    key: str
    digest: str
    size: int


def read_manifest(path: Path) -> dict[str, Entry]:
    """Return the entries by path, none where there is no manifest that can be read."""
    try:
        rows = json.loads(path.read_bytes())
        return {name: Entry(str(r[0]), str(r[1]), int(r[2])) for name, r in rows.items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError, IndexError):
        return {}


def write_manifest(path: Path, entries: dict[str, Entry]) -> None:
    """Write the entries, as the last step of a build."""
    rows = {name: [e.key, e.digest, e.size] for name, e in sorted(entries.items())}
    write_file(path, (json.dumps(rows, indent=0) + "\n").encode())
