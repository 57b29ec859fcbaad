"""Measure a line of text at every place where it may break."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from generator.fonts.coverage import covers
from generator.model.scene import Face, Run
from generator.text.bidi import embedding_levels, is_plain, visual_order
from generator.text.breaks import SOFT_HYPHEN, opportunities
from generator.text.case import Case
from generator.text.itemise import Item, itemise
from generator.text.lines import Measured
from generator.text.shape import char_widths


class Galley(NamedTuple):
    """A line as set in one piece: its items, their runs, and its places to break."""

    text: str
    han: str
    items: list[Item]
    runs: list[Run]
    measured: Measured
    missing: set[str]
    levelled: bool
    """Whether anything in it may run right to left."""


def micro(units: int, face: Face) -> int:
    """Return font units as millionths of an em of the text, rounded up."""
    return -(-units * 1000 * face.scale // face.upem)


@lru_cache(maxsize=128)
def set_galley(text: str, case: Case, han: str, *, rtl: bool) -> Galley:
    """Shape a line of text in one piece and measure it at its places to break."""
    levels = None if not rtl and is_plain(text) else embedding_levels(text, rtl=rtl)
    items, missing = itemise(text, case, han, levels)
    runs = [
        case.run(text[item.start : item.end], item.face, item.level, item.script, han)
        for item in items
    ]
    stops = opportunities(text)
    measured = _measure(text, items, runs, stops, case)
    return Galley(text, han, items, runs, measured, missing, levels is not None)


def _measure(
    text: str, items: Sequence[Item], runs: Sequence[Run], stops: list[int], case: Case
) -> Measured:
    """Return where the pen is at each stop, with and without the space before it."""
    places = [at for stop in stops for at in (stop - (text[stop - 1 : stop] == " "), stop)]
    pens = _pens(places, items, runs)
    ends: list[int] = []
    begins = [0]
    for i, stop in enumerate(stops):
        hyphen = text[stop - 1] == SOFT_HYPHEN and stop < len(text)
        ends.append(pens[2 * i] + (_hyphen(items, stop, case) if hyphen else 0))
        begins.append(pens[2 * i + 1])
    # The pen never goes back, save by negative kerning or a hyphen: keep the order that
    # bisection needs, erring on the side of a line that is too short.
    for i in range(1, len(ends)):
        ends[i] = max(ends[i], ends[i - 1])
    return Measured(stops, begins[:-1], ends)


def _pens(places: list[int], items: Sequence[Item], runs: Sequence[Run]) -> list[int]:
    """Return how far the pen is at places in ascending order."""
    pens: list[int] = []
    pen = 0
    for item, run in zip(items, runs, strict=True):
        while len(pens) < len(places) and places[len(pens)] <= item.start:
            pens.append(pen)
        if len(pens) < len(places) and places[len(pens)] < item.end:
            passed = [0, *accumulate(char_widths(run))]
            while len(pens) < len(places) and places[len(pens)] < item.end:
                within = passed[places[len(pens)] - item.start]
                pens.append(pen + micro(within, run.face))
        pen += micro(run.width, run.face)
    return pens + [pen] * (len(places) - len(pens))


def _hyphen(items: Sequence[Item], stop: int, case: Case) -> int:
    item = next(item for item in items if item.start < stop <= item.end)
    sign = _shown_hyphen(case.faces[item.face])
    return micro(
        case.run(sign, item.face, item.level, item.script, "").width, case.faces[item.face]
    )


def _shown_hyphen(face: Face) -> str:
    """Return what a soft hyphen shows at the end of a line; nothing where a face has no hyphen."""
    return "-" if covers(face, "-") else SOFT_HYPHEN


def cut_lines(
    galley: Galley, case: Case, spans: Sequence[tuple[int, int]]
) -> list[tuple[Run, ...]]:
    """Return the runs of each line, from left to right, given the lines' places in order."""
    lines = []
    first = 0
    items = galley.items
    for start, end in spans:
        while first < len(items) and items[first].end <= start:
            first += 1
        last = first
        while last < len(items) and items[last].start < end:
            last += 1
        lines.append(_cut_line(galley, case, (start, end), range(first, last)))
    return lines


def _cut_line(galley: Galley, case: Case, span: tuple[int, int], numbers: range) -> tuple[Run, ...]:
    """Return a line's runs; the items at its ends are shaped anew if they reach beyond it."""
    start, end = span
    runs = galley.runs[numbers.start : numbers.stop]
    for at in {0, len(runs) - 1} if runs else ():
        item = galley.items[numbers[at]]
        first, last = max(item.start, start), min(item.end, end)
        is_hyphened = last == end and galley.text[end - 1] == SOFT_HYPHEN
        if is_hyphened or (first, last) != (item.start, item.end):
            piece = galley.text[first:last]
            piece = piece[:-1] + _shown_hyphen(runs[at].face) if is_hyphened else piece
            runs[at] = case.run(piece, item.face, item.level, item.script, galley.han)
    if not galley.levelled:
        return tuple(runs)
    return tuple(runs[i] for i in visual_order([run.level for run in runs]))


def line_width(runs: Sequence[Run]) -> int:
    """Return how wide runs are in millionths of an em, each rounded up."""
    return sum(micro(run.width, run.face) for run in runs)
