"""The ampersand, written in one stroke with a broad pen."""

from bisect import bisect_left
from cmath import phase
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import radians, sin

from generator.art.chance import between
from generator.art.curves import along, ribbon, thread
from generator.art.pathdata import Pen, Point

Cubic = tuple[Point, Point, Point, Point]
STROKE: tuple[Cubic, ...] = (
    (101 + 40j, 97 + 69j, 73 + 100j, 39 + 100j),
    (39 + 100j, 17 + 100j, 3 + 90j, 3 + 73j),
    (3 + 73j, 3 + 45j, 61 + 47j, 61 + 20j),
    (61 + 20j, 61 + 7j, 53 + 0j, 43 + 0j),
    (43 + 0j, 32 + 0j, 25 + 8j, 25 + 21j),
    (25 + 21j, 25 + 45j, 60 + 100j, 96 + 100j),
    (96 + 100j, 104 + 100j, 111 + 96j, 116 + 88j),
)
"""The pen's way in a height of 100: arm, bowl, loop, leg and tail."""
FINENESS = 48
"""Points a cubic that its length is measured by."""
PLACES = 64
"""Places along the stroke, evenly apart, that the pen's width is taken at."""
BROAD, FINE = 15.5, 1.5
"""The width of the pen's edge and of its thinnest line, in hundredths of the height."""
SHARP = 1.35
"""Over 1, thick and thin stand further apart than a pen alone would have them."""
SOFTENINGS = 6
"""How often the width is evened out: a hand turns the pen more calmly than a formula."""
ENTRY, EXIT = 0.1, 0.17
"""How much of the stroke the pen takes to be pressed down, and to be lifted."""
BALL = 6.2
"""The radius of the drop that the arm ends in, in hundredths of the height."""


@dataclass(frozen=True, slots=True)
class _Stroke:
    """The pen's way and half its width at each place."""

    spine: tuple[Point, ...]
    halves: tuple[float, ...]


def ampersand(x: float, y: float, height: float, seed: str) -> str:
    """Return a filled ampersand, its top left corner at a point; it is 1.15 times as wide.

    The seed holds the pen: how steeply, and how broad it is.
    """
    stroke = _written(x, y, height, seed)
    pen = ribbon(Pen(), stroke.spine, stroke.halves)
    ball = height * BALL / 100
    drop = stroke.spine[0] + ball * (-0.8 + 0.45j)
    return pen.move(drop - ball).arc(ball, drop + ball).arc(ball, drop - ball).close().d


def ampersand_lines(x: float, y: float, height: float, seed: str, *, count: int = 5) -> str:
    """Return the same ampersand as so many lines that run along its stroke, edge to edge."""
    stroke, pen = _written(x, y, height, seed), Pen()
    across = [1j * way / abs(way) for way in _ways(stroke.spine)]
    for i in range(count):
        share = 2 * i / (count - 1) - 1
        line = [
            p + n * half * share
            for p, n, half in zip(stroke.spine, across, stroke.halves, strict=True)
        ]
        thread(pen.move(line[0]), line)
    return pen.d


def _ways(spine: Sequence[Point]) -> Iterator[Point]:
    """Yield which way the pen goes at each place."""
    ends = (2 * spine[0] - spine[1], *spine, 2 * spine[-1] - spine[-2])
    return (after - before for before, after in zip(ends, ends[2:], strict=False))


def _evenly(cubics: Sequence[Cubic], count: int) -> tuple[Point, ...]:
    """Return so many points along cubics, equally far from each other."""
    fine = [along(*cubic, i / FINENESS) for cubic in cubics for i in range(FINENESS)]
    fine.append(cubics[-1][-1])
    run = list(accumulate((abs(b - a) for a, b in pairwise(fine)), initial=0.0))
    places = []
    for i in range(count):
        want = run[-1] * i / (count - 1)
        at = min(max(bisect_left(run, want), 1), len(run) - 1)
        share = (want - run[at - 1]) / (run[at] - run[at - 1])
        places.append(fine[at - 1] + (fine[at] - fine[at - 1]) * share)
    return tuple(places)


def _written(x: float, y: float, height: float, seed: str) -> _Stroke:
    """Return the stroke as a seed's pen writes it."""
    held = radians(between(24, 40, seed, "held"))
    broad = BROAD * between(0.85, 1.12, seed, "broad")
    spine = _evenly(STROKE, PLACES)
    edges = [abs(sin(phase(way) + held)) ** SHARP for way in _ways(spine)]
    for _ in range(SOFTENINGS):
        edges = _softened(edges)
    halves = []
    for place, edge in enumerate(edges):
        share = place / (PLACES - 1)
        press = _ease(share / ENTRY) * _ease((1 - share) / EXIT)
        halves.append((FINE + (broad - FINE) * edge * press) / 2)
    scale, corner = height / 100, complex(x, y)
    return _Stroke(
        tuple(corner + point * scale for point in spine), tuple(half * scale for half in halves)
    )


def _softened(values: Sequence[float]) -> list[float]:
    """Return values evened out with their neighbours."""
    ends = (values[0], *values, values[-1])
    return [(a + 2 * b + c) / 4 for a, b, c in zip(ends, ends[1:], ends[2:], strict=False)]


def _ease(share: float) -> float:
    """Return a share from 0 to 1 with a soft beginning and end, 1 beyond."""
    share = min(share, 1.0)
    return share * share * (3 - 2 * share)
