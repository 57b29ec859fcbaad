"""Arabesques as printers set them: one flower, cast once, turned and mirrored into blocks."""

from generator.art.chance import choice
from generator.art.curves import along, ribbon
from generator.art.pathdata import Pen, Point

Cubic = tuple[Point, Point, Point, Point]
STEM: tuple[Cubic, ...] = (
    (-0.46 + 0.46j, -0.2 + 0.46j, 0.42 + 0.44j, 0.42 - 0.02j),
    (0.42 - 0.02j, 0.42 - 0.34j, 0.03 - 0.36j, 0.03 - 0.06j),
    (0.03 - 0.06j, 0.03 + 0.1j, 0.2 + 0.12j, 0.22 - 0.02j),
)
"""The stem of a flower, in a square from -0.5 to 0.5: along two sides, then inwards."""
STEM_STEPS = (3, 3, 2)
HALVES = (0.014, 0.03, 0.046, 0.05, 0.046, 0.04, 0.034, 0.03, 0.03)
"""Half the stem's width at each of its places."""
BUD = 0.07
LEAVES: tuple[tuple[Point, ...], ...] = (
    (
        -0.2 + 0.4j,
        -0.02 + 0.2j, -0.12 - 0.1j, -0.44 - 0.44j,
        -0.5 - 0.14j, -0.5 + 0.2j, -0.2 + 0.4j,
    ),
    (
        0.26 - 0.3j,
        0.12 - 0.5j, -0.06 - 0.5j, -0.28 - 0.46j,
        -0.14 - 0.34j, 0.06 - 0.24j, 0.26 - 0.3j,
    ),
)  # fmt: skip
"""A large leaf at the stem's foot, a small one over its crown: a start, then cubics."""
TURNS: tuple[Point, ...] = (1, 1j, -1, -1j)


def arabesque(cx: float, y: float, blocks: int, size: float, seed: str, *, row: int = 0) -> str:
    """Return a row of blocks of four flowers, centred, from `y` mm downwards; filled.

    A flower is `size` mm square, a block two by two. The seed turns the flowers of two kinds of
    block, which take turns from the middle outwards, anew for each `row`.
    """
    kinds = [
        (choice(TURNS, seed, "turn", row, kind), choice((False, True), seed, "flip", row, kind))
        for kind in range(2)
    ]
    pen = Pen()
    for place in range(blocks):
        turn, is_flipped = kinds[abs(2 * place - blocks + 1) // 2 % 2]
        middle = complex(cx + (2 * place - blocks + 1) * size, y + size)
        for side in (-1, 1):
            for end in (-1, 1):
                _flower(pen, middle, size, turn, is_flipped, (side, end))
    return pen.d


def _flower(
    pen: Pen, middle: Point, size: float, turn: Point, is_flipped: bool, at: tuple[int, int]
) -> None:
    """Draw one flower of a block: the others are its mirror images."""

    def place(point: Point) -> Point:
        turned = (point.conjugate() if is_flipped else point) * turn - (0.5 + 0.5j)
        return middle + complex(-at[0] * turned.real, -at[1] * turned.imag) * size

    spine = [
        along(*cubic, i / steps)
        for cubic, steps in zip(STEM, STEM_STEPS, strict=True)
        for i in range(steps)
    ]
    spine.append(STEM[-1][-1])
    ribbon(pen, [place(point) for point in spine], [half * size for half in HALVES])
    for start, *curves in LEAVES:
        pen.move(place(start))
        for i in range(0, len(curves), 3):
            pen.cubic(*(place(point) for point in curves[i : i + 3]))
        pen.close()
    bud, radius = place(STEM[-1][-1] - 0.02), BUD * size
    pen.move(bud - radius).arc(radius, bud + radius).arc(radius, bud - radius).close()
