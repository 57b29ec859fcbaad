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
    ("watered", (0, 0, 100, 100), {"pitch": 0}, "above zero"),
    ("watered", (0, 0, 100, 100), {"pitch": 0.001}, "more than 1000 lines"),
    ("sunburst", (0, 0, 20, 60), {"pitch": 0.001}, "more than 2000 rays"),
    ("asanoha_stars", (0, 0, 100, 100, 0.1), {}, "more than 60 leaves"),
    ("terrazzo", (0, 0, 100, 100), {"size": 0.1}, "more than 4000 large chips"),
)


@pytest.mark.parametrize(("name", "numbers", "options", "words"), ASKED)
def test_what_cannot_be_drawn_is_refused(
    name: str, numbers: tuple[float, ...], options: dict[str, object], words: str
) -> None:
    with pytest.raises(ValueError, match=words):
        ORNAMENTS[name](*numbers, "Ines", **options)


@pytest.mark.parametrize(
    ("name", "numbers", "words"),
    [
        ("ribs", (0, 0, 100, -5), "need room"),
        ("rim", (0, 0, 9e9, 9), "more than 2000 strokes"),
        ("scroll", (0, 0, 9e9, 0), "more than 2000 strokes"),
        ("scrollwork", (0, 0, 0), "need room"),
        ("running_stitch", (0, 0, 9e9, 0), "more than 2000 stitches"),
        ("hemp_leaf", (0, 0, 0), "need room"),
        ("asanoha", (0, 0, 100, 100, -3), "need room"),
    ],
)
def test_what_has_no_seed_is_refused_too(name: str, numbers: tuple[float, ...], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        ORNAMENTS[name](*numbers)


def test_pearls_and_lobes_have_a_number() -> None:
    with pytest.raises(ValueError, match="more than 500 pearls"):
        ORNAMENTS["pearls"](0, 0, 40, 40, pitch=0.001)
    with pytest.raises(ValueError, match="1 to 40 lobes, not 0"):
        ORNAMENTS["palmette"](0, 0, 9, lobes=0)
