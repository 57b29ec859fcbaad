"""Crop marks round the trim, outside the bleed."""

from dataclasses import replace

from generator.model.length import Mpt, mm
from generator.model.paint import Ink, Stroke
from generator.model.scene import Group, Path, Scene

WEIGHT: Mpt = 250
"""0.25 pt, the thinnest line that prints everywhere (docs/print/)."""
LENGTH: Mpt = mm(5)
LEAST_OFFSET: Mpt = mm(3)
FOLD_DASH: tuple[Mpt, ...] = (mm(1), mm(1))
REGISTRATION = Ink("registration", (0, 0, 0), (100, 100, 100, 100))


def add_crop_marks(scene: Scene) -> Scene:
    """Return the Scene on a larger medium, with crop marks that stop short of the bleed."""
    trim, gap = scene.trim, max(scene.bleed, LEAST_OFFSET)
    far = gap + LENGTH
    d = "".join(
        f"M{x} {trim.y + side * near}L{x} {trim.y + side * end}"
        if upright
        else f"M{trim.x + side * near} {x}L{trim.x + side * end} {x}"
        for upright, places, length in (
            (True, (trim.x, trim.right), trim.height),
            (False, (trim.y, trim.bottom), trim.width),
        )
        for x in places
        for side, near, end in ((-1, gap, far), (1, length + gap, length + far))
    )
    marks = Group((Path(d, None, Stroke(REGISTRATION, WEIGHT)),), artifact=True)
    return replace(scene, media=trim.grown(far), items=(*scene.items, marks))


def add_fold_marks(scene: Scene, fold: str) -> Scene:
    """Return an opened card's Scene with a dashed mark at each end of its fold, off the card."""
    trim, gap = scene.trim, max(scene.bleed, LEAST_OFFSET)
    far = gap + LENGTH
    if fold == "tent":
        y = trim.y + trim.height // 2
        ends = ((trim.x - far, trim.x - gap), (trim.right + gap, trim.right + far))
        d = "".join(f"M{start} {y}L{end} {y}" for start, end in ends)
    else:
        x = trim.x + trim.width // 2
        ends = ((trim.y - far, trim.y - gap), (trim.bottom + gap, trim.bottom + far))
        d = "".join(f"M{x} {start}L{x} {end}" for start, end in ends)
    stroke = Stroke(REGISTRATION, WEIGHT, dash=FOLD_DASH)
    marks = Group((Path(d, None, stroke),), artifact=True)
    return replace(scene, media=trim.grown(far), items=(*scene.items, marks))
