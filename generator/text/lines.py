"""Break a measured line: how many lines it takes, and where they part most evenly.

All lengths are millionths of an em, so that they hold at every size.
"""

from bisect import bisect_right
from typing import NamedTuple

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
    costs = {-1: 0}
    choices: list[dict[int, int]] = []
    for first, last in zip(earliest, latest, strict=True):
        next_costs: dict[int, int] = {}
        choice: dict[int, int] = {}
        for stop in range(first, last + 1):
            best = None
            for before, cost in costs.items():
                slack = measure - ends[stop] + begins[before + 1]
                if before >= stop or slack < 0:
                    continue
                total = cost + _cost(slack, measure, stop == len(ends) - 1, balance)
                if best is None or total < best:
                    best = total
                    choice[stop] = before
            if best is not None:
                next_costs[stop] = best
        costs = next_costs
        choices.append(choice)
    breaks = [len(ends) - 1]
    for choice in reversed(choices[1:]):
        breaks.append(choice[breaks[-1]])
    return breaks[::-1]


def _cost(slack: int, measure: int, is_last: bool, balance: bool) -> int:
    if is_last and not balance:
        short = max(0, slack - measure + measure // WIDOW) // 1000
        return 2 * short * short
    return (slack // 1000) ** 2
