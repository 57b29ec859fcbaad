"""Every shipped design passes the check, and keeps house rules that a fork need not keep."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from math import hypot
from pathlib import Path

import pytest

from generator.check import Desk, check_design, open_desk
from generator.export.png import paint
from generator.layout.forms import ART_BLEED, form_artwork
from generator.model.artwork import Artwork
from generator.model.kit import FORMS, Form, Kit
from generator.model.length import Box
from generator.model.order import Order
from generator.model.paint import IDENTITY, ONE, Matrix
from generator.model.scene import Group, Item, Picture, Scene, Text
from generator.model.scene import Path as Shape
from generator.press import Press
from generator.proof.cards import every_card
from generator.proof.measures import DPI, ink_share, print_ground

DESIGNS = sorted(
    folder.name
    for folder in (Path(__file__).parents[2] / "assets" / "designs").iterdir()
    if folder.is_dir()
)
HAIRLINE = 250
"""A quarter point: finer lines break up in print (most shops' own rule)."""
NOTE = " ".join(["Thank you for the hour that you gave me on Tuesday, and for your candour."] * 4)


def test_there_are_designs_to_look_at() -> None:
    assert len(DESIGNS) >= 6


@pytest.fixture(scope="session")
def desk(root: Path) -> Desk:
    return open_desk(root)


def orders(kit: Kit, design: str, form: Form = "bleed") -> Iterator[Order]:
    return (replace(order, form=form) for order in every_card(kit, kit.designs[design]))


def drawings(press: Press, design: str, form: Form) -> Iterator[tuple[str, Artwork]]:
    for order in orders(press.kit, design, form):
        for panel, artwork in press.artworks(order).items():
            yield f"{order.format}, {order.fold}, {panel}", artwork


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
@pytest.mark.parametrize("form", FORMS)
def test_no_line_is_finer_than_a_hairline(design: str, form: Form, press: Press) -> None:
    palette = press.kit.palettes[press.kit.designs[design].palettes[0]]
    for where, artwork in drawings(press, design, form):
        widths = list(stroke_widths(form_artwork(artwork, form, palette).items))
        assert all(width >= HAIRLINE for width in widths), (where, min(widths))


@pytest.mark.parametrize("design", DESIGNS)
def test_every_card_passes_the_check(design: str, desk: Desk) -> None:
    """What `check` looks for is seen failing in tests/proof."""
    assert check_design(desk, design) == []


@pytest.mark.parametrize("design", DESIGNS)
def test_low_ink_is_still_the_design(design: str, press: Press) -> None:
    palette = press.kit.palettes[press.kit.designs[design].palettes[0]]
    for where, artwork in drawings(press, design, "low-ink"):
        share = ink_share(print_ground(artwork, "low-ink", palette))
        assert share > 0 or "inside" in where, where


@pytest.mark.parametrize("design", DESIGNS)
def test_art_reaches_the_bleed(design: str, press: Press) -> None:
    """No shipped first palette has white paper, so white is sheet that shows."""
    palette = press.kit.palettes[press.kit.designs[design].palettes[0]]
    assert palette.inks["paper"].rgb != (255, 255, 255)
    for where, artwork in drawings(press, design, "bleed"):
        trim = Box(0, 0, artwork.size.width, artwork.size.height)
        items = form_artwork(artwork, "bleed", palette).items
        image = paint(Scene(trim.grown(ART_BLEED), trim, ART_BLEED, items), DPI)
        colours = image.convert("RGB").getcolors(1 << 20)
        assert colours
        assert (255, 255, 255) not in {colour for _, colour in colours}, where


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
