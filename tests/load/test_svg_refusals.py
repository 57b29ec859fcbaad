# ruff: noqa: E501 - tables of cases read best with one case a line
"""What cannot be printed from a drawing is a Problem that says what to do in the editor."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.load.svg.reader import Drawn, read_svg
from generator.model.length import Size, mm
from generator.model.problem import Problem, Problems

SQUARE = Size(mm(100), mm(100))
XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
RECT = '<rect width="9" height="9" {}/>'

CASES = [
    ("<text>Hello</text>", "<text> cannot be printed", "Object to Path"),
    ("<g><text><tspan>x</tspan></text></g>", "<text> cannot", "Create Outlines"),
    ('<image href="a.png"/>', "<image> cannot", "Trace Bitmap"),
    ('<image href="data:image/png;base64,AAAA"/>', "<image> cannot", "Trace Bitmap"),
    ("<script>1</script>", "<script> cannot", "delete the script"),
    ("<foreignObject/>", "<foreignObject> cannot", "take it out"),
    ("<animate/>", "<animate> cannot", "still"),
    ("<svg/>", "<svg> cannot", "ungroup"),
    ('<a href="https://example.org"><rect/></a>', "<a> cannot", "link off"),
    ("<filter id='f'/>", "<filter> cannot", "Remove Filters"),
    ("<mask id='f'/>", "<mask> cannot", "Object > Clip"),
    ("<pattern id='f'/>", "<pattern> cannot", "Pattern to Objects"),
    ("<video/>", "<video> is not read", "paths, shapes and groups"),
    (RECT.format('onclick="x()"'), "onclick is an event handler", "delete it"),
    (f'<use {XLINK} xlink:href="b.svg#x"/>', "'b.svg#x' is outside the file", "Unlink"),
    ('<use href="#x"/>', "there is nothing with the id 'x'", "clone it anew"),
    (RECT.format('filter="url(#f)"'), "filter: url(#f) is not read", "Remove Filters"),
    (RECT.format('style="mask:url(#m)"'), "mask: url(#m) is not read", "Object > Clip"),
    (RECT.format('style="mix-blend-mode:multiply"'), "mix-blend-mode: multiply", "normal"),
    (RECT.format('marker-end="url(#a)"'), "marker-end: url(#a)", "Stroke to Path"),
    (RECT.format('fill="url(#p)"'), "there is no gradient #p", "set the gradient again"),
    ('<defs><pattern id="p"/></defs>' + RECT.format('fill="url(#p)"'), "<pattern> cannot", "Objects"),
    (RECT.format('fill="url(http://x/#p)"'), "'http://x/#p' is outside the file", "keep it"),
    (RECT.format('fill="#123456"'), "no role stands for the colour #123456", '`"#123456": ROLE`'),
    (RECT.format('fill="#123456"'), "no role stands", "one that is there: #000000 (ink)"),
    (RECT.format('fill="tomato"'), "no role stands for the colour tomato", "#a04e2e (accent)"),
    (RECT.format('fill="#12345678"'), "the colour '#12345678' is not read", "opacity"),
    (RECT.format('fill="hsl(1,2%,3%)"'), "the colour 'hsl(1,2%,3%)' is not read", "#RRGGBB"),
    (RECT.format('fill="role:gold"'), "'gold' is no role", "accent-40"),
    (RECT.format('class="ink accent"'), "two classes name a role here", "keep one"),
    (RECT.format('stroke="#000" stroke-width="0.05"'), "a line of 0.14 pt is too thin", "0.25 pt"),
    (RECT.format('stroke="#000" stroke-width="-1"'), "width is negative", "above zero"),
    (RECT.format('stroke="#000" stroke-dasharray="3" stroke-dashoffset="1"'), "off its start", "to 0"),
    (RECT.format('opacity="half"'), "opacity: 'half' is no opacity", "0 to 1"),
    (RECT.format('transform="spin(3)"'), "spin is no transform", "Plain SVG"),
    ('<path d="M0 0 L"/>', "L takes 2 numbers at a time", "Plain SVG"),
    ('<path d="M0 0L1e9 1"/>', "a number is out of range", "Plain SVG"),
    ('<path d="M0 0L9000 1"/>', "a point lies metres outside", "delete or move"),
    ('<rect width="2000000" transform="scale(1000000)" height="1"/>', "metres outside", "move"),
    ('<rect id="slot-a" width="9" height="9" transform="rotate(5)"/>', "turned or slanted", "upright"),
    ('<rect id="slot-a" width="9" height="9" transform="rotate(90)"/>', "turned or slanted", "upright"),
    ('<rect id="slot-a" x="95" width="9" height="9"/>', "the slot a goes past the trim", "5 mm"),
    ('<rect id="slot-a" width="9"/>', "the slot a has no size", "width and a height"),
    ('<path id="slot-a" d="M0 0H9"/>', "the slot a is a <path>, not a rectangle", "rectangle"),
    ('<rect id="slot-a" width="9" height="9"/>' * 2, "the slot a is drawn twice", "keep one"),
    ("<style>@import 'x.css';</style>", "@import", "Plain SVG"),
    ("<style>g > rect{fill:red}</style>", "the selector 'g > rect' is not read", "Plain SVG"),
    (RECT.format('clip-path="inset(1px)"'), "clip-path: inset(1px) is not read", "Object > Clip"),
    ('<clipPath id="c" clipPathUnits="objectBoundingBox"/>' + RECT.format('clip-path="url(#c)"'),
     "in shares of its object", "again"),
    ('<clipPath id="c"><text/></clipPath>' + RECT.format('clip-path="url(#c)"'), "<text> cannot", "Path"),
    ('<clipPath id="c"><path clip-rule="evenodd" d="M0 0H9V9ZM1 1H5V5Z"/></clipPath>'
     + RECT.format('clip-path="url(#c)"'), "even-odd", "Union"),
    ('<clipPath id="c" clip-path="url(#c)"><rect width="9" height="9"/></clipPath>'
     + RECT.format('clip-path="url(#c)"'), "clip-path: url(#c) is not read", "Clip"),
    ('<linearGradient id="g" spreadMethod="repeat"><stop class="ink"/><stop offset="1" class="ink"/>'
     "</linearGradient>" + RECT.format('fill="url(#g)"'), "repeats", "pad"),
    ('<linearGradient id="g" href="#h"/><linearGradient id="h" href="#g"/>'
     + RECT.format('fill="url(#g)"'), "in a circle: #g", "break"),
    ('<g id="a"><use href="#a"/></g>', "#a is used inside itself", "Unlink Clone"),
    ('<g id="a"><use href="#b"/></g><defs><g id="b"><use href="#a"/></g></defs>', "#b is used inside",
     "Unlink"),
]  # fmt: skip


@pytest.mark.parametrize(("elements", "what", "hint"), CASES)
def test_each_has_its_place_and_its_cure(
    refused: Callable[[str], Problem], elements: str, what: str, hint: str
) -> None:
    problem = refused(f"<g>\n  {elements}\n</g>")
    assert what in problem.what
    assert hint in problem.hint
    file, line, column = problem.where.split(":")
    assert (file, line) == ("a.svg", "3")
    assert int(column) >= 3


def test_the_place_is_the_elements() -> None:
    svg = (
        '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 110 110">\n'
        '  <g>\n    <rect width="9" height="9" fill="none" id="é"/><text>é</text>\n'
        "    <image/></g></svg>"
    )
    with pytest.raises(Problems) as found:
        read_svg(svg, "d/a.svg", SQUARE, {})
    assert [p.where for p in found.value.problems] == ["d/a.svg:4:52", "d/a.svg:5:5"]


def test_each_colour_is_told_once(refused: Callable[[str], Problem]) -> None:
    assert refused(RECT.format('fill="#123456"') * 9).where == "a.svg:2:1"


def test_a_shape_that_is_black_by_default_is_told_so() -> None:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 110 110"><path d="M0 0H9V9Z"/></svg>'
    )
    with pytest.raises(Problems, match="which means black") as found:
        read_svg(svg, "a.svg", SQUARE, {})
    assert 'class="ink"' in found.value.problems[0].hint


def test_many_problems_end_somewhere() -> None:
    shapes = "".join(RECT.format(f'fill="#0000{i:02x}"') for i in range(1, 200))
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 110 110">{shapes}</svg>'
    with pytest.raises(Problems) as found:
        read_svg(svg, "a.svg", SQUARE, {})
    assert len(found.value.problems) == 50


HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 110 110">'
BOMB = "<!DOCTYPE svg [" + '<!ENTITY a "aaaaaaaaaa">'
BOMB += "".join(
    f'<!ENTITY {c} "{f"&{b};" * 10}">' for b, c in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("svg", "where", "what"),
    [
        (BOMB + f"]>{HEAD}<desc>&i;</desc></svg>", "a.svg:1:1", "declarations of its own"),
        (f'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>{HEAD}&x;</svg>', "a.svg:1:1",
         "declarations of its own"),
        (f'<!DOCTYPE svg PUBLIC "a" "http://x/svg.dtd">{HEAD}&x;</svg>', "a.svg:1:107", "&x; is unknown"),
        (f"{HEAD}&x;</svg>", "a.svg:1:63", "this is not XML: undefined entity"),
        (f"{HEAD}\n<g></svg>", "a.svg:2:6", "this is not XML: mismatched tag"),
        ("", "a.svg:1:1", "this is not XML: no element found"),
        ("<svg><g>", "a.svg:1:9", "this is not XML: it ends before all elements are closed"),
        ("<svg", "a.svg:1:1", "this is not XML: unclosed token"),
        ("hello", "a.svg:1:1", "this is not XML: syntax error"),
        ("<html/>", "a.svg:1:1", "html stands where svg should"),
        ('<x:svg xmlns:x="urn:x"/>', "a.svg:1:1", "something else stands where svg should"),
        (f"{HEAD}{'<g>' * 70}{'</g>' * 70}</svg>", "a.svg:1:", "more than 64 elements stand inside"),
        (f"{HEAD}{'<g/>' * 50_001}</svg>", "a.svg:1:", "more than 50000 elements"),
        (f'{HEAD}<desc>{"x" * 4_000_000}</desc></svg>', "a.svg:", "larger than 4 MB"),
        (f'<?xml-stylesheet href="a.css"?>{HEAD}</svg>', "a.svg:1:1", "style sheet outside the file"),
        ('<svg xmlns="http://www.w3.org/2000/svg"/>', "a.svg:1:1", "no usable viewBox"),
        ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1"/>', "a.svg:1:1", "no usable viewBox"),
        ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 0 9"/>', "a.svg:1:1", "has no size"),
        ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 nan 9"/>', "a.svg:1:1", "no usable"),
        (f'{HEAD}<path d="M0 0{"h1" * 200_001}"/></svg>', "a.svg:1:63", "more than 200000 path segments"),
    ],
)  # fmt: skip
def test_files_that_are_no_drawing_or_too_much(svg: str, where: str, what: str) -> None:
    with pytest.raises(Problems) as found:
        read_svg(svg, "a.svg", SQUARE, {"#000000": "ink"})
    problem = found.value.problems[0]
    assert problem.where.startswith(where), problem
    assert what in problem.what


def test_a_document_type_that_is_only_named_is_fine() -> None:
    named = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/g/svg11.dtd">'
    assert read_svg(f"{named}{HEAD}</svg>", "a.svg", SQUARE, {}) == Drawn((), {})


def test_clones_of_clones_end() -> None:
    layers = '<defs><rect id="l0" width="9" height="9"/>' + "".join(
        f'<g id="l{i}">{f"""<use href="#l{i - 1}"/>""" * 10}</g>' for i in range(1, 9)
    )
    svg = f'{HEAD}{layers}</defs><use href="#l8"/></svg>'
    with pytest.raises(Problems, match="are drawn"):
        read_svg(svg, "a.svg", SQUARE, {"#000000": "ink"})


PIECES = st.sampled_from(
    [
        "<g>", "</g>", '<g opacity=".5">', '<rect width="9" height="9"/>', '<path d="M0 0a1 1 0 012 2"/>',
        '<use href="#a"/>', '<g id="a">', "<text>", "</text>", "<!--", "-->", "<![CDATA[", "]]>", "&amp;",
        "&x;", '<rect fill="url(#b)"/>', '<linearGradient id="b">', '<stop class="ink"/>',
        "</linearGradient>", '<clipPath id="c">', "</clipPath>", '<rect clip-path="url(#c)" width="1"/>',
        "<style>", "</style>", ".a{fill:#000}", '<rect id="slot-a" width="9" height="9"/>', "<", ">", '"',
        '<circle r="1e300"/>', '<g transform="scale(1e200)">', '<g transform="scale(0)">', "\x01", "é",
    ]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=12).map("".join))
def test_any_drawing_is_read_or_refused(elements: str) -> None:
    try:
        drawn = read_svg(f"{HEAD}{elements}</svg>", "a.svg", SQUARE, {"#000000": "ink"})
    except Problems as found:
        assert found.problems
        assert all(p.where.startswith("a.svg:") and p.hint for p in found.problems)
    else:
        assert isinstance(drawn, Drawn)
