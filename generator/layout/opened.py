"""A card opened flat: its two printed sides, and the whole sheet of a quarter fold."""

from generator.layout.compose import open_spread
from generator.layout.forms import rectangle
from generator.layout.turns import half_turn, joined, moved
from generator.model.length import Box, Mpt, Size
from generator.model.scene import Card, Group, Scene


def opened(card: Card) -> tuple[Scene, Scene | None]:
    """Return a card's two sides as they are printed flat: the front or outside, then the other.

    The other side is None where nothing is printed on it, and for a quarter fold, which is
    printed on one side.
    """
    panels = {panel.name: panel.scene for panel in card.panels}
    if card.fold == "quarter":
        return open_quarter(card), None
    if card.fold == "flat":
        front = panels["front"] or _blank(card)
        return front, panels["back"]
    inside = panels["inside"] or panels["inside-left"]
    return open_spread(card, "outside"), open_spread(card, "inside") if inside else None


def _blank(card: Card) -> Scene:
    trim = Box(0, 0, card.size.width, card.size.height)
    return Scene(trim, trim, 0, ())


def open_quarter(card: Card) -> Scene:
    """Return the whole sheet of a quarter fold: the insides stand on their heads above."""
    size = card.size
    scenes = {panel.name: panel.scene for panel in card.panels if panel.scene is not None}
    bleed = next(scene.bleed for scene in scenes.values())
    trim = Box(0, 0, 2 * size.width, 2 * size.height)
    items = []
    for name, column, row in (
        ("front", 1, 1),
        ("inside-left", 1, 0),
        ("inside", 0, 0),
        ("back", 0, 1),
    ):
        if name in scenes:
            turned = half_turn(size) if row == 0 else moved(0, 0)
            matrix = joined(moved(column * size.width, row * size.height), turned)
            right = (column == 1) != (row == 0)
            cut = _cut(size, bleed, right=right)
            items.append(Group(scenes[name].items, matrix, clip=rectangle(cut)))
    names = [panel.name for panel in card.panels if panel.name in scenes]
    reading = tuple(slot for name in names for slot in scenes[name].reading)
    return Scene(trim.grown(bleed), trim, bleed, tuple(items), reading)


def _cut(size: Size, bleed: Mpt, *, right: bool) -> Box:
    """Return a panel with its bleed on the sides that are the sheet's edges."""
    x = 0 if right else -bleed
    return Box(x, 0, size.width + bleed, size.height + bleed)
