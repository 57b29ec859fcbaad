"""Flat artwork on a palette: the same picture in a third of the bytes, or RGB where it is not."""

from io import BytesIO

import pytest
from drawn import BLUE, GREEN, PAPER, RED, box, rect, scene, squares
from PIL import Image, ImageChops, ImageStat

from generator.export.png import encode_png, paint
from generator.export.raster.cache import Cache
from generator.export.raster.flat import flatten
from generator.model.paint import Gradient, Ink, Stop
from generator.model.scene import Group, Item, Path, Scene, Text

INK, ACCENT, PALE = (
    Ink("ink", (51, 38, 31)),
    Ink("accent", (164, 80, 47)),
    Ink("second", (233, 222, 208)),
)
LEAF = Path(
    "M20000 30000C60000 5000 90000 20000 100000 40000C70000 60000 40000 50000 20000 30000Z", ACCENT
)
RING = Path(
    "M10000 10000L90000 14000L88000 90000L12000 88000Z" + rect(20, 20, 60, 60), INK, even_odd=True
)


def turned(text: Text) -> Group:
    """Return a text turned a little, so that all its edges are mixed."""
    return Group((text,), (980_000, 199_000, -199_000, 980_000, 3000, 2000))


def page(*items: Item, ground: Ink = PAPER) -> Scene:
    return scene(box(-9, -9, 218, 318, ground), *items, width=200, height=300, bleed=9)


def opened(png: bytes) -> Image.Image:
    image = Image.open(BytesIO(png))
    image.load()
    return image


def differences(drawn: Scene, dpi: int = 150) -> tuple[str, float, int]:
    """Return the mode of the PNG, and its mean and largest difference from RGB."""
    image = opened(encode_png(drawn, dpi, Cache()))
    difference = ImageChops.difference(image.convert("RGB"), paint(drawn, dpi, Cache()))
    largest = max(high for _, high in difference.getextrema())
    return image.mode, max(ImageStat.Stat(difference).mean), largest


def many(*inks: Ink) -> Scene:
    """Return a page with a turned text in each ink."""
    rows = enumerate(inks)
    return page(*(turned(squares(60, 70 + 40 * i, ink, size=11.3, count=5)) for i, ink in rows))


CARDS = {
    "one ink": page(turned(squares(60, 150, INK, size=11, count=7))),
    "two inks": page(LEAF, squares(30, 150, INK, size=11, count=7), turned(squares(90, 220, RED))),
    "an odd ink out": many(INK, RED, GREEN),
    "five inks": many(INK, RED, GREEN, BLUE, ACCENT),
    "two grounds": page(
        box(0, 150, 200, 150, INK),
        squares(30, 90, INK, size=11),
        turned(squares(90, 220, PAPER, size=20)),
    ),
    "a code after the words": page(
        LEAF, squares(30, 150, INK, size=11), Group((box(150, 250, 20, 20, INK),), artifact=True)
    ),
    "a faint tint": page(
        box(0, 150, 200, 150, PALE), RING, squares(30, 220, INK, size=11.7, count=3)
    ),
    "inks that hardly differ": page(
        box(0, 150, 200, 150, Ink("second", (244, 238, 229))), LEAF, turned(squares(60, 220, INK))
    ),
    "no words": page(LEAF, RING),
}


@pytest.mark.parametrize("name", CARDS)
def test_a_palette_shows_what_rgb_shows(name: str) -> None:
    mode, mean, largest = differences(CARDS[name])
    assert mode == "P"
    assert mean < 0.5 and largest <= 12


@pytest.mark.parametrize("name", CARDS)
def test_flat_inks_are_exact(name: str) -> None:
    image = opened(encode_png(CARDS[name], 150, Cache())).convert("RGB")
    counted = paint(CARDS[name], 150, Cache()).getcolors(1 << 16)
    assert counted
    inks = [colour for count, colour in counted if count * 100 > image.width * image.height]
    found = {colour for _, colour in image.getcolors(1 << 16) or ()}
    assert inks and set(inks) <= found


def shaded(*stops: Ink) -> Path:
    gradient = Gradient(
        "linear", (0, 0, 0, 300_000), tuple(Stop(1000 * i, s) for i, s in enumerate(stops))
    )
    return Path(rect(-9, -9, 218, 318), gradient)


WORDS = squares(30, 150, INK, size=11, count=7)
COLOURFUL = tuple(
    box(2 * (i % 64), 2 * (i // 64), 2, 2, Ink("tint", (i % 64 * 4, i // 64 * 4, 99)))
    for i in range(4096)
)


@pytest.mark.parametrize(
    "drawn",
    [
        page(shaded(PAPER, RED), WORDS),
        page(box(0, 145, 200, 100, RED), turned(WORDS)),
        page(WORDS, Group((box(20, 130, 30, 30, RED),), opacity=500)),
        page(WORDS, squares(35, 152, RED, size=11, count=3)),
        page(Group((WORDS, box(0, 0, 9, 9)), opacity=500)),
        page(*COLOURFUL),
    ],
    ids=["gradient", "two inks under type", "veil", "inks that meet", "faded type", "many colours"],
)
def test_what_a_palette_cannot_show_stays_rgb(drawn: Scene) -> None:
    mode, mean, largest = differences(drawn, 72)
    assert (mode, mean, largest) == ("RGB", 0, 0)


def test_a_word_over_a_line_keeps_the_palette() -> None:
    line = box(60, 0, 0.5, 300, ACCENT)
    over, red = squares(30, 150, INK, size=11.3, count=7), squares(50.2, 210, RED)
    mode, mean, largest = differences(page(line, turned(over), red))
    assert mode == "P"
    assert mean < 0.1 and largest <= 48


def test_where_a_ground_is_flat_is_known_to_the_pixel() -> None:
    ground = paint(page(LEAF, RING, box(130, 100, 0.3, 90, INK)), 100, Cache())
    flat = flatten((LEAF, RING), ground)
    assert flat is not None
    shown = [0, 0]
    for x in range(-20, ground.width, 23):
        for y in range(-4, ground.height, 19):
            corners = (max(0, x), max(0, y), min(ground.width, x + 31), min(ground.height, y + 9))
            inside = flat.image.crop(corners).getextrema()
            index, alone = flat.ground_under((x, y, x + 31, y + 9))
            assert alone == (inside[0] == inside[1])
            assert not alone or index == inside[0]
            shown[alone] += 1
    assert min(shown) > 30
    assert flat.ground_under((-50, -50, -10, -10)) == (0, True)


def test_words_of_the_same_ink_may_overlap() -> None:
    drawn = page(turned(squares(60, 100, INK, size=30)), turned(squares(75, 110, INK, size=30)))
    mode, mean, _ = differences(drawn, 96)
    assert mode == "P" and mean < 0.5


def test_a_palette_takes_a_third_of_the_bytes() -> None:
    drawn = CARDS["two inks"]
    few, rgb = (len(encode_png(drawn, 300, Cache(), colour=c)) for c in ("fewest", "rgb"))  # type: ignore[arg-type]
    assert few * 2 < rgb


def test_cards_of_a_design_share_a_ground_but_not_their_words() -> None:
    cache = Cache()
    for y in range(60, 280, 30):
        drawn = page(LEAF, squares(30, y, INK, size=11, count=7), squares(30, 290, RED, size=8))
        warm, cold = encode_png(drawn, 100, cache), encode_png(drawn, 100, Cache())
        assert warm == cold
