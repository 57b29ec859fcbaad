"""What stands beside the cards on a sheet: rulers, the words about the flip, ring and dot."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.layout.labels import BLACK, Label, set_label
from generator.layout.marks import WEIGHT
from generator.layout.turns import joined, mapped, moved, quarter_turn
from generator.model.length import MPT_PER_INCH, Box, Mpt, Size, mm
from generator.model.paint import ONE, Matrix, Stroke
from generator.model.scene import Face, Group, Item, Path

DEPTH: Mpt = mm(8.5)
LEAST_LENGTH: Mpt = mm(120)
EDGE: Mpt = mm(6.35)
RING: Mpt = mm(1.6)
DOT: Mpt = mm(0.8)
_ROUND = 552_285
"""A quarter circle as one curve, in millionths of its radius."""


@dataclass(frozen=True, slots=True)
class Slug:
    """A free strip of a page: a map from (0, 0) and its length along the strip."""

    matrix: Matrix
    length: Mpt


def find_slug(page: Size, taken: Box, marks: Mpt) -> Slug | None:
    """Return a free strip below, above or beside the cards and their marks; None if none is."""
    long = page.width - 2 * EDGE
    tall = page.height - 2 * EDGE
    for free, matrix, length in (
        (page.height - taken.bottom, moved(EDGE, page.height - EDGE - DEPTH), long),
        (taken.y, moved(EDGE, EDGE), long),
        (page.width - taken.right, _upright(page.width - EDGE - DEPTH, tall), tall),
        (taken.x, _upright(EDGE, tall), tall),
    ):
        if free >= EDGE + DEPTH + marks and length >= LEAST_LENGTH:
            return Slug(matrix, length)
    return None


def _upright(x: Mpt, length: Mpt) -> Matrix:
    return joined(moved(x, EDGE), quarter_turn(Size(length, DEPTH)))


def front_slug(
    slug: Slug, sentence: str, names: Sequence[str], faces: tuple[Face, ...], *, ring: bool
) -> Group:
    """Return the front's slug: the sentence, both rulers, the job's name and the ring.

    `names` says the job in fewer and in more words; the most that there is room for is set.
    """
    words = Box(mm(5), 0, slug.length - mm(5), mm(4))
    name = Box(mm(112), mm(4.6), slug.length - mm(112), mm(4))
    items: list[Item] = [
        set_label(sentence, words, Label(faces=faces)),
        *rulers(0, mm(8.4), faces),
    ]
    if name.width > mm(25):
        job = names[-1] if name.width > mm(80) else names[0]
        items.append(set_label(job, name, Label(faces=faces, align="right")))
    if ring:
        items.append(Path(circle(mm(2), mm(1.8), RING), None, Stroke(BLACK, 2 * WEIGHT)))
    return Group(tuple(items), slug.matrix, artifact=True)


def back_dot(slug: Slug, flip: Matrix) -> Group:
    """Return the dot that lies behind the ring if the sheet was flipped as it should be."""
    x, y = mapped(flip, *mapped(slug.matrix, mm(2), mm(1.8)))
    return Group((Path(circle(x, y, DOT), BLACK),), artifact=True)


def rulers(x: Mpt, y: Mpt, faces: tuple[Face, ...]) -> Iterable[Item]:
    """Yield a ruler of 50 mm and one of 2 in, standing on a line, with their labels."""
    yield from _ruler(x, y, [mm(5 * n) for n in range(11)], 2, "50 mm", faces)
    inch = MPT_PER_INCH // 8
    yield from _ruler(x + mm(56), y, [inch * n for n in range(17)], 8, "2 in", faces)


def _ruler(
    x: Mpt, y: Mpt, ticks: list[Mpt], every: int, label: str, faces: tuple[Face, ...]
) -> Iterable[Item]:
    d = f"M{x} {y}L{x + ticks[-1]} {y}" + "".join(
        f"M{x + tick} {y}L{x + tick} {y - (mm(2) if n % every == 0 else mm(1.1))}"
        for n, tick in enumerate(ticks)
    )
    yield Path(d, None, Stroke(BLACK, 2 * WEIGHT))
    box = Box(x, y - mm(5.2), ticks[-1], mm(3.2))
    yield set_label(label, box, Label(faces=faces, align="center", valign="bottom"))


def circle(x: Mpt, y: Mpt, radius: Mpt) -> str:
    """Return a circle as path data of four curves."""
    k, r = radius * _ROUND // ONE, radius
    return (
        f"M{x + r} {y}C{x + r} {y + k} {x + k} {y + r} {x} {y + r}"
        f"C{x - k} {y + r} {x - r} {y + k} {x - r} {y}"
        f"C{x - r} {y - k} {x - k} {y - r} {x} {y - r}"
        f"C{x + k} {y - r} {x + r} {y - k} {x + r} {y}Z"
    )
