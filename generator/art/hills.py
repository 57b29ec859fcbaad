"""Ridges of hills: rounded summits, folds where one leans on the next, no two alike.

A ridge is the soft maximum of a few lopsided mounds, so that its valleys are tighter than its
summits; that, and slopes of unequal length, tell a hill from a wave.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.art.chance import between
from generator.art.curves import thread
from generator.art.pathdata import Pen, Point

KNOTS = 11
"""Points that a ridge is drawn through for each of its peaks, and as many to end on."""
FINER = 3
"""How much finer the highest summit, and what hides what, is looked for."""
SOFTNESS = 4
"""The exponent of the soft maximum: more makes sharper folds."""


@dataclass(frozen=True, slots=True)
class Mound:
    """A mound by where its summit is, its rise, and how far its two slopes run out."""

    summit: float
    rise: float
    left: float
    right: float

    def at(self, x: float) -> float:
        """Return its height at a place, never nothing."""
        run = (x - self.summit) / (self.left if x < self.summit else self.right)
        return self.rise * float((1 + run * run) ** -1.3)


def mounds_of(seed: str, layer: int, peaks: int) -> tuple[Mound, ...]:
    """Return the mounds of a ridge from 0 to 1: its peaks in turn, and a shoulder for each."""
    run = 0.5 / peaks
    mounds = []
    for i in range(peaks):
        place = (i + between(0.12, 0.88, seed, "summit", layer, i)) / peaks
        rise = between(0.62, 1, seed, "rise", layer, i)
        aside = place + run * between(0.8, 1.4, seed, "aside", layer, i) * (-1 if i % 2 else 1)
        mounds += [
            Mound(place, rise, *_slopes(run, seed, "slope", layer, i)),
            Mound(aside, 0.66 * rise, *_slopes(0.95 * run, seed, "shoulder", layer, i)),
        ]
    return tuple(mounds)


def ridge_line(
    x: float,
    y: float,
    width: float,
    height: float,
    seed: str,
    *,
    layer: int = 0,
    peaks: int = 2,
    steps: int = 0,
) -> tuple[Point, ...]:
    """Return points along a ridge whose highest summit touches the top of a band.

    They are `steps` even steps apart, or as fine as the peaks need.
    """
    mounds = mounds_of(seed, layer, peaks)

    def rise(place: float) -> float:
        return float(sum(mound.at(place) ** SOFTNESS for mound in mounds) ** (1 / SOFTNESS))

    fine = KNOTS * (peaks + 1) * FINER
    highest = max(rise(i / fine) for i in range(fine + 1))
    steps = steps or fine // FINER
    places = (i / steps for i in range(steps + 1))
    return tuple(complex(x + width * p, y + height * (1 - rise(p) / highest)) for p in places)


def ridge(
    x: float, y: float, width: float, height: float, seed: str, *, layer: int = 0, peaks: int = 2
) -> str:
    """Return a ridge as an open line from the left to the right edge of a band."""
    points = ridge_line(x, y, width, height, seed, layer=layer, peaks=peaks)
    return thread(Pen().move(points[0]), points).d


def hill(
    x: float,
    y: float,
    width: float,
    height: float,
    seed: str,
    *,
    layer: int = 0,
    peaks: int = 2,
    foot: float,
) -> str:
    """Return the same ridge closed down to the level `foot`."""
    points = ridge_line(x, y, width, height, seed, layer=layer, peaks=peaks)
    pen = thread(Pen().move(points[0]), points)
    return pen.line(complex(x + width, foot), complex(x, foot)).close().d


def _slopes(run: float, seed: str, *keys: str | int) -> Sequence[float]:
    gentle = run * between(0.9, 1.7, seed, *keys, "gentle")
    steep = run * between(0.45, 0.8, seed, *keys, "steep")
    return (gentle, steep) if between(0, 1, seed, *keys, "side") < 0.5 else (steep, gentle)


def skyline(
    x: float, width: float, seed: str, *, layers: Sequence[tuple[float, float, int]]
) -> str:
    """Return what is seen of ridges one before another, as open lines.

    A layer is (top of its band, height of its band, peaks), from the farthest to the nearest.
    """
    steps = FINER * KNOTS * (1 + max((peaks for _, _, peaks in layers), default=1))
    ridges = [
        ridge_line(x, y, width, height, seed, layer=i, peaks=peaks, steps=steps)
        for i, (y, height, peaks) in enumerate(layers)
    ]
    pen = Pen()
    for i, line in enumerate(ridges):
        nearer = ridges[i + 1 :]
        run: list[Point] = []
        for k, point in enumerate(line):
            if all(point.imag < other[k].imag for other in nearer):
                run.append(point)
            else:
                _draw_run(pen, run)
                run = []
        _draw_run(pen, run)
    return pen.d


def _draw_run(pen: Pen, run: Sequence[Point]) -> None:
    if len(run) > 2:
        thinned = [*run[:-1:FINER], run[-1]]
        thread(pen.move(thinned[0]), thinned)
