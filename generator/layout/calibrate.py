"""The test sheet that shows how far a printer shifts and scales."""

from collections.abc import Iterable

from generator.layout.labels import BLACK, Label, set_label
from generator.layout.sheet import FIXED
from generator.layout.slug import circle, rulers
from generator.model.length import Box, Mpt, Size, mm
from generator.model.paint import Stroke
from generator.model.scene import Face, Group, Item, Path, Scene

ACROSS: Mpt = mm(170)
DOWN: Mpt = mm(235)
"""From cross 1 to crosses 2 and 3: whole millimetres that both papers hold."""
ARM: Mpt = mm(6)
LINE: Mpt = 400
TITLE = "Test sheet"
STEPS = (
    "Print this page at 100 % (actual size), on plain paper. For cards with two sides, print both "
    "pages on one sheet. Check the rulers below: if one is wrong, the print window still scales.",
    "X: measure from the left edge of the paper to the middle of cross 1. It should be 20 mm. "
    "X is 20 less what you measured. Plus moves all print to the right, minus to the left. "
    "Measured 18.5? X is 1.5. Measured 21? X is −1.",
    "Y: measure from the top edge of the paper to the middle of cross 1. It should be 20 mm. "
    "Y is 20 less what you measured. Plus moves all print down, minus moves it up.",
    "S: measure from cross 1 to cross 2. It should be 170 mm. S is 170 divided by what you "
    "measured. Measured 169.5? S is 1.003. Cross 1 to cross 3 should be 235 mm.",
    "Keep the figures for every later sheet. For X 1.5, Y −1 and S 1.003 that is: "
    "calibrate --offset 1.5,-1 --scale 1.003. Or give them to one sheet alone, with the same "
    "words after sheet.",
)
BACK_STEPS = (
    "This is the back. Turn the sheet over so that these words stand upright.",
    "X: measure from the left edge of the paper, as you see it now, to the middle of cross 1. It "
    "should be 20 mm. X is 20 less what you measured.",
    "Y: measure from the top edge of the paper to the middle of cross 1. It should be 20 mm. "
    "Y is 20 less what you measured.",
    "Are both the same as on the front, within half a millimetre? Then you are done.",
    "If not, keep them for the back. For X 0.5 and Y 2 that is: calibrate --back-offset 0.5,2.",
)
WORDS = "".join((*STEPS, *BACK_STEPS))
"""All that the faces have to hold."""


def draw_test_sheet(page: Size, faces: tuple[Face, ...]) -> tuple[Scene, Scene]:
    """Return both sides of the test sheet for an upright page; all crosses clear every margin."""
    return (
        _side(page, faces, "Test sheet for your printer", STEPS),
        _side(page, faces, "Test sheet: the back", BACK_STEPS),
    )


def _side(page: Size, faces: tuple[Face, ...], heading: str, steps: tuple[str, ...]) -> Scene:
    box = Box(0, 0, page.width, page.height)
    items: list[Item] = []
    for number, (x, y) in enumerate(crosses(), 1):
        items.extend(_cross(number, x, y, faces))
    items.extend(_arrow("X: plus is this way", FIXED + mm(16), FIXED, faces, down=False))
    items.extend(_arrow("Y: plus is this way", FIXED, FIXED + mm(16), faces, down=True))
    title = Label(faces=faces, size=16_000)
    left, width = mm(48), mm(128)
    items.append(set_label(heading, Box(left, mm(42), width, mm(9)), title))
    for number, words in enumerate(steps, 1):
        y = mm(56) + (number - 1) * mm(27)
        items.append(
            set_label(f"{number}.", _line(left, y, mm(7)), Label(faces=faces, size=11_000))
        )
        place = _line(left + mm(8), y, width - mm(8))
        items.append(set_label(words, place, Label(faces=faces, size=11_000)))
    items.extend(rulers(left, mm(208), faces))
    return Scene(box, box, 0, (Group(tuple(items), artifact=True),))


def crosses() -> tuple[tuple[Mpt, Mpt], ...]:
    """Return the middles of crosses 1 to 4: top left, top right, bottom left, bottom right."""
    right, bottom = FIXED + ACROSS, FIXED + DOWN
    return (FIXED, FIXED), (right, FIXED), (FIXED, bottom), (right, bottom)


def _line(x: Mpt, y: Mpt, width: Mpt) -> Box:
    return Box(x, y, width, mm(26))


def _cross(number: int, x: Mpt, y: Mpt, faces: tuple[Face, ...]) -> Iterable[Item]:
    d = f"M{x - ARM} {y}L{x + ARM} {y}M{x} {y - ARM}L{x} {y + ARM}" + circle(x, y, ARM // 2)
    yield Path(d, None, Stroke(BLACK, LINE))
    box = Box(x + mm(4), y + mm(3), mm(8), mm(7))
    yield set_label(str(number), box, Label(faces=faces, size=14_000))


def _arrow(words: str, x: Mpt, y: Mpt, faces: tuple[Face, ...], *, down: bool) -> Iterable[Item]:
    long, head = mm(20), mm(1.5)
    if down:
        d = f"M{x} {y}L{x} {y + long}M{x - head} {y + long - 2 * head}L{x} {y + long}"
        d += f"L{x + head} {y + long - 2 * head}"
        box = Box(x + mm(3), y + mm(8), mm(20), mm(10))
    else:
        d = f"M{x} {y}L{x + long} {y}M{x + long - 2 * head} {y - head}L{x + long} {y}"
        d += f"L{x + long - 2 * head} {y + head}"
        box = Box(x, y + mm(2), mm(40), mm(5))
    yield Path(d, None, Stroke(BLACK, LINE))
    yield set_label(words, box, Label(faces=faces, size=9_000))
