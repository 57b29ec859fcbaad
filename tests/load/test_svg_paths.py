# ruff: noqa: E501 - tables of cases read best with one case a line
"""Path data, shapes and transforms into plain segments."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.load.svg.affine import (
    IDENTITY,
    apply,
    is_similar,
    is_upright,
    multiply,
    parse_transform,
    scale_of,
)
from generator.load.svg.pathdata import Segment, parse_path
from generator.load.svg.shapes import bounds, draw_shape, measure, oriented


def written(segments: list[Segment]) -> str:
    """Write segments with two decimals at most."""
    parts = (
        kind + " ".join(f"{p:.2f}".rstrip("0").rstrip(".") for p in pts) for kind, pts in segments
    )
    return "".join(parts).replace("-0 ", "0 ")


@pytest.mark.parametrize(
    ("d", "expected"),
    [
        ("M1 2L3 4Z", "M1 2L3 4Z"),
        ("m1,2l3,4z", "M1 2L4 6Z"),
        ("M1 2 3 4 5 6", "M1 2L3 4L5 6"),
        ("m1 2 3 4 5 6", "M1 2L4 6L9 12"),
        ("M0 0H5V6h-1v-1", "M0 0L5 0L5 6L4 6L4 5"),
        ("M0 0h1 2 3", "M0 0L1 0L3 0L6 0"),
        ("M0 0C1 2 3 4 5 6S8 9 10 11", "M0 0C1 2 3 4 5 6C7 8 8 9 10 11"),
        ("M0 0s1 1 2 2", "M0 0C0 0 1 1 2 2"),
        ("M1 1c1 0 2 1 2 2s1 2 2 2", "M1 1C2 1 3 2 3 3C3 4 4 5 5 5"),
        ("M0 0Q3 3 6 0T12 0", "M0 0C2 2 4 2 6 0C8 -2 10 -2 12 0"),
        ("M0 0q3 3 6 0t6 0", "M0 0C2 2 4 2 6 0C8 -2 10 -2 12 0"),
        ("M0 0T6 0", "M0 0C0 0 2 0 6 0"),
        ("M0 0L1 1ZL2 2", "M0 0L1 1ZM0 0L2 2"),
        ("m1 1l1 0zm2 2l1 0z", "M1 1L2 1ZM3 3L4 3Z"),
        ("M.5.5-.5-1e1L1E-1+2", "M0.5 0.5L-0.5 -10L0.1 2"),
        ("M1-2-3-4", "M1 -2L-3 -4"),
        ("  M 0,0 \n L 1 , 1 ", "M0 0L1 1"),
        ("", ""),
        ("none", ""),
        ("M0 0A5 5 0 0 1 5 5", "M0 0C2.76 0 5 2.24 5 5"),
        ("M0 0a5 5 0 015 5", "M0 0C2.76 0 5 2.24 5 5"),
        ("M0 0A0 5 0 0 1 5 5", "M0 0L5 5"),
        ("M0 0A5 5 0 0 1 0 0", "M0 0"),
        ("M0 0A1 1 0 0 1 4 0", "M0 0C0 -1.1 0.9 -2 2 -2C3.1 -2 4 -1.1 4 0"),
        ("M0 0A2 2 0 0 0 4 0", "M0 0C0 1.1 0.9 2 2 2C3.1 2 4 1.1 4 0"),
    ],
)
def test_path_data(d: str, expected: str) -> None:
    assert written(parse_path(d)) == expected


def test_arc_flags_need_nothing_between_them() -> None:
    spaced = parse_path("M0 0a25 25 -30 0 1 50 -25 25 25 0 1 0 .5 .5")
    tight = parse_path("M0 0a25 25-30 0150-25 25 25 0 10.5.5")
    assert spaced == tight
    assert len(spaced) > 3


def test_arcs_lie_on_their_ellipse() -> None:
    segments = parse_path("M10 0A20 10 30 1 0 0 15")
    c, s = math.cos(math.radians(30)), math.sin(math.radians(30))
    points = [p[-2:] for _, p in segments]
    assert points[-1] == (0, 15) and len(points) >= 3
    centres = set()
    for cx10 in range(-400, 400):
        cx = cx10 / 10
        for cy in (y / 10 for y in range(-400, 400)):
            near = [
                ((c * (x - cx) + s * (y - cy)) / 20) ** 2
                + ((c * (y - cy) - s * (x - cx)) / 10) ** 2
                for x, y in points
            ]
            if all(abs(value - 1) < 0.01 for value in near):
                centres.add((round(cx), round(cy)))
    assert len(centres) == 1


@pytest.mark.parametrize(
    "d",
    [
        "L1 1", "M1", "M1 2 3", "M0 0L", "M0 0 X1 1", "M0 0C1 2 3 4 5", "M0 0Z1", "M0 0A1 1 0 2 1 3 3",
        "M0 0A1 1 0 1 3 3", "M0 0L1,,1", "M0 0L1 1;", "M1e999 0", "M0 0L1e8 0", "MNaN 0", "0 0", "M0 0A",
        "M1.5.5.25",
    ],
)  # fmt: skip
def test_broken_path_data_is_refused(d: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_path(d)


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="MmLlHhVvCcSsQqTtAaZz0123456789.,-+eE \n", max_size=40))
def test_any_path_data_is_read_or_refused(d: str) -> None:
    try:
        segments = parse_path(d)
    except ValueError:
        return
    assert all(kind in "MLCZ" for kind, _ in segments)
    assert all(math.isfinite(p) for _, points in segments for p in points)


@pytest.mark.parametrize(
    ("tag", "given", "expected"),
    [
        ("rect", {"width": "2", "height": "1"}, "M0 0L2 0L2 1L0 1Z"),
        ("rect", {"x": "1", "y": "-1", "width": "50%", "height": "1mm"}, "M1 -1L51 -1L51 2.78L1 2.78Z"),
        ("rect", {"width": "2", "height": "0"}, ""),
        ("rect", {"width": "4", "height": "4", "rx": "9"},
         "M2 0L2 0C3.1 0 4 0.9 4 2L4 2C4 3.1 3.1 4 2 4L2 4C0.9 4 0 3.1 0 2L0 2C0 0.9 0.9 0 2 0Z"),
        ("circle", {"cx": "1", "cy": "1", "r": "1"},
         "M2 1C2 1.55 1.55 2 1 2C0.45 2 0 1.55 0 1C0 0.45 0.45 0 1 0C1.55 0 2 0.45 2 1Z"),
        ("circle", {"r": "0"}, ""),
        ("ellipse", {"rx": "2", "ry": "0"}, ""),
        ("ellipse", {}, ""),
        ("line", {"x2": "3", "y2": "4"}, "M0 0L3 4"),
        ("polyline", {"points": "0,0 1,2 3-4"}, "M0 0L1 2L3 -4"),
        ("polygon", {"points": "0 0 1 2 3 4"}, "M0 0L1 2L3 4Z"),
        ("polygon", {"points": ""}, ""),
    ],
)  # fmt: skip
def test_shapes(tag: str, given: dict[str, str], expected: str) -> None:
    assert written(draw_shape(tag, given, (100, 100))) == expected


@pytest.mark.parametrize(
    ("tag", "given"),
    [
        ("rect", {"width": "-1", "height": "1"}),
        ("rect", {"width": "1em", "height": "1"}),
        ("rect", {"width": "inf", "height": "1"}),
        ("circle", {"r": "-1"}),
        ("polygon", {"points": "0 0 1"}),
        ("polygon", {"points": "0 0 a b"}),
        ("polygon", {"points": "0 0 1e99 1"}),
        ("line", {"x2": "calc(1px)"}),
    ],
)
def test_broken_shapes_are_refused(tag: str, given: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"."):
        draw_shape(tag, given, (100, 100))


def test_lengths_in_drawings() -> None:
    assert measure("1in") == 96
    assert measure("25.4mm") == pytest.approx(96)
    assert measure("1e1") == 10
    assert measure("50%", 40) == 20
    with pytest.raises(ValueError, match="percent"):
        measure("50%")


@pytest.mark.parametrize(
    ("text", "point", "to"),
    [
        ("translate(2)", (1, 1), (3, 1)),
        ("translate(2,3) scale(2)", (1, 1), (4, 5)),
        ("scale(2 3)", (1, 1), (2, 3)),
        ("rotate(90)", (1, 0), (0, 1)),
        ("rotate(90 1 1)", (2, 1), (1, 2)),
        ("skewX(45)", (0, 1), (1, 1)),
        ("skewY(45)", (1, 0), (1, 1)),
        ("matrix(1 2 3 4 5 6)", (1, 1), (9, 12)),
        ("matrix(1,0,0,1,-1e1,.5)", (0, 0), (-10, 0.5)),
        (" translate( 1 , 2 ) , translate(1 2)", (0, 0), (2, 4)),
        ("", (7, 8), (7, 8)),
    ],
)
def test_transforms(text: str, point: tuple[float, float], to: tuple[float, float]) -> None:
    assert apply(parse_transform(text), *point) == pytest.approx(to)


@pytest.mark.parametrize(
    "text",
    ["turn(9)", "rotate(45deg)", "scale()", "matrix(1 2 3)", "translate(1 2", "rotate(1 2)", "x", "scale(1e400)"],
)  # fmt: skip
def test_broken_transforms_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_transform(text)


def test_kinds_of_maps() -> None:
    assert scale_of(parse_transform("scale(2 8)")) == 4
    assert is_upright(parse_transform("translate(1 2) scale(-2 3)"))
    assert not is_upright(parse_transform("rotate(90)"))
    assert not is_upright(parse_transform("skewX(10)"))
    assert is_similar(parse_transform("rotate(33) scale(2)"))
    assert is_similar(parse_transform("scale(-1 1)"))
    assert not is_similar(parse_transform("scale(2 1)"))
    assert multiply(IDENTITY, (1, 2, 3, 4, 5, 6)) == (1, 2, 3, 4, 5, 6)


def test_bounds_are_those_of_the_curve_not_of_its_handles() -> None:
    assert bounds(parse_path("M0 0C0 4 4 4 4 0")) == (0, 0, 4, 3)
    assert bounds(draw_shape("circle", {"r": "2"}, (1, 1))) == pytest.approx((-2, -2, 2, 2))
    assert bounds([]) is None


def test_outlines_of_clips_all_run_the_same_way() -> None:
    one = parse_path("M0 0L4 0L4 4L0 4Z")
    other = parse_path("M0 0L0 4L4 4L4 0Z")
    assert oriented(one) == one
    assert written(oriented(other)) == "M4 0L4 4L0 4L0 0Z"
    ring = parse_path("M0 0L0 9L9 9L9 0ZM3 3L6 3L6 6L3 6Z")
    assert written(oriented(ring)) == "M9 0L9 9L0 9L0 0ZM3 6L6 6L6 3L3 3Z"
    curve = parse_path("M4 0C4 -4 0 -4 0 0Z")
    assert written(oriented(curve)) == "M0 0C0 -4 4 -4 4 0Z"
