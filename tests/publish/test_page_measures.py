import pytest

from generator.model.length import Size, mm
from generator.publish.measures import in_inches, in_mm, size_in_words


@pytest.mark.parametrize(
    ("points", "inches"),
    [(306, "4¼"), (396, "5½"), (72, "1"), (9, "⅛"), (360, "5"), (0, "0"), (100, "1.39")],
)
def test_inches_are_eighths_where_they_can_be(points: int, inches: str) -> None:
    assert in_inches(points * 1000) == inches


def test_millimetres_have_a_decimal_only_where_needed() -> None:
    assert in_mm(mm(105)) == "105"
    assert in_mm(mm(107.95)) == "108"
    assert in_mm(mm(139.7)) == "139.7"


def test_a_size_is_given_in_both() -> None:
    assert size_in_words(Size(306_000, 396_000)) == "4¼ × 5½ in (108 × 139.7 mm)"
