"""Type stands where the layout put it, to an eighth of a pixel and in the right ink."""

from io import BytesIO

import pytest
import resvg_py
import uharfbuzz as hb
from drawn import BLACK, PAPER, RED, box, rect, scene, squares
from PIL import Image, ImageChops, ImageStat

from generator.export.png import encode_webp, paint
from generator.export.raster.cache import Cache
from generator.fonts.files import open_font
from generator.model.length import Box
from generator.model.paint import ONE, Gradient, Ink, Stop
from generator.model.scene import (
    Face,
    FontFile,
    Group,
    Line,
    Path,
    Run,
    Scene,
    Text,
    glyph_origins,
    run_width,
)

GARAMOND = Face(
    "eb-garamond-400",
    "EB Garamond",
    FontFile("fontpkg-eb-garamond", "EBGaramond[wght].ttf"),
    1000,
    1007,
    298,
    650,
    400,
)
WORDS = (
    "Your kindness at the spring",
    "fair made all the difference",
    "to our little school: Tậo & fjord",
)


def ink_of(image: Image.Image) -> list[float]:
    """Return the share of black in each column of the first row."""
    return [1 - image.getpixel((x, 0))[0] / 255 for x in range(image.width)]  # type: ignore[index]


@pytest.mark.parametrize("eighth", range(9))
def test_an_eighth_of_a_pixel_moves_an_eighth_of_the_ink(eighth: int) -> None:
    drawn = scene(squares(1 + eighth / 8, 1, size=1), width=4, height=1)
    image = paint(drawn, 72, Cache())
    expected = [0, 1 - eighth / 8, eighth / 8, 0]
    assert ink_of(image) == pytest.approx(expected, abs=0.01)


def test_down_moves_as_across() -> None:
    across = paint(scene(squares(1.375, 2, size=1), width=4, height=4), 72, Cache())
    down = paint(scene(squares(1, 2.375, size=1), width=4, height=4), 72, Cache())
    turned = across.transpose(Image.Transpose.TRANSPOSE)
    assert down.getpixel((1, 1)) == turned.getpixel((1, 1))
    assert down.getpixel((1, 2)) == turned.getpixel((1, 2)) != (255, 255, 255)


@pytest.mark.parametrize("dpi", [72, 96, 150, 300, 600])
def test_a_letter_and_a_shape_of_its_size_lie_together(dpi: int) -> None:
    shape = paint(scene(box(2, 3, 4, 4, BLACK)), dpi, Cache())
    letter = paint(scene(squares(2, 7, size=4)), dpi, Cache())
    difference = ImageChops.difference(shape, letter)
    assert ImageStat.Stat(difference).mean[0] < 4
    assert difference.crop((0, 0, dpi // 72, dpi // 36)).getbbox() is None


def test_letters_larger_than_a_raster_are_whole() -> None:
    drawn = scene(squares(1, 71, size=70), width=72, height=72)
    image = paint(drawn, 4300, Cache(bound=1))
    assert image.size == (4300, 4300)
    inside = image.getchannel(0).crop((61, 61, 4239, 4239))
    assert inside.getextrema() == (0, 0)
    assert image.getpixel((58, 58)) == (255, 255, 255)


def garamond(x: int = 20_000, y: int = 40_000, size: int = 11_000) -> Text:
    lines = []
    for number, words in enumerate(WORDS):
        buffer = hb.Buffer()
        buffer.add_str(words)
        buffer.guess_segment_properties()
        hb.shape(open_font(GARAMOND.font), buffer)
        infos, places = buffer.glyph_infos, buffer.glyph_positions
        run = Run(
            GARAMOND,
            words,
            0,
            tuple(info.codepoint for info in infos),
            tuple(place.x_advance for place in places),
            tuple(place.x_offset for place in places),
            tuple(place.y_offset for place in places),
            tuple(info.cluster for info in infos),
            sum(place.x_advance for place in places),
        )
        lines.append(Line(x, y + 16_000 * number, 0, len(words), (run,)))
    assert all(run_width(line.runs[0], size) > 100_000 for line in lines)
    return Text(
        "message",
        "P",
        "en",
        False,
        " ".join(WORDS),
        size,
        0,
        Ink("ink", (40, 30, 20)),
        tuple(lines),
    )


def outlined(text: Text, page: Scene, dpi: int) -> Image.Image:
    """Draw glyph outlines with resvg, each exactly where the scene says."""
    paths = []
    pen: list[str] = []
    funcs = hb.DrawFuncs()
    funcs.set_move_to_func(lambda x, y, _: pen.append(f"M{x} {y}"))
    funcs.set_line_to_func(lambda x, y, _: pen.append(f"L{x} {y}"))
    funcs.set_quadratic_to_func(lambda a, b, x, y, _: pen.append(f"Q{a} {b} {x} {y}"))
    funcs.set_cubic_to_func(lambda a, b, c, d, x, y, _: pen.append(f"C{a} {b} {c} {d} {x} {y}"))
    funcs.set_close_path_func(lambda _: pen.append("Z"))
    scale = text.size / 1000
    for line in text.lines:
        for run, xs, ys in glyph_origins(text, line):
            for gid, x, y in zip(run.gids, xs, ys, strict=True):
                pen.clear()
                open_font(run.face.font).draw_glyph(gid, funcs, None)
                place = f"translate({x} {y}) scale({scale} {-scale})"
                paths.append(f'<path transform="{place}" d="{"".join(pen)}"/>')
    width, height = page.media.width, page.media.height
    colour = "#{:02x}{:02x}{:02x}".format(*text.ink.rgb)
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"'
        f' width="{width * dpi // 72000}" height="{height * dpi // 72000}" fill="{colour}">'
        f'<path fill="#fff" d="M0 0H{width}V{height}H0Z"/>{"".join(paths)}</svg>'
    )
    return Image.open(BytesIO(resvg_py.svg_to_bytes(svg_string=svg))).convert("RGB")


@pytest.mark.parametrize("dpi", [96, 300])
def test_type_is_as_its_outlines_drawn_slowly(dpi: int) -> None:
    text = garamond()
    page = scene(text, width=216, height=144)
    difference = ImageChops.difference(paint(page, dpi, Cache()), outlined(text, page, dpi))
    assert max(ImageStat.Stat(difference).mean) < 1
    moved = ImageChops.difference(
        paint(scene(garamond(20_400), width=216, height=144), dpi, Cache()),
        outlined(text, page, dpi),
    )
    assert min(ImageStat.Stat(moved).mean) > 1


def test_a_quarter_turn_is_the_picture_turned() -> None:
    page = scene(garamond(), width=216, height=216)
    whole = (0, ONE, -ONE, 0, 216_000, 0)
    turned = paint(scene(Group(page.items, whole), width=216, height=216), 300, Cache())
    upright = paint(page, 300, Cache()).transpose(Image.Transpose.ROTATE_270)
    difference = ImageStat.Stat(ImageChops.difference(turned, upright)).mean
    assert max(difference) < 0.5


def test_webp_is_the_trim_alone_at_the_width_asked_for() -> None:
    bleed, card = box(-9, -9, 118, 168, RED), box(0, 0, 100, 150, BLACK)
    page = scene(bleed, card, width=100, height=150, bleed=9)
    for width, height in ((480, 720), (333, 500), (97, 146)):
        with Image.open(BytesIO(encode_webp(page, width))) as image:
            assert image.format == "WEBP" and image.size == (width, height)
            whole = image.convert("RGB").crop((0, 0, width, height - 8))
            assert all(high < 12 for _, high in whole.getextrema())


def test_webp_has_the_same_place_for_type_as_png() -> None:
    page = scene(garamond(), width=216, height=144)
    png = paint(page, 300, Cache())
    with Image.open(BytesIO(encode_webp(page, 900, quality=100))) as webp:
        assert webp.size == png.size == (900, 600)
        assert max(ImageStat.Stat(ImageChops.difference(webp.convert("RGB"), png)).mean) < 0.2


def test_webp_of_few_inks_is_exact_and_of_many_is_small() -> None:
    sky = Gradient("linear", (0, 0, 216_000, 144_000), (Stop(0, PAPER), Stop(1000, RED)))
    flat, shaded = (
        scene(Path(rect(0, 0, 216, 144), paint_), garamond(), width=216, height=144)
        for paint_ in (PAPER, sky)
    )
    with Image.open(BytesIO(encode_webp(flat, 480))) as image:
        colours = image.convert("RGB").getcolors(256)
        assert colours and max(colours)[1] == PAPER.rgb
    with Image.open(BytesIO(encode_webp(shaded, 480))) as image:
        lossy = image.convert("RGB")
    exact = paint(shaded, 160, Cache())
    assert 0.2 < max(ImageStat.Stat(ImageChops.difference(lossy, exact)).mean) < 6
    assert len(encode_webp(shaded, 480, 40)) < len(encode_webp(shaded, 480, 90))


def test_type_outside_the_window_is_cut() -> None:
    page = Scene(Box(0, 0, 8000, 8000), Box(0, 0, 8000, 8000), 0, (squares(-1, 1), squares(7, 20)))
    image = paint(page, 72, Cache())
    assert image.getpixel((0, 0)) == (0, 0, 0)
    assert image.getcolors() == [(63, (255, 255, 255)), (1, (0, 0, 0))]
