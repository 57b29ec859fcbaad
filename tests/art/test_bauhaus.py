"""A composition hangs well for any seed: in balance, in proportion, no figure upon another."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.art.bauhaus import INKS, Figure, compose, unrest

GRIDS = ((5, 5), (5, 6), (4, 4))


@pytest.mark.parametrize(("columns", "rows"), GRIDS)
@given(seed=st.text(max_size=12))
@settings(max_examples=12, deadline=None)
def test_hangs_in_balance_for_any_seed(columns: int, rows: int, seed: str) -> None:
    figures = compose(seed, columns, rows, 3)
    weight = {ink: heavy for ink, _, heavy in INKS}
    masses = [figure.mass * weight[figure.ink] for figure in figures]
    pull = sum(m * f.weight_at for m, f in zip(masses, figures, strict=True)) / sum(masses)
    assert abs(pull.real / columns - 0.5) < 0.16
    assert abs(pull.imag / rows - 0.5) < 0.16
    assert len({figure.ink for figure in figures}) == 3
    for one, other in combinations(figures, 2):
        apart = one.middle - other.middle
        assert max(abs(apart.real), abs(apart.imag)) >= (one.size + other.size) / 2


def test_twins_side_by_side_are_the_worse_neighbours() -> None:
    left = Figure("disc", 0, 0, 1, 0, "first")
    twin = Figure("disc", 1, 0, 1, 0, "first")
    other = Figure("arcs", 1, 0, 1, 1, "second")
    assert left.meets(twin)
    assert not left.meets(Figure("disc", 1, 1, 1, 0, "first"))
    assert unrest((left, twin), 2, 1) > unrest((left, other), 2, 1)
