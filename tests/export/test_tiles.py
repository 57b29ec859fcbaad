"""Only what has ink is drawn, and all that has."""

from drawn import RED, box, rect
from hypothesis import given
from hypothesis import strategies as st

from generator.export.raster.reach import reaches
from generator.export.raster.tiles import MOST_PIXELS, TILE, windows
from generator.export.raster.view import View
from generator.model.length import Box
from generator.model.paint import Stroke
from generator.model.scene import Path

PAGE = View.at_dpi(Box(-9000, -9000, 378_000, 522_000), 300)
SIDES = st.integers(-60_000, 560_000)
WHOLE = (0, 0, *PAGE.size)
BOXES = st.lists(
    st.tuples(SIDES, SIDES, st.integers(0, 300_000), st.integers(0, 300_000)), max_size=12
).map(lambda found: [(x, y, x + width, y + height) for x, y, width, height in found])


def area(box_: tuple[int, int, int, int]) -> int:
    return (box_[2] - box_[0]) * (box_[3] - box_[1])


@given(BOXES, st.integers(0, 100_000))
def test_windows_hold_every_box_once(boxes: list[tuple[int, int, int, int]], letters: int) -> None:
    found = windows(boxes, WHOLE, PAGE, letters)
    assert all(
        0 <= x0 < x1 <= PAGE.width and 0 <= y0 < y1 <= PAGE.height for x0, y0, x1, y1 in found
    )
    overlaps = (
        min(a[2], b[2]) > max(a[0], b[0]) and min(a[3], b[3]) > max(a[1], b[1])
        for i, a in enumerate(found)
        for b in found[:i]
    )
    assert not any(overlaps)
    for left, top, right, bottom in boxes:
        x0, y0 = max(0, (left + 9000) // 240), max(0, (top + 9000) // 240)
        x1 = min(PAGE.width, -(-(right + 9000) // 240))
        y1 = min(PAGE.height, -(-(bottom + 9000) // 240))
        if x0 < x1 and y0 < y1:
            held = sum(
                max(0, min(x1, w[2]) - max(x0, w[0])) * max(0, min(y1, w[3]) - max(y0, w[1]))
                for w in found
            )
            assert held == (x1 - x0) * (y1 - y0)


def test_the_middle_of_a_frame_is_left_out() -> None:
    frame = Path(rect(10, 10, 340, 480), None, Stroke(RED, 500))
    found = windows(reaches([frame]), WHOLE, PAGE, 100)
    assert len(found) > 3
    assert sum(map(area, found)) < 0.35 * PAGE.width * PAGE.height
    filled = windows(reaches([Path(frame.d, RED)]), WHOLE, PAGE, 100)
    assert len(filled) == 1


def test_long_drawings_are_read_once() -> None:
    leaves = [box(10 + 120 * (i % 3), 20 + 140 * (i // 3), 12, 12) for i in range(9)]
    few, many = (windows(reaches(leaves), WHOLE, PAGE, letters) for letters in (500, 500_000))
    assert len(few) == 9 and len(many) == 1
    assert all(area(window) <= 4 * TILE * TILE for window in few)


def test_windows_are_bounded_at_high_resolutions() -> None:
    view = View.at_dpi(Box(0, 0, 378_000, 522_000), 1200)
    found = windows(reaches([box(0, 0, 378, 522)]), (0, 0, *view.size), view, 100)
    assert sum(map(area, found)) == view.width * view.height
    assert len(found) > 4 and max(map(area, found)) <= MOST_PIXELS + view.width


def test_nothing_needs_no_window() -> None:
    assert windows([], WHOLE, PAGE, 10) == []
    assert windows(reaches([box(-200, -200, 9, 9)]), WHOLE, PAGE, 10) == []
