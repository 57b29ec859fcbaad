"""How much memory a contender takes at its peak, alone in a new process."""

import json
import re
import resource
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

CARDS = 12


class Footprint(NamedTuple):
    """The peak of a process in MB and the bytes of its last card."""

    peak: float
    size: int


def footprint(name: str, cwd: Path) -> Footprint:
    """Return what a contender takes for a dozen cards."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.memory", name],
        cwd=cwd,
        check=True,
        capture_output=True,
        text=True,
    )
    return Footprint(*json.loads(done.stdout))


def peak() -> float:
    """Return the highest resident size of this process so far, in MB."""
    status = Path("/proc/self/status")
    if status.exists():
        # ru_maxrss begins with what the parent held when it forked.
        found = re.search(r"VmHWM:\s+(\d+) kB", status.read_text())
        if found:
            return int(found[1]) / 1024
    unit = 1024**2 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


if __name__ == "__main__":
    from bench.contenders import CONTENDERS

    card = CONTENDERS[sys.argv[1]]()
    sizes = [len(card(number)) for number in range(CARDS)]
    print(json.dumps([peak(), sizes[-1]]))
