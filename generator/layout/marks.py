"""Crop and fold marks round the trim, outside the bleed."""

from collections.abc import Iterable
from dataclasses import replace

from generator.model.length import Box, Mpt, Size, mm
from generator.model.paint import Ink, Stroke
from generator.model.scene import Group, Path, Scene

WEIGHT: Mpt = 250
"""0.25 pt, the thinnest line that prints everywhere (docs/print/)."""
LENGTH: Mpt = mm(5)
LEAST_OFFSET: Mpt = mm(3)
LEAST_GAP: Mpt = mm(2)
"""How far a sheet's marks stay from its cards."""
SHORT: Mpt = mm(2.5)
"""A mark's length on a sheet that would have no room for its slug otherwise."""
FOLD_DASH: tuple[Mpt, ...] = (mm(1), mm(1))
"""Folds are dashed, cuts are whole lines."""
REGISTRATION = Ink("registration", (0, 0, 0), (60, 60, 60, 100))
"""On every plate, and within the ink that paper takes."""


def add_crop_marks(scene: Scene) -> Scene:
    """Return the Scene on a larger medium, with crop marks that stop short of the bleed."""
    trim, gap = scene.trim, max(scene.bleed, LEAST_OFFSET)
    d = outer_lines(trim, (trim.x, trim.right), (trim.y, trim.bottom), gap)
    marks = Group((Path(d, None, Stroke(REGISTRATION, WEIGHT)),), artifact=True)
    return replace(scene, media=trim.grown(gap + LENGTH), items=(*scene.items, marks))


def add_fold_marks(scene: Scene, fold: str) -> Scene:
    """Return an opened card's Scene with a dashed mark at each end of its folds, off the card."""
    trim, gap = scene.trim, max(scene.bleed, LEAST_OFFSET)
    xs, ys = fold_lines(fold, Size(trim.width, trim.height))
    d = outer_lines(trim, [trim.x + x for x in xs], [trim.y + y for y in ys], gap)
    stroke = Stroke(REGISTRATION, WEIGHT, dash=FOLD_DASH)
    marks = Group((Path(d, None, stroke),), artifact=True)
    return replace(scene, media=trim.grown(gap + LENGTH), items=(*scene.items, marks))


def fold_lines(fold: str, size: Size) -> tuple[tuple[Mpt, ...], tuple[Mpt, ...]]:
    """Return where an opened card of a size is folded: the x of upright folds, the y of level."""
    upright = (size.width // 2,) if fold in ("side", "quarter") else ()
    return upright, (size.height // 2,) if fold in ("tent", "quarter") else ()


def outer_lines(
    box: Box, xs: Iterable[Mpt], ys: Iterable[Mpt], gap: Mpt, length: Mpt = LENGTH
) -> str:
    """Return short lines outside a box, at these x above and below, at these y on both sides."""
    far = gap + length
    return "".join(
        f"M{x} {box.y + side * near}L{x} {box.y + side * end}"
        if upright
        else f"M{box.x + side * near} {x}L{box.x + side * end} {x}"
        for upright, places, side_length in ((True, xs, box.height), (False, ys, box.width))
        for x in places
        for side, near, end in ((-1, gap, far), (1, side_length + gap, side_length + far))
    )


def edge_lines(box: Box, page: Size, margin: Mpt) -> str:
    """Return short lines along a box's upper and lower edge, on the side that is cut off.

    They stand in for level marks beside a box that is about as wide as the page; a line that a
    printer's margin would swallow is left out.
    """
    half = WEIGHT // 2
    rows = [box.y - half] * (box.y >= margin)
    rows += [box.bottom + half] * (page.height - box.bottom >= margin)
    starts = margin, page.width - margin - LENGTH
    return "".join(f"M{x} {y}L{x + LENGTH} {y}" for y in rows for x in starts)
