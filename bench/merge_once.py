"""One contender's merge, alone in a process: prints the peak of its memory in MB."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, cast

from bench.job import Kind
from bench.memory import peak

Merge = Callable[[BinaryIO, Kind, int], None]


def open_merge(who: str) -> Merge:
    """Return a contender's merge; each is imported alone."""
    if who == "typst":
        from bench.peer_typst import merge
    elif who == "reportlab":
        from bench.peer_reportlab import merge
    else:
        from bench.ours_merge import merge
    return merge


if __name__ == "__main__":
    with Path(sys.argv[4]).open("wb") as file:
        open_merge(sys.argv[1])(file, cast(Kind, sys.argv[2]), int(sys.argv[3]))
    print(json.dumps(peak()))
