import pytest

from generator.layout.code import QUIET, code_items
from generator.layout.marks import LENGTH, add_crop_marks
from generator.model.length import Box, mm
from generator.model.paint import Ink
from generator.model.problem import Problems
from generator.model.scene import Group, Path, Scene

TRIM = Box(0, 0, 306_000, 396_000)


@pytest.mark.parametrize("bleed", [0, 9_000, mm(5)])
def test_crop_marks_stand_on_the_trim_lines_and_stop_short_of_trim_and_bleed(bleed: int) -> None:
    scene = add_crop_marks(Scene(TRIM.grown(bleed), TRIM, bleed, ()))
    (marks,) = scene.items
    assert isinstance(marks, Group) and marks.artifact
    (path,) = marks.items
    assert isinstance(path, Path) and path.stroke is not None and path.stroke.width == 250
    lines = [
        tuple(int(n) for n in part.replace("L", " ").split()) for part in path.d.split("M")[1:]
    ]
    assert len(lines) == 8
    for x1, y1, x2, y2 in lines:
        upright = x1 == x2
        assert (x1 in (TRIM.x, TRIM.right)) if upright else (y1 in (TRIM.y, TRIM.bottom))
        near, far, low, high = (
            (y1, y2, TRIM.y, TRIM.bottom) if upright else (x1, x2, TRIM.x, TRIM.right)
        )
        assert abs(far - near) == LENGTH
        assert near <= low - max(bleed, mm(3)) or near >= high + max(bleed, mm(3))
        assert scene.media.x <= min(x1, x2) and max(x1, x2) <= scene.media.right


def test_a_code_keeps_its_quiet_zone_inside_its_box() -> None:
    box = Box(1_000, 2_000, 60_000, 70_000)
    group = code_items("https://example.org/", box, Ink("ink"))
    (path,) = group.items
    assert isinstance(path, Path)
    numbers = [int(n) for n in path.d.translate(str.maketrans("MLZ", "   ")).split()]
    xs, ys = numbers[::2], numbers[1::2]
    module = 60_000 // (25 + 2 * QUIET)
    assert min(xs) - box.x >= QUIET * module and box.right - max(xs) >= QUIET * module
    assert min(ys) - box.y >= QUIET * module and box.bottom - max(ys) >= QUIET * module


def test_too_long_a_code_is_a_problem() -> None:
    with pytest.raises(Problems, match="too long for a QR code"):
        code_items("x" * 4_000, Box(0, 0, 9_000, 9_000), Ink("ink"))
