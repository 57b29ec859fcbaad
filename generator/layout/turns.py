"""Turns, mirrorings and moves of a page, exact: what a flip and a fold do to a point."""

from generator.model.length import Box, Mpt, Size
from generator.model.paint import ONE, Matrix


def joined(outer: Matrix, inner: Matrix) -> Matrix:
    """Return the map that applies `inner` first and `outer` after it."""
    a, b, c, d, e, f = outer
    k, m, n, p, x, y = inner
    return (
        (a * k + c * m) // ONE,
        (b * k + d * m) // ONE,
        (a * n + c * p) // ONE,
        (b * n + d * p) // ONE,
        (a * x + c * y) // ONE + e,
        (b * x + d * y) // ONE + f,
    )


def moved(x: Mpt, y: Mpt) -> Matrix:
    """Return a move to the right and down."""
    return (ONE, 0, 0, ONE, x, y)


def half_turn(size: Size) -> Matrix:
    """Return the map that stands a piece of a size on its head, in its place."""
    return (-ONE, 0, 0, -ONE, size.width, size.height)


def quarter_turn(size: Size) -> Matrix:
    """Return the map that turns a piece clockwise; its corner stays at the origin."""
    return (0, ONE, -ONE, 0, size.height, 0)


def mirrored(size: Size, *, across: bool) -> Matrix:
    """Return the mirroring left to right (`across`), or top to bottom."""
    return (-ONE, 0, 0, ONE, size.width, 0) if across else (ONE, 0, 0, -ONE, 0, size.height)


def mapped(matrix: Matrix, x: Mpt, y: Mpt) -> tuple[Mpt, Mpt]:
    """Return a point under a map of turns, mirrorings and moves."""
    a, b, c, d, e, f = matrix
    return (a * x + c * y) // ONE + e, (b * x + d * y) // ONE + f


def mapped_box(matrix: Matrix, box: Box) -> Box:
    """Return a box under a map of turns, mirrorings and moves."""
    (x1, y1), (x2, y2) = mapped(matrix, box.x, box.y), mapped(matrix, box.right, box.bottom)
    return Box(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1))
