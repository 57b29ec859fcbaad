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
from generator.model.problem import Problems
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
    if "viewBox" not in root:
        wide, high = (re.findall(rf'\b{side}="([^"]*)"', root)[0] for side in ("width", "height"))
        root += f' viewBox="0 0 {wide} {high}"'
    root = re.sub(r'\s(width|height|preserveAspectRatio)="[^"]*"', "", root)
    size = ' width="690" height="948" preserveAspectRatio="none"'
    data = resvg_py.svg_to_bytes(svg_string=f"{head}{size}{root}>{body}", dpi=96)
    shown = Image.open(io.BytesIO(bytes(data))).convert("RGBA")
    white = Image.new("RGBA", shown.size, "#7f9f7f")
    return Image.alpha_composite(white, shown).convert("RGB")


SAVED = sorted(path.stem for path in EDITORS.glob("*.svg"))


def test_there_is_a_drawing_of_each_editor() -> None:
    assert len(SAVED) >= 9


@pytest.mark.parametrize("name", SAVED)
def test_what_an_editor_saved_is_read_as_it_shows_it(name: str) -> None:
    source = (EDITORS / f"{name}.svg").read_text("utf-8")
    drawn = read_svg(source, f"{name}.svg", A6, COLOURS)
    assert set(drawn.slots) == {"cover"}
    # The slot is no part of the picture, and neither is a document type.
    lines = [line for line in source.splitlines(keepends=True) if "<!DOCTYPE" not in line]
    shown = re.sub(r'([\w:-]+="slot-cover")', r'\1 visibility="hidden"', "".join(lines))
    assert "hidden" in shown
    one, other = picture(shown), picture(written(drawn, A6))
    assert len(one.getcolors(1 << 20) or ()) > 50
    off = ImageChops.difference(one, other).convert("L")
    counts = off.histogram()
    # Affinity rounds the page up to whole pixels, so that edges lie a little off.
    share = 0.001 if name == "affinity" else 0.0005
    assert sum(counts[24:]) < share * one.width * one.height
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
    for name in SAVED:
        source = (EDITORS / f"{name}.svg").read_text("utf-8")
        boxes[name] = read_svg(source, name, A6, COLOURS).slots["cover"]
    assert abs(boxes["inkscape"].x - mm(15)) <= 1
    assert abs(boxes["inkscape"].width - mm(75)) <= 1
    assert abs(boxes["illustrator"].width - round(206 * mm(115) / 325.98)) <= 2
    assert abs(boxes["figma"].height - round(16 * mm(115) / 460)) <= 2
    for name, box in (
        ("coreldraw", (15, 137, 75, 8)),
        ("libreoffice", (15, 135, 75, 10)),
        ("boxy", (15, 137, 75, 7)),
        ("affinity", (16.16, 133.78, 72.77, 5.92)),
        ("inkscape-px", (12.73, 124.65, 79.38, 15.88)),
    ):
        got = boxes[name]
        for found, asked in zip((got.x, got.y, got.width, got.height), box, strict=True):
            assert abs(found - mm(asked)) < mm(0.06), (name, got)


REFUSED = [
    # Illustrator, with editing data
    (
        '<!DOCTYPE svg [<!ENTITY ns_ai "http://ns.adobe.com/AdobeIllustrator/10.0/">]>'
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 115 158"/>',
        "declarations of its own",
        "Illustrator: SVG options",
    ),
    # Figma: a shadow, an inner stroke
    (
        '<g filter="url(#filter0_d_1_2)"><rect width="9" height="9" fill="white"/></g>',
        "filter: url(#filter0_d_1_2) is not read",
        "take the effect off",
    ),
    (
        '<mask id="path-1-inside-1_1_2" fill="white"><rect width="9" height="9"/></mask>'
        '<rect width="9" height="9" stroke="black" mask="url(#path-1-inside-1_1_2)"/>',
        "<mask> cannot be printed",
        "strokes at their center (Figma)",
    ),
    ('<image width="9" height="9" href="data:image/png;base64,iVBORw0KGgo="/>', "<image>", "trace"),
    # Inkscape: type, a flowed text, a pattern fill, a linked style
    ('<text x="9" y="9"><tspan>Thank you</tspan></text>', "<text>", "Object to Path"),
    ("<flowRoot><flowPara>Thank you</flowPara></flowRoot>", "<flowRoot>", "Object to Path"),
    (
        '<defs><pattern id="p"/></defs><rect width="9" height="9" fill="url(#p)"/>',
        "<pattern> cannot be printed",
        "Pattern to Objects",
    ),
    ("<style>@import url(https://example.org/a.css);</style>", "is no plain rule", "Plain SVG"),
    # Boxy SVG: an origin in percent, a colour that shines through
    (
        '<rect width="9" height="9" transform="rotate(9)" style="transform-origin: 50% 50%"/>',
        "transform-origin: 50% 50% is not read",
        "apply the transform",
    ),
    (
        '<rect width="9" height="9" style="fill: rgba(160, 78, 46, 0.5)"/>',
        "the colour 'rgba(160, 78, 46, 0.5)' is not read",
        "opacity for what shines through",
    ),
    # CorelDRAW: a bitmap fill, a mesh
    ("<meshgradient/>", "<meshgradient> is not read", "paths, shapes and groups"),
    # LibreOffice: a shape with its frame as a slot
    (
        '<g id="slot-cover"><rect class="BoundingBox" fill="none" width="9" height="9"/>'
        '<path d="M0 0H9V9H0Z"/></g>',
        "the slot cover is a group of 2, not a rectangle",
        "ungroup",
    ),
    ('<path id="slot-cover" d="M0 0H9V9L0 8Z"/>', "the slot cover is a <path>", "rectangle"),
    ('<polygon id="slot-cover" points="0 0 9 0 9 9"/>', "the slot cover is a <polygon>", "plain"),
    (
        '<path id="slot-cover" d="M0 0H9V9H0ZM2 2H4V4H2Z"/>',
        "the slot cover is a <path>",
        "rectangle",
    ),
    ('<circle id="slot-cover" cx="9" cy="9" r="5"/>', "the slot cover is a <circle>", "plain"),
    # A symbol laid out in its own way
    (
        '<symbol id="s" viewBox="0 0 1 1" preserveAspectRatio="xMinYMin slice"/>'
        '<use href="#s" width="9" height="9"/>',
        "a symbol is aligned in an unusual way",
        "Break Link to Symbol",
    ),
]


@pytest.mark.parametrize(("drawn", "what", "hint"), REFUSED)
def test_what_cannot_be_read_says_how_to_export(drawn: str, what: str, hint: str) -> None:
    head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 115 158" fill="none">\n'
    source = drawn if drawn.startswith("<!DOCTYPE") else f"{head}{drawn}\n</svg>"
    with pytest.raises(Problems) as found:
        read_svg(source, "drawn.svg", A6, COLOURS)
    problem = found.value.problems[0]
    assert what in problem.what
    assert hint in problem.hint
    assert problem.where.startswith("drawn.svg:1:" if source is drawn else "drawn.svg:2:")
