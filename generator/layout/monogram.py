"""A monogram: letters as large as their rectangle takes, centred by their ink."""

from dataclasses import replace

from generator.fonts.extents import ink_box
from generator.model.fitted import Fitted
from generator.model.length import Box, Mpt
from generator.model.problem import Problem, Problems
from generator.model.scene import Text, units_to_mpt
from generator.text.fit import STEP, set_text
from generator.text.style import Style

ROOM: Mpt = 100_000_000
"""A side that no letters reach: they are set in it first, to see how far their ink goes."""


def set_monogram(letters: str, box: Box, style: Style) -> Text:
    """Return letters on one line at the largest size whose ink fits a box, in its middle.

    Raises Problems where they do not fit at the smallest size or no face has them.
    """
    low, high = min(style.size), max(style.size)
    text = _set_at(letters, high, style)
    wanted = high
    while not _fits(text, box) and wanted > low:
        ink = _body(text)
        share = min(1000 * box.width // max(ink.width, 1), 1000 * box.height // max(ink.height, 1))
        wanted = max(low, min(wanted - STEP, wanted * share // 1000 // STEP * STEP))
        text = _set_at(letters, wanted, style)
    if not _fits(text, box):
        what = f"the monogram {letters} is larger than its rectangle at its smallest size"
        hint = "draw a larger rectangle, or allow a smaller size"
        raise Problems([Problem(f"slot {style.slot}", what, hint)])
    ink = _body(text)
    x = box.x + (box.width - ink.width) // 2 - ink.x
    y = box.y + (box.height - ink.height) // 2 - ink.y
    return replace(text, lines=tuple(replace(ln, x=ln.x + x, y=ln.y + y) for ln in text.lines))


def _set_at(letters: str, size: Mpt, style: Style) -> Text:
    one = replace(style, size=(size, size), align="left", valign="top", max_lines=1)
    fitted = set_text(letters, Box(0, 0, ROOM, ROOM), one)
    assert isinstance(fitted, Fitted), "a few letters fit a box of 35 metres"
    return fitted.text


def _fits(text: Text, box: Box) -> bool:
    ink = _body(text)
    return ink.width <= box.width and ink.height <= box.height


def _body(text: Text) -> Box:
    """Return the box to centre: the ink across; up and down the same way from capitals' middle.

    A tail or an accent does not push the letters off the middle, but it has its room on both sides.
    """
    ink = ink_box(text)
    if not all(char.isupper() for char in text.source if char.isalpha()):
        return ink
    line, face = text.lines[0], text.lines[0].runs[0].face
    cap = units_to_mpt(face.cap_height, face, text.size)
    middle = line.y - cap // 2
    half = max(middle - ink.y, ink.bottom - middle)
    return Box(ink.x, middle - half, ink.width, 2 * half)
