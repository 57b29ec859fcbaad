"""Measure a line of text at every place where it may break."""

from bisect import bisect_left, bisect_right
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
from generator.text.lines import Measured, micro
from generator.text.plain import WordItems, set_words, whole_item
from generator.text.shape import char_widths


class ShapedItems(list[Item]):
    """The items of a line in order."""

    def between(self, start: int, end: int) -> tuple[int, int, bool]:
        """Return the numbers of a stretch's first item and of the one after it, and if all fit."""
        first = bisect_right(self, start, key=lambda item: item.end)
        last = bisect_left(self, end, key=lambda item: item.start)
        fit = first == last or (self[first].start >= start and self[last - 1].end <= end)
        return first, last, fit


class Galley(NamedTuple):
    """A line as set in one piece: its items, their runs, and its places to break."""

    text: str
    han: str
    items: WordItems | ShapedItems
    runs: list[Run]
    measured: Measured
    missing: set[str]
    levelled: bool
    """Whether anything in it may run right to left."""


class Cut(NamedTuple):
    """A line cut from a galley: its runs from left to right, and whether any is shaped anew."""

    runs: tuple[Run, ...]
    is_new: bool


@lru_cache(maxsize=32)
def set_galley(text: str, case: Case, han: str, *, rtl: bool) -> Galley:
    """Shape a line of text in one piece and measure it at its places to break."""
    is_level = not rtl and is_plain(text)
    plain = set_words(text, case, han) if is_level else None
    if plain is not None and plain.measured is not None:
        return Galley(text, han, plain.items, plain.runs, plain.measured, set(), False)
    whole = whole_item(text, case, han) if is_level else None
    if whole is not None:
        items, missing = ShapedItems([whole]), set[str]()
    else:
        levels = None if is_level else embedding_levels(text, rtl=rtl)
        found, missing = itemise(text, case, han, levels)
        items = ShapedItems(found)
    runs = [
        case.run(text[item.start : item.end], item.face, item.level, item.script, han)
        for item in items
    ]
    measured = _measure(text, items, runs, opportunities(text), case)
    return Galley(text, han, items, runs, measured, missing, not is_level)


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
        first = len(pens)
        start = bisect_right(places, item.start, first)
        end = bisect_left(places, item.end, start)
        pens += [pen] * (start - first)
        if start < end:
            passed = [0, *accumulate(char_widths(run))]
            within = [passed[place - item.start] for place in places[start:end]]
            pens += [pen + micro(units, run.face) for units in within]
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


def cut_lines(galley: Galley, case: Case, spans: Sequence[tuple[int, int]]) -> list[Cut]:
    """Return each line, given the lines' places in order."""
    return [_cut_line(galley, case, span) for span in spans]


def _cut_line(galley: Galley, case: Case, span: tuple[int, int]) -> Cut:
    """Return a line; the items at its ends are shaped anew if they reach beyond it."""
    start, end = span
    first, last, is_whole = galley.items.between(start, end)
    runs = galley.runs[first:last]
    is_whole = is_whole and galley.text[end - 1] != SOFT_HYPHEN
    if not is_whole:
        for at in {0, len(runs) - 1}:
            runs[at] = _cut_item(galley, case, span, first + at)
    if galley.levelled:
        runs = [runs[i] for i in visual_order([run.level for run in runs])]
    return Cut(tuple(runs), not is_whole)


def _cut_item(galley: Galley, case: Case, span: tuple[int, int], number: int) -> Run:
    """Return what a line has of an item, with the hyphen that a soft one shows at its end."""
    item, run = galley.items[number], galley.runs[number]
    start, end = max(item.start, span[0]), min(item.end, span[1])
    is_hyphened = end == span[1] and galley.text[end - 1] == SOFT_HYPHEN
    if (start, end) == (item.start, item.end) and not is_hyphened:
        return run
    piece = galley.text[start:end]
    piece = piece[:-1] + _shown_hyphen(run.face) if is_hyphened else piece
    return case.run(piece, item.face, item.level, item.script, galley.han)


def line_width(runs: Sequence[Run]) -> int:
    """Return how wide runs are in millionths of an em, each rounded up."""
    return sum(micro(run.width, run.face) for run in runs)
