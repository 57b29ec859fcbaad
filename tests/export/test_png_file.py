"""The PNG as a file: whole, of the right size, the same every time, decoded by others alike."""

import struct
import zlib
from io import BytesIO

import pytest
from drawn import BLUE, GREEN, PAPER, RED, box, chunks, rect, scene, squares
from PIL import Image

from generator.export.png import encode_png, paint
from generator.export.raster import deflate, layer, tiles
from generator.export.raster.cache import Cache
from generator.export.raster.deflate import adler32, joined_adler32
from generator.model.length import Box
from generator.model.paint import Gradient, Stop, Stroke
from generator.model.scene import Group, Path, Picture, Scene

CARD = scene(
    Group((box(-9, -9, 218, 318, PAPER), box(20, 20, 160, 2)), key="card"),
    squares(30, 100, BLUE, size=12, count=9),
    width=200,
    height=300,
    bleed=9,
)
SHADED = Path(
    rect(-9, -9, 218, 318),
    Gradient("linear", (0, 0, 9000, 300_000), (Stop(0, PAPER), Stop(1000, RED))),
)


def photograph() -> Picture:
    image = Image.merge("RGB", [Image.radial_gradient("L").rotate(turn) for turn in (0, 90, 45)])
    blob = BytesIO()
    image.save(blob, "JPEG", quality=90)
    return Picture(blob.getvalue(), Box(-9000, -9000, 218_000, 318_000), "a bulb")


@pytest.mark.parametrize(
    ("width", "height", "pixels"),
    [
        (306_000, 396_000, (1350, 1725)),
        (396_000, 306_000, (1725, 1350)),
        (360_000, 504_000, (1575, 2175)),
        (297_638, 419_528, (1315, 1823)),
    ],
)
def test_sizes_at_300_dpi_with_an_eighth_of_an_inch_of_bleed(
    width: int, height: int, pixels: tuple[int, int]
) -> None:
    trim = Box(0, 0, width, height)
    png = encode_png(Scene(trim.grown(9000), trim, 9000, ()), 300, Cache())
    with Image.open(BytesIO(png)) as image:
        assert image.size == pixels
        assert round(image.info["dpi"][0]) == round(image.info["dpi"][1]) == 300


@pytest.mark.parametrize("colour", ["fewest", "rgb"])
def test_chunks_are_whole_and_in_order(colour: str) -> None:
    found = list(chunks(encode_png(CARD, 300, Cache(), colour=colour)))  # type: ignore[arg-type]
    kinds = [kind for kind, _ in found]
    palette = ["PLTE"] if colour == "fewest" else []
    head = ["IHDR", "gAMA", "cHRM", "sRGB", "pHYs", *palette]
    count = kinds.count("IDAT")
    assert kinds == [*head, *["IDAT"] * count, "IEND"] and count > 10
    content = dict(found)
    assert content["pHYs"] == struct.pack(">IIB", 11811, 11811, 1)
    assert content["sRGB"] == b"\0" and content["gAMA"] == struct.pack(">I", 45455)
    width, height, depth, kind, *rest = struct.unpack(">IIBBBBB", content["IHDR"])
    assert (width, height, depth, rest) == (908, 1325, 8, [0, 0, 0])
    assert kind == (3 if palette else 2)
    # zlib checks the sum of the whole stream.
    rows = zlib.decompress(b"".join(data for kind, data in found if kind == "IDAT"))
    assert len(rows) == height * (width * (1 if palette else 3) + 1)
    assert set(rows[:: len(rows) // height]) == {0}


@pytest.mark.parametrize("scene_", [CARD, scene(SHADED, *CARD.items[1:], width=200, height=300)])
def test_others_decode_what_was_painted(scene_: Scene) -> None:
    with Image.open(BytesIO(encode_png(scene_, 150, Cache(), colour="rgb"))) as image:
        assert image.mode == "RGB"
        assert image.tobytes() == paint(scene_, 150, Cache()).tobytes()


def test_a_photograph_is_filtered_without_loss() -> None:
    drawn = scene(photograph(), squares(30, 100, BLUE, size=12, count=9), width=200, height=300)
    png = encode_png(drawn, 150, Cache())
    with Image.open(BytesIO(png)) as image:
        assert image.tobytes() == paint(drawn, 150, Cache()).tobytes()
        rows = zlib.decompress(b"".join(data for kind, data in chunks(png) if kind == "IDAT"))
        assert set(rows[:: image.width * 3 + 1]) >= {1, 2}
        unfiltered = zlib.compress(image.tobytes(), 1)
    assert len(png) < len(unfiltered) * 0.75


def test_the_same_scene_gives_the_same_bytes_whatever_went_before() -> None:
    drawn = scene(photograph(), squares(30, 100, BLUE, size=12, count=9), width=200, height=300)
    other = scene(photograph(), squares(0, 250, RED, size=30, count=6), width=200, height=300)
    for first, second in ((CARD, CARD), (drawn, other)):
        cold = encode_png(first, 150, Cache())
        cache = Cache()
        encode_png(second, 150, cache)
        assert encode_png(first, 150, cache) == cold == encode_png(first, 150, cache)


def test_a_row_of_type_does_not_change_its_neighbours() -> None:
    """A filter that looks at the row above must not look into the band of another card."""
    cache = Cache()
    for y in range(40, 290, 25):
        drawn = scene(SHADED, squares(10, y, BLUE, size=20, count=5), width=200, height=300)
        with Image.open(BytesIO(encode_png(drawn, 100, cache))) as image:
            assert image.tobytes() == paint(drawn, 100, Cache()).tobytes()


def test_sums_of_parts_join() -> None:
    parts = [b"", b"a", bytes(70_000), b"\xff" * 5553, "wörter".encode()]
    joined = 1
    for part in parts:
        joined = joined_adler32(joined, adler32(part), len(part))
    assert joined == zlib.adler32(b"".join(parts))


def test_without_isal_the_pixels_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    fast = encode_png(CARD, 150, Cache())
    monkeypatch.setattr(deflate, "_fast", zlib)
    slow = encode_png(CARD, 150, Cache())
    assert fast != slow
    with Image.open(BytesIO(fast)) as one, Image.open(BytesIO(slow)) as other:
        assert one.convert("RGB").tobytes() == other.convert("RGB").tobytes()


class Shelf:
    """A store that counts."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}
        self.found = 0

    def get(self, name: str) -> bytes | None:
        self.found += name in self.kept
        return self.kept.get(name)

    def put(self, name: str, value: bytes) -> None:
        self.kept[name] = value


def test_a_store_spares_the_next_process_the_drawing(monkeypatch: pytest.MonkeyPatch) -> None:
    shelf = Shelf()
    drawn = scene(*CARD.items, Group((box(1, 1, 5, 5, GREEN),), key="g"), width=200, height=300)
    first = encode_png(drawn, 150, Cache(store=shelf))
    assert shelf.kept and not shelf.found
    monkeypatch.setattr(layer, "_rendered", None)
    assert encode_png(drawn, 150, Cache(store=shelf)) == first
    assert shelf.found
    with pytest.raises(TypeError):
        encode_png(drawn, 75, Cache(store=shelf))


def test_a_code_of_its_own_does_not_redraw_the_artwork(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[tuple[int, ...]] = []
    rendered = layer._rendered

    def watched(svg: str, parts: list[tuple[int, ...]]) -> Image.Image:
        drawn.extend(parts)
        return rendered(svg, parts)  # type: ignore[arg-type]

    monkeypatch.setattr(layer, "_rendered", watched)
    cache = Cache()
    for number in range(3):
        code = Group((box(150, 250 + number, 20, 20, GREEN),), artifact=True)
        own = scene(*CARD.items, code, width=200, height=300, bleed=9)
        png = encode_png(own, 72, cache)
        with Image.open(BytesIO(png)) as image:
            assert image.mode == "P"
            assert image.convert("RGB").getpixel((169, 270)) == GREEN.rgb
    # The paper needs no drawing: the bar across the card is all there is.
    assert drawn.count((27, 27, 191, 33)) == 1
    codes = {window for window in drawn if window != (27, 27, 191, 33)}
    assert codes == {(157, 257 + number, 181, 281 + number) for number in range(3)}


CORNER = "M40000 90000L50000 20000L60000 90000"
REACHING = {
    "mitre": Path(CORNER, None, Stroke(RED, 9000, miter=30_000)),
    "square cap": Path("M40000 40000L70000 60000", None, Stroke(RED, 14_000, cap="square")),
    "round join": Path(CORNER, None, Stroke(RED, 20_000, join="round", cap="round")),
    "curve": Path("M20000 50000C20000 -20000 120000 -20000 90000 90000Z", BLUE),
    "turned": Group(
        (box(10, 20, 60, 5, GREEN),), (800_000, 600_000, -600_000, 800_000, 60_000, 30_000)
    ),
    "clipped": Group((box(-50, 20, 300, 50, GREEN),), clip=rect(30, 10, 40, 30)),
    "clipped away": Group((box(0, 0, 20, 20, GREEN),), clip=rect(30, 10, 40, 30)),
    "frame": Path(rect(3, 3, 94, 94), None, Stroke(RED, 700)),
    "frame and leaf": Group(
        (
            Path(rect(3, 3, 94, 94), None, Stroke(RED, 700)),
            Path("M40000 40000C50000 30000 60000 30000 60000 40000Z" + rect(70, 70, 4, 4), BLUE),
        )
    ),
    "hairline": Path("M-9000 80500L99000 80500", None, Stroke(BLUE, 500)),
    "outside": box(-90, -90, 20, 20),
    "photograph": photograph(),
}


@pytest.mark.parametrize("name", REACHING)
def test_no_more_is_drawn_than_items_reach(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = scene(REACHING[name], width=100, height=100)
    near = paint(drawn, 150, Cache())
    assert (near.getcolors(1 << 16) == [(208 * 208, (255, 255, 255))]) == (
        name in {"clipped away", "outside"}
    )
    monkeypatch.setattr(layer, "windows", lambda boxes, seen, view, letters: [seen])
    assert paint(drawn, 150, Cache()).tobytes() == near.tobytes()


def test_slabs_are_seamless(monkeypatch: pytest.MonkeyPatch) -> None:
    rings = [Path(rect(9 * i, 5 * i, 200 - 18 * i, 300 - 10 * i), None) for i in range(9)]
    drawn = scene(SHADED, *(Path(r.d + "M0 0L200000 300000", RED, even_odd=True) for r in rings))
    whole = paint(drawn, 300, Cache())
    monkeypatch.setattr(tiles, "MOST_PIXELS", 900)
    assert paint(drawn, 300, Cache()).tobytes() == whole.tobytes()


def test_the_cache_forgets_what_was_least_lately_used() -> None:
    made: list[str] = []

    def get(key: str) -> None:
        cache.get(key, lambda: made.append(key), lambda _: 40)

    cache = Cache(bound=100)
    for key in "abaca":
        get(key)
    assert made == ["a", "b", "c"]
    get("b")
    assert made == ["a", "b", "c", "b"]
