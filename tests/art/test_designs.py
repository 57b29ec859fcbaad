"""House rules that every shipped design keeps, in every format, fold and form."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from math import hypot
from pathlib import Path

import pytest
from PIL import Image

from generator.export.png import paint
from generator.layout.forms import ART_BLEED, contrast, form_artwork, mix_ink, text_role
from generator.model.artwork import Artwork
from generator.model.kit import FORMS, Form, Kit, Palette
from generator.model.length import MPT_PER_INCH, Box, mm
from generator.model.order import Order
from generator.model.paint import IDENTITY, ONE, Matrix
from generator.model.scene import Group, Item, Picture, Scene, Text
from generator.model.scene import Path as Shape
from generator.press import Press

DESIGNS = sorted(
    folder.name
    for folder in (Path(__file__).parents[2] / "assets" / "designs").iterdir()
    if folder.is_dir()
)
SAFE = mm(5)
HAIRLINE = 250
"""A quarter point: finer lines break up in print (most shops' own rule)."""
LOW_INK = 0.05
READABLE = 4.5
DPI = 40
NOTE = " ".join(["Thank you for the hour that you gave me on Tuesday, and for your candour."] * 4)


def test_there_are_designs_to_look_at() -> None:
    assert len(DESIGNS) >= 6


def orders(kit: Kit, design: str, form: Form = "bleed") -> Iterator[Order]:
    of = kit.designs[design]
    way = "landscape" if of.orientation == "landscape" else "portrait"
    for fold in of.panels:
        for format_ in of.formats:
            if fold in kit.formats[format_].folds:
                yield Order(design, format_, fold, of.palettes[0], form, way)


def drawings(press: Press, design: str, form: Form) -> Iterator[tuple[str, Artwork]]:
    for order in orders(press.kit, design, form):
        for panel, artwork in press.artworks(order).items():
            yield f"{order.format}, {order.fold}, {panel}", artwork


def art(artwork: Artwork, form: Form, palette: Palette, bleed: int = 0) -> Image.Image:
    """Paint a drawing without its words."""
    trim = Box(0, 0, artwork.size.width, artwork.size.height)
    formed = form_artwork(artwork, form, palette)
    return paint(Scene(trim.grown(bleed), trim, bleed, formed.items), DPI)


def stroke_widths(items: Iterable[Item], scale: float = 1) -> Iterator[float]:
    for item in items:
        match item:
            case Shape():
                if item.stroke is not None:
                    yield item.stroke.width * scale
            case Group():
                yield from stroke_widths(item.items, scale * shrinks(item.matrix))
            case Text() | Picture():
                pass


def shrinks(matrix: Matrix) -> float:
    a, b, c, d = (part / ONE for part in matrix[:4])
    return min(hypot(a, b), hypot(c, d))


def test_a_shrunk_line_is_seen_as_fine() -> None:
    assert shrinks(IDENTITY) == 1
    assert shrinks((ONE // 2, 0, 0, ONE // 2, 9, 9)) == 0.5


@pytest.mark.parametrize("design", DESIGNS)
def test_words_keep_clear_of_the_trim(design: str, press: Press) -> None:
    seen = 0
    for where, artwork in drawings(press, design, "bleed"):
        safe = Box(0, 0, artwork.size.width, artwork.size.height).grown(-SAFE)
        for name, box in artwork.slots.items():
            seen += 1
            assert safe.x <= box.x and box.right <= safe.right, (where, name)
            assert safe.y <= box.y and box.bottom <= safe.bottom, (where, name)
    assert seen > 0


@pytest.mark.parametrize("design", DESIGNS)
@pytest.mark.parametrize("form", FORMS)
def test_no_line_is_finer_than_a_hairline(design: str, form: Form, press: Press) -> None:
    palette = press.kit.palettes[press.kit.designs[design].palettes[0]]
    for where, artwork in drawings(press, design, form):
        widths = list(stroke_widths(form_artwork(artwork, form, palette).items))
        assert all(width >= HAIRLINE for width in widths), (where, min(widths))


@pytest.mark.parametrize("design", DESIGNS)
def test_low_ink_is_low(design: str, press: Press) -> None:
    palette = press.kit.palettes[press.kit.designs[design].palettes[0]]
    for where, artwork in drawings(press, design, "low-ink"):
        coverage = covered(art(artwork, "low-ink", palette))
        assert coverage <= LOW_INK, where
        assert coverage > 0 or "inside" in where, where


def covered(image: Image.Image) -> float:
    """Return the share of the sheet that is ink, all channels alike."""
    grey = image.convert("L")
    return 1 - sum(i * n for i, n in enumerate(grey.histogram())) / 255 / grey.width / grey.height


def test_coverage_counts_ink() -> None:
    assert covered(Image.new("RGB", (4, 4), "black")) == 1
    assert covered(Image.new("RGB", (4, 4), "white")) == 0


@pytest.mark.parametrize("design", DESIGNS)
def test_art_reaches_the_bleed(design: str, press: Press) -> None:
    """No shipped first palette has white paper, so white is sheet that shows."""
    palette = press.kit.palettes[press.kit.designs[design].palettes[0]]
    assert palette.inks["paper"].rgb != (255, 255, 255)
    for where, artwork in drawings(press, design, "bleed"):
        image = art(artwork, "bleed", palette, ART_BLEED)
        colours = image.convert("RGB").getcolors(1 << 20)
        assert colours
        assert (255, 255, 255) not in {colour for _, colour in colours}, where


@pytest.mark.parametrize("design", DESIGNS)
@pytest.mark.parametrize("form", ["bleed", "low-ink", "grey"])
def test_words_stand_on_calm_ground(design: str, form: Form, press: Press) -> None:
    seen = 0
    for name in press.kit.designs[design].palettes:
        palette = press.kit.palettes[name]
        for where, artwork in drawings(press, design, form):
            image = art(artwork, form, palette).convert("RGB")
            for slot, box in artwork.slots.items():
                role = text_role(form, press.kit.designs[design].slots[slot].colour)
                ink = mix_ink(palette, form, role).rgb
                under = image.crop(pixels(box)).getcolors(1 << 20)
                assert under
                worst = min(contrast(ink, colour) for _, colour in under)
                assert worst >= READABLE, (where, name, slot, round(worst, 2))
                seen += 1
    assert seen > 0


def pixels(box: Box) -> tuple[int, int, int, int]:
    left, top, right, bottom = (
        round(part * DPI / MPT_PER_INCH) for part in (box.x, box.y, box.right, box.bottom)
    )
    return left, top, right, bottom


@pytest.mark.parametrize("design", DESIGNS)
@pytest.mark.parametrize("form", ["bleed", "inset"])
def test_a_note_of_sixty_words_fits(design: str, form: Form, press: Press) -> None:
    assert len(NOTE.split()) == 60
    fields = {"recipient": "Ms Okafor", "sender": "Ines Moreau"}
    for order in orders(press.kit, design, form):
        note = f"Dear Ms Okafor,\n\n{NOTE}\n\nWith kind regards,"
        card = press.compose(replace(order, message=note, fields=fields))
        texts = {item.slot: item for panel in card.panels if panel.scene
                 for item in panel.scene.items if isinstance(item, Text)}  # fmt: skip
        assert {"cover", "message", "signature", "imprint"} <= set(texts)
        assert texts["message"].size >= 8_000


@pytest.mark.parametrize("design", DESIGNS)
def test_the_seed_draws_each_fork_its_own(design: str, press: Press) -> None:
    """Where a design is drawn by rule from the seed, another owner gets another card."""
    of = press.kit.designs[design]
    uses_seed = any("seed" in path.read_text() for path in of.folder.rglob("*.svg.j2"))
    other = Press(replace(press.kit, settings=replace(press.kit.settings, seed="Thu Hà")))
    keys = [
        {where: artwork.items for where, artwork in drawings(one, design, "bleed")}
        for one in (press, other)
    ]
    assert (keys[0] != keys[1]) == uses_seed
