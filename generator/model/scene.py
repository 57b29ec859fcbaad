"""The Scene: everything that has been decided about one printed side, ready to be painted."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from generator.model.length import Box, Mpt, Size
from generator.model.paint import IDENTITY, Ink, Matrix, Paint, Stroke


@dataclass(frozen=True, slots=True)
class FontFile:
    """Where a face's outlines are: a file inside an installed package, so no path of a machine."""

    package: str
    file: str
    index: int = 0
    axes: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Face:
    """One face of a typeface at one weight; vertical measures in font units.

    `unit` says what may be shaped by itself: a `word` where no active lookup touches the space
    glyph, else a whole `line`. `scale` is per mille of the text's size (fallbacks are matched to
    their neighbours by it). `han` names the language that a Han face is drawn for, else "".
    """

    id: str
    family: str
    font: FontFile
    upem: int
    ascent: int
    descent: int
    cap_height: int
    x_height: int
    unit: Literal["word", "line"] = "word"
    embeddable: bool = True
    scale: int = 1000
    han: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """Glyphs of one face and one direction, in visual order, whatever their size.

    Advances and offsets are font units with y up; `clusters` are code-point indices into `text`.
    """

    face: Face
    text: str
    level: int
    gids: tuple[int, ...]
    advances: tuple[int, ...]
    dx: tuple[int, ...]
    dy: tuple[int, ...]
    clusters: tuple[int, ...]
    width: int


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text: the left end of its baseline, its slice of the source, its runs."""

    x: Mpt
    y: Mpt
    start: int
    end: int
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """A text that has been set; `source` is what was set, `tracking` is 1/1000 em a glyph."""

    slot: str
    tag: str
    lang: str
    rtl: bool
    source: str
    size: Mpt
    tracking: int
    ink: Ink
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Path:
    """A drawn shape; `d` holds absolute M, L, C and Z in whole 1/1000 pt."""

    d: str
    fill: Paint | None = None
    stroke: Stroke | None = None
    even_odd: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A raster image (PNG or JPEG bytes, sRGB, upright) in a box."""

    blob: bytes
    box: Box
    alt: str


@dataclass(frozen=True, slots=True)
class Group:
    """Items under one map, clip and opacity (0–1000); `clip` is path data inside the map.

    An `artifact` is left out of the reading order; a group with an `alt` is read as one picture,
    by those words. A group with a `key` is drawn once and reused:
    equal keys mean equal content.
    """

    items: tuple["Item", ...]
    matrix: Matrix = IDENTITY
    clip: str | None = None
    opacity: int = 1000
    artifact: bool = False
    key: str | None = None
    alt: str = ""


Item: TypeAlias = Text | Path | Picture | Group


@dataclass(frozen=True, slots=True)
class Scene:
    """One side, origin at the trim's top left; `media` holds everything, `bleed` is one width."""

    media: Box
    trim: Box
    bleed: Mpt
    items: tuple[Item, ...]
    reading: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Panel:
    """A panel of a card by its name; no scene where the design leaves it unprinted."""

    name: str
    scene: Scene | None


@dataclass(frozen=True, slots=True)
class Card:
    """A composed card: its panels in the order front, inside-left, inside, back."""

    design: str
    format: str
    fold: str
    lang: str
    title: str
    size: Size
    panels: tuple[Panel, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of paper with one or two printed sides and the edge to flip it on."""

    paper: str
    flip: Literal["none", "long", "short"]
    sides: tuple[Scene, ...]


def units_to_mpt(units: int, face: Face, size: Mpt) -> Mpt:
    """Return font units of `face` at a text size as 1/1000 pt, rounded down."""
    return units * size * face.scale // (face.upem * 1000)


def run_width(run: Run, size: Mpt, tracking: int = 0) -> Mpt:
    """Return how far a run moves the pen, in 1/1000 pt."""
    width = units_to_mpt(run.width, run.face, size)
    return width + len(run.gids) * (tracking * size // 1000) if tracking else width


def run_origins(run: Run, size: Mpt, tracking: int = 0) -> tuple[list[Mpt], list[Mpt]]:
    """Return the x and y of a run's glyphs from its own origin, in 1/1000 pt, y down."""
    step = tracking * size // 1000
    xs, ys, advanced = [], [], 0
    for i, advance in enumerate(run.advances):
        xs.append(units_to_mpt(advanced + run.dx[i], run.face, size) + i * step)
        ys.append(-units_to_mpt(run.dy[i], run.face, size))
        advanced += advance
    return xs, ys


def glyph_origins(text: Text, line: Line) -> Iterator[tuple[Run, list[Mpt], list[Mpt]]]:
    """Yield each run of a line with the x and y of its glyphs' origins, in 1/1000 pt, y down."""
    pen = line.x
    for run in line.runs:
        xs, ys = run_origins(run, text.size, text.tracking)
        yield run, [pen + x for x in xs], [line.y + y for y in ys]
        pen += run_width(run, text.size, text.tracking)
