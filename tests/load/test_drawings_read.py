# ruff: noqa: E501 - tables of cases read best with one case a line
"""A design's drawings: which file, computed how, in whose place each Problem stands."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from generator.load.drawing import read_drawing
from generator.load.kit import load_kit
from generator.model.artwork import Artwork, Drawing
from generator.model.kit import Design, Kit
from generator.model.length import Box, Size, mm
from generator.model.paint import Ink
from generator.model.problem import Problem, Problems
from generator.model.scene import Path as Shape

WHERE = "assets/designs/plain"
DRAWING = Drawing("cover", "us-a2", Size(306_000, 396_000), "flat", "bleed", "front", "Robin & Co")
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="{{ card.viewbox }}">\n'
ORNAMENTS: Mapping[str, Callable[..., str]] = {"bar": lambda x, width=2: f"M{x} 0h{width}v9z"}

Write = Callable[[str, str], None]
Read = Callable[..., Artwork]


@pytest.fixture
def design(small: Path) -> Design:
    return load_kit(small).designs["plain"]


@pytest.fixture
def write(design: Design) -> Write:
    return lambda name, text: (design.folder / name).write_text(text, "utf-8") and None


@pytest.fixture
def read(design: Design) -> Read:
    return lambda **changes: read_drawing(design, replace(DRAWING, **changes), ORNAMENTS)


@pytest.fixture
def compute(write: Write, read: Read) -> Callable[[str], Artwork]:
    """Return a function that reads a template's elements."""

    def run(elements: str) -> Artwork:
        write("cover.svg.j2", f"{HEAD}{elements}\n</svg>")
        return read()

    return run


@pytest.fixture
def refused(compute: Callable[[str], Artwork]) -> Callable[[str], Problem]:
    def run(elements: str) -> Problem:
        with pytest.raises(Problems) as found:
            compute(elements)
        (problem,) = found.value.problems
        return problem

    return run


def shapes(artwork: Artwork) -> list[Shape]:
    return [item for item in artwork.items if isinstance(item, Shape)]


def test_files_are_looked_up_from_the_most_particular(write: Write, read: Read) -> None:
    names = ["cover.svg.j2", "cover.svg", "cover.us-a2.svg.j2", "cover.us-a2.svg"]
    for i, name in enumerate(names):
        svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 117.95 149.7"><rect id="slot-s{i}" '
        write(name, svg + 'x="10" y="10" width="10" height="10"/></svg>')
        artwork = read()
        assert list(artwork.slots) == [f"s{i}"]
        assert artwork.where == f"{WHERE}/{name}"
    assert list(read(format="us-a7").slots) == ["s1"]


def test_a_missing_drawing_names_the_files_that_would_do(read: Read) -> None:
    draw = f"draw {WHERE}/letter.us-a2.svg"
    with pytest.raises(Problems) as found:
        read(name="letter")
    (problem,) = found.value.problems
    assert problem.where == f"{WHERE}/design.yml:1:1"
    assert problem.what == "plain has no drawing letter for us-a2"
    assert problem.hint in {draw, f"{draw}, or letter.svg.j2 for all formats"}


def test_what_a_computed_drawing_knows(compute: Callable[[str], Artwork]) -> None:
    artwork = compute(
        '<rect x="{{ card.left }}" y="{{ card.top }}" width="{{ card.full_width }}"'
        ' height="{{ card.full_height }}" fill="{{ palette.paper }}"/>'
        '<path d="{{ art.bar(card.width / 2, width=3) }}" fill="{{ palette[\'accent-40\'] }}"/>'
        '{% if form == "bleed" and fold == "flat" and panel == "front" and format == "us-a2" %}'
        '<path d="M0 0H{{ card.bleed }}" fill="none" stroke="{{ palette.tint("ink", 15) }}" id="{{ seed }}"/>'
        "{% endif %}"
        '<rect id="slot-message" x="{{ card.safe }}" y="{{ card.height - 20 }}" width="50" height="10"/>'
    )
    ground, bar, line = shapes(artwork)
    assert ground.d == "M-14173 -14173L320173 -14173L320173 410173L-14173 410173Z"
    assert (ground.fill, bar.fill) == (Ink("paper"), Ink("accent-40"))
    assert bar.d.startswith("M153000 0L161504 0")
    assert line.stroke is not None and line.stroke.paint == Ink("ink-15")
    assert artwork.slots == {"message": Box(14_173, 339_307, 141_733, 28_347)}
    assert artwork.size == DRAWING.size


def test_landscape_cards_have_turned_sizes(compute: Callable[[str], Artwork], read: Read) -> None:
    compute('<rect width="{{ card.width }}" height="{{ card.height }}" fill="{{ palette.ink }}"/>')
    turned = read(size=DRAWING.size.turned())
    assert shapes(turned)[0].d == "M0 0L396000 0L396000 306000L0 306000Z"


def test_parts_of_the_folder_can_be_included(
    compute: Callable[[str], Artwork], write: Write
) -> None:
    write("part.j2", '<path d="M0 0H9V9Z" fill="{{ palette.ink }}"/>')
    write(
        "macros.j2",
        "{% macro box(w) %}<rect width='{{ w }}' height='{{ card.safe }}' class='ink'/>{% endmacro %}",
    )
    text = '{% include "part.j2" %}{% from "macros.j2" import box %}{{ box(4) ~ box(5) }}'
    assert len(shapes(compute(text))) == 3


CASES = [
    ('<rect width="{{ card.wdth }}"/>', 2, "has no attribute 'wdth'", "docs/customise"),
    ('\n<rect width="{{ nothing }}"/>', 3, "'nothing' is undefined", "card, palette, art"),
    ('<rect fill="{{ palette.acent }}"/>', 2, "the palette has no role 'acent'", "did you mean accent?"),
    ('<rect fill="{{ palette[\'ink-100\'] }}"/>', 2, "the palette has no role 'ink-100'", "ink"),
    ('<path d="{{ art.bra(1) }}"/>', 2, "there is no ornament 'bra'", "did you mean bar?"),
    ('<path d="{{ art.bar() }}"/>', 2, "missing 1 required positional argument", "docs/customise"),
    ("\n\n{% if %}", 4, "Expected an expression", "docs/customise"),
    ("{% for i in range(3) %}", 2, "Unexpected end of template", "docs/customise"),
    ('{% include "other.j2" %}', 2, "there is no part 'other.j2'", "this folder only"),
    ('{% include "../plain/design.yml" %}', 2, "there is no part '../plain/design.yml'", "only"),
    ('{% include "/etc/passwd" %}', 2, "there is no part '/etc/passwd'", "only"),
    ('{% include "cover.svg.j2" %}', 1, "call themselves without end", "break the circle"),
    ("{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}", 2, "call themselves without end", "circle"),
    ("{{ 1 / 0 }}", 2, "division by zero", "docs/customise"),
    ("{{ [1][5] }}", 2, "list object has no element 5", "docs/customise"),
    ("{{ ''.__class__.__mro__ }}", 2, "unsafe", "docs/customise"),
    ("{{ card.__class__ }}", 2, "unsafe", "docs/customise"),
    ("{{ art.__init__.__globals__ }}", 2, "_", "docs/customise"),
    ("{% for i in range(1000000) %}{% endfor %}", 2, "a range of 1000000 is too long", "below"),
    ("{% for i in range(999) %}{% for j in range(999) %}{% endfor %}{% endfor %}", 2,
     "more than 100000 steps", "fewer"),
    ("{% set s = 'ab' * 900000 %}", 2, "grows over 100000", "fewer"),
    ("{% set s = [1] * 900000 %}", 2, "grows over 100000", "fewer"),
    ("{{ 9 ** 999 }}", 2, "out of range", "docs/customise"),
    ("{{ 10000000000 * 10000000000 }}", 2, "a number is out of range", "smaller numbers"),
    ("{{ '%0900000000d' % 1 }}", 2, "text is not formatted with %", "~"),
    ("{{ 'a'.ljust(900000000) }}", 2, "unsafe", "docs/customise"),
    ("{{ 'a'|center(900000000) }}", 2, "No filter named 'center'", "docs/customise"),
    ("{% set ns = namespace(s='abcdefgh') %}{% for i in range(40) %}{% set ns.s = ns.s ~ ns.s %}{% endfor %}",
     2, "grows over 4 MB", "fewer"),
    ("{% macro d(x) %}{{ x }}{{ x }}{% endmacro %}{{ " + "d(" * 30 + "'abcdefgh'" + ")" * 30 + " }}",
     2, "grows over 4 MB", "fewer"),
    ("{% for i in range(99999) %}" + "<g></g>" * 9 + "{% endfor %}", 2, "grows over 4 MB", "fewer"),
    ("{% for i in range(9) recursive %}{% endfor %}", 2, "loops do not call themselves", "macro"),
]  # fmt: skip


@pytest.mark.parametrize(("elements", "line", "what", "hint"), CASES)
def test_what_goes_wrong_in_a_template_is_told_at_its_line(
    refused: Callable[[str], Problem], elements: str, line: int, what: str, hint: str
) -> None:
    problem = refused(elements)
    assert what in problem.what
    assert hint in problem.hint
    assert problem.where == f"{WHERE}/cover.svg.j2:{line}:1"


def test_what_is_wrong_in_the_svg_is_told_where_the_template_has_it(
    refused: Callable[[str], Problem], write: Write
) -> None:
    looped = "{% for i in range(3) %}\n\n{% if i == 2 %}<g/>  <text/>{% endif %}{% endfor %}"
    assert refused(looped).where == f"{WHERE}/cover.svg.j2:4:22"
    write("part.j2", '\n <rect fill="#123456" width="1" height="1"/>')
    assert refused('{%- include "part.j2" -%}').where == f"{WHERE}/part.j2:2:2"
    assert refused("\n<g>{% if 1 < 2 %}</svg>{% endif %}").where == f"{WHERE}/cover.svg.j2:3:18"


def test_a_bug_in_an_ornament_is_no_problem_of_the_user(design: Design, write: Write) -> None:
    def broken() -> str:
        raise AssertionError("a bug")

    write("cover.svg.j2", HEAD + '<path d="{{ art.broken() }}"/></svg>')
    with pytest.raises(AssertionError, match="a bug"):
        read_drawing(design, DRAWING, {"broken": broken})


def test_a_link_out_of_the_folder_is_not_followed(
    refused: Callable[[str], Problem], design: Design, tmp_path: Path
) -> None:
    (tmp_path / "secret").write_text("secret")
    (design.folder / "link.j2").symlink_to(tmp_path / "secret")
    assert "there is no part 'link.j2'" in refused('{% include "link.j2" %}').what


def test_keys_are_those_of_the_content(
    compute: Callable[[str], Artwork], read: Read, design: Design
) -> None:
    text = '<path d="M0 0H{{ seed|length }}V9Z" fill="#000"{% if form == "grey" %} opacity=".5"{% endif %}/>'
    design = replace(design, colours={"#000000": "ink"})

    def key(**changes: object) -> str:
        drawing = replace(DRAWING, **changes)  # type: ignore[arg-type]
        return read_drawing(design, drawing, ORNAMENTS).key

    with pytest.raises(Problems):
        compute(text)
    plain = key()
    assert key() == plain and len(plain) == 64
    assert key(panel="back") == plain
    others = {
        key(seed="x"), key(form="grey"), key(size=Size(mm(100), mm(100))),
        read_drawing(replace(design, colours={"#000000": "muted"}), DRAWING, ORNAMENTS).key,
    }  # fmt: skip
    assert len(others) == 4 and plain not in others


def test_every_shipped_drawing_is_read(kit: Kit) -> None:
    from generator.art import ORNAMENTS as SHIPPED

    count = 0
    for design in kit.designs.values():
        for format_ in design.formats:
            size = kit.formats[format_].size
            size = size.turned() if design.orientation == "landscape" else size
            names = {(n, f, p) for f, ps in design.panels.items() for p, n in ps.items() if n}
            for name, fold, panel in sorted(names):
                drawing = Drawing(name, format_, size, fold, "bleed", panel, kit.settings.seed)
                artwork = read_drawing(design, drawing, SHIPPED)
                assert set(artwork.slots) <= set(design.slots)
                count += 1
    assert count >= 72
