"""Set runs as text operators: each glyph where the layout put it, each with its characters."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.export.pdf.fonts import Font
from generator.export.pdf.shelf import Shelf, Used
from generator.export.pdf.writer import number, words
from generator.model.scene import Run, Text, run_width

KEPT = 4096
"""Runs kept as operators; more would let memory grow with the pages."""


class Cluster(NamedTuple):
    """Glyphs of a run, from `start` to before `end`, that stand together for some characters."""

    start: int
    end: int
    text: str


class Typesetter:
    """Turns texts into operators; a run that comes again is not written anew."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._kept: dict[tuple[int, int, int], tuple[Run, Font, str]] = {}

    def text(self, text: Text, used: Used) -> str:
        """Return a text object, its origin being the scene's, y down."""
        parts = ["BT\n", self._shelf.inks.fill(text.ink, is_text=True)]
        at: tuple[int, int] | None = None
        font_set = ""
        for line in text.lines:
            pen = line.x
            for run in line.runs:
                font, shown = self._run(run, text)
                size = number(text.size * run.face.scale / 1000, 3)
                asked = f"/{used.name('Font', 'F', font.number)} {size} Tf\n"
                if asked != font_set:
                    parts.append(asked)
                    font_set = asked
                parts.append(_move(at, (pen, line.y)))
                parts.append(shown)
                at = (pen, line.y)
                pen += run_width(run, text.size, text.tracking)
        parts.append("ET\n")
        return "".join(parts)

    def _run(self, run: Run, text: Text) -> tuple[Font, str]:
        key = (id(run), text.size, text.tracking)
        kept = self._kept.get(key)
        if kept is None:
            if len(self._kept) >= KEPT:
                self._kept.clear()
            font = self._shelf.fonts.get(run.face)
            # The run is kept with its operators, so that its id is not given to another.
            kept = self._kept[key] = (run, font, _show(run, font, text))
        return kept[1], kept[2]


def _move(before: tuple[int, int] | None, at: tuple[int, int]) -> str:
    if before is None:
        return f"1 0 0 -1 {at[0]} {at[1]} Tm\n"
    return f"{at[0] - before[0]} {before[1] - at[1]} Td\n"


def _show(run: Run, font: Font, text: Text) -> str:
    """Return the operators of a run from its origin on."""
    size = text.size * run.face.scale / 1000
    step = text.tracking * text.size // 1000 * 1000 / size
    spots = _Spots(run, font, size, step)
    parts: list[str] = []
    plain: list[str] = []
    for cluster in clusters(run):
        alone = cluster.end - cluster.start == 1
        if alone and font.stands_for(run.gids[cluster.start], cluster.text):
            plain.extend(spots.glyphs(cluster))
            continue
        parts.extend(_shown(plain))
        plain = []
        inside = "".join(_shown(list(spots.glyphs(cluster))))
        parts.append(f"/Span<</ActualText{words(cluster.text)}>>BDC\n{inside}EMC\n")
    parts.extend(_shown(plain))
    if spots.rise != "0":
        parts.append("0 Ts\n")
    return "".join(parts)


class _Spots:
    """Walks along a run and says how far each glyph is from where the widths alone lead."""

    def __init__(self, run: Run, font: Font, size: float, step: float) -> None:
        self._run, self._font, self._size, self._step = run, font, size, step
        self._em = 1000 / run.face.upem
        self._advanced = 0
        self._pen = 0.0
        self.rise = "0"

    def glyphs(self, cluster: Cluster) -> Iterator[str]:
        """Yield glyphs in hexadecimal, adjustments in 1/1000 em, and each change of rise."""
        run = self._run
        for i in range(cluster.start, cluster.end):
            rise = number(run.dy[i] * self._size / run.face.upem, 0)
            if rise != self.rise:
                self.rise = rise
                yield f"{rise} Ts\n"
            wanted = (self._advanced + run.dx[i]) * self._em + i * self._step
            off = round(self._pen - wanted)
            if off:
                self._pen -= off
                yield f" {off} "
            yield f"{run.gids[i]:04X}"
            self._pen += self._font.width(run.gids[i])
            self._advanced += run.advances[i]


def _shown(tokens: list[str]) -> Iterator[str]:
    """Yield `TJ` operators for glyphs and adjustments, with the rises between them."""
    array: list[str] = []
    for token in tokens:
        if token.endswith("Ts\n"):
            yield from _array(array)
            array = []
            yield token
        else:
            array.append(token if token.startswith(" ") else f"<{token}>")
    yield from _array(array)


def _array(array: list[str]) -> Iterator[str]:
    if array:
        joined = "".join(array).replace("><", "")
        yield f"[{joined}]TJ\n"


def clusters(run: Run) -> Iterator[Cluster]:
    """Yield the clusters of a run in the order of its glyphs, whatever its direction."""
    starts = sorted(set(run.clusters))
    ends = dict(zip(starts, [*starts[1:], len(run.text)], strict=True))
    start = 0
    for i in range(1, len(run.clusters) + 1):
        if i == len(run.clusters) or run.clusters[i] != run.clusters[start]:
            first = run.clusters[start]
            yield Cluster(start, i, run.text[first : ends[first]])
            start = i
