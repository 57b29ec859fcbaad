"""What a drawing asks for and an ornament cannot draw, or would take too long over, is refused."""

import pytest

from generator.art import ORNAMENTS

ASKED: tuple[tuple[str, tuple[float, ...], dict[str, object], str], ...] = (
    ("contour", (0, 0, 100, 100), {"hills": 0.2}, "wider hills"),
    ("contour", (0, 0, 100, 100), {"step": 0}, "above zero"),
    ("contour", (0, 0, 100, 100), {"part": "sea"}, "lines, index, shore, water"),
    ("truchet", (0, 0, 1, 900, 900), {}, "1 to 4000 tiles"),
    ("truchet", (0, 0, 1, -4, -4), {}, "not -4 by -4"),
    ("truchet", (0, 0, 9, 8, 8), {"window": (2, 2, 5, 4)}, "even sides, not 2, 2, 5, 4"),
    ("fern", (0, 0, 90), {"pairs": 5000}, "not 5000"),
    ("olive", (0, 0, 90), {"pairs": 0}, "not 0"),
    ("meadow", (0, 90, 100, 40), {"kinds": ("umbel", "oak")}, "'oak' does not grow here"),
    ("meadow", (0, 90, 100, 40), {"apart": 0.001}, "up to 500 stems"),
)


@pytest.mark.parametrize(("name", "numbers", "options", "words"), ASKED)
def test_what_cannot_be_drawn_is_refused(
    name: str, numbers: tuple[float, ...], options: dict[str, object], words: str
) -> None:
    with pytest.raises(ValueError, match=words):
        ORNAMENTS[name](*numbers, "Ines", **options)
