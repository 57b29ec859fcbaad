"""Type in a PDF: what is kept of words that come again is what they would be alone."""

import io

import pytest

from generator.export.pdf.objects import Writer
from generator.export.pdf.resources import Resources
from generator.export.pdf.type import Piece, TypeLines
from generator.model.kit import Kit
from generator.model.scene import Run
from generator.press import Press
from generator.text.shape import shape

WORDS = ("To", " ", "Avatar", " ", "office,", " ", "To", " ", "n\u0323\u0302")
SETTINGS = ((9_000, 0), (12_250, 0), (9_000, 40), (9_000, 0))


@pytest.fixture(scope="module")
def runs(kit: Kit) -> tuple[Run, ...]:
    face = Press(kit).faces("text", 400, False)[0]
    kept = {word: shape(face, word, 0, "Latn", "en") for word in WORDS}
    return tuple(kept[word] for word in WORDS)


def lines() -> TypeLines:
    return Resources(Writer(io.BytesIO()), "rgb", is_tagged=False).type


def test_a_line_that_comes_again_at_another_size_is_set_as_it_would_be_alone(
    runs: tuple[Run, ...],
) -> None:
    document = lines()
    together = [document.set_line(runs, size, tracking) for size, tracking in SETTINGS]
    alone = [lines().set_line(runs, size, tracking) for size, tracking in SETTINGS]
    assert together == alone
    assert len(set(together)) == 3


def test_a_pen_is_put_right_only_where_it_is_a_thousandth_off(runs: tuple[Run, ...]) -> None:
    size = 7_777
    whole = lines().set_line(runs[:1] * 400, size, 0)
    advance = runs[0].width * size // runs[0].face.upem
    assert isinstance(whole[0], Piece) and len(whole) == 1
    # 400 times the part of 1/1000 pt that a width loses is more than 1/1000 em.
    assert 400 * (runs[0].width * size / runs[0].face.upem - advance) > size / 1000
    assert ")1(" in whole[0].shown
