"""Each kind of item as a small picture."""

from dataclasses import replace
from io import BytesIO

import pytest
import resvg_py
from drawn import (
    BLACK,
    BLUE,
    GREEN,
    RED,
    assert_drawn,
    assert_pixels,
    box,
    rect,
    scene,
    squares,
)
from PIL import Image, ImageChops

from generator.export.png import paint
from generator.export.raster.cache import Cache
from generator.export.raster.pieces import WHITE, Fill, split
from generator.export.raster.svg import write_svg
from generator.export.raster.view import View
from generator.model.length import Box
from generator.model.paint import ONE, Gradient, Matrix, Stop, Stroke
from generator.model.scene import Group, Item, Path, Picture, Scene

QUARTER: Matrix = (0, ONE, -ONE, 0, 8_000, 0)
"""Turns a page of eight points clockwise about its middle."""
HALF_TURN: Matrix = (-ONE, 0, 0, -ONE, 8_000, 8_000)
TILTED: Matrix = (800_000, 600_000, -600_000, 800_000, 0, 0)
MARK = (box(1, 1, 3, 1), box(1, 2, 1, 2))


def test_nothing_is_white_paper() -> None:
    assert_drawn(scene(width=3, height=2), "___ ___")


def test_later_items_cover_earlier_ones() -> None:
    assert_drawn(
        scene(box(0, 0, 3, 2), box(1, 1, 3, 2, BLUE), width=4, height=3),
        """
        RRR_
        RBBB
        _BBB
        """,
    )


def test_bleed_lies_left_and_above_the_trim() -> None:
    assert_drawn(
        scene(box(-1, -1, 2, 2), box(0, 0, 1, 1, BLUE), width=2, height=2, bleed=1),
        """
        RR__
        RB__
        ____
        ____
        """,
    )


@pytest.mark.parametrize(("even_odd", "middle"), [(True, "_"), (False, "R")])
def test_a_hole_is_one_only_by_the_even_odd_rule(even_odd: bool, middle: str) -> None:
    d = rect(0, 0, 3, 3) + rect(1, 1, 1, 1)
    assert_drawn(scene(Path(d, RED, even_odd=even_odd), width=3, height=3), f"RRR R{middle}R RRR")


def test_a_curve_is_filled() -> None:
    image = paint(scene(Path("M0 8000C0 0 8000 0 8000 8000Z", BLACK)), 72, Cache())
    assert_pixels(image.crop((3, 4, 5, 8)), "KK KK KK KK")
    assert_pixels(image.crop((0, 0, 8, 1)), "________")


@pytest.mark.parametrize(("cap", "row"), [("butt", "__RRRR__"), ("square", "_RRRRRR_")])
def test_a_stroke_ends_with_its_cap(cap: str, row: str) -> None:
    stroke = replace(Stroke(RED, 2000), cap=cap)
    assert_drawn(
        scene(Path("M2000 2000L6000 2000", None, stroke), height=4),
        f"{'_' * 8} {row} {row} {'_' * 8}",
    )


def test_a_mitre_is_cut_at_its_limit() -> None:
    corner = "M1000 7000L1000 1000L7000 1000"
    mitred = scene(Path(corner, None, Stroke(RED, 2000)))
    bevelled = scene(Path(corner, None, Stroke(RED, 2000, miter=1000)))
    assert paint(mitred, 72, Cache()).getpixel((0, 0)) == (255, 0, 0)
    assert paint(bevelled, 72, Cache()).getpixel((0, 0)) != (255, 0, 0)


def test_dashes_alternate() -> None:
    stroke = Stroke(BLUE, 1000, dash=(2000, 1000))
    assert_drawn(
        scene(Path("M0 500L8000 500", None, stroke), height=3), f"BB_BB_BB {'_' * 8} {'_' * 8}"
    )


@pytest.mark.parametrize(
    ("matrix", "picture"),
    [
        ((ONE, 0, 0, ONE, 2000, 1000), "________ ________ ___RRR__ ___R____ ___R____"),
        (QUARTER, "________ ____RRR_ ______R_ ______R_ ________"),
        (HALF_TURN, "________ ________ ________ ________ ______R_"),
        ((2 * ONE, 0, 0, ONE, 0, 0), "________ __RRRRRR __RR____ __RR____ ________"),
    ],
)
def test_a_group_maps_its_items(matrix: Matrix, picture: str) -> None:
    image = paint(scene(Group(MARK, matrix)), 72, Cache())
    assert_pixels(image.crop((0, 0, 8, 5)), picture)


def test_groups_nest() -> None:
    inner = Group(MARK, QUARTER)
    once = scene(Group((inner,), QUARTER))
    assert paint(once, 72, Cache()) == paint(scene(Group(MARK, HALF_TURN)), 72, Cache())


def test_a_clip_lies_inside_the_map() -> None:
    group = Group((box(0, 0, 8, 8),), (ONE, 0, 0, ONE, 1000, 0), clip=rect(0, 0, 2, 1))
    assert_drawn(scene(group, width=4, height=2), "_RR_ ____")


def test_opacity_fades_a_group_as_one() -> None:
    group = Group((box(0, 0, 3, 1), box(1, 0, 3, 1)), opacity=500)
    assert_drawn(scene(group, width=5, height=1), "rrrr_")


@pytest.mark.parametrize(
    ("gradient", "left", "right"),
    [
        (Gradient("linear", (0, 0, 64_000, 0), (Stop(0, RED), Stop(1000, BLUE))), RED, BLUE),
        (
            Gradient("radial", (0, 500, 64_000, 0, 500), (Stop(0, GREEN), Stop(1000, RED))),
            GREEN,
            RED,
        ),
        (
            Gradient(
                "linear",
                (0, 0, 32_000, 0),
                (Stop(0, RED), Stop(1000, BLUE)),
                (2 * ONE, 0, 0, ONE, 0, 0),
            ),
            RED,
            BLUE,
        ),
    ],
)
def test_a_gradient_runs_from_end_to_end(gradient: Gradient, left: object, right: object) -> None:
    image = paint(scene(Path(rect(0, 0, 64, 1), gradient), width=64, height=1), 72, Cache())
    for x, ink in ((0, left), (63, right)):
        found = image.getpixel((x, 0))
        assert isinstance(found, tuple)
        assert all(abs(a - b) <= 3 for a, b in zip(found, ink.rgb, strict=True))  # type: ignore[attr-defined]
    assert len(image.getcolors() or ()) > 50


def test_a_stop_may_be_half_clear() -> None:
    gradient = Gradient("linear", (0, 0, 1000, 0), (Stop(0, RED, 500), Stop(1000, RED, 500)))
    assert_drawn(scene(Path(rect(0, 0, 2, 1), gradient), width=3, height=1), "rr_")


def test_a_stroke_takes_a_gradient() -> None:
    gradient = Gradient("linear", (0, 0, 1000, 0), (Stop(0, RED), Stop(0, BLUE)))
    line = Path("M0 500L3000 500", None, Stroke(gradient, 1000))
    assert_drawn(scene(line, width=3, height=3), "BBB ___ ___")


@pytest.mark.parametrize(
    ("matrix", "picture"),
    [
        ((ONE, 0, 0, ONE, 0, 0), "____ _RB_ _GR_ ____"),
        ((0, ONE, -ONE, 0, 4000, 0), "____ _GR_ _RB_ ____"),
        ((-ONE, 0, 0, -ONE, 4000, 4000), "____ _RG_ _BR_ ____"),
        ((0, -ONE, ONE, 0, 0, 4000), "____ _BR_ _RG_ ____"),
        ((-ONE, 0, 0, ONE, 4000, 0), "____ _BR_ _RG_ ____"),
        ((ONE, 0, 0, -ONE, 0, 4000), "____ _GR_ _RB_ ____"),
        ((0, ONE, ONE, 0, 0, 0), "____ _RG_ _BR_ ____"),
        ((0, -ONE, -ONE, 0, 4000, 4000), "____ _RB_ _GR_ ____"),
    ],
)
def test_a_picture_keeps_its_pixels_where_they_fit(matrix: Matrix, picture: str) -> None:
    image = Image.new("RGB", (2, 2), RED.rgb)
    image.putpixel((1, 0), BLUE.rgb)
    image.putpixel((0, 1), GREEN.rgb)
    blob = BytesIO()
    image.save(blob, "PNG")
    placed = Picture(blob.getvalue(), Box(1000, 1000, 2000, 2000), "three inks")
    assert_drawn(scene(Group((placed,), matrix), width=4, height=4), picture, tolerance=0)


def test_type_stands_on_its_baseline() -> None:
    assert_drawn(
        scene(squares(1, 3, count=2), squares(5, 4, RED), height=5),
        """
        ________
        _KKKK___
        _KKKKRR_
        _____RR_
        ________
        """,
    )


@pytest.mark.parametrize(
    ("matrix", "picture"),
    [
        ((ONE, 0, 0, ONE, 3000, 1000), "________ ________ ____KKKK ____KKKK"),
        (QUARTER, "________ _____KK_ _____KK_ _____KK_"),
        (HALF_TURN, "________ ________ ________ ________"),
    ],
)
def test_type_in_a_group_is_mapped_with_it(matrix: Matrix, picture: str) -> None:
    drawn = scene(Group((squares(1, 3, count=2),), matrix))
    assert_pixels(paint(drawn, 72, Cache()).crop((0, 0, 8, 4)), picture)
    shape = scene(Group((box(1, 1, 4, 2, BLACK),), matrix))
    assert paint(drawn, 72, Cache()) == paint(shape, 72, Cache())


def test_a_clip_cuts_type_and_shapes_alike() -> None:
    items = (box(0, 0, 8, 1), squares(0, 3, count=4))
    assert_drawn(
        scene(Group(items, clip=rect(1, 0, 4, 2)), width=6, height=4),
        """
        _RRRR_
        _KKKK_
        ______
        ______
        """,
    )


def test_a_clip_that_holds_all_type_changes_nothing() -> None:
    items = (box(0, 0, 8, 1), squares(1, 3, count=2))
    whole = paint(scene(*items), 72, Cache())
    assert paint(scene(Group(items, clip=rect(0, 0, 8, 8))), 72, Cache()) == whole


def test_a_faded_group_fades_its_type_over_its_shapes() -> None:
    items = (box(0, 0, 4, 2, RED), squares(1, 2, BLACK), Group((squares(4, 2, BLUE),), opacity=500))
    found = paint(scene(Group(items, opacity=500), width=6, height=2), 72, Cache())
    assert_pixels(found.crop((0, 0, 4, 2)), "rkkr rkkr")
    for x in (4, 5):
        pixel = found.getpixel((x, 1))
        assert isinstance(pixel, tuple) and pixel[2] == 255 and 189 <= pixel[0] <= 193


def test_shapes_between_texts_keep_their_place() -> None:
    assert_drawn(
        scene(squares(0, 2), box(1, 0, 2, 1), squares(2, 2, BLUE), width=5, height=2),
        """
        KRBB_
        KKBB_
        """,
    )


def test_a_keyed_group_is_drawn_once() -> None:
    cache = Cache()
    first = scene(Group((box(0, 0, 1, 1),), key="same"), width=2, height=1)
    assert_pixels(paint(first, 72, cache), "R_")
    # Equal keys mean equal content; other content under the key shows that nothing is redrawn.
    second = scene(Group((box(0, 0, 1, 1, BLUE),), key="same"), width=2, height=1)
    assert_pixels(paint(second, 72, cache), "R_")
    assert_pixels(paint(second, 72, Cache()), "B_")
    elsewhere = Group((box(0, 0, 1, 1),), (ONE, 0, 0, ONE, 1000, 0), key="same")
    assert_pixels(paint(scene(elsewhere, width=2, height=1), 72, cache), "_R")


@pytest.mark.parametrize(
    ("items", "parts"),
    [
        ((box(0, 0, 8, 8, BLUE), box(1, 1, 2, 2)), "B8 piece"),
        ((box(0, 0, 8, 8, BLUE), box(-1, -1, 9, 9, GREEN)), "B8 G8"),
        ((Group((box(0, 0, 8, 8, BLUE), box(1, 1, 2, 2)), clip=rect(0, 0, 8, 8)),), "B8 piece"),
        ((Group((box(0, 0, 8, 8, BLUE),), clip=rect(0, 0, 8, 4)), box(1, 1, 2, 2)), "B4 piece"),
        ((Group((box(0, 0, 8, 8, BLUE),), QUARTER, clip=rect(0, 0, 5, 8)),), "B5"),
        ((Group((box(0, 0, 8, 8, BLUE),), opacity=500),), "piece"),
        ((Group((box(-9, -9, 30, 30, BLUE),), TILTED),), "piece"),
        ((Group((box(0, 0, 8, 8, BLUE),), clip="M0 0L8000 0L8000 8000Z"),), "piece"),
        ((Group((box(0, 0, 8, 8, BLUE),), clip=rect(9, 9, 3, 3)),), ""),
        ((box(0, 0, 7, 8, BLUE), box(0, 0, 3, 3)), "piece"),
        ((box(1, 1, 2, 2), box(0, 0, 8, 8, BLUE)), "piece B8"),
        ((Path(rect(0, 0, 8, 8), BLUE, Stroke(RED, 1000)),), "piece"),
    ],
)
def test_what_fills_a_box_is_not_drawn(items: tuple[Item, ...], parts: str) -> None:
    page = scene(*items)
    view = View.at_dpi(page.media, 72)
    names = {BLUE.rgb: "B", GREEN.rgb: "G"}
    found = [
        f"{names[part.rgb]}{part.box[3]}" if isinstance(part, Fill) else "piece"
        for part in split(page.items, view)
    ]
    assert " ".join(found) == parts
    assert_alike(paint(page, 72, Cache()), by_resvg_alone(page, view))


def by_resvg_alone(page: Scene, view: View) -> Image.Image:
    """Draw a scene whole, each clip by resvg."""
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{view.width}" height="{view.height}">'
        f"{write_svg(page.items, view)}</svg>"
    )
    drawn = Image.open(BytesIO(resvg_py.svg_to_bytes(svg_string=svg)))
    image = Image.new("RGB", view.size, WHITE)
    image.paste(drawn, (0, 0), drawn)
    return image


def assert_alike(one: Image.Image, other: Image.Image) -> None:
    difference = ImageChops.difference(one, other)
    assert max(high for _, high in difference.getextrema()) <= 1


def test_clips_that_nest_cut_as_resvg_cuts() -> None:
    leaf = Path("M1000 7000C1000 -2000 14000 -2000 7000 7000Z", RED)
    panel = Group((box(-9, -9, 30, 30, BLUE), leaf, *MARK), clip=rect(-1, -1, 8, 9))
    spread = scene(
        Group((Group((panel,), clip=rect(0, 1, 6, 5)),), clip=rect(0, 0, 4, 8)),
        Group((panel, Group((leaf,), clip="M0 0L3000 0L0 3000Z")), HALF_TURN),
        Group((Group((leaf,), opacity=400, clip=rect(2, 2, 3, 3)),), QUARTER),
    )
    view = View.at_dpi(spread.media, 720)
    assert_alike(paint(spread, 720, Cache()), by_resvg_alone(spread, view))


def test_half_a_pixel_beyond_the_media_is_not_left_white() -> None:
    """10.6 pixels are 11: the artwork reaches beyond its clip and fills the last one."""
    media = Box(0, 0, 10_600, 10_600)
    art = Group((box(-9, -9, 30, 30), box(5, 5, 20, 2, BLUE)), clip=rect(0, 0, 10.6, 10.6))
    image = paint(Scene(media, media, 0, (art,)), 72, Cache())
    assert image.size == (11, 11)
    assert image.getpixel((10, 10)) == RED.rgb and image.getpixel((10, 6)) == BLUE.rgb
