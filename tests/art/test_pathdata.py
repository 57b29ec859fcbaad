import pytest
from hypothesis import given
from hypothesis import strategies as st
from pathreader import trace

from generator.art.pathdata import UNIT, Pen, circle, number, polygon


@pytest.mark.parametrize(
    ("units", "text"),
    [(0, "0"), (5, ".05"), (-50, "-.5"), (100, "1"), (-1234, "-12.34"), (1030, "10.3")],
)
def test_numbers_are_as_short_as_they_can_be(units: int, text: str) -> None:
    assert number(units) == text


@given(st.integers(-(10**6), 10**6))
def test_a_number_reads_back_as_itself(units: int) -> None:
    assert round(float(number(units)) * UNIT) == units


def test_a_polygon_is_relative_and_closed() -> None:
    assert polygon(1 + 1j, 3 + 1j, 3 + 4j) == "M1 1l2 0 0 3z"


def test_a_circle_is_two_arcs() -> None:
    assert circle(3 + 4j, 2) == "M1 4a2 2 0 0 1 4 0 2 2 0 0 1 -4 0z"


def test_rounding_does_not_add_up() -> None:
    pen = Pen().move(0j)
    for i in range(1, 301):
        pen.line(complex(i / 3, i / 7))
    points = trace(pen.d).points
    assert len(points) == 301
    assert all(abs(p - complex(i / 3, i / 7)) < 0.0071 for i, p in enumerate(points))


def test_a_smooth_joint_takes_the_short_form_and_a_corner_does_not() -> None:
    smooth = Pen().move(0j).cubic(1j, 1 + 2j, 2 + 2j).cubic(3 + 2j, 4 + 1j, 4 + 0j).d
    corner = Pen().move(0j).cubic(1j, 1 + 2j, 2 + 2j).cubic(2 + 3j, 4 + 1j, 4 + 0j).d
    assert (smooth.count("s"), corner.count("s")) == (1, 0)
    assert trace(smooth).subpaths == trace(corner).subpaths == ((0, 2 + 2j, 4),)


def test_a_curve_after_a_line_is_never_in_the_short_form() -> None:
    assert "s" not in Pen().move(0j).line(1 + 0j).cubic(1 + 0j, 2 + 1j, 2 + 2j).d


def test_a_second_subpath_starts_where_it_says() -> None:
    d = Pen().move(0j).line(1 + 0j).close().move(5 + 5j).line(6 + 5j).d
    assert trace(d).subpaths == ((0, 1), (5 + 5j, 6 + 5j))
    assert trace(d).closed == (True, False)
