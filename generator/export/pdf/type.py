"""Lines of type as operators: glyphs by id, each brought to its place, what comes again kept."""

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from generator.export.pdf.fonts import Font, actual_text
from generator.model.length import Mpt
from generator.model.scene import Face, Run, run_width, units_to_mpt

KEPT_GLYPHS = 8_000
KEPT_LINES = 256
"""Of runs and of lines: some 2 MB, since what a processor's cache cannot hold is slow to get."""


class Stretch(NamedTuple):
    """Glyphs of a run on one baseline, in font units from the run's origin, whatever their size.

    `glyphs` is the inside of a TJ array, which moves a reader's pen by `width`; `before` and
    `after` stand round what is shown.
    """

    x: int
    y: int
    glyphs: str
    width: float
    before: str = ""
    after: str = ""


class Piece(NamedTuple):
    """What one TJ shows in a font (its name and size), from the origin of the line.

    `before` goes before its place, `shown` after it.
    """

    font: tuple[str, Mpt]
    x: Mpt
    y: Mpt
    before: str
    shown: str


class SetRun(NamedTuple):
    """A run at a size: its font, how far it moves the pen, and its stretches in 1/1000 pt."""

    run: Run
    font: tuple[str, Mpt]
    advance: Mpt
    stretches: tuple[tuple[Mpt, Mpt, str, float, str, str], ...]


class TypeLines:
    """Sets the lines of one document; what was set before is not set again."""

    def __init__(self, font: Callable[[Face], Font]) -> None:
        self._font = font
        self._runs: dict[tuple[int, Mpt, int], SetRun] = {}
        self._glyphs = 0
        self._lines: dict[tuple[int, ...], tuple[tuple[Run, ...], tuple[Piece, ...]]] = {}

    def set_line(self, runs: tuple[Run, ...], size: Mpt, tracking: int) -> tuple[Piece, ...]:
        """Return a line's glyphs from its origin in as few pieces as may be."""
        key = (size, tracking, *map(id, runs))
        kept = self._lines.get(key)
        if kept is None:
            if len(self._lines) >= KEPT_LINES:
                self._lines.clear()
            # The runs are kept as well, so that their ids are not given to others.
            kept = self._lines[key] = runs, tuple(self._join(runs, size, tracking))
        return kept[1]

    def _join(self, runs: tuple[Run, ...], size: Mpt, tracking: int) -> Iterator[Piece]:
        """Yield what one TJ can show; a reader's pen is put right where it is 1/1000 em off."""
        origin = start = down = 0
        pen = unit = 0.0
        font = ("", 0)
        glyphs: list[str] = []
        for run in runs:
            key = (id(run), size, tracking)
            _, own, advance, stretches = self._runs.get(key) or self._set_run(key, run)
            for x, y, shown, width, before, after in stretches:
                at = origin + x
                is_span = before or after
                if glyphs and (is_span or y != down or own != font):
                    yield Piece(font, start, down, "", f"[{_merged(glyphs)}]TJ")
                    glyphs = []
                if is_span:
                    yield Piece(own, at, y, before, f"[{shown}]TJ{after}")
                    continue
                if not glyphs:
                    font, start, down, pen, unit = own, at, y, at, own[1] / 1000
                elif abs(pen - at) >= unit:
                    shift = round((pen - at) / unit)
                    glyphs.append(str(shift))
                    pen -= shift * unit
                glyphs.append(shown)
                pen += width
            origin += advance
        if glyphs:
            yield Piece(font, start, down, "", f"[{_merged(glyphs)}]TJ")

    def _set_run(self, key: tuple[int, Mpt, int], run: Run) -> SetRun:
        self._glyphs += len(run.gids)
        if self._glyphs > KEPT_GLYPHS:
            self._runs.clear()
            self._glyphs = len(run.gids)
        _, size, tracking = key
        face, name, stretches = run.face, "", []
        points = size * face.scale // 1000
        if run.gids:
            font = self._font(face)
            name = font.name
            for x, y, glyphs, width, before, after in _spans(run, font, tracking):
                across, down = units_to_mpt(x, face, size), -units_to_mpt(y, face, size)
                stretches.append((across, down, glyphs, width * points / face.upem, before, after))
        advance = run_width(run, size, tracking)
        # The run is kept as well, so that its id is not given to another.
        set_ = self._runs[key] = SetRun(run, (name, points), advance, tuple(stretches))
        return set_


def _spans(run: Run, font: Font, tracking: int) -> Iterator[Stretch]:
    """Yield a run's glyphs; those that do not tell their text by themselves in a span with it."""
    is_plain = font.tells(run.gids, run.text) and not any(run.dy)
    if is_plain and not tracking and not any(run.dx):
        shown, widths = font.glyphs(run.gids)
        if widths == run.advances:
            # Nothing is kerned: so are half of all words.
            yield Stretch(0, 0, f"({''.join(shown)})", run.width)
            return
    step = tracking * run.face.upem // run.face.scale
    advances = [advance + step for advance in run.advances] if step else run.advances
    xs = [pen + dx for pen, dx in zip(accumulate(advances, initial=0), run.dx, strict=False)]

    def level(first: int, end: int) -> Iterator[Stretch]:
        return _level(run.gids[first:end], xs[first:end], run.dy[first:end], font)

    if is_plain:
        yield _show(run.gids, xs, 0, font)
        return
    start = 0
    for first, end, words in _clusters(run):
        if font.means(run.gids[first:end], words):
            continue
        yield from level(start, first)
        inside = list(level(first, end))
        inside[0] = inside[0]._replace(before=actual_text(words))
        inside[-1] = inside[-1]._replace(after=" EMC")
        yield from inside
        start = end
    yield from level(start, len(run.gids))


def _clusters(run: Run) -> Iterator[tuple[int, int, str]]:
    """Yield the glyphs of each cluster, from and to, with the words that they stand for."""
    starts = sorted({*run.clusters, len(run.text)})
    ends = dict(pairwise(starts))
    first = 0
    for at in range(1, len(run.clusters) + 1):
        if at == len(run.clusters) or run.clusters[at] != run.clusters[first]:
            cluster = run.clusters[first]
            yield first, at, run.text[cluster : ends[cluster]]
            first = at


def _level(
    gids: Sequence[int], xs: Sequence[int], ys: Sequence[int], font: Font
) -> Iterator[Stretch]:
    """Yield glyphs, a new start for each change of height."""
    start = 0
    for at in range(1, len(ys) + 1):
        if at == len(ys) or ys[at] != ys[start]:
            yield _show(gids[start:at], xs[start:at], ys[start], font)
            start = at


def _show(gids: Sequence[int], xs: Sequence[int], y: int, font: Font) -> Stretch:
    """Return glyphs on one baseline; each is brought back to its place to 1/1000 em at most."""
    parts: list[str] = []
    upem = font.face.upem
    pen: float = xs[0]
    for code, width, x in zip(*font.glyphs(gids), xs, strict=True):
        if pen != x:
            shift = round((pen - x) * 1000 / upem)
            if shift:
                parts.append(f"){shift}(")
                pen -= shift * upem / 1000
        parts.append(code)
        pen += width
    return Stretch(xs[0], y, f"({''.join(parts)})", pen - xs[0])


def _merged(glyphs: Sequence[str]) -> str:
    """Return the inside of a TJ array, strings that stand side by side as one."""
    return "".join(glyphs).replace(")(", "")
