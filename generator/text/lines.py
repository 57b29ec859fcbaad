"""Break a measured line: how many lines it takes, and where they part most evenly.

All lengths are millionths of an em, so that they hold at every size.
"""

from bisect import bisect_right
from typing import NamedTuple

from generator.model.scene import Face

MICRO = 1_000_000
WIDOW = 3
"""A last line under one part in this of the measure is a widow."""


class Measured(NamedTuple):
    """A line's places to break, and how far the pen is there.

    A line from the place before stop `i` to stop `j` is `ends[j] - begins[i]` wide: `begins` are
    where the pen starts after the place before, `ends` where it stands without the space that a
    break drops, and with the hyphen that it adds.
    """

    stops: list[int]
    begins: list[int]
    ends: list[int]


def micro(units: int, face: Face) -> int:
    """Return font units as millionths of an em of the text, rounded up."""
    return -(-units * 1000 * face.scale // face.upem)


def count_lines(measured: Measured, measure: int) -> int | None:
    """Return how many lines it takes at least, None if some part is wider than the measure."""
    _, begins, ends = measured
    count = first = 0
    while first < len(ends):
        after = bisect_right(ends, begins[first] + measure, first)
        if after == first:
            return None
        first = after
        count += 1
    return count


def greedy(measured: Measured, measure: int) -> list[int]:
    """Return the last stop of each line, filling lines as they come; a wide part stands alone."""
    _, begins, ends = measured
    breaks, first = [], 0
    while first < len(ends):
        first = max(bisect_right(ends, begins[first] + measure, first), first + 1)
        breaks.append(first - 1)
    return breaks


def _greedy_from_the_end(measured: Measured, measure: int) -> list[int]:
    """Return the first stop that the end of each line can have if those after it are full."""
    _, begins, ends = measured
    breaks, last = [], len(ends) - 1
    while last >= 0:
        breaks.append(last)
        last = bisect_right(begins, ends[last] - measure - 1, 0, last + 1) - 1
    return breaks[::-1]


def even_breaks(measured: Measured, measure: int, *, balance: bool = False) -> list[int]:
    """Return the last stop of each line so that they are least ragged, in the fewest lines.

    The cost is the sum of squared slacks in 1/1000 em, that of the last line only if lines are
    to `balance`; ties go to the earliest break. Every part must be within the measure.
    """
    latest = greedy(measured, measure)
    if len(latest) == 1:
        return latest
    earliest = _greedy_from_the_end(measured, measure)
    _, begins, ends = measured
    # What may end the line before: how far its successor may reach, itself, its cost so far.
    before = [(measure, -1, 0)]
    choices: list[dict[int, int]] = []
    for first, last in zip(earliest[:-1], latest[:-1], strict=True):
        ending: list[tuple[int, int, int]] = []
        choice: dict[int, int] = {}
        for stop in range(first, last + 1):
            end, best = ends[stop], None
            for reach, earlier, cost in before:
                if end <= reach and earlier < stop:
                    slack = (reach - end) // 1000
                    total = cost + slack * slack
                    if best is None or total < best:
                        best, choice[stop] = total, earlier
            if best is not None:
                ending.append((begins[stop + 1] + measure, stop, best))
        before = ending
        choices.append(choice)
    whole = ends[-1]
    _, stop = min(
        (cost + _last_cost(reach - whole, measure, balance), earlier)
        for reach, earlier, cost in before
        if whole <= reach
    )
    breaks = [len(ends) - 1]
    for choice in reversed(choices):
        breaks.append(stop)
        stop = choice[stop]
    return breaks[::-1]


def _last_cost(slack: int, measure: int, balance: bool) -> int:
    """Return what a last line costs: nothing but for a widow, unless lines are to be even."""
    if balance:
        return (slack // 1000) ** 2
    short = max(0, slack - measure + measure // WIDOW) // 1000
    return 2 * short * short
