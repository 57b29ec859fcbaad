"""A line of plain words, put together from what its case knows of each word.

What holds of most lines of most notes: one face, one script, nothing that runs right to left, and
a face whose words are shaped by themselves. Such a line need not be looked at sign by sign, and
what is put together is the same as what `set_galley` finds.
"""

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import NamedTuple

from generator.model.scene import Run
from generator.text.breaks import stops_at_sight
from generator.text.case import Case, Word
from generator.text.itemise import SHARED, Item
from generator.text.lines import Measured, micro
from generator.text.script import script_of
from generator.text.shape import char_widths

SCRIPTS = frozenset({"Latn", "Grek", "Cyrl"})


class WordItems:
    """The items of a line of words and spaces by turns, made when one is asked for.

    `places` are where the words start, and one more.
    """

    __slots__ = ("_places", "_script")

    def __init__(self, places: list[int], script: str) -> None:
        self._places = places
        self._script = script

    def between(self, start: int, end: int) -> tuple[int, int, bool]:
        """Return the numbers of a stretch's first item and of the one after it, and if all fit."""
        places = self._places
        first, last = bisect_right(places, start) - 1, bisect_left(places, end)
        after_word, before_space = places[first + 1] - 1, places[last] - 1
        is_whole = start in (places[first], after_word) and end in (before_space, places[last])
        return 2 * first + (start >= after_word), 2 * last - 1 + (before_space < end), is_whole

    def __getitem__(self, at: int) -> Item:
        word, is_space = divmod(at, 2)
        start, end = self._places[word], self._places[word + 1] - 1
        if is_space:
            start, end = end, end + 1
        return Item(start, end, 0, 0, self._script)


class Plain(NamedTuple):
    """A line put together: words and spaces by turns; `measured` is None if words do not tell."""

    items: WordItems
    runs: list[Run]
    measured: Measured | None


def set_words(text: str, case: Case, han: str) -> Plain | None:
    """Return a line put together from its words, None if it is not plain.

    Nothing in the line may run right to left.
    """
    script = _script(text)
    if case.is_line(0) or script not in SCRIPTS:
        return None
    space = case.run(" ", 0, 0, script, han)
    shelf, texts = case.shelf(script, han), text.split(" ")
    new = list(dict.fromkeys([written for written in texts if written not in shelf]))
    if new:
        if not _are_simple(new, case, script, han):
            return None
        gap = micro(space.width, space.face)
        shelf.update([(run.text, _known(run, gap)) for run in case.words(new, script, han)])
    return _assemble([shelf[written] for written in texts], space, script)


def whole_item(text: str, case: Case, han: str) -> Item | None:
    """Return a line as the one item that a line face makes of it, None if it is not plain.

    Nothing in the line may run right to left.
    """
    script = _script(text)
    if not case.is_line(0) or script not in SCRIPTS:
        return None
    if not _are_simple(text.split(" "), case, script, han):
        return None
    return Item(0, len(text), 0, 0, script)


def _script(text: str) -> str:
    return next(filter(None, map(script_of, text)), SHARED)


def _are_simple(words: list[str], case: Case, script: str, han: str) -> bool:
    """Return whether words are each all in the first face and in one script."""
    signs = "".join(words)
    if script == "Latn" and signs.isascii() and all(words) and case.covers(0, signs):
        # What most words are needs no look at each.
        return True
    parted = [case.parts(written, han) for written in dict.fromkeys(words)]
    return all(
        len(parts) == 1 and parts[0].face == 0 and parts[0].script in {script, None}
        for parts in parted
    )


def _known(run: Run, gap: int) -> Word:
    stops = stops_at_sight(run.text)
    pens: tuple[int, ...] = ()
    if stops:
        passed = [0, *accumulate(char_widths(run))]
        pens = tuple([micro(passed[at], run.face) for at in stops])
    return Word(run, len(run.text) + 1, micro(run.width, run.face) + gap, stops, pens)


def _assemble(words: list[Word], space: Run, script: str) -> Plain:
    gap = micro(space.width, space.face)
    places = list(accumulate([word.length for word in words], initial=0))
    pens = list(accumulate([word.step for word in words], initial=0))
    runs = [space] * (2 * len(words) - 1)
    runs[::2] = [word.run for word in words]
    measured = None
    if None not in (kinds := {word.stops for word in words}):
        after = [*places[1:-1], places[-1] - 1]
        measured = Measured(after, pens[:-1], [pen - gap for pen in pens[1:]])
        if kinds != {()}:
            measured = _with_inner_stops(measured, places, words)
    return Plain(WordItems(places, script), runs, measured)


def _with_inner_stops(measured: Measured, places: list[int], words: list[Word]) -> Measured:
    """Return the places to break with those inside words, as after a hyphen."""
    stops: list[int] = []
    begins: list[int] = []
    ends: list[int] = []
    for word, place, stop, begin, end in zip(words, places, *measured, strict=False):
        inside = [begin + pen for pen in word.pens]
        stops += [*(place + at for at in word.stops or ()), stop]
        begins += [begin, *inside]
        ends += [*inside, end]
    return Measured(stops, begins, ends)
