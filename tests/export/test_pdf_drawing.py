"""Small scenes as PDF, drawn by pdfium at ten pixels a point."""

from dataclasses import replace
from io import BytesIO

import pypdfium2
import pytest
from PIL import Image

from generator.export.pdf import Edition, write_pdf
from generator.model.paint import Gradient, Stop, Stroke
from generator.model.scene import Group, Item, Line, Path
from tests.export.drawn import BLUE, RED, box, rect, scene, squares

WHITE = (255, 255, 255)
ACROSS = (0, 0, 8_000, 0)
FADE = Gradient("linear", ACROSS, (Stop(0, RED, 1000), Stop(1000, RED, 0)))
EDGE = Gradient("linear", ACROSS, (Stop(0, RED), Stop(500, RED), Stop(500, BLUE)))


def drawn(*items: Item) -> Image.Image:
    out = BytesIO()
    write_pdf(out, [scene(*items)], Edition("Squares", "en"))
    return pypdfium2.PdfDocument(out.getvalue())[0].render(scale=10).to_pil().convert("RGB")


def test_maps_clips_and_opacity_are_those_of_the_scene() -> None:
    moved = Group((box(0, 0, 2, 2),), (1_000_000, 0, 0, 1_000_000, 4_000, 0))
    cut = Group((box(0, 4, 8, 2, BLUE),), clip=rect(0, 4, 2, 4))
    sheer = Group((box(4, 4, 2, 2), box(5, 4, 2, 2)), opacity=500)
    image = drawn(box(0, 0, 2, 2), moved, cut, sheer)
    assert [image.getpixel(at) for at in ((10, 10), (50, 10))] == [(255, 0, 0)] * 2
    assert [image.getpixel(at) for at in ((30, 10), (30, 50))] == [WHITE] * 2
    for at in ((45, 50), (55, 50)):
        assert image.getpixel(at) == pytest.approx((255, 128, 128), abs=2)


@pytest.mark.parametrize("shift", [0, 8_000])
def test_a_gradient_lets_the_ground_through_wherever_it_is_moved(shift: int) -> None:
    gradient = Gradient("linear", (-shift, 0, 8_000 - shift, 0), FADE.stops)
    path = Path(f"M{-shift} 0L{8_000 - shift} 0L{8_000 - shift} 8000L{-shift} 8000Z", gradient)
    image = drawn(Group((path,), (1_000_000, 0, 0, 1_000_000, shift, 0)))
    for x, pale in ((8, 26), (40, 128), (72, 230)):
        assert image.getpixel((x, 40)) == pytest.approx((255, pale, pale), abs=5)


def test_a_line_may_fade_over_a_fill_with_a_sharp_edge() -> None:
    image = drawn(Path(rect(0, 2, 8, 4), EDGE, Stroke(FADE, 1_000)))
    assert [image.getpixel((x, 40)) for x in (36, 44)] == [(255, 0, 0), (0, 0, 255)]
    assert image.getpixel((40, 17)) == pytest.approx((255, 128, 128), abs=5)


def test_glyphs_stand_where_the_layout_put_them() -> None:
    image = drawn(squares(1, 3, RED, count=2), squares(5, 7, BLUE, size=1))
    inside = [image.getpixel(at) for at in ((12, 12), (48, 28), (55, 65))]
    assert inside == [(255, 0, 0), (255, 0, 0), (0, 0, 255)]
    assert {image.getpixel(at) for at in ((8, 20), (52, 20), (55, 58))} == {WHITE}


def test_a_run_that_comes_again_is_set_at_each_of_its_places_and_sizes() -> None:
    first = squares(1, 3, RED, size=1)
    runs = first.lines[0].runs
    lines = tuple(Line(x, 7_000, 0, 1, runs) for x in (1_000, 5_000))
    again = replace(first, size=2_000, ink=BLUE, lines=lines)
    image = drawn(first, again)
    assert image.getpixel((15, 25)) == (255, 0, 0)
    assert [image.getpixel((x, 52)) for x in (12, 28, 52, 68)] == [(0, 0, 255)] * 4
    assert {image.getpixel(at) for at in ((15, 18), (40, 60), (32, 60))} == {WHITE}
