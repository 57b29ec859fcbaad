from functools import cache
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont

from generator.publish.fonts import FACES, FEATURES, render_fonts

BUDGET = 80_000
WORDS = "NguyễnŻółć François Ødegård Šimůnek 1234567890 ‘’“”–—…½×"


@cache
def rendered() -> dict[str, bytes]:
    return render_fonts()


@pytest.mark.parametrize("path", FACES)
def test_a_font_is_small_and_keeps_its_features(path: str) -> None:
    data = rendered()[path]
    assert data[:4] == b"wOF2" and len(data) < BUDGET
    font = TTFont(BytesIO(data))
    tags = {
        record.FeatureTag
        for t in ("GSUB", "GPOS")
        for record in font[t].table.FeatureList.FeatureRecord
    }
    assert {"kern", "liga", "smcp", "c2sc", "onum", "lnum", "tnum"} <= tags <= set(FEATURES)


@pytest.mark.parametrize("path", FACES)
def test_a_font_covers_the_names_that_pages_print(path: str) -> None:
    covered = set(TTFont(BytesIO(rendered()[path])).getBestCmap())
    assert {c for c in WORDS if ord(c) not in covered} == {"ễ"}


@pytest.mark.parametrize("path", FACES)
def test_the_weights_go_from_regular_to_semibold(path: str) -> None:
    (axis,) = TTFont(BytesIO(rendered()[path]))["fvar"].axes
    assert (axis.axisTag, axis.minValue, axis.maxValue) == ("wght", 400, 600)


def test_the_same_bytes_come_every_time() -> None:
    assert render_fonts() == rendered()
