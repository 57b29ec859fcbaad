"""Time contenders in turns, so that whatever else the machine does hits all of them alike."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median

Make = Callable[[int], object]


def take_turns(contenders: Mapping[str, Make], rounds: int, warm: int) -> dict[str, float]:
    """Return each contender's median seconds; it is called with a fresh number every time."""
    taken: dict[str, list[float]] = {name: [] for name in contenders}
    for number in range(warm + rounds):
        for name, make in contenders.items():
            start = time.perf_counter()
            make(number)
            if number >= warm:
                taken[name].append(time.perf_counter() - start)
    return {name: median(times) for name, times in taken.items()}


class CommandFailed(Exception):
    """A command that was to be timed did not end well; says what it printed."""


def run(command: Sequence[str], cwd: Path, bytecode: Path) -> str:
    """Run a Python module in a new process and return what it prints; raises CommandFailed.

    `bytecode` is where compiled modules are kept, for an installed package has them compiled.
    """
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    env["PYTHONPYCACHEPREFIX"] = str(bytecode)
    done = subprocess.run(
        [sys.executable, *command], cwd=cwd, env=env, capture_output=True, text=True
    )
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines()
        raise CommandFailed(f"{' '.join(command)}: {said[-1] if said else done.returncode}")
    return done.stdout


@contextmanager
def one_core() -> Iterator[None]:
    """Keep this process and its threads on one core where the system can."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    allowed = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(allowed)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, allowed)
