"""Impose a card on sheets: where each copy lies, and what the flip does to the other side.

A card lies on the front by a turn and a move. Its other side is then fixed: the point of the
inside that belongs behind a point of the outside is found through the flip, so that no fold,
paper or flip needs a rule of its own (docs/print/sheets.md).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from generator.layout.forms import HOME_MARGIN, rectangle
from generator.layout.marks import LEAST_GAP, SHORT, fold_lines
from generator.layout.opened import opened
from generator.layout.turns import joined, mapped_box, mirrored, moved, quarter_turn
from generator.model.length import MM_PER_INCH, MPT_PER_INCH, Box, Mpt, Size, mm
from generator.model.paint import IDENTITY, Matrix
from generator.model.problem import Problem, Problems
from generator.model.scene import Card, Group, Scene
from generator.model.stock import Stock

Flip = Literal["long", "short"]
TOLERANCE: Mpt = mm(1)
"""A card may differ this much from a stock's place and still be the card of that stock."""
SLUG: Mpt = mm(22)
"""Room that the rulers and the sentence about the flip take, where the sheet has it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A card as it is printed: its outside, its other side if any, its folds, its bleed."""

    fold: str
    size: Size
    outside: Scene
    inside: Scene | None
    bleed: Mpt

    @property
    def folds_across(self) -> bool:
        """Whether the fold halves the width, as the piece is read."""
        return self.fold == "side"


@dataclass(frozen=True, slots=True)
class Plan:
    """Copies on a page: the map of each outside onto it, and how far art may run over the trim.

    `area` is the box round all places, used or not; `cuts` are the x and y where the sheet is
    cut; none on stock, which is cut already.
    """

    page: Size
    copies: tuple[Matrix, ...]
    area: Box
    bleed: Mpt
    cuts: tuple[tuple[Mpt, ...], tuple[Mpt, ...]]


def take_piece(card: Card, form: str) -> Piece:
    """Return a card as it is printed flat; art inside the printer's margin needs no bleed."""
    outside, inside = opened(card)
    size = Size(outside.trim.width, outside.trim.height)
    return Piece(card.fold, size, outside, inside, 0 if form == "inset" else outside.bleed)


def plan_paper(piece: Piece, page: Size, form: str) -> Plan:
    """Return as many copies as an upright page holds, upright or turned.

    Where both hold as many, that with room for marks beside the cards is taken.
    Raises Problems where not even one fits, with the room that there is.
    """
    edge = 0 if form == "inset" or _fills(piece, page) else HOME_MARGIN
    best: Plan | None = None
    for turned in (False, True):
        plan = _grid(piece, page, edge, turned=turned)
        if plan is not None and (best is None or _worth(plan) > _worth(best)):
            best = plan
    if best is None:
        raise Problems([_too_large(piece, page, edge)])
    return best


def plan_stock(
    piece: Piece, stock: Stock, start: int, skip: Sequence[int], known: Sequence[Stock]
) -> Plan:
    """Return a copy for each free place of a stock, from `start` on, without those in `skip`.

    Raises Problems where the card is not the stock's (`known` is searched for those that are),
    for places that the sheet does not have, and where none is left.
    """
    problems = []
    turned = _turn_on(piece, stock)
    if turned is None:
        problems.append(_no_match(piece, stock, known))
    count = stock.per_sheet
    has = f"{stock.id} has {count} place{'s' if count > 1 else ''}, counted row by row"
    if not 1 <= start <= count:
        problems.append(Problem("--start", f"there is no place {start}", has))
    problems.extend(
        Problem("--skip", f"there is no place {n}", has) for n in skip if not 1 <= n <= count
    )
    free = [n for n in range(start, count + 1) if n not in skip]
    if not problems and not free:
        problems.append(Problem("--skip", "no free place is left", has))
    if problems or turned is None:
        raise Problems(problems)
    places = list(stock.places())
    copies = tuple(_lay(piece, places[n - 1], turned=turned) for n in free)
    return Plan(stock.page, copies, _round(places), _stock_bleed(piece, stock), ((), ()))


def lay_sides(piece: Piece, plan: Plan, flip: Flip) -> tuple[Group, ...]:
    """Return the copies on the front and, where a card has another side, on the back."""
    sides = [_side(piece.outside, plan, plan.copies)]
    if piece.inside is not None:
        backs = tuple(back_of(copy, piece, plan.page, flip) for copy in plan.copies)
        sides.append(_side(piece.inside, plan, backs))
    return tuple(sides)


def back_of(copy: Matrix, piece: Piece, page: Size, flip: Flip) -> Matrix:
    """Return where the other side of a copy is printed, so that it lies behind its outside.

    A tent opens upwards, so its inside is read after a turn about the level axis; a side fold
    and a flat card turn like a book.
    """
    turn = mirrored(piece.size, across=piece.fold != "tent")
    return joined(flipped(page, flip), joined(copy, turn))


def flipped(page: Size, flip: Flip) -> Matrix:
    """Return which point of the back lies behind a point of the front (facts of the driver).

    On the long edge an upright page turns like a book, a lying one like a calendar.
    """
    return mirrored(page, across=(page.height >= page.width) == (flip == "long"))


def fold_places(piece: Piece, plan: Plan) -> tuple[tuple[Mpt, ...], tuple[Mpt, ...]]:
    """Return the x and y of all folds on the front."""
    xs, ys = list[Mpt](), list[Mpt]()
    upright, level = fold_lines(piece.fold, piece.size)
    for copy in plan.copies:
        lines = [Box(x, 0, 0, piece.size.height) for x in upright]
        lines += [Box(0, y, piece.size.width, 0) for y in level]
        for line in (mapped_box(copy, line) for line in lines):
            (xs if line.width == 0 else ys).append(line.x if line.width == 0 else line.y)
    return tuple(sorted(set(xs))), tuple(sorted(set(ys)))


def _worth(plan: Plan) -> tuple[int, Mpt]:
    """Return how many copies a plan has, and the room for marks beside them as far as it counts."""
    beside = min(plan.area.x, plan.page.height - plan.area.bottom)
    return len(plan.copies), min(beside, HOME_MARGIN + max(plan.bleed, LEAST_GAP) + SHORT)


def _round(boxes: Sequence[Box]) -> Box:
    """Return the box round boxes."""
    x, y = min(box.x for box in boxes), min(box.y for box in boxes)
    return Box(x, y, max(b.right for b in boxes) - x, max(b.bottom for b in boxes) - y)


def _side(scene: Scene, plan: Plan, places: Sequence[Matrix]) -> Group:
    cut = rectangle(scene.trim.grown(plan.bleed))
    return Group(tuple(Group(scene.items, place, clip=cut) for place in places))


def _fills(piece: Piece, page: Size) -> bool:
    """Whether the open card is the whole sheet, so that nothing is cut off."""
    return any(
        abs(size.width - page.width) <= TOLERANCE and abs(size.height - page.height) <= TOLERANCE
        for size in (piece.size, piece.size.turned())
    )


def _grid(piece: Piece, page: Size, edge: Mpt, *, turned: bool) -> Plan | None:
    size = piece.size.turned() if turned else piece.size
    gap, bleed = 2 * piece.bleed, piece.bleed
    if _fills(piece, page):
        gap = bleed = 0
    columns = (page.width - 2 * edge - 2 * bleed + gap) // (size.width + gap)
    rows = (page.height - 2 * edge - 2 * bleed + gap) // (size.height + gap)
    if columns < 1 or rows < 1:
        return None
    left = (page.width - columns * size.width - (columns - 1) * gap) // 2
    free = page.height - rows * size.height - (rows - 1) * gap
    top = max(min(free // 2, free - SLUG - bleed), min(free // 2, edge + bleed))
    xs = [left + column * (size.width + gap) for column in range(columns)]
    ys = [top + row * (size.height + gap) for row in range(rows)]
    places = [Box(x, y, size.width, size.height) for y in ys for x in xs]
    cuts = (
        tuple(sorted({x for place in places for x in (place.x, place.right)})),
        tuple(sorted({y for place in places for y in (place.y, place.bottom)})),
    )
    copies = tuple(_lay(piece, place, turned=turned) for place in places)
    return Plan(page, copies, _round(places), bleed, cuts)


def _lay(piece: Piece, place: Box, *, turned: bool) -> Matrix:
    """Return the map of a piece into the middle of a place."""
    size = piece.size.turned() if turned else piece.size
    x = place.x + (place.width - size.width) // 2
    y = place.y + (place.height - size.height) // 2
    return joined(moved(x, y), quarter_turn(piece.size) if turned else IDENTITY)


def _turn_on(piece: Piece, stock: Stock) -> bool | None:
    """Return whether a piece lies turned on a stock; None if it is not the stock's card."""
    for turned in (False, True):
        size = piece.size.turned() if turned else piece.size
        if (
            abs(size.width - stock.card.width) <= TOLERANCE
            and abs(size.height - stock.card.height) <= TOLERANCE
            and _folds_alike(piece, stock, turned=turned)
        ):
            return turned
    return None


def _folds_alike(piece: Piece, stock: Stock, *, turned: bool) -> bool:
    """Whether the fold runs where the stock's does: a tent's is level, a note card's halves it."""
    if "flat" in (piece.fold, stock.fold) or "quarter" in (piece.fold, stock.fold):
        return piece.fold == stock.fold
    across = stock.fold == "side" and stock.card.width >= stock.card.height
    return (piece.folds_across != turned) == across


def _stock_bleed(piece: Piece, stock: Stock) -> Mpt:
    """Return how far art may run over the trim without reaching the next card."""
    across, down = stock.pitch[0] - stock.card.width, stock.pitch[1] - stock.card.height
    gaps = [gap for gap, n in zip((across, down), stock.grid, strict=True) if n > 1]
    return max(0, min([piece.bleed, *(gap // 2 for gap in gaps)]))


def _no_match(piece: Piece, stock: Stock, known: Sequence[Stock]) -> Problem:
    fits = [other.id for other in known if _turn_on(piece, other) is not None]
    hint = f"this card fits {', '.join(fits)}" if fits else "no stock of the kit has this size"
    kind = "flat" if stock.fold == "flat" else f"open, {stock.fold} fold"
    return Problem(
        "--stock",
        f"{stock.id} holds cards of {_said(stock.card)} ({kind}); this {_kind(piece)} is "
        f"{_said(piece.size)}",
        hint,
    )


def _too_large(piece: Piece, page: Size, edge: Mpt) -> Problem:
    room = Size(page.width - 2 * edge, page.height - 2 * edge)
    needs = Size(piece.size.width + 2 * piece.bleed, piece.size.height + 2 * piece.bleed)
    why = "inside the printer's margin" if edge else "on the whole sheet"
    return Problem(
        "--paper",
        f"this {_kind(piece)} takes {_said(needs)} with its bleed; there is room for "
        f"{_said(room)} {why}",
        "take --form inset or --bleed 0, a smaller --format, or a print shop",
    )


def _kind(piece: Piece) -> str:
    return "flat card" if piece.fold == "flat" else f"{piece.fold} card, opened,"


def _said(size: Size) -> str:
    width, height = (side * MM_PER_INCH / MPT_PER_INCH for side in (size.width, size.height))
    return f"{width:.1f} × {height:.1f} mm"
