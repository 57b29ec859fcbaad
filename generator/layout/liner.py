"""An envelope liner: a design's art cut to the inside of an envelope and its flap."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.layout.forms import HOME_MARGIN
from generator.layout.labels import BLACK, Label, set_label
from generator.layout.marks import FOLD_DASH, WEIGHT
from generator.layout.turns import joined, moved, quarter_turn
from generator.model.kit import Envelope
from generator.model.length import Box, Mpt, Size, mm
from generator.model.paint import Matrix, Stroke
from generator.model.problem import Problem, Problems
from generator.model.scene import Face, Group, Item, Path, Scene

PLAY: Mpt = mm(3)
"""How far a liner stays from the sides and the foot of its envelope, so that it slides in."""
FLAP = 450
"""How deep a flap is, per mille of the envelope's height: a straight flap, the commonest. Makers
differ and no standard says: docs/print/envelopes.md tells how to trace one's own."""
GUM: Mpt = mm(12)
"""What stays free at the flap's edge for the gum."""
SLOPE: Mpt = mm(9)
"""How much narrower the flap's edge is than its fold, on each side."""
LABEL: Mpt = mm(9)
"""Room under a liner for the words that say how to cut it."""
MARK: Mpt = mm(4)
"""How far the fold's marks reach beyond the liner."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A liner as it is cut: its size, how far down its fold is, its outline as path data."""

    size: Size
    fold: Mpt
    outline: str


def cut_liner(envelope: Size) -> Cut:
    """Return the liner of an envelope (outside size, as addressed), flap up."""
    width = envelope.width - 2 * PLAY
    fold = envelope.height * FLAP // 1000 - GUM
    height = fold + envelope.height - PLAY
    outline = f"M{SLOPE} 0L{width - SLOPE} 0L{width} {fold}L{width} {height}L0 {height}L0 {fold}Z"
    return Cut(Size(width, height), fold, outline)


def liner_sheet(
    art: tuple[Item, ...], envelope: Envelope, page: Size | None, faces: tuple[Face, ...]
) -> Scene:
    """Return a page with a liner to cut out; without a page, one of the liner's own size.

    Raises Problems where the page is too small, whichever way the liner is turned.
    """
    cut = cut_liner(envelope.size)
    whole = _whole(cut)
    if page is None:
        page = Size(whole.width + 2 * HOME_MARGIN, whole.height + 2 * HOME_MARGIN)
    items = (*_cut_out(art, cut), set_label(liner_words(envelope), _below(cut), Label(faces=faces)))
    paper = Box(0, 0, page.width, page.height)
    place = _place(whole, page, envelope)
    return Scene(paper, paper, 0, (Group(items, joined(place, moved(MARK, 0))),))


def fits_on(envelope: Size, page: Size) -> bool:
    """Tell whether a page holds an envelope's liner, whichever way it is turned."""
    whole = _whole(cut_liner(envelope))
    return _has_room(whole, page) or _has_room(whole.turned(), page)


def liner_words(envelope: Envelope) -> str:
    """Return how to cut and fold a liner, as it stands below it."""
    return (
        f"Liner for the envelope {envelope.name}. Print at 100 %. Lay your open envelope on it and "
        "trim to its flap. Fold at the marks; glue the flap's part alone."
    )


def _cut_out(art: tuple[Item, ...], cut: Cut) -> Iterable[Item]:
    yield Group(art, clip=cut.outline, artifact=True, key="liner")
    right = cut.size.width
    marks = f"M{-MARK} {cut.fold}L0 {cut.fold}M{right} {cut.fold}L{right + MARK} {cut.fold}"
    lines = (
        Path(cut.outline, None, Stroke(BLACK, WEIGHT)),
        Path(marks, None, Stroke(BLACK, WEIGHT, dash=FOLD_DASH)),
    )
    yield Group(lines, artifact=True)


def _below(cut: Cut) -> Box:
    return Box(0, cut.size.height + mm(1.5), cut.size.width, LABEL - mm(1.5))


def _whole(cut: Cut) -> Size:
    """Return the room that a liner takes with its marks and its words."""
    return Size(cut.size.width + 2 * MARK, cut.size.height + LABEL)


def _has_room(size: Size, page: Size) -> bool:
    edges = 2 * HOME_MARGIN
    return size.width <= page.width - edges and size.height <= page.height - edges


def _place(whole: Size, page: Size, envelope: Envelope) -> Matrix:
    """Return the map of a liner into the middle of a page, upright if it fits so."""
    for turned in (False, True):
        size = whole.turned() if turned else whole
        if _has_room(size, page):
            middle = moved((page.width - size.width) // 2, (page.height - size.height) // 2)
            return joined(middle, quarter_turn(whole)) if turned else middle
    what = f"the liner of the envelope {envelope.name} is larger than the paper"
    hint = "leave it to a shop: --paper none writes a page of the liner's own size"
    raise Problems([Problem("--paper", what, hint)])
