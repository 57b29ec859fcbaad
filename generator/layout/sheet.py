"""A sheet as it is printed: cards, marks, slug, moved and scaled by what was measured."""

from generator.layout.forms import HOME_MARGIN
from generator.layout.impose import (
    Flip,
    Piece,
    Plan,
    flipped,
    fold_places,
    lay_sides,
)
from generator.layout.marks import (
    FOLD_DASH,
    LEAST_GAP,
    LENGTH,
    REGISTRATION,
    SHORT,
    WEIGHT,
    edge_lines,
    outer_lines,
)
from generator.layout.slug import Slug, back_dot, find_slug, front_slug
from generator.model.length import Box, Mpt, mm
from generator.model.paint import IDENTITY, ONE, Stroke
from generator.model.printer import Correction
from generator.model.scene import Face, Group, Item, Path, Scene, Sheet

FIXED: Mpt = mm(20)
"""The point that a scale leaves where it is, from the page's left and top: cross 1 of the test
sheet, so that its place alone gives the shift."""


def make_sheet(
    piece: Piece,
    plan: Plan,
    flip: Flip,
    *,
    paper: str,
    job: str,
    faces: tuple[Face, ...],
    correction: Correction,
) -> Sheet:
    """Return a sheet with its marks; its slug only where the cards leave room for one."""
    sides: list[list[Item]] = [[side] for side in lay_sides(piece, plan, flip)]
    box = plan.area
    sides[0].append(_marks(piece, plan, box))
    slug = _slug(plan)
    if slug is not None:
        two = len(sides) > 1
        sides[0].append(
            front_slug(
                slug,
                flip_sentence(flip, two=two) + (RING if two else ""),
                (job, job if piece.fold == "flat" else f"{job}. {SCORE}"),
                faces,
                ring=two,
            )
        )
        if two:
            sides[1].append(back_dot(slug, flipped(plan.page, flip)))
    reading = piece.outside.reading, piece.inside.reading if piece.inside else ()
    return Sheet(
        paper,
        flip if len(sides) > 1 else "none",
        tuple(
            _corrected(tuple(side), plan, correction.scale, correction.shift(n), reading[n])
            for n, side in enumerate(sides)
        ),
    )


RING = " Held to the light, the dot must lie in the ring."
SCORE = "Score paper of 150 g/m² and more, then fold."
"""From which weight on a fold wants a score (a mill's own advice; docs/print/at-home.md)."""


def flip_sentence(flip: Flip, *, two: bool) -> str:
    """Return what to set in the print window."""
    if not two:
        return "Print at 100 % (actual size), on one side."
    return f"Print at 100 %, on both sides, flip on the {flip} edge."


def has_slug(plan: Plan) -> bool:
    """Whether the sheet has room for rulers and words beside its cards."""
    return _slug(plan) is not None


def _slug(plan: Plan) -> Slug | None:
    return find_slug(plan.page, plan.area, _gap(plan) + _mark_length(plan))


def _mark_length(plan: Plan) -> Mpt:
    """Return how long marks are: shorter where that alone leaves room for the slug."""
    long_, short = (
        find_slug(plan.page, plan.area, _gap(plan) + length) for length in (LENGTH, SHORT)
    )
    return SHORT if long_ is None and short is not None else LENGTH


def _gap(plan: Plan) -> Mpt:
    """Return how far marks stay from the cards."""
    return max(plan.bleed, LEAST_GAP)


def _marks(piece: Piece, plan: Plan, box: Box) -> Item:
    gap, length = _gap(plan), _mark_length(plan)
    cuts = outer_lines(box, *plan.cuts, gap, length)
    if plan.cuts[1] and box.x < HOME_MARGIN + gap + SHORT:
        cuts += edge_lines(box, plan.page, HOME_MARGIN)
    folds = outer_lines(box, *fold_places(piece, plan), gap, length)
    paths = (
        Path(cuts, None, Stroke(REGISTRATION, WEIGHT)),
        Path(folds, None, Stroke(REGISTRATION, WEIGHT, dash=FOLD_DASH)),
    )
    return Group(tuple(path for path in paths if path.d), artifact=True)


def _corrected(
    items: tuple[Item, ...],
    plan: Plan,
    scale: int,
    shift: tuple[Mpt, Mpt],
    reading: tuple[str, ...],
) -> Scene:
    page = Box(0, 0, plan.page.width, plan.page.height)
    kept = FIXED - FIXED * scale // ONE
    matrix = (scale, 0, 0, scale, kept + shift[0], kept + shift[1])
    if matrix != IDENTITY:
        items = (Group(items, matrix),)
    return Scene(page, page, 0, items, reading)
