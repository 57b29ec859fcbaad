# ruff: noqa: E501 - tables of cases read best with one case a line
"""Drawings into items: flat, in roles, in whole thousandths of a point."""

from collections.abc import Callable

import pytest

from generator.load.svg.reader import Drawn, read_svg
from generator.model.length import Box, Size, mm
from generator.model.paint import Gradient, Ink, Stop, Stroke
from generator.model.problem import Problems
from generator.model.scene import Group, Item, Path

Draw = Callable[[str], Drawn]
SQUARE = "M0 0L283465 0L283465 283465L0 283465Z"
"""What a rectangle of 100 mm from the trim's corner becomes."""
RECT = '<rect width="100" height="100" {}/>'


def only(drawn: Drawn) -> Item:
    (item,) = drawn.items
    return item


def path(drawn: Drawn) -> Path:
    item = only(drawn)
    assert isinstance(item, Path)
    return item


def group(drawn: Drawn) -> Group:
    item = only(drawn)
    assert isinstance(item, Group)
    return item


def test_a_shape_lies_where_it_was_drawn(draw: Draw) -> None:
    assert path(draw(RECT.format('class="accent"'))) == Path(SQUARE, Ink("accent"))


@pytest.mark.parametrize(
    ("attributes", "fill", "stroke"),
    [
        ('fill="#A04E2E"', "accent", None),
        ('fill="#a04e2e"', "accent", None),
        ('fill="#FFF"', "paper", None),
        ('fill="white"', "paper", None),
        ('fill="black"', "ink", None),
        ("", "ink", None),
        ('fill="rgb(160, 78, 46)"', "accent", None),
        ('fill="rgb(100%,100%,100%)"', "paper", None),
        ('fill="role:muted"', "muted", None),
        ('fill="role:accent-40"', "accent-40", None),
        ('style="fill:#fff;stroke:none"', "paper", None),
        ('style="fill:#fff" fill="#000"', "paper", None),
        ('class="accent-5"', "accent-5", None),
        ('class="layer second"', "second", None),
        ('class="second" fill="#123456"', "second", None),
        ('class="second" fill="none"', None, "second"),
        ('class="stroke-second" fill="none"', None, "second"),
        ('class="accent stroke-second"', "accent", "second"),
        ('class="fill-accent stroke-second-20" fill="none"', "accent", "second-20"),
        ('fill="none" stroke="black"', None, "ink"),
        ('fill="currentColor" color="#fff"', "paper", None),
        ('fill="transparent" stroke="currentColor"', None, "ink"),
    ],
)
def test_colours_are_roles(
    draw: Draw, attributes: str, fill: str | None, stroke: str | None
) -> None:
    found = path(draw(RECT.format(attributes)))
    assert found.fill == (Ink(fill) if fill else None)
    assert (found.stroke.paint if found.stroke else None) == (Ink(stroke) if stroke else None)


def test_a_class_on_a_line_paints_its_stroke(draw: Draw) -> None:
    found = path(draw('<line x2="10" class="accent"/>'))
    assert (found.fill, found.stroke) == (None, Stroke(Ink("accent"), 2835))


def test_paint_is_inherited(draw: Draw) -> None:
    drawn = draw(f'<g class="accent" stroke="white"><g>{RECT.format("")}</g></g>')
    assert path(drawn).fill == Ink("accent")
    assert path(drawn).stroke == Stroke(Ink("paper"), 2835)


def test_style_sheets_hold_by_weight(draw: Draw) -> None:
    sheet = (
        "<style>/* x */ rect{fill:#000} .a{fill:#fff} #b{fill:#a04e2e} rect.c,.d{fill:none}</style>"
    )
    shapes = "".join(
        RECT.format(a)
        for a in ("", 'class="a"', 'class="a" id="b"', 'class="a" style="fill:#000"', 'fill="#fff"')
    )
    roles = [item.fill for item in draw(sheet + shapes).items if isinstance(item, Path)]
    assert roles == [Ink(r) for r in ("ink", "paper", "accent", "ink", "ink")]
    assert draw(sheet + RECT.format('class="a c"')).items == ()


def test_transforms_are_worked_in(draw: Draw) -> None:
    inner = '<rect width="10" height="5" class="ink" transform="rotate(90)"/>'
    found = path(draw(f'<g transform="translate(50 50) scale(2)">{inner}</g>'))
    assert found.d == "M141732 141732L141732 198425L113386 198425L113386 141732Z"


def test_strokes_are_scaled_by_the_area(draw: Draw) -> None:
    style = 'fill="none" stroke="black" stroke-width="0.5" stroke-dasharray="1 2 3"'
    more = 'stroke-linecap="round" stroke-linejoin="bevel" stroke-miterlimit="2.5"'
    drawn = draw(f'<path d="M0 0H9" transform="scale(8 2)" {style} {more}/>')
    stroke = path(drawn).stroke
    one = (11339, 22677, 34016)
    assert stroke == Stroke(Ink("ink"), 5669, "round", "bevel", 2500, one + one)


def test_no_width_is_no_stroke(draw: Draw) -> None:
    assert path(draw(RECT.format('stroke="black" stroke-width="0"'))).stroke is None
    assert draw(RECT.format('fill="none"')).items == ()


def test_opacity_becomes_groups(draw: Draw) -> None:
    found = group(draw(RECT.format('opacity="0.5"')))
    assert (found.opacity, len(found.items)) == (500, 1)
    found = group(draw(RECT.format('fill-opacity="25%"')))
    assert found == Group((Path(SQUARE, Ink("ink")),), opacity=250)
    both = draw(RECT.format('stroke="white" fill-opacity=".5"')).items
    assert [type(item) for item in both] == [Group, Path]
    assert draw(RECT.format('opacity="0"')).items == ()
    assert draw(RECT.format('fill-opacity="0"')).items == ()
    nested = group(draw(f'<g opacity=".5">{RECT.format("")}{RECT.format("")}</g>'))
    assert (nested.opacity, len(nested.items)) == (500, 2)


def test_a_stroke_painted_first_is_a_path_of_its_own(draw: Draw) -> None:
    first, second = draw(RECT.format('stroke="white" paint-order="stroke fill"')).items
    assert isinstance(first, Path) and isinstance(second, Path)
    assert (first.fill, second.stroke) == (None, None)


def test_even_odd(draw: Draw) -> None:
    assert path(draw(RECT.format('fill-rule="evenodd"'))).even_odd is True


def test_clips_are_outlines_in_card_units(draw: Draw) -> None:
    clip = (
        '<clipPath id="c"><rect width="100" height="100"/><g><path d="M0 0V9H9Z"/></g></clipPath>'
    )
    shape = '<circle r="10" class="ink" clip-path="url(#c)"/>'
    found = group(draw(clip + shape))
    assert found.clip == SQUARE + "M25512 25512L0 25512L0 0Z"
    moved = group(draw(clip + f'<g transform="translate(100 0)">{shape}</g>'))
    assert moved.clip is not None and moved.clip.startswith("M283465 0L566929 0")
    assert draw('<clipPath id="c"/>' + shape).items == ()


def test_clips_of_clips_and_by_use(draw: Draw) -> None:
    defs = (
        '<defs><rect id="r" width="100" height="100"/></defs>'
        '<clipPath id="a"><use href="#r"/></clipPath>'
        '<clipPath id="b" clip-path="url(#a)"><use href="#r" x="50"/></clipPath>'
    )
    outer = group(draw(defs + RECT.format('clip-path="url(#b)"')))
    assert outer.clip == SQUARE
    (inner,) = outer.items
    assert isinstance(inner, Group) and inner.clip is not None
    assert inner.clip.startswith("M141732 0")


def test_linear_gradients(draw: Draw) -> None:
    stops = '<stop stop-color="#fff"/><stop offset="60%" class="accent" stop-opacity=".5"/>'
    shape = '<rect x="10" y="20" width="40" height="10" fill="url(#g)"/>'
    expected = (Stop(0, Ink("paper")), Stop(600, Ink("accent"), 500))
    boxed = path(draw(f'<linearGradient id="g">{stops}</linearGradient>' + shape)).fill
    assert boxed == Gradient("linear", (mm(10), mm(20), mm(50), mm(20)), expected)
    user = f'<linearGradient id="g" gradientUnits="userSpaceOnUse" x2="0" y2="10">{stops}</linearGradient>'
    assert path(draw(user + shape)).fill == Gradient("linear", (0, 0, 0, mm(10)), expected)


def test_a_slanting_gradient_in_a_box_keeps_its_lines_of_equal_colour(draw: Draw) -> None:
    stops = '<stop stop-color="#fff"/><stop offset="1" stop-color="#000"/>'
    defs = f'<linearGradient id="g" x2="1" y2="1">{stops}</linearGradient>'
    fill = path(draw(defs + '<rect width="40" height="20" fill="url(#g)"/>')).fill
    assert isinstance(fill, Gradient)
    x1, y1, x2, y2 = fill.geometry
    # The line through the box's other two corners has the middle colour.
    for x, y in ((mm(40), 0), (0, mm(20))):
        share = ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / ((x2 - x1) ** 2 + (y2 - y1) ** 2)
        assert share == pytest.approx(0.5, abs=1e-4)


def test_radial_gradients(draw: Draw) -> None:
    stops = '<stop stop-color="#fff"/><stop offset="1" stop-color="#000"/>'
    round_ = f'<radialGradient id="g" fx="25%">{stops}</radialGradient>'
    fill = path(draw(round_ + RECT.format('fill="url(#g)"'))).fill
    half, quarter = 141732, 70866
    assert isinstance(fill, Gradient)
    assert fill.geometry == (half, half, half, quarter, half)
    assert fill.matrix == (1_000_000, 0, 0, 1_000_000, 0, 0)
    oval = path(draw(round_ + '<rect width="80" height="20" fill="url(#g)"/>')).fill
    assert isinstance(oval, Gradient)
    assert oval.matrix == (2_000_000, 0, 0, 500_000, 0, 0)
    x, y, r, _, _ = oval.geometry
    assert (2 * x, y // 2, 2 * r) == (mm(40), mm(10), mm(40))


def test_gradients_take_parts_from_others(draw: Draw) -> None:
    defs = (
        '<linearGradient id="a"><stop stop-color="#fff"/><stop offset="1" class="ink"/></linearGradient>'
        '<linearGradient id="g" href="#a" xlink:href="#x" xmlns:xlink="http://www.w3.org/1999/xlink"'
        ' gradientUnits="userSpaceOnUse" x2="10" gradientTransform="translate(5)"/>'
    )
    fill = path(draw(defs + RECT.format('fill="url(#g)"'))).fill
    assert fill == Gradient(
        "linear", (mm(5), 0, mm(15), 0), (Stop(0, Ink("paper")), Stop(1000, Ink("ink")))
    )


def test_gradients_without_room_are_plain(draw: Draw) -> None:
    one = '<linearGradient id="g"><stop class="accent"/></linearGradient>'
    assert path(draw(one + RECT.format('fill="url(#g)"'))).fill == Ink("accent")
    none = '<linearGradient id="g"/>'
    assert draw(none + RECT.format('fill="url(#g)"')).items == ()
    two = '<linearGradient id="g"><stop class="ink"/><stop offset="1" class="paper"/></linearGradient>'
    assert draw(two + '<line x2="9" stroke="url(#g)"/>').items == ()


def test_use_draws_again(draw: Draw) -> None:
    defs = '<defs><g id="a" class="accent"><rect id="b" width="10" height="10"/></g></defs>'
    first, second = draw(defs + '<use href="#a"/><use href="#b" x="10" y="20" class="ink"/>').items
    assert isinstance(first, Path) and isinstance(second, Path)
    assert (first.fill, second.fill) == (Ink("accent"), Ink("ink"))
    assert second.d.startswith("M28346 56693L56693 56693")
    symbol = '<symbol id="s"><circle r="1"/></symbol><use href="#s"/>'
    assert path(draw(symbol)).fill == Ink("ink")


def test_what_is_hidden_goes_but_its_slots_stay(draw: Draw) -> None:
    hidden = (
        '<g style="display:none"><text>x</text><rect width="9" height="9"/>'
        '<g><rect id="slot-message" x="10" y="10" width="50" height="20"/></g></g>'
        '<rect width="9" height="9" visibility="hidden"/>'
        '<g visibility="hidden"><rect width="9" height="9" visibility="visible"/></g>'
    )
    drawn = draw(hidden)
    assert len(drawn.items) == 1
    assert drawn.slots == {"message": Box(28_346, 28_346, 141_733, 56_693)}


def test_slots_are_read_after_transforms_and_removed(draw: Draw) -> None:
    slot = '<rect id="slot-cover" x="1" y="2" width="3" height="4" rx="1" fill="#abcdef"/>'
    drawn = draw(f'<g transform="matrix(-10 0 0 10 50 0)">{slot}</g>')
    assert drawn.items == ()
    assert drawn.slots == {"cover": Box(28_346, 56_693, 85_040, 113_386)}


def test_slots_may_touch_the_trim(draw: Draw) -> None:
    assert draw('<rect id="slot-a" width="100" height="100"/>').slots == {
        "a": Box(0, 0, 283465, 283465)
    }


def test_other_namespaces_and_notes_are_left_out(draw: Draw) -> None:
    foreign = (
        '<i:pgf xmlns:i="http://ns.adobe.com/x"><text>x</text></i:pgf><title>t</title>'
        '<metadata><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata>'
        '<desc>d</desc><g xmlns:k="urn:k" k:label="x" role="img" data-x="1">'
    )
    assert path(draw(foreign + RECT.format('class="ink"') + "</g>")).fill == Ink("ink")


def test_switches_draw_what_plain_readers_see(draw: Draw) -> None:
    switch = (
        '<switch><foreignObject requiredExtensions="http://ns.adobe.com/x"/>'
        f"<g>{RECT.format('')}</g></switch>"
    )
    assert path(draw(switch)).fill == Ink("ink")


@pytest.mark.parametrize(
    "page",
    [
        'viewBox="-5 -5 110 110"',
        'viewBox="0 0 110 110"',
        'viewBox="0,0,440,440"',
        'width="110mm" height="110mm"',
        'width="415.748" height="415.748"',
        'width="100%" height="100%" viewBox="7 -9 55 55"',
    ],
)
def test_any_page_of_the_cards_shape_will_do(page: str) -> None:
    size = Size(mm(100), mm(100))
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" {page}><rect width="100%" height="100%"/></svg>'
    drawn = read_svg(svg, "a.svg", size, {"#000000": "ink"})
    found = path(drawn).d
    if "-" not in page:
        assert found == "M-14173 -14173L297638 -14173L297638 297638L-14173 297638Z"


def test_a_page_of_another_shape_is_told_the_right_one() -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 108 140"/>'
    with pytest.raises(Problems) as found:
        read_svg(svg, "a.svg", Size(306_000, 396_000), {})
    (problem,) = found.value.problems
    assert problem.where == "a.svg:1:1"
    assert "108 × 140" in problem.what
    assert "117.95 × 149.7 mm" in problem.hint and 'viewBox="0 0 117.95 149.7"' in problem.hint


def test_editors_may_round_the_page_to_whole_pixels() -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 446 566"/>'
    assert read_svg(svg, "a.svg", Size(306_000, 396_000), {}) == Drawn((), {})
