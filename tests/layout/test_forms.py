import pytest

from generator.layout.forms import (
    HOME_MARGIN,
    area,
    contrast,
    form_artwork,
    mix_ink,
    rectangle,
    text_role,
)
from generator.model.artwork import Artwork
from generator.model.kit import Palette
from generator.model.length import Box, Size, mm
from generator.model.paint import ONE, Gradient, Ink, Stop, Stroke
from generator.model.scene import Group, Path
from generator.press import Press

PALETTE = Palette(
    "clay",
    "Clay",
    {
        "paper": Ink("paper", (246, 239, 230), (2, 5, 9, 0)),
        "ink": Ink("ink", (51, 38, 31), (0, 0, 0, 100)),
        "accent": Ink("accent", (164, 80, 47), (10, 75, 85, 15)),
        "second": Ink("second", (201, 162, 126), (10, 35, 50, 5)),
        "muted": Ink("muted", (140, 122, 107), None),
    },
)
A2 = Size(306_000, 396_000)
FULL = Path(rectangle(Box(0, 0, 306_000, 396_000).grown(mm(5))), Ink("paper"))
LINE = Path("M0 0L306000 396000", None, Stroke(Ink("accent"), 500))
SLOTS = {"message": Box(30_000, 40_000, 200_000, 100_000)}


def artwork(*items: Path | Group) -> Artwork:
    return Artwork(A2, items, SLOTS, "cover.svg", "key")


def test_bleed_gives_every_role_its_ink_and_leaves_places_alone() -> None:
    formed = form_artwork(artwork(FULL, LINE), "bleed", PALETTE)
    assert formed.slots == SLOTS
    full, line = formed.items
    assert isinstance(full, Path) and full.fill == PALETTE.inks["paper"] and full.d == FULL.d
    assert isinstance(line, Path) and line.stroke is not None
    assert line.stroke.paint == PALETTE.inks["accent"]


def test_a_tint_lies_between_its_role_and_paper_in_rgb_and_cmyk() -> None:
    ink = mix_ink(PALETTE, "bleed", "accent-40")
    assert ink == Ink("accent-40", (213, 175, 157), (5, 33, 39, 6))
    assert mix_ink(PALETTE, "bleed", "muted-50").cmyk is None


def test_a_gradient_is_mapped_stop_by_stop() -> None:
    sky = Gradient("linear", (0, 0, 0, 9), (Stop(0, Ink("paper")), Stop(1000, Ink("second"))))
    formed = form_artwork(artwork(Path(FULL.d, sky)), "grey", PALETTE)
    (path,) = formed.items
    assert isinstance(path, Path) and isinstance(path.fill, Gradient)
    assert [len(set(stop.ink.rgb)) for stop in path.fill.stops] == [1, 1]


@pytest.mark.parametrize("role", ["ink", "accent", "second", "muted"])
def test_grey_keeps_the_contrast_on_paper(role: str) -> None:
    paper = PALETTE.inks["paper"].rgb
    before = contrast(PALETTE.inks[role].rgb, paper)
    after = contrast(mix_ink(PALETTE, "grey", role).rgb, mix_ink(PALETTE, "grey", "paper").rgb)
    assert after == pytest.approx(before, rel=0.02)


def test_contrast_is_that_of_black_on_white() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)


def test_low_ink_takes_out_paper_and_outlines_large_fills_and_keeps_small_ones() -> None:
    hill = Path("M0 200000L306000 200000L306000 396000L0 396000Z", Ink("accent"))
    leaf = Path("M0 0L9000 0L9000 9000Z", Ink("accent"))
    formed = form_artwork(artwork(FULL, Group((hill, leaf)), LINE), "low-ink", PALETTE)
    group, line = formed.items
    assert isinstance(group, Group) and isinstance(line, Path)
    outlined, kept = group.items
    assert isinstance(outlined, Path) and outlined.fill is None and outlined.stroke is not None
    assert outlined.stroke.paint == PALETTE.inks["accent"]
    assert isinstance(kept, Path) and kept.fill == PALETTE.inks["accent"]
    assert mix_ink(PALETTE, "low-ink", "paper").rgb == (255, 255, 255)


def test_low_ink_sets_reversed_text_in_ink() -> None:
    assert text_role("low-ink", "paper") == "ink"
    assert text_role("bleed", "paper") == "paper"
    assert text_role("low-ink", "accent") == "accent"


def test_inset_keeps_everything_inside_the_printers_margin_and_unsquashed() -> None:
    formed = form_artwork(artwork(FULL, LINE), "inset", PALETTE)
    (placed,) = formed.items
    assert isinstance(placed, Group) and placed.clip is not None
    numbers = [int(n) for n in placed.clip.replace("M", " ").replace("L", " ").strip("Z").split()]
    xs, ys = numbers[::2], numbers[1::2]
    assert min(xs) >= HOME_MARGIN and max(xs) <= A2.width - HOME_MARGIN
    assert min(ys) >= HOME_MARGIN and max(ys) <= A2.height - HOME_MARGIN
    (inner,) = placed.items
    assert isinstance(inner, Group)
    a, b, c, d, _, _ = inner.matrix
    assert a == d < ONE and b == c == 0
    box = formed.slots["message"]
    assert box.width == SLOTS["message"].width * a // ONE
    assert box.x > HOME_MARGIN and box.right < A2.width - HOME_MARGIN


@pytest.mark.parametrize(
    ("d", "expected"),
    [
        ("M0 0L10 0L10 10L0 10Z", 100),
        ("M0 0L0 10L10 10L10 0Z", 100),
        ("M0 0L10 0L10 10L0 10ZM20 0L30 0L30 10L20 10Z", 200),
        ("M0 0C0 5 5 10 10 10L10 0Z", 50),
        ("M0 0L10 10", 0),
    ],
)
def test_area_of_corner_points(d: str, expected: int) -> None:
    assert area(d) == expected


@pytest.mark.parametrize("role", ["ink", "accent", "muted"])
def test_a_dark_palette_can_be_read_on_white_paper(press: Press, role: str) -> None:
    night = press.kit.palettes["night"]
    assert contrast(night.inks[role].rgb, (255, 255, 255)) < 4.5
    assert contrast(mix_ink(night, "low-ink", role).rgb, (255, 255, 255)) >= 4.5
    moss = press.kit.palettes["moss"]
    assert mix_ink(moss, "low-ink", "accent").rgb == moss.inks["accent"].rgb
