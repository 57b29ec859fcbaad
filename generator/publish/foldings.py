"""How a card lies open and where it folds, as a small drawing and a sentence."""

from collections.abc import Mapping

from markupsafe import Markup

from generator.layout.impose import Piece, fold_places, plan_paper
from generator.layout.turns import mapped_box
from generator.model.kit import Fold, Format
from generator.model.length import MM_PER_INCH, MPT_PER_INCH, Box, Mpt, Size
from generator.model.paper import PAPERS

FOLD_NAMES: Mapping[Fold, str] = {
    "flat": "Flat",
    "side": "Side fold",
    "tent": "Tent fold",
    "quarter": "Quarter fold",
}
FOLD_WORDS: Mapping[Fold, str] = {
    "flat": "One card, printed on the front and, if you like, on the back.",
    "side": "Folds like a book, on the left. Score the line first, then fold.",
    "tent": "Folds along the top and stands by itself. Score the line first, then fold.",
    "quarter": "One sheet, printed on one side, folded in half and in half again.",
}

BOOK = (("back", 0, 0, False), ("front", 1, 0, False))
TENT = (("back", 0, 0, True), ("front", 0, 1, False))
LAID_OUT: Mapping[Fold, tuple[tuple[str, int, int, bool], ...]] = {
    "flat": (("front", 0, 0, False), ("back", 1, 0, False)),
    "side": BOOK,
    "tent": TENT,
    "quarter": (
        ("inside left", 1, 0, True),
        ("inside", 0, 0, True),
        ("back", 0, 1, False),
        ("front", 1, 1, False),
    ),
}
"""By fold, each panel of the sheet's outside: column, row, and whether it stands on its head."""

GAP = 8
MARGIN = 3


def draw_fold(format_: Format, size: Size, fold: Fold) -> Markup:
    """Return an SVG of the sheet's outside: panels to scale (1 unit = 1 mm), folds dashed."""
    wide, high = (round(x * MM_PER_INCH / MPT_PER_INCH, 1) for x in (size.width, size.height))
    step = GAP if fold == "flat" else 0
    columns = 1 + max(column for _, column, _, _ in LAID_OUT[fold])
    rows = 1 + max(row for _, _, row, _ in LAID_OUT[fold])
    full_width, full_height = columns * wide + (columns - 1) * step, rows * high
    parts = [
        _panel(name, column * (wide + step), row * high, wide, high, turned=turned)
        for name, column, row, turned in LAID_OUT[fold]
    ]
    if fold != "flat" and columns > 1:
        parts.append(_line(wide, 0, wide, full_height))
    if fold != "flat" and rows > 1:
        parts.append(_line(0, high, full_width, high))
    label = f"{FOLD_NAMES[fold]} of the {format_.name}: {_places(fold)}."
    box = f"{-MARGIN} {-MARGIN} {full_width + 2 * MARGIN:g} {full_height + 2 * MARGIN:g}"
    return Markup(
        '<svg class="folding" role="img" viewBox="{}" style="--mm:{}" aria-label="{}">{}</svg>'
    ).format(box, f"{full_width + 2 * MARGIN:g}", label, Markup("").join(parts))


def draw_sheet(piece: Piece, paper: str) -> Markup:
    """Return an SVG (1 unit = 1 mm) of a paper, its cards and the edge to flip it on.

    Raises Problems where the paper holds none.
    """
    page = PAPERS[paper]
    plan = plan_paper(piece, page, "inset")
    whole = Box(0, 0, page.width, page.height)
    one = Box(0, 0, piece.size.width, piece.size.height)
    places = [mapped_box(copy, one) for copy in plan.copies]
    parts = [_rect(whole, "sheet"), *(_rect(place, "") for place in places)]
    for place in places:
        xs, ys = fold_places(piece, plan)
        parts += [_line(*_mm(x, place.y, x, place.bottom)) for x in xs if place.x < x < place.right]
        parts += [_line(*_mm(place.x, y, place.right, y)) for y in ys if place.y < y < place.bottom]
    if piece.fold != "quarter":
        parts.append(Markup('<path class="flip" d="M0 0V{:g}"/>').format(*_mm(page.height)))
    label = sheet_words(piece, paper)
    wide, high = _mm(page.width, page.height)
    box = f"{-MARGIN} {-MARGIN} {wide + 2 * MARGIN:g} {high + 2 * MARGIN:g}"
    return Markup(
        '<svg class="folding folding--sheet" role="img" viewBox="{}" style="--mm:{}" '
        'aria-label="{}">{}</svg>'
    ).format(box, f"{wide + 2 * MARGIN:g}", label, Markup("").join(parts))


def sheet_words(piece: Piece, paper: str) -> str:
    """Return how many cards lie on a paper and which edge to flip it on; raises Problems."""
    count = len(plan_paper(piece, PAPERS[paper], "inset").copies)
    cards = "One card" if count == 1 else f"{count} cards"
    flip = "One side only." if piece.fold == "quarter" else "Flip on the long edge, the marked one."
    return f"{cards} on a sheet. {flip}"


def _mm(*lengths: Mpt) -> tuple[float, ...]:
    return tuple(round(length * MM_PER_INCH / MPT_PER_INCH, 1) for length in lengths)


def _rect(box: Box, kind: str) -> Markup:
    return Markup('<rect class="{}" x="{:g}" y="{:g}" width="{:g}" height="{:g}"/>').format(
        kind, *_mm(box.x, box.y, box.width, box.height)
    )


def _panel(name: str, x: float, y: float, wide: float, high: float, *, turned: bool) -> Markup:
    middle = f"{x + wide / 2:g}", f"{y + high / 2:g}"
    turn = Markup(' transform="rotate(180 {} {})"').format(*middle) if turned else ""
    return Markup(
        '<rect x="{:g}" y="{:g}" width="{:g}" height="{:g}"/>'
        '<text x="{}" y="{}" dy="0.3em"{}>{}</text>'
    ).format(x, y, wide, high, *middle, turn, name)


def _line(x1: float, y1: float, x2: float, y2: float) -> Markup:
    return Markup('<path d="M{:g} {:g}L{:g} {:g}"/>').format(x1, y1, x2, y2)


def _places(fold: Fold) -> str:
    if fold == "flat":
        return "a front and a back"
    if fold == "side":
        return "laid open with the outside up, the back is on the left, the front on the right"
    if fold == "tent":
        return "laid open with the outside up, the front is below, the back above, upside down"
    return "laid open, the front is at the lower right and the back at the lower left"
