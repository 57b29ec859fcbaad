"""Set a text into a box at the largest size that fits."""

import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from generator.fonts.coverage import is_ignorable
from generator.fonts.extents import ink_depth
from generator.model.fitted import Fitted, Overflow
from generator.model.length import Box, Mpt
from generator.model.problem import Problem, Problems
from generator.model.scene import Line, Run, Text, run_width, units_to_mpt
from generator.text.bidi import is_rtl
from generator.text.case import Case, case_for
from generator.text.hang import overhang
from generator.text.lines import MICRO, count_lines, even_breaks, greedy
from generator.text.measure import Galley, cut_lines, line_width, set_galley
from generator.text.script import han_language
from generator.text.source import HardLine, clean, hard_lines
from generator.text.style import Style

STEP: Mpt = 250
"""Sizes are tried in quarter points."""
TIGHTENINGS = 4
FLAT = frozenset("acemnorsuvwxz.,:;…-–— ")
"""Characters that keep within the height of an x; a line of only these is centred by it."""


class Broken(NamedTuple):
    """A line as broken: its slice of the source, its paragraph, and its runs left to right."""

    start: int
    end: int
    paragraph: int
    runs: tuple[Run, ...]


class Depth(NamedTuple):
    """The upright measures of a style at one size."""

    cap: Mpt
    lead: Mpt
    gap: Mpt
    descent: Mpt

    def height(self, lines: int, paragraphs: int) -> Mpt:
        """Return how high lines are from the first one's capitals to the last one's tails."""
        gaps = max(paragraphs - 1, 0) * self.gap
        return self.cap + max(lines - 1, 0) * self.lead + gaps + self.descent


def set_text(source: str, box: Box, style: Style) -> Fitted | Overflow:
    """Set a text into a box: the largest size that fits, then the least ragged lines.

    Raises Problems that name each character that no face of the style has.
    """
    source = clean(source)
    case = case_for(style)
    rtl = is_rtl(source, style.lang)
    lines = hard_lines(source)
    galleys = [set_galley(line.text, case, _han(line, source, case), rtl=rtl) for line in lines]
    _refuse_missing({char for galley in galleys for char in galley.missing}, style)
    sizes = _sizes(*style.size)
    # Whether a size fits is found on widths by the paragraph; a line face can be wider by the
    # line, so the sizes below the one found are kept to fall back on.
    found = bisect_left(
        sizes, True, key=lambda size: not _may_fit(lines, galleys, box, size, style)
    )
    for size in reversed(sizes[:found]):
        broken = _break_all(lines, galleys, case, box.width * MICRO // size, style)
        if broken is not None and _is_within(broken, box, size, style):
            return _place(source, broken, box, size, rtl, style)
    return Overflow(style.slot, _words_over(lines, galleys, box, style))


def _han(line: HardLine, source: str, case: Case) -> str:
    return case.han(han_language(line.text) or han_language(source)) if case.has_han else ""


def _refuse_missing(missing: set[str], style: Style) -> None:
    """Raise a Problem for each character that is missing and would show."""
    problems = []
    for char in sorted(missing):
        if is_ignorable(char):
            continue
        name = unicodedata.name(char, "a character without a name")
        problems.append(
            Problem(
                f"slot {style.slot}",
                f"no typeface has {char if char.isprintable() else 'the character'} "
                f"(U+{ord(char):04X}, {name}), "
                f"neither {style.faces[0].family} nor what stands in for it",
                "write it otherwise, or add a typeface that has it to typefaces.yml",
            )
        )
    if problems:
        raise Problems(problems)


@lru_cache(maxsize=64)
def _sizes(least: Mpt, most: Mpt) -> Sequence[Mpt]:
    """Return the sizes to try, smallest first: both ends, and the quarter points between."""
    low, high = min(least, most), max(least, most)
    between = range(low // STEP * STEP + STEP, high, STEP)
    return [low, *between, *([high] if high > low else [])]


def _depth(size: Mpt, style: Style) -> Depth:
    face = style.faces[0]
    lead = size * style.leading // 1000
    return Depth(
        cap=units_to_mpt(face.cap_height, face, size),
        lead=lead,
        gap=lead * style.paragraph_gap // 1000,
        descent=units_to_mpt(ink_depth(face), face, size),
    )


def _may_fit(
    lines: list[HardLine], galleys: list[Galley], box: Box, size: Mpt, style: Style
) -> bool:
    """Return whether a size fits by the widths of the galleys."""
    measure = box.width * MICRO // size
    total = 0
    for galley in galleys:
        count = count_lines(galley.measured, measure)
        if count is None:
            return False
        total += count
    if style.max_lines is not None and total > style.max_lines:
        return False
    paragraphs = len({line.paragraph for line in lines})
    return _depth(size, style).height(total, paragraphs) <= box.height


def _is_within(broken: list[Broken], box: Box, size: Mpt, style: Style) -> bool:
    """Return whether broken lines fit in number and height."""
    if style.max_lines is not None and len(broken) > style.max_lines:
        return False
    paragraphs = len({line.paragraph for line in broken})
    return _depth(size, style).height(len(broken), paragraphs) <= box.height


def _break_all(
    lines: list[HardLine], galleys: list[Galley], case: Case, measure: int, style: Style
) -> list[Broken] | None:
    """Return all lines as broken to a measure, None where some part is wider than it."""
    broken = []
    for line, galley in zip(lines, galleys, strict=True):
        cut = _break_galley(galley, case, measure, balance=style.align == "center")
        if cut is None:
            return None
        for (start, end), runs in cut:
            broken.append(Broken(line.start + start, line.start + end, line.paragraph, runs))
    return broken


def _break_galley(
    galley: Galley, case: Case, measure: int, *, balance: bool
) -> list[tuple[tuple[int, int], tuple[Run, ...]]] | None:
    """Return a galley's lines, breaking to less where a line comes out wider than it was."""
    target = measure
    for _ in range(TIGHTENINGS):
        if count_lines(galley.measured, target) is None:
            return None
        spans, start = [], 0
        breaks = even_breaks(galley.measured, target, balance=balance)
        for at in breaks:
            stop = galley.measured.stops[at]
            spans.append((start, stop - (galley.text[stop - 1] == " ")))
            start = stop
        cuts = cut_lines(galley, case, spans)
        # What is not shaped anew is as wide as it was measured.
        wide = [n for n, cut in enumerate(cuts) if cut.is_new and line_width(cut.runs) > measure]
        if not wide:
            return [(span, cut.runs) for span, cut in zip(spans, cuts, strict=True)]
        # Less than such a line was measured at, so that it cannot come out the same again.
        _, begins, ends = galley.measured
        target = min(ends[breaks[n]] - begins[breaks[n - 1] + 1 if n else 0] for n in wide) - 1
    return None


def _words_over(lines: list[HardLine], galleys: list[Galley], box: Box, style: Style) -> int:
    """Return how many words have no place at the smallest size: below the box, or too wide."""
    size = min(style.size)
    measure = box.width * MICRO // size
    depth = _depth(size, style)
    over = count = 0
    for line, galley in zip(lines, galleys, strict=True):
        start, (stops, begins, ends) = 0, galley.measured
        paragraphs = line.paragraph - lines[0].paragraph + 1
        for first, last in pairwise([-1, *greedy(galley.measured, measure)]):
            count += 1
            is_beyond = style.max_lines is not None and count > style.max_lines
            if is_beyond or depth.height(count, paragraphs) > box.height:
                over += len(galley.text[start:].split())
                break
            over += ends[last] - begins[first + 1] > measure
            start = stops[last]
    return max(over, 1)


def _place(
    source: str, broken: list[Broken], box: Box, size: Mpt, rtl: bool, style: Style
) -> Fitted:
    """Return the lines at their places in the box."""
    depth = _depth(size, style)
    paragraphs = len({line.paragraph for line in broken})
    height = depth.height(len(broken), paragraphs)
    y = _first_baseline(source, box, height, depth, size, style)
    placed: list[Line] = []
    for i, line in enumerate(broken):
        if i:
            y += depth.lead + (depth.gap if line.paragraph != broken[i - 1].paragraph else 0)
        x = _line_x(line.runs, box, size, rtl, style)
        placed.append(Line(x, y, line.start, line.end, line.runs))
    text = Text(style.slot, style.tag, style.lang, rtl, source, size, 0, style.ink, tuple(placed))
    return Fitted(text, height)


def _first_baseline(
    source: str, box: Box, height: Mpt, depth: Depth, size: Mpt, style: Style
) -> Mpt:
    """Return where the first line stands; the middle is that of the letters, without tails."""
    if style.valign == "top":
        return box.y + depth.cap
    spare = box.height - height
    if style.valign == "bottom":
        return box.y + spare + depth.cap
    face = style.faces[0]
    top = depth.cap
    if set(source) <= FLAT:
        top = units_to_mpt(face.x_height, face, size)
    block = height - depth.cap - depth.descent + top
    return box.y + (box.height - block) // 2 + top


def _line_x(runs: tuple[Run, ...], box: Box, size: Mpt, rtl: bool, style: Style) -> Mpt:
    """Return the left end of a line's baseline, with the signs at its edge hung outside."""
    left, right = overhang(runs, size)
    if style.align != "center" and (style.align == "left") != rtl:
        return box.x - left
    width = sum([run_width(run, size) for run in runs]) - style.tracking * size // 1000
    if style.align == "center":
        return box.x + (box.width - width - left + right) // 2
    return box.right - width + right
