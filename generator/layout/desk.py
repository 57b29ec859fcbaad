"""Cards as they lie on a desk, to be looked at: a soft shadow, a label, a sheet of many."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.layout.forms import rectangle
from generator.layout.labels import Label, set_label
from generator.model.length import Box, Mpt
from generator.model.paint import Ink, Rgb
from generator.model.scene import Face, Item, Path, Picture, Scene

DPI = 72
"""At which one pixel is 1000 of the 1/1000 pt that scenes are measured in."""
PIXEL: Mpt = 1_000
DESK, SHADOW = Ink("desk", (243, 236, 223)), (60, 40, 20)
INK, SOFT = Ink("desk-ink", (34, 29, 25)), Ink("desk-soft", (103, 92, 82))
DARKEST = 16
"""How much of the shadow's ink lies under a card's edge, in percent."""
MARGIN, GAP, LABEL, HEAD = 56 * PIXEL, 32 * PIXEL, 34 * PIXEL, 76 * PIXEL
REACH = 10


@dataclass(frozen=True, slots=True)
class Print:
    """A picture of a card (PNG), its size in pixels, and what to call it."""

    png: bytes
    width: int
    height: int
    label: str


def soft_shadow(at: Box, desk: Rgb, reach: int) -> Iterator[Path]:
    """Yield the shadow that a card at a place throws on a desk, `reach` pixels wide."""
    for by in range(reach, 0, -1):
        part, whole = (reach - by) ** 2, 100 * reach**2
        red, green, blue = (
            light + (dark - light) * DARKEST * part // whole
            for light, dark in zip(desk, SHADOW, strict=True)
        )
        box = replace(at.grown(by * PIXEL), y=at.y - by * PIXEL // 2)
        yield Path(rectangle(box), fill=Ink(f"shade-{by}", (red, green, blue)))


def lay_out(title: str, rows: Sequence[Sequence[Print]], faces: tuple[Face, ...]) -> Scene:
    """Return prints in rows on a desk, a title above and a label under each."""
    width = 2 * MARGIN + max(_width(row) for row in rows)
    height = MARGIN + HEAD + sum(_height(row) + LABEL + GAP for row in rows) - GAP + MARGIN
    sheet = Box(0, 0, width, height)
    items: list[Item] = [Path(rectangle(sheet), fill=DESK)]
    head = Label(faces, 26_000, ink=INK, valign="top")
    items.append(set_label(title, Box(MARGIN, MARGIN, width - 2 * MARGIN, HEAD), head))
    y = MARGIN + HEAD
    for row in rows:
        items.extend(_row(row, y, faces))
        y += _height(row) + LABEL + GAP
    return Scene(sheet, sheet, 0, tuple(items))


def _row(row: Sequence[Print], y: Mpt, faces: tuple[Face, ...]) -> Iterator[Item]:
    """Yield the prints of a row, standing on one line, with their labels under it."""
    x, foot = MARGIN, y + _height(row)
    for print_ in row:
        wide, high = print_.width * PIXEL, print_.height * PIXEL
        at = Box(x, foot - high, wide, high)
        yield from soft_shadow(at, DESK.rgb, REACH)
        yield Picture(print_.png, at, print_.label)
        under = Box(x - GAP // 2, foot + 12 * PIXEL, wide + GAP, LABEL)
        label = Label(faces, 12_000, "center", ink=SOFT)
        yield set_label(print_.label, under, label)
        x += wide + GAP


def _width(row: Sequence[Print]) -> Mpt:
    return sum(print_.width * PIXEL + GAP for print_ in row) - GAP


def _height(row: Sequence[Print]) -> Mpt:
    return max(print_.height for print_ in row) * PIXEL
