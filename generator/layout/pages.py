"""A card as the pages of a document: a panel each, or the opened card outside and inside."""

from dataclasses import replace
from typing import Literal

from generator.layout.compose import open_spread
from generator.layout.forms import rectangle
from generator.layout.marks import add_crop_marks, add_fold_marks
from generator.layout.opened import open_quarter
from generator.model.length import Box
from generator.model.paint import ONE
from generator.model.scene import Card, Group, Scene

Pages = Literal["panels", "spreads"]
PAGES: tuple[Pages, ...] = ("panels", "spreads")


def card_pages(card: Card, pages: Pages, *, marks: bool) -> tuple[Scene, ...]:
    """Return a card's pages in the order that a shop expects them.

    A folded card has a page for each of its panels, also an unprinted one, so that none moves up;
    a flat one has no page for an unprinted back, and a quarter fold opens into one page. A tent's
    inside is turned, since shops turn the sheet like the leaf of a book (facts: print-ready
    guides, two or more).
    """
    if pages == "spreads" and card.fold != "flat":
        sides = ("outside",) if card.fold == "quarter" else ("outside", "inside")
        scenes = [_spread(card, side, marks=marks) for side in sides]
    else:
        scenes = list(_panels(card))
    return tuple(add_crop_marks(scene) if marks else scene for scene in scenes)


def _panels(card: Card) -> list[Scene]:
    printed = [panel.scene for panel in card.panels]
    bleed = next(scene.bleed for scene in printed if scene is not None)
    trim = Box(0, 0, card.size.width, card.size.height)
    empty = Scene(trim.grown(bleed), trim, bleed, ())
    if card.fold == "flat":
        return [scene for scene in printed if scene is not None]
    return [empty if scene is None else scene for scene in printed]


def _spread(card: Card, side: str, *, marks: bool) -> Scene:
    scene = open_quarter(card) if card.fold == "quarter" else open_spread(card, side)
    if card.fold == "tent" and side == "inside":
        scene = turned(scene)
    return add_fold_marks(scene, card.fold) if marks else scene


def turned(scene: Scene) -> Scene:
    """Return a Scene turned by 180 degrees about the middle of its trim."""
    trim = scene.trim
    matrix = (-ONE, 0, 0, -ONE, 2 * trim.x + trim.width, 2 * trim.y + trim.height)
    return replace(scene, items=(Group(scene.items, matrix, clip=rectangle(scene.media)),))
