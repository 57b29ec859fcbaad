"""Pre-cut stock: every card lies where independent tables have it, and bad grids are refused."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.find_stock import pick_stock
from generator.load.stock import SLACK, build_stock, read_stock
from generator.load.tree import parse_tree
from generator.model.length import MM_PER_INCH, MPT_PER_INCH, Mpt
from generator.model.problem import Problem, Problems
from generator.model.stock import Stock

# As the tables of LibreOffice 7.4 (labels.xml), gLabels 3.4.1 and PaperTemplates.cpp have them, in
# mm: page, columns x rows, card, first card, pitch. Typed in from a summary of the three, not
# from assets/stock.
KNOWN = {
    "avery 8315": ((279.4, 215.9), (2, 1), (139.7, 215.9), (0, 0), (139.7, 0)),
    "avery 5315": ((279.4, 215.9), (2, 1), (139.7, 215.9), (0, 0), (139.7, 0)),
    "avery 3379": ((215.9, 279.4), (2, 2), (107.95, 139.7), (0, 0), (107.95, 139.7)),
    "avery 3259": ((215.9, 279.4), (2, 2), (82.55, 114.3), (12.7, 12.7), (107.95, 139.7)),
    "avery 8316": ((215.9, 279.4), (1, 2), (215.9, 139.7), (0, 0), (215.9, 139.7)),
    "avery 3266": ((215.9, 279.4), (2, 2), (107.95, 139.7), (0, 0), (107.95, 139.7)),
    "avery 8387": ((279.4, 215.9), (2, 2), (139.7, 107.95), (0, 0), (139.7, 107.95)),
    "avery 8389": ((215.9, 279.4), (1, 2), (152.4, 101.6), (31.75, 31.75), (0, 114.3)),
    "avery 5389": ((215.9, 279.4), (1, 2), (152.4, 101.6), (31.75, 38.1), (0, 101.6)),
    "avery-5389-gap": ((215.9, 279.4), (1, 2), (152.4, 101.6), (31.75, 31.75), (0, 114.3)),
    "avery 3273": ((215.9, 279.4), (1, 2), (174.63, 123.83), (20.64, 15.88), (0, 123.83)),
    "avery 8371": ((215.9, 279.4), (2, 5), (88.9, 50.8), (19.05, 12.7), (88.9, 50.8)),
    "avery 28373": ((215.9, 279.4), (2, 4), (88.9, 50.8), (12.7, 19.05), (101.6, 63.5)),
    "avery 5305": ((215.9, 279.4), (1, 2), (215.9, 63.5), (0, 76.2), (0, 127)),
    "avery C9352": ((210, 297), (2, 2), (82.55, 120.72), (22.45, 25.4), (82.55, 125.48)),
    "avery J21141": ((210, 297), (2, 2), (105, 148.5), (0, 0), (105, 148.5)),
    "zweckform 32252": ((297, 210), (2, 2), (148.5, 105), (0, 0), (148.5, 105)),
    "zweckform 32011": ((210, 297), (2, 5), (85, 54), (15, 13.5), (95, 54)),
    "avery c2341 inside": ((297, 210), (1, 1), (148.5, 210), (148.5, 0), (0, 0)),
    "8414": ((210, 297), (2, 5), (87, 50.8), (15, 21.5), (93, 50.8)),
}
ENTRY = """\
own-1:
  name: Test
  page: a4
  card: [85, 54]
  fold: flat
  first: [15, 13.5]
  pitch: [95, 54]
  grid: [2, 5]
  round: 0
  also: [A1]
  measured: false
  source: test
"""


@pytest.fixture(scope="module")
def stock(root: Path) -> Mapping[str, Stock]:
    return read_stock(root)


def _mm(length: Mpt) -> float:
    return length * MM_PER_INCH / MPT_PER_INCH


@pytest.mark.parametrize("asked", KNOWN)
def test_corners_are_where_other_tables_have_them(stock: Mapping[str, Stock], asked: str) -> None:
    page, (columns, rows), (width, height), (x0, y0), (dx, dy) = KNOWN[asked]
    found = pick_stock(stock, asked)
    assert (_mm(found.page.width), _mm(found.page.height)) == pytest.approx(page, abs=0.01)
    wanted = [
        corner
        for row in range(rows)
        for column in range(columns)
        for corner in (
            *(x0 + column * dx, y0 + row * dy),
            *(x0 + column * dx + width, y0 + row * dy + height),
        )
    ]
    have = [_mm(v) for box in found.places() for v in (box.x, box.y, box.right, box.bottom)]
    assert len(have) == columns * rows * 4
    assert have == pytest.approx(wanted, abs=0.05)


def test_all_stock_fits_its_page_and_says_where_it_is_from(stock: Mapping[str, Stock]) -> None:
    assert len(stock) >= 134
    assert list(stock) == sorted(stock)
    for entry in stock.values():
        places = list(entry.places())
        assert len(places) == entry.per_sheet > 0
        for box in places:
            assert min(box.x, box.y) >= 0, entry.id
            assert box.right <= entry.page.width + SLACK, entry.id
            assert box.bottom <= entry.page.height + SLACK, entry.id
        assert entry.source and not entry.measured, entry.id


def test_panels_and_the_open_card_cover_the_same_paper(stock: Mapping[str, Stock]) -> None:
    pairs = [id_.removesuffix("-folded") for id_ in stock if id_.endswith("-folded")]
    pairs = [id_ for id_ in pairs if not id_.startswith("avery-53")]
    assert len(pairs) == 9
    for id_ in pairs:
        assert _bounds(stock[f"{id_}-folded"]) == pytest.approx(_bounds(stock[id_]), abs=SLACK)


def _bounds(stock: Stock) -> tuple[Mpt, ...]:
    places = list(stock.places())
    first = min(b.x for b in places), min(b.y for b in places)
    return (*first, max(b.right for b in places), max(b.bottom for b in places))


def test_a_pack_is_found_by_what_is_written_on_it(stock: Mapping[str, Stock]) -> None:
    for asked in ("avery-8315", "8315", "Avery 8315", "AVERY-5315", "5315"):
        assert pick_stock(stock, asked).id == "avery-8315"
    assert pick_stock(stock, "Avery Zweckform 32252").id == "zweckform-32252"
    assert pick_stock(stock, "LP 795").id == pick_stock(stock, "Sigel LP795").id == "sigel-lp795"


def test_unknown_stock_names_the_nearest(stock: Mapping[str, Stock]) -> None:
    with pytest.raises(Problems) as caught:
        pick_stock(stock, "avery-83155")
    (problem,) = caught.value.problems
    assert problem.where == "--stock" and "did you mean avery-8315?" in problem.hint
    with pytest.raises(Problems, match="avery-c2355, zweckform-c2355"):
        pick_stock(stock, "C2355")


def _problems(text: str) -> list[Problem]:
    problems: list[Problem] = []
    build_stock(parse_tree(text, "mine/stock/own.yml"), problems)
    return problems


@pytest.mark.parametrize(
    ("old", "new", "where", "says"),
    [
        ("grid: [2, 5]", "grid: [2, 6]", "8:9", "6 rows end at 337.5 mm, the page at 297 mm"),
        ("page: a4", "page: [290, 100]", "8:9", "5 rows end"),
        ("pitch: [95, 54]", "pitch: [80, 54]", "7:10", "overlap at 80 mm"),
        ("first: [15, 13.5]", "first: [-1, 13.5]", "6:10", "starts off the page"),
        ("page: a4", "page: a44", "3:9", "there is no page 'a44'"),
        ("card: [85, 54]", "card: [85, 0]", "4:9", "no size of a card"),
        ("round: 0", "round: 30", "9:10", "rounder"),
        ("fold: flat", "fold: slanted", "5:9", "'slanted' is not known"),
        ("grid: [2, 5]", "grid: [2, 0]", "8:13", "out of range"),
        ("  source: test", "  source: test\n  colour: red", "13:3", "colour is no key here"),
    ],
)
def test_impossible_stock_is_refused_with_the_reason(
    old: str, new: str, where: str, says: str
) -> None:
    assert not _problems(ENTRY)
    assert old in ENTRY
    (problem,) = _problems(ENTRY.replace(old, new))
    assert says in problem.what
    assert problem.where.startswith("mine/stock/own.yml:" + where.split(":")[0])
    assert problem.hint


def test_own_stock_wins_and_a_second_of_one_id_is_refused(tmp_path: Path) -> None:
    for layer, name in (("assets", "a"), ("mine", "b")):
        (tmp_path / layer / "stock").mkdir(parents=True)
        (tmp_path / layer / "stock" / f"{name}.yml").write_text(ENTRY.replace("Test", layer))
    (entry,) = read_stock(tmp_path).values()
    assert (entry.name, entry.maker) == ("mine", "B")
    (tmp_path / "mine/stock/c.yml").write_text(ENTRY)
    with pytest.raises(Problems, match=r"own-1 is there already, at mine/stock/b.yml:1:1"):
        read_stock(tmp_path)
