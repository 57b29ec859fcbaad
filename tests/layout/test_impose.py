"""Imposing: copies in their places, and both sides mapped through the flip and the fold."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path as File

import pytest

from generator.layout.impose import (
    Flip,
    Piece,
    Plan,
    back_of,
    flipped,
    plan_paper,
    plan_stock,
    take_piece,
)
from generator.layout.pages import card_pages
from generator.layout.sheet import has_slug, make_sheet
from generator.layout.slug import find_slug
from generator.layout.turns import joined, mapped, mapped_box
from generator.load.stock import read_stock
from generator.model.kit import Kit
from generator.model.length import MPT_PER_INCH, Box, Mpt, Size, mm
from generator.model.paint import IDENTITY, ONE, Ink, Matrix
from generator.model.paper import PAPERS
from generator.model.printer import Correction
from generator.model.problem import Problems
from generator.model.scene import Card, Group, Item, Panel, Path, Scene, Text
from generator.model.stock import Stock
from generator.press import Press

A2 = Size(306_000, 396_000)
NEAR: Mpt = mm(0.05)
FOLDED = ("front", "inside-left", "inside", "back")


def card(fold: str, size: Size = A2, bleed: Mpt = 9_000) -> Card:
    """Return a card whose panels hold one path each, named by its ink's role."""
    trim = Box(0, 0, size.width, size.height)

    def panel(name: str) -> Panel:
        dot = Path(f"M0 0L{size.width} {size.height}", Ink(name))
        return Panel(name, Scene(trim.grown(bleed), trim, bleed, (dot,)))

    names = ("front", "back") if fold == "flat" else FOLDED
    return Card("d", "f", fold, "en", "T", size, tuple(panel(name) for name in names))


def panels(items: Sequence[Item], matrix: Matrix = IDENTITY) -> list[tuple[str, Matrix]]:
    """Return every panel drawn among items, with the map it is drawn under."""
    found = list[tuple[str, Matrix]]()
    for item in items:
        if isinstance(item, Group):
            found += panels(item.items, joined(matrix, item.matrix))
        elif isinstance(item, Path) and isinstance(item.fill, Ink) and item.fill.role in FOLDED:
            found.append((item.fill.role, matrix))
    return found


def sheet_sides(piece: Piece, plan: Plan, flip: Flip) -> tuple[Scene, ...]:
    bare = Plan(plan.page, plan.copies, Box(0, 0, plan.page.width, plan.page.height), 0, ((), ()))
    sheet = make_sheet(piece, bare, flip, paper="a4", job="", faces=(), correction=Correction())
    return sheet.sides


def read_way(matrix: Matrix) -> tuple[int, int]:
    """Return where the top of a panel points."""
    return -matrix[2] // ONE, -matrix[3] // ONE


@pytest.mark.parametrize("flip", ["long", "short"])
@pytest.mark.parametrize("page", [PAPERS["letter"], PAPERS["a4"].turned()])
@pytest.mark.parametrize("fold", ["flat", "side", "tent"])
def test_flipped_and_folded_every_panel_is_upright_behind_its_fellow(
    fold: str, page: Size, flip: Flip
) -> None:
    size = Size(mm(85), mm(55)) if fold == "flat" else Size(mm(90), mm(80))
    piece = take_piece(card(fold, size, 3_000), "bleed")
    plan = plan_paper(piece, page, "bleed")
    front, back = sheet_sides(piece, plan, flip)
    through = flipped(page, flip)
    seen = [(name, matrix) for name, matrix in panels(front.items)]
    behind = [(name, joined(through, matrix)) for name, matrix in panels(back.items)]
    trim = Box(0, 0, size.width, size.height)
    where = {}
    for name, matrix in behind:
        where.setdefault(mapped_box(matrix, trim), []).append((name, matrix))
    partner = {"front": "back"} if fold == "flat" else {"front": "inside-left", "back": "inside"}
    fronts = [(name, matrix) for name, matrix in seen if name in partner]
    assert len(fronts) >= 2
    for name, matrix in fronts:
        if fold == "flat" and name != "front":
            continue
        ((other, other_matrix),) = where[mapped_box(matrix, trim)]
        assert other == partner[name]
        up, other_up = read_way(matrix), read_way(other_matrix)
        if fold == "tent":
            # Opened upwards over the level fold, the cover's inner face is read from below.
            assert other_up == ((-up[0], -up[1]) if name == "front" else up)
        else:
            assert other_up == up


@pytest.mark.parametrize("flip", ["long", "short"])
def test_backs_of_every_stock_lie_behind_their_places(kit: Kit, flip: Flip) -> None:
    stocks = read_stock(kit.root).values()
    assert len(stocks) > 100
    for stock in stocks:
        piece = stock_piece(stock)
        plan = plan_stock(piece, stock, 1, (), ())
        places = list(stock.places())
        assert len(plan.copies) == len(places)
        whole = Box(0, 0, piece.size.width, piece.size.height)
        for copy, place in zip(plan.copies, places, strict=True):
            back = back_of(copy, piece, stock.page, flip)
            assert back[0] * back[3] - back[1] * back[2] > 0, "print is never mirrored"
            for box in (
                mapped_box(copy, whole),
                mapped_box(flipped(stock.page, flip), mapped_box(back, whole)),
            ):
                assert abs(box.x - place.x) <= NEAR and abs(box.right - place.right) <= NEAR
                assert abs(box.y - place.y) <= NEAR and abs(box.bottom - place.bottom) <= NEAR


def stock_piece(stock: Stock) -> Piece:
    """Return a card that is made for a stock."""
    width, height = stock.card.width, stock.card.height
    if stock.fold == "quarter":
        return take_piece(card("quarter", Size(width // 2, height // 2), 0), "bleed")
    if stock.fold == "tent":
        return take_piece(card("tent", Size(width, height // 2), 0), "bleed")
    if stock.fold == "side" and width >= height:
        return take_piece(card("side", Size(width // 2, height), 0), "bleed")
    if stock.fold == "side":
        return take_piece(card("side", Size(height // 2, width), 0), "bleed")
    return take_piece(card("flat", stock.card, 0), "bleed")


@pytest.mark.parametrize(
    ("size", "paper", "form", "bleed", "count"),
    [
        ((107.95, 139.7), "letter", "inset", 3, 4),
        ((107.95, 139.7), "letter", "bleed", 0, 2),
        ((107.95, 139.7), "letter", "bleed", 3, 2),
        ((88.9, 50.8), "letter", "bleed", 3, 8),
        ((105, 148), "a4", "inset", 3, 4),
        ((105, 148), "a4", "bleed", 3, 2),
        ((85, 55), "a4", "bleed", 0, 10),
    ],
)
def test_as_many_copies_as_the_paper_holds_with_room_for_both_bleeds(
    size: tuple[float, float], paper: str, form: str, bleed: float, count: int
) -> None:
    piece = take_piece(card("flat", Size(mm(size[0]), mm(size[1])), mm(bleed)), form)
    plan = plan_paper(piece, PAPERS[paper], form)
    assert len(plan.copies) == count
    whole = Box(0, 0, piece.size.width, piece.size.height)
    reach = [mapped_box(copy, whole).grown(piece.bleed) for copy in plan.copies]
    edge = 0 if form == "inset" else mm(6.35)
    for n, box in enumerate(reach):
        assert box.x >= edge and box.right <= plan.page.width - edge
        assert box.y >= edge and box.bottom <= plan.page.height - edge
        for other in reach[n + 1 :]:
            apart = box.right <= other.x or other.right <= box.x
            assert apart or box.bottom <= other.y or other.bottom <= box.y


@pytest.mark.parametrize("fold", ["flat", "side"])
def test_cards_lie_so_that_marks_have_room_beside_them(fold: str) -> None:
    piece = take_piece(card(fold, Size(mm(105), mm(148))), "inset")
    plan = plan_paper(piece, PAPERS["letter"], "inset")
    assert len(plan.copies) == (2 if fold == "flat" else 1)
    assert plan.area.x > mm(30) and plan.area.y > mm(30)


def test_a_card_as_wide_as_the_paper_has_its_marks_along_its_edge(press: Press) -> None:
    piece = take_piece(card("tent", Size(mm(210), mm(99))), "inset")
    plan = plan_paper(piece, PAPERS["a4"], "inset")
    sheet = press.lay_sheet(card("tent", Size(mm(210), mm(99))), piece, plan, paper="a4")
    marks = next(i for i in sheet.sides[0].items[1:] if isinstance(i, Group)).items[0]
    assert isinstance(marks, Path)
    level = [line for line in pairs(ends(marks.d)) if line[0][1] == line[1][1]]
    seen = [
        (y > plan.area.bottom, min(x1, x2) >= mm(6.35))
        for (x1, y), (x2, _) in level
        if not plan.area.y <= y <= plan.area.bottom
    ]
    assert sorted(seen) == [(False, True)] * 2 + [(True, True)] * 2, "two above, two below"


def pairs(points: Iterable[tuple[float, float]]) -> list[tuple[tuple[float, float], ...]]:
    listed = list(points)
    return [tuple(listed[i : i + 2]) for i in range(0, len(listed), 2)]


def test_a_card_moves_up_where_that_makes_room_for_rulers_and_ring() -> None:
    piece = take_piece(card("side", Size(mm(127), mm(177.8))), "bleed")
    plan = plan_paper(piece, PAPERS["a4"], "bleed")
    assert has_slug(plan)
    assert plan.area.y >= mm(6.35) + piece.bleed


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("fold", ["flat", "side", "tent"])
@pytest.mark.parametrize("size", [A2, Size(mm(127), mm(177.8)), Size(mm(85), mm(55))])
def test_no_mark_crosses_the_sentence(press: Press, paper: str, fold: str, size: Size) -> None:
    faces, seen = press.faces("sans", 400, False, "Print at 100 %"), 0
    for bleed in (0, mm(3)):
        piece = take_piece(card(fold, size, bleed), "inset" if bleed == 0 else "bleed")
        try:
            plan = plan_paper(piece, PAPERS[paper], "inset" if bleed == 0 else "bleed")
        except Problems:
            continue
        if not has_slug(plan):
            continue
        sheet = make_sheet(
            piece, plan, "long", paper=paper, job="T", faces=faces, correction=Correction()
        )
        marks, slug = (item for item in sheet.sides[0].items[1:] if isinstance(item, Group))
        words = mapped_box(slug.matrix, Box(0, 0, mm(100), mm(8.4)))
        for path in marks.items:
            assert isinstance(path, Path)
            for x, y in ends(path.d):
                inside = words.x < x < words.right and words.y < y < words.bottom
                assert not inside, (fold, paper, bleed)
                seen += 1
    assert seen or fold != "flat"


@pytest.mark.parametrize("fold", ["flat", "side"])
def test_a_sheet_of_folded_cards_says_when_to_score(press: Press, fold: str) -> None:
    piece = take_piece(card(fold, A2, 0), "inset")
    plan = plan_paper(piece, PAPERS["a4"], "inset")
    sheet = press.lay_sheet(card(fold, A2, 0), piece, plan, paper="a4")
    words = " ".join(sources(sheet.sides[0].items))
    assert "Print at 100 %" in words
    assert ("Score paper of 150 g/m²" in words) == (fold == "side")


def sources(items: Iterable[Item]) -> Iterator[str]:
    for item in items:
        if isinstance(item, Group):
            yield from sources(item.items)
        elif isinstance(item, Text):
            yield item.source


def ends(d: str) -> list[tuple[int, int]]:
    numbers = [int(n) for n in d.replace("M", " ").replace("L", " ").split()]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def test_a_card_too_large_for_the_paper_is_refused_with_the_room_there_is() -> None:
    piece = take_piece(card("side", Size(mm(148), mm(210))), "bleed")
    with pytest.raises(Problems, match=r"203\.2 × 266\.7 mm inside the printer's margin"):
        plan_paper(piece, PAPERS["letter"], "bleed")


def test_a_part_used_sheet_is_filled_from_its_first_free_place(kit: Kit) -> None:
    stock = read_stock(kit.root)["avery-8373"]
    piece = stock_piece(stock)
    plan = plan_stock(piece, stock, 3, (4, 7), ())
    places = list(stock.places())
    whole = Box(0, 0, piece.size.width, piece.size.height)
    filled = [mapped_box(copy, whole) for copy in plan.copies]
    assert [places.index(box) + 1 for box in filled] == [3, 5, 6, 8]
    with pytest.raises(Problems) as found:
        plan_stock(piece, stock, 9, (12,), ())
    assert [problem.where for problem in found.value.problems] == ["--skip", "--start"]
    with pytest.raises(Problems, match="no free place"):
        plan_stock(piece, stock, 8, (8,), ())


def test_stock_for_another_card_is_refused_and_those_that_fit_are_named(kit: Kit) -> None:
    known = read_stock(kit.root)
    piece = take_piece(card("side"), "bleed")
    with pytest.raises(Problems, match="avery-8315"):
        plan_stock(piece, known["avery-8373"], 1, (), tuple(known.values()))


def test_a_quarter_fold_stands_its_insides_on_their_heads() -> None:
    piece = take_piece(card("quarter"), "bleed")
    assert piece.inside is None
    at = {name: (mapped(m, 0, 0), read_way(m)) for name, m in panels(piece.outside.items)}
    wide, high = A2.width, A2.height
    assert at == {
        "front": ((wide, high), (0, -1)),
        "back": ((0, high), (0, -1)),
        "inside-left": ((2 * wide, high), (0, 1)),
        "inside": ((wide, high), (0, 1)),
    }


def test_a_shop_gets_a_tents_inside_turned_and_folds_dashed_outside_the_trim() -> None:
    outside, inside = card_pages(card("tent"), "spreads", marks=True)
    ways = dict(panels(outside.items)) | dict(panels(inside.items))
    assert read_way(ways["front"]) == (0, -1)
    assert read_way(ways["inside"]) == read_way(ways["inside-left"]) == (0, 1)
    marks = [item.items[0] for item in outside.items if isinstance(item, Group) and item.artifact]
    dashed = [m for m in marks if isinstance(m, Path) and m.stroke is not None and m.stroke.dash]
    (path,) = dashed
    assert path.d.count(f" {A2.height}") == 4
    assert len(card_pages(card("quarter"), "spreads", marks=True)) == 1
    assert len(card_pages(card("side"), "panels", marks=False)) == 4


def test_ring_and_dot_meet_only_after_the_right_flip(press: Press) -> None:
    page = PAPERS["a4"]
    piece = take_piece(card("flat", Size(mm(85), mm(55)), 0), "bleed")
    plan = plan_paper(piece, page, "bleed")
    slug = find_slug(page, plan.area, mm(2) + mm(2.5))
    assert slug is not None
    faces = press.faces("sans", 400, False, "Print at 100 %")
    sheet = make_sheet(
        piece, plan, "long", paper="a4", job="T", faces=faces, correction=Correction()
    )
    (dot,) = sheet.sides[1].items[-1:]
    assert isinstance(dot, Group) and isinstance(dot.items[0], Path)
    right, middle = (int(n) for n in dot.items[0].d[1:].split("C")[0].split())
    ring = mapped(slug.matrix, mm(2), mm(1.8))
    assert mapped(flipped(page, "long"), right - mm(0.8), middle) == ring
    assert mapped(flipped(page, "short"), right - mm(0.8), middle) != ring


def test_a_correction_moves_and_scales_the_sheet_about_cross_one() -> None:
    piece = take_piece(card("flat"), "bleed")
    plan = plan_paper(piece, PAPERS["a4"], "bleed")
    bare = Plan(plan.page, plan.copies, Box(0, 0, plan.page.width, plan.page.height), 0, ((), ()))
    moved = Correction(mm(1), -mm(2), 1_010_000)
    sheet = make_sheet(piece, bare, "long", paper="a4", job="", faces=(), correction=moved)
    for side in sheet.sides:
        (group,) = side.items
        assert isinstance(group, Group)
        a, _, _, _, right, down = group.matrix
        assert abs(mm(20) * a // ONE + right - mm(21)) <= 2
        assert abs(mm(20) * a // ONE + down - mm(18)) <= 2


def test_the_back_has_a_shift_of_its_own_where_it_was_measured(press: Press) -> None:
    piece = take_piece(card("flat"), "bleed")
    plan = plan_paper(piece, PAPERS["a4"], "bleed")
    faces = press.faces("sans", 400, False, "Print")
    moved = Correction(mm(1), 0, ONE, (0, mm(2)))
    sheet = make_sheet(piece, plan, "long", paper="a4", job="", faces=faces, correction=moved)
    shifts = [side.items[0].matrix[4:] for side in sheet.sides if isinstance(side.items[0], Group)]
    assert shifts == [(mm(1), 0), (0, mm(2))]


def test_rulers_are_as_long_as_they_say(press: Press) -> None:
    from generator.layout.slug import rulers

    faces = press.faces("sans", 400, False, "50 mm 2 in")
    lines = [item for item in rulers(0, 0, faces) if isinstance(item, Path)]
    lengths = []
    for line in lines:
        (x1, _), (x2, _) = (p.split() for p in line.d[1:].split("M")[0].split("L"))
        lengths.append(int(x2) - int(x1))
    assert lengths == [mm(50), 2 * MPT_PER_INCH]


def test_the_printers_file_is_read_and_the_options_go_before_it(tmp_path: File) -> None:
    from generator.load.printer import FILE, kept_correction, read_correction

    path = tmp_path / FILE
    path.parent.mkdir()
    path.write_text("offset: 1.5, -1 # mm\nscale: 0.998\n", "utf-8")
    assert read_correction(tmp_path, {}) == Correction(mm(1.5), -mm(1), 998_000)
    assert read_correction(tmp_path, {"offset": "0,2mm"}) == Correction(0, mm(2), 998_000)
    path.write_text(kept_correction(tmp_path, {"back-offset": "0.5,2", "scale": "1.002"}), "utf-8")
    kept = Correction(mm(1.5), -mm(1), 1_002_000, (mm(0.5), mm(2)))
    assert read_correction(tmp_path, {}) == kept
    with pytest.raises(Problems) as found:
        read_correction(tmp_path, {"offset": "11,0", "scale": "0.9", "back-offset": "1"})
    wheres = [problem.where for problem in found.value.problems]
    assert wheres == ["--back-offset", "--offset", "--scale"]
    path.write_bytes(b"\xff\xfe: 1\nscale: 0.998\n")
    with pytest.raises(Problems, match=r"printer\.yml:1"):
        read_correction(tmp_path, {})
