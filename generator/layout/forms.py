"""The forms of a design: a mapping of its artwork and inks, before anything is composed."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import assert_never

from generator.model.artwork import Artwork
from generator.model.kit import Form, Palette
from generator.model.length import Box, Mpt, mm
from generator.model.paint import (
    LEAST_CONTRAST,
    ONE,
    Cmyk,
    Gradient,
    Ink,
    Matrix,
    Paint,
    Rgb,
    Stroke,
)
from generator.model.scene import Group, Item, Path, Picture, Text

HOME_MARGIN: Mpt = mm(6.35)
"""What home printers leave unprinted at worst, 1/4 in (docs/print/: the safe design rule)."""
ART_BLEED: Mpt = mm(5)
"""Every drawing reaches this far over the trim, so that a smaller bleed changes nothing inside."""
LARGE_FILL = 50
"""A fill over one part in this many of the trim is a ground, not a line: low-ink outlines it."""
OUTLINE: Mpt = 500
NEAR_WHITE = 0.9
"""The luminance over which a picture's own colour is its paper."""
BLACK: Cmyk = (0, 0, 0, 100)
WHITE = Ink("paper", (255, 255, 255), (0, 0, 0, 0))


@dataclass(frozen=True, slots=True)
class Formed:
    """Artwork as a form wants it: inked items and slots, in the coordinates of the trim."""

    items: tuple[Item, ...]
    slots: Mapping[str, Box]


def form_artwork(artwork: Artwork, form: Form, palette: Palette) -> Formed:
    """Return a drawing's items in a form's inks, and its slots where the form puts them."""
    items, slots = artwork.items, artwork.slots
    trim = Box(0, 0, artwork.size.width, artwork.size.height)
    if form == "low-ink":
        items = spare_ink(items, trim.width * trim.height // LARGE_FILL)
    items = paint_items(items, lambda ink: mix_ink(palette, form, ink.role))
    if form == "inset":
        return _inset(items, slots, trim)
    return Formed(items, slots)


def mix_ink(palette: Palette, form: Form, role: str) -> Ink:
    """Return the ink of a role in a form; `accent-40` is 40 % of the accent on paper."""
    name, _, percent = role.partition("-")
    inks = _on_white(palette) if form == "low-ink" else palette.inks
    paper, ink = inks["paper"], inks[name]
    if percent:
        ink = _tint(ink, paper, int(percent))
    ink = replace(ink, role=role)
    return grey_ink(ink) if form == "grey" else ink


def _on_white(palette: Palette) -> Mapping[str, Ink]:
    """Return the inks for white paper: a dark palette's ink and paper change places.

    What is text in a light ink there, accent and muted, is darkened until it can be read.
    """
    inks = palette.inks
    if luminance(inks["paper"].rgb) >= luminance(inks["ink"].rgb):
        return {**inks, "paper": WHITE}
    ground = inks["paper"]
    darkened = {role: _legible(inks[role], ground) for role in ("accent", "muted")}
    return {**inks, **darkened, "paper": WHITE, "ink": replace(ground, role="ink", cmyk=BLACK)}


def _legible(ink: Ink, ground: Ink) -> Ink:
    """Return an ink mixed with a dark ground until it can be read on white paper."""
    tints = (_tint(ink, ground, percent) for percent in range(100, -1, -5))
    return next((t for t in tints if contrast(t.rgb, WHITE.rgb) >= LEAST_CONTRAST), ground)


def text_role(form: Form, role: str) -> str:
    """Return the role that a text is set in: ink where low-ink takes the ground from under it."""
    return "ink" if form == "low-ink" and role.partition("-")[0] == "paper" else role


def paint_items(items: Iterable[Item], ink_of: Callable[[Ink], Ink]) -> tuple[Item, ...]:
    """Return the items with every ink replaced by what `ink_of` gives for it."""
    return tuple(_paint_item(item, ink_of) for item in items)


def _paint_item(item: Item, ink_of: Callable[[Ink], Ink]) -> Item:
    match item:
        case Path():
            fill = item.fill and _paint(item.fill, ink_of)
            stroke = item.stroke and replace(item.stroke, paint=_paint(item.stroke.paint, ink_of))
            return replace(item, fill=fill, stroke=stroke)
        case Group():
            return replace(item, items=paint_items(item.items, ink_of))
        case Text():
            return replace(item, ink=ink_of(item.ink))
        case Picture():
            return item
        case _:
            assert_never(item)


def _paint(paint: Paint, ink_of: Callable[[Ink], Ink]) -> Paint:
    match paint:
        case Ink():
            return ink_of(paint)
        case Gradient():
            stops = tuple(replace(stop, ink=ink_of(stop.ink)) for stop in paint.stops)
            return replace(paint, stops=stops)
        case _:
            assert_never(paint)


def _tint(ink: Ink, paper: Ink, percent: int) -> Ink:
    def part(a: int, b: int) -> int:
        return (a * percent + b * (100 - percent) + 50) // 100

    red, green, blue = (part(a, b) for a, b in zip(ink.rgb, paper.rgb, strict=True))
    cmyk: Cmyk | None = None
    if ink.cmyk is not None and paper.cmyk is not None:
        c, m, y, k = (part(a, b) for a, b in zip(ink.cmyk, paper.cmyk, strict=True))
        cmyk = (c, m, y, k)
    return Ink(ink.role, (red, green, blue), cmyk)


def grey_ink(ink: Ink) -> Ink:
    """Return the grey of the same luminance: so contrasts stay what they were (WCAG 2.2)."""
    level = _encode(luminance(ink.rgb))
    return Ink(ink.role, (level, level, level), (0, 0, 0, round(100 - level / 2.55)))


def luminance(rgb: Rgb) -> float:
    """Return the relative luminance, 0 to 1 (WCAG 2.2, "relative luminance")."""

    def linear(value: int) -> float:
        part = value / 255
        return float(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)

    return 0.2126 * linear(rgb[0]) + 0.7152 * linear(rgb[1]) + 0.0722 * linear(rgb[2])


def contrast(one: Rgb, other: Rgb) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _encode(linear: float) -> int:
    part = linear * 12.92 if linear <= 0.0031308 else 1.055 * linear ** (1 / 2.4) - 0.055
    return round(part * 255)


def spare_ink(items: Iterable[Item], large: int) -> tuple[Item, ...]:
    """Return items without paper and with outlines for fills over `large` square 1/1000 pt."""
    spared: list[Item] = []
    for item in items:
        match item:
            case Path():
                spared.extend(_spare_path(item, large))
            case Group():
                spared.append(replace(item, items=spare_ink(item.items, large)))
            case Text() | Picture():
                spared.append(item)
            case _:
                assert_never(item)
    return tuple(spared)


def _spare_path(path: Path, large: int) -> Iterable[Path]:
    """Take the paper and the large fills out of a path; what has no line gets an outline."""
    if path.fill is None or area(path.d) <= large:
        return (path,)
    ink = _darkest(path.fill)
    if path.stroke is not None:
        return (replace(path, fill=None),)
    if _is_paper(ink):
        return ()
    return (replace(path, fill=None, stroke=Stroke(ink, OUTLINE, join="round")),)


def _is_paper(ink: Ink) -> bool:
    """Tell whether an ink stands for paper, or is a picture's own near-white."""
    if ink.role.startswith("#"):
        red, green, blue = bytes.fromhex(ink.role[1:])
        return luminance((red, green, blue)) > NEAR_WHITE
    return ink.role.partition("-")[0] == "paper"


def _darkest(paint: Paint) -> Ink:
    match paint:
        case Ink():
            return paint
        case Gradient():
            return paint.stops[-1].ink
        case _:
            assert_never(paint)


def area(d: str) -> int:
    """Return the area inside a path's corner points, in square 1/1000 pt (curves as chords)."""
    total, points = 0, list[tuple[int, int]]()
    for part in d.split("M")[1:]:
        points = _corners(part)
        closed = [*points, points[0]]
        total += abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(closed))) // 2
    return total


def _corners(subpath: str) -> list[tuple[int, int]]:
    numbers, command, points = list[int](), "L", list[tuple[int, int]]()
    step = {"L": 2, "C": 6}
    for word in _words(subpath):
        if word in "LCZ":
            command, numbers = word, []
            continue
        numbers.append(int(word))
        if len(numbers) == step.get(command, 2):
            points.append((numbers[-2], numbers[-1]))
            numbers = []
    return points


def _words(d: str) -> list[str]:
    for letter in "MLCZ":
        d = d.replace(letter, f" {letter} ")
    return d.replace(",", " ").split()


def _inset(items: tuple[Item, ...], slots: Mapping[str, Box], trim: Box) -> Formed:
    """Place the art inside the printer's margin: scaled alike both ways, its bleed filling up."""
    inner = trim.grown(-HOME_MARGIN)
    scale = min(ONE * inner.width // trim.width, ONE * inner.height // trim.height)
    left = (trim.width - trim.width * scale // ONE) // 2
    top = (trim.height - trim.height * scale // ONE) // 2
    matrix: Matrix = (scale, 0, 0, scale, left, top)

    def place(box: Box) -> Box:
        return Box(
            left + box.x * scale // ONE,
            top + box.y * scale // ONE,
            box.width * scale // ONE,
            box.height * scale // ONE,
        )

    drawn = place(trim.grown(ART_BLEED))
    x, y = max(inner.x, drawn.x), max(inner.y, drawn.y)
    seen = Box(x, y, min(inner.right, drawn.right) - x, min(inner.bottom, drawn.bottom) - y)
    placed = Group((Group(items, matrix),), clip=rectangle(seen))
    return Formed((placed,), {name: place(box) for name, box in slots.items()})


def rectangle(box: Box) -> str:
    """Return a box as path data."""
    return f"M{box.x} {box.y}L{box.right} {box.y}L{box.right} {box.bottom}L{box.x} {box.bottom}Z"
