"""What `make serve` does of its own after a change: `python -m bench.serve`, a line a change.

The kit is copied, its previews are drawn once, and then one file at a time is changed in turn. CPU
seconds are this process's own; wall seconds hold only where nothing else runs. The watcher's look
twice a second and MkDocs are not in them: a changed drawing needs no page built anew.
"""

import shutil
import tempfile
import time
from pathlib import Path
from statistics import median

from generator.workshop import Workshop

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 5
CHANGES = {
    "a computed drawing": ("assets/designs/laurel/cover.svg.j2", "</svg>", "<g/></svg>"),
    "a plain drawing": ("assets/designs/open-door/cover.us-a2.svg", "</svg>", "<g/></svg>"),
    "a design's sizes": ("assets/designs/laurel/design.yml", "size: 10pt..", "size: 10.0pt.."),
    "a design's summary": ("assets/designs/laurel/design.yml", "summary: ", "summary: So "),
    "a palette": ("assets/palettes.yml", '"#4F6238"', '"#4F6239"'),
}


def main() -> None:
    """Measure each change and print it."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name in ("assets", "docs"):
            shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("kit"))
        workshop = Workshop(root)
        workshop.renew()
        for what, change in CHANGES.items():
            print(measure(workshop, root, what, *change), flush=True)


def measure(workshop: Workshop, root: Path, what: str, file: str, old: str, new: str) -> str:
    """Return what a change takes, the median of some rounds to and fro, in one line."""
    path = root / file
    whole = path.read_text("utf-8")
    spent: list[tuple[float, float]] = []
    drawn = (0, 0)
    for turn in range(ROUNDS):
        text = whole.replace(old, new, 1) if turn % 2 == 0 else whole
        path.write_text(text, "utf-8")
        began, worked = time.perf_counter(), time.process_time()
        drawn = max(drawn, workshop.renew())
        spent.append((time.perf_counter() - began, time.process_time() - worked))
    path.write_text(whole, "utf-8")
    wall, cpu = (median(times) for times in zip(*spent, strict=True))
    return f"{what:20} {drawn[0]:3} pictures {drawn[1]:3} pages {cpu:6.2f} s CPU {wall:6.2f} s wall"


if __name__ == "__main__":
    main()
