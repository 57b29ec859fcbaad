"""Affine maps as the model writes them: millionths and 1/1000 pt, in whole numbers."""

import re
from collections.abc import Sequence

from generator.model.length import Box, Mpt
from generator.model.paint import IDENTITY, ONE, Matrix


def compose(outer: Matrix, inner: Matrix) -> Matrix:
    """Return the map that applies `inner` first and `outer` after it."""
    if outer == IDENTITY:
        return inner
    if inner == IDENTITY:
        return outer
    a, b, c, d, e, f = outer
    k, m, n, p, x, y = inner
    return (
        _divided(a * k + c * m),
        _divided(b * k + d * m),
        _divided(a * n + c * p),
        _divided(b * n + d * p),
        _divided(a * x + c * y) + e,
        _divided(b * x + d * y) + f,
    )


def _divided(value: int) -> int:
    return (2 * value + ONE) // (2 * ONE)


def map_points(
    matrix: Matrix, xs: Sequence[Mpt], ys: Sequence[Mpt]
) -> tuple[Sequence[Mpt], Sequence[Mpt]]:
    """Return points under a map, as their x and their y, to the nearest 1/1000 pt."""
    if matrix == IDENTITY:
        return xs, ys
    a, b, c, d, e, f = matrix
    points = list(zip(xs, ys, strict=True))
    return (
        [_divided(a * x + c * y) + e for x, y in points],
        [_divided(b * x + d * y) + f for x, y in points],
    )


def path_bounds(d: str) -> Box:
    """Return a box that holds a path with its control points."""
    values = [int(value) for value in re.findall(r"-?\d+", d)]
    xs, ys = values[::2], values[1::2]
    return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
