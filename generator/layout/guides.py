"""Ruled under-sheets: dark lines to slip under a card's writing panel."""

from dataclasses import dataclass, replace
from math import radians, tan

from generator.layout.labels import Label, set_label
from generator.model.fitted import Fitted
from generator.model.length import MPT_PER_INCH, Box, Mpt, Size, mm
from generator.model.paint import Ink, Stroke
from generator.model.problem import Problem, Problems
from generator.model.scene import Face, Group, Item, Path, Scene, Text
from generator.text.fit import set_text
from generator.text.style import Style

BLACK = Ink("ink", (0, 0, 0), (0, 0, 0, 100))
GREY = Ink("muted", (176, 176, 176), (0, 0, 0, 31))
"""The light grey that a pen writes over."""
FIRST: Mpt = mm(20)
"""The first baseline's distance from the panel's top."""
LAST: Mpt = mm(12)
"""The least room under the last baseline."""
SIDE: Mpt = mm(12.5)
SLANT_STEP: Mpt = mm(10)
MARK_GAP: Mpt = mm(3)
MARK: Mpt = mm(5)
EDGE: Mpt = mm(6.35)
"""What home printers leave blank along the paper's edges (1/4 in)."""
RULER: Mpt = mm(50)
WORDS: Mpt = mm(9)
"""The room for the sheet's own words above the upper marks and below the lower ones."""
PRACTICE = (
    "Aa Bb Cc Dd Ee Ff Gg",
    "Hh Ii Jj Kk Ll Mm Nn",
    "Oo Pp Qq Rr Ss Tt Uu",
    "Vv Ww Xx Yy Zz",
    "1 2 3 4 5 6 7 8 9 0",
    "Dear",
    "Thank you for your time.",
    "I enjoyed our talk.",
    "With good wishes,",
    "Thank you",
)
"""What a practice page gives to copy: the letters, the figures, and what every note has."""
PRACTICE_EVERY = 3
"""Each model is followed by two free lines."""
SEYES: Mpt = mm(8)
FINE_LINES = 4
"""A Seyès square has a strong line and three fine ones, 2 mm apart."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """How a panel is ruled: the pitch of its baselines; per mille of it, the x-height (0: none).

    `slant` is degrees from the upright, 0 for none; `seyes` adds the French school squares.
    """

    pitch: Mpt
    x_height: int = 0
    slant: int = 0
    seyes: bool = False


def baselines(panel: Size, ruling: Ruling) -> tuple[Mpt, ...]:
    """Return how far under the panel's top each baseline is."""
    first, last = min(FIRST, panel.height // 6), min(LAST, panel.height // 10)
    room = panel.height - last - first
    return tuple(first + i * ruling.pitch for i in range(room // ruling.pitch + 1))


def guide_sheet(
    paper: Size, panel: Size, ruling: Ruling, title: str, faces: tuple[Face, ...]
) -> Scene:
    """Return an under-sheet: the panel's outline in the middle of the paper, its lines, marks.

    Raises Problems where the panel does not fit on the paper with its marks.
    """
    box = panel_box(paper, panel)
    trim = Box(0, 0, paper.width, paper.height)
    items: list[Item] = [_outline(box), _cut_marks(box), *_ruled(box, ruling)]
    items.extend(_words(box, trim, title, faces))
    return Scene(trim, trim, 0, (Group(tuple(items), artifact=True),))


def practice_sheet(
    paper: Size, ruling: Ruling, title: str, faces: tuple[Face, ...], hand: Style
) -> Scene:
    """Return a ruled page with models in light grey, each with free lines to copy it on."""
    trim = Box(0, 0, paper.width, paper.height)
    page = trim.grown(-EDGE)
    label = set_label(title, Box(page.x, page.y + mm(2), page.width, mm(4)), Label(faces=faces))
    sheet = Scene(trim, trim, 0, (Group((label, *_ruled(page, ruling)), artifact=True),))
    count = len(baselines(Size(page.width, page.height), ruling)[::PRACTICE_EVERY])
    return trace_sheet(sheet, page, ruling, "\n".join(PRACTICE[:count]), hand, every=PRACTICE_EVERY)


def trace_sheet(
    sheet: Scene, panel: Box, ruling: Ruling, words: str, hand: Style, *, every: int = 1
) -> Scene:
    """Return the sheet with the words in light grey, a line of them on each (`every`) baseline.

    Raises Problems where the words take more lines than the panel has.
    """
    lines = baselines(Size(panel.width, panel.height), ruling)[::every]
    side = _side(panel.width)
    free = Box(panel.x + side, panel.y, panel.width - 2 * side, 10 * panel.height)
    size = ruling.pitch * 3 // 4
    style = replace(hand, size=(size, size), ink=GREY, leading=1000, paragraph_gap=0)
    set_ = set_text("\n".join(line for line in words.splitlines() if line.strip()), free, style)
    if not isinstance(set_, Fitted) or len(set_.text.lines) > len(lines):
        needed = f"{len(set_.text.lines)} lines" if isinstance(set_, Fitted) else "more room"
        what = f"the note needs {needed} and the panel has {len(lines)}"
        hint = "shorten it, take a smaller --line, or a larger card"
        raise Problems([Problem("--text", what, hint)])
    placed = tuple(
        replace(line, y=panel.y + y) for line, y in zip(set_.text.lines, lines, strict=False)
    )
    text: Text = replace(set_.text, lines=placed)
    return replace(sheet, items=(*sheet.items, text), reading=(text.slot,))


def paper_for(upright: Size, panel: Size) -> Size:
    """Return the paper the way up that the panel is."""
    return upright.turned() if panel.width > panel.height else upright


def panel_box(paper: Size, panel: Size) -> Box:
    """Return where the panel stands on the paper; raises Problems where it is too large."""
    need = 2 * (MARK_GAP + MARK + EDGE)
    if panel.width + need > paper.width or panel.height + need + 2 * WORDS > paper.height:
        what = f"a panel of {_mm(panel)} does not fit on {_mm(paper)} paper with its cut marks"
        raise Problems([Problem("--format", what, "take a smaller card")])
    return Box(
        (paper.width - panel.width) // 2,
        (paper.height - panel.height) // 2,
        panel.width,
        panel.height,
    )


def _side(width: Mpt) -> Mpt:
    return min(SIDE, width // 8)


def _outline(box: Box) -> Path:
    d = f"M{box.x} {box.y}L{box.right} {box.y}L{box.right} {box.bottom}L{box.x} {box.bottom}Z"
    return Path(d, None, Stroke(BLACK, 500))


def _cut_marks(box: Box) -> Path:
    d = ""
    for x in (box.x, box.right):
        d += _line(x, box.y - MARK_GAP - MARK, x, box.y - MARK_GAP)
        d += _line(x, box.bottom + MARK_GAP, x, box.bottom + MARK_GAP + MARK)
    for y in (box.y, box.bottom):
        d += _line(box.x - MARK_GAP - MARK, y, box.x - MARK_GAP, y)
        d += _line(box.right + MARK_GAP, y, box.right + MARK_GAP + MARK, y)
    return Path(d, None, Stroke(BLACK, 250))


def _ruled(box: Box, ruling: Ruling) -> list[Item]:
    side = _side(box.width)
    left, right = box.x + side, box.right - side
    ys = [box.y + y for y in baselines(Size(box.width, box.height), ruling)]
    items: list[Item] = [
        Path("".join(_line(left, y, right, y) for y in ys), None, Stroke(BLACK, 1_000))
    ]
    fine = Stroke(BLACK, 400)
    if ruling.seyes:
        fine_ys = [
            y - ruling.pitch * k // FINE_LINES
            for y in (*ys, ys[-1] + ruling.pitch)
            for k in range(1, FINE_LINES)
        ]
        d = "".join(_line(left, y, right, y) for y in fine_ys if y < ys[-1])
        columns = range(left, right + 1, ruling.pitch)
        d += "".join(_line(x, ys[0] - ruling.pitch, x, ys[-1]) for x in columns)
        items.append(Path(d, None, fine))
    if ruling.x_height:
        rise = ruling.pitch * ruling.x_height // 1000
        d = "".join(_line(left, y - rise, right, y - rise) for y in ys)
        items.append(Path(d, None, replace(fine, dash=(3_000, 2_000))))
    if ruling.slant:
        items.append(_slanted(Box(left, ys[0] - ruling.pitch, right - left, 0), ys[-1], ruling))
    return items


def _slanted(top: Box, bottom: Mpt, ruling: Ruling) -> Group:
    """Return the slant lines between the first line's top and the last baseline."""
    height = bottom - top.y
    lean = round(height * tan(radians(ruling.slant)))
    starts = range(top.x - max(lean, 0), top.right - min(lean, 0) + 1, SLANT_STEP)
    d = "".join(_line(x, bottom, x + lean, top.y) for x in starts)
    corners = (f"{x} {y}" for y, x in ((top.y, top.x), (top.y, top.right), (bottom, top.right)))
    clip = f"M{'L'.join(corners)}L{top.x} {bottom}Z"
    return Group((Path(d, None, Stroke(BLACK, 250, dash=(2_000, 3_000))),), clip=clip)


def _words(box: Box, trim: Box, title: str, faces: tuple[Face, ...]) -> list[Item]:
    """Return what the sheet says of itself above the panel, and a ruler to check its scale."""
    wide = trim.width - 2 * EDGE
    label = Label(faces=faces, align="center")
    above = Box(EDGE, box.y - MARK_GAP - MARK - mm(5), wide, mm(4))
    left, y = (trim.width - RULER) // 2, box.bottom + MARK_GAP + MARK + mm(3)
    ruler = _line(left, y, left + RULER, y)
    ruler += _line(left, y - mm(1.5), left, y + mm(1.5))
    ruler += _line(left + RULER, y - mm(1.5), left + RULER, y + mm(1.5))
    below = Box(EDGE, y + mm(2), wide, mm(4))
    return [
        set_label(title, above, label),
        Path(ruler, None, Stroke(BLACK, 500)),
        set_label("50 mm, if it was printed at 100 %", below, label),
    ]


def _line(x1: Mpt, y1: Mpt, x2: Mpt, y2: Mpt) -> str:
    return f"M{x1} {y1}L{x2} {y2}"


def _mm(size: Size) -> str:
    width, height = (round(side * 25.4 / MPT_PER_INCH) for side in (size.width, size.height))
    return f"{width} × {height} mm"
