"""What editors save is read as they show it: pictures of file and items are the same."""

import io
import re
from collections.abc import Iterable
from pathlib import Path

import pytest
import resvg_py
from PIL import Image, ImageChops

from generator.load.svg.reader import Drawn, read_svg
from generator.model.length import Size, mm
from generator.model.paint import ONE, Gradient, Ink, Paint, Stroke
from generator.model.scene import Group, Item
from generator.model.scene import Path as Shape

EDITORS = Path(__file__).parent / "editors"
A6 = Size(mm(105), mm(148))
COLOURS = {"#a04e2e": "accent", "#ffffff": "paper", "#000000": "ink"}
SHOWN = {role: colour for colour, role in COLOURS.items()}


class Writer:
    """Writes items as SVG again, in the plainest way."""

    def __init__(self) -> None:
        self.defs: list[str] = []

    def items(self, items: Iterable[Item]) -> str:
        return "".join(map(self.item, items))

    def item(self, item: Item) -> str:
        match item:
            case Group(items, clip=clip, opacity=opacity):
                inner = f'<g opacity="{opacity / 1000}">{self.items(items)}</g>'
                if clip is None:
                    return inner
                name = self.define(f'<clipPath id="{{}}"><path d="{clip}"/></clipPath>')
                return f'<g clip-path="url(#{name})">{inner}</g>'
            case Shape(d, fill, stroke, even_odd):
                rule = "evenodd" if even_odd else "nonzero"
                fill_ = self.paint(fill)
                return f'<path d="{d}" fill="{fill_}" fill-rule="{rule}"{self.stroke(stroke)}/>'
        raise TypeError(item)

    def stroke(self, stroke: Stroke | None) -> str:
        if stroke is None:
            return ""
        dash = f' stroke-dasharray="{" ".join(map(str, stroke.dash))}"' if stroke.dash else ""
        return (
            f' stroke="{self.paint(stroke.paint)}" stroke-width="{stroke.width}"{dash}'
            f' stroke-linecap="{stroke.cap}" stroke-linejoin="{stroke.join}"'
            f' stroke-miterlimit="{stroke.miter / 1000}"'
        )

    def paint(self, paint: Paint | None) -> str:
        match paint:
            case None:
                return "none"
            case Ink(role):
                return SHOWN[role]
            case Gradient(kind, geometry, stops, matrix):
                names = (
                    ("x1", "y1", "x2", "y2") if kind == "linear" else ("cx", "cy", "r", "fx", "fy")
                )
                where = " ".join(f'{n}="{v}"' for n, v in zip(names, geometry, strict=True))
                turned = " ".join(str(v / ONE) for v in matrix[:4]) + f" {matrix[4]} {matrix[5]}"
                inner = "".join(
                    f'<stop offset="{s.offset / 1000}" stop-color="{SHOWN[s.ink.role]}"'
                    f' stop-opacity="{s.opacity / 1000}"/>'
                    for s in stops
                )
                name = self.define(
                    f'<{kind}Gradient id="{{}}" gradientUnits="userSpaceOnUse" {where}'
                    f' gradientTransform="matrix({turned})">{inner}</{kind}Gradient>'
                )
                return f"url(#{name})"

    def define(self, text: str) -> str:
        name = f"d{len(self.defs)}"
        self.defs.append(text.replace("{}", name))
        return name


def written(drawn: Drawn, size: Size) -> str:
    writer = Writer()
    body = writer.items(drawn.items)
    bleed = 5 * 72 / 25.4 * 1000
    box = f"{-bleed} {-bleed} {size.width + 2 * bleed} {size.height + 2 * bleed}"
    defs = "".join(writer.defs)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}"><defs>{defs}</defs>{body}</svg>'
    )


def picture(svg: str) -> Image.Image:
    head, rest = re.split(r"(?<=<svg)(?=\s)", svg, maxsplit=1)
    root, body = rest.split(">", 1)
    root = re.sub(r'\s(width|height)="[^"]*"', "", root)
    size = ' width="690" height="948" preserveAspectRatio="none"'
    data = resvg_py.svg_to_bytes(svg_string=f"{head}{size}{root}>{body}", dpi=96)
    shown = Image.open(io.BytesIO(bytes(data))).convert("RGBA")
    white = Image.new("RGBA", shown.size, "#7f9f7f")
    return Image.alpha_composite(white, shown).convert("RGB")


@pytest.mark.parametrize("name", ["inkscape", "illustrator", "figma"])
def test_what_an_editor_saved_is_read_as_it_shows_it(name: str) -> None:
    source = (EDITORS / f"{name}.svg").read_text("utf-8")
    drawn = read_svg(source, f"{name}.svg", A6, COLOURS)
    assert set(drawn.slots) == {"cover"}
    # The slot is no part of the picture, and neither is a document type.
    lines = [line for line in source.splitlines(keepends=True) if "<!DOCTYPE" not in line]
    shown = "".join(lines).replace('id="slot-cover"', 'id="slot-cover" visibility="hidden"')
    one, other = picture(shown), picture(written(drawn, A6))
    assert len(one.getcolors(1 << 20) or ()) > 50
    off = ImageChops.difference(one, other).convert("L")
    counts = off.histogram()
    assert sum(counts[24:]) < 0.0005 * one.width * one.height
    mean = sum(value * count for value, count in enumerate(counts)) / (one.width * one.height)
    assert mean < 0.2


def test_the_comparison_sees_a_difference() -> None:
    source = (EDITORS / "figma.svg").read_text("utf-8")
    drawn = read_svg(source, "figma.svg", A6, COLOURS)
    off = ImageChops.difference(
        picture(source), picture(written(Drawn(drawn.items[:0], {}), A6))
    ).convert("L")
    assert sum(off.histogram()[24:]) > 0.1 * 690 * 948


def test_slots_of_editors() -> None:
    boxes = {}
    for name in ("inkscape", "illustrator", "figma"):
        source = (EDITORS / f"{name}.svg").read_text("utf-8")
        boxes[name] = read_svg(source, name, A6, COLOURS).slots["cover"]
    assert abs(boxes["inkscape"].x - mm(15)) <= 1
    assert abs(boxes["inkscape"].width - mm(75)) <= 1
    assert abs(boxes["illustrator"].width - round(206 * mm(115) / 325.98)) <= 2
    assert abs(boxes["figma"].height - round(16 * mm(115) / 460)) <= 2
