"""Turn a scene into a ground that is drawn once and marks that are painted over it."""

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import TypeAlias, assert_never

from PIL import Image

from generator.export.raster.cache import Cache
from generator.export.raster.layer import Layer, draw
from generator.export.raster.letters import Letters, PixelBox, clipped, place
from generator.export.raster.plan import Clip, Faded, Placed, Step, Still, join, plan
from generator.export.raster.view import View
from generator.model.paint import Ink
from generator.model.scene import Group, Item, Path, Scene


@dataclass(frozen=True, slots=True)
class Blend:
    """Marks painted apart and blended as one; opacity is 0–1000."""

    marks: tuple["Mark", ...]
    opacity: int


Mark: TypeAlias = Letters | Layer | Blend


@dataclass(frozen=True, slots=True)
class Ground:
    """What lies under all marks: first what recurs, over it what this scene alone has."""

    recurring: Still
    own: Still

    @property
    def key(self) -> Hashable:
        """Equal keys mean equal pixels at one resolution."""
        return self.recurring.key, self.own.key

    @property
    def items(self) -> tuple[Item, ...]:
        """All items, the lowest first."""
        return self.recurring.items + self.own.items


@dataclass(frozen=True, slots=True)
class Job:
    """What to paint: the ground, then the marks in order."""

    ground: Ground
    marks: tuple[Mark, ...]


def prepare(scene: Scene, view: View, cache: Cache) -> Job:
    """Return the job of a scene; artwork that covers no mark before it sinks into the ground."""
    sunk: list[Still] = []
    marks: list[Mark] = []
    for step in plan(scene.items):
        if isinstance(step, Still):
            if not marks or not _meets(layer := _layer(step, view, cache), marks):
                sunk.append(step)
            else:
                marks.append(layer)
        else:
            marks.append(_mark(step, view, cache))
    recurring = list(takewhile(lambda still: still.recurs, sunk))
    return Job(Ground(join(recurring), join(sunk[len(recurring) :])), tuple(marks))


def mark_boxes(mark: Mark) -> Iterator[PixelBox]:
    """Yield boxes that hold a mark's ink."""
    match mark:
        case Letters():
            for word in mark.words:
                yield word.box
        case Layer():
            yield mark.box
        case Blend():
            for inner in mark.marks:
                yield from mark_boxes(inner)
        case _:
            assert_never(mark)


def _mark(step: Step, view: View, cache: Cache) -> Mark:
    match step:
        case Still():
            return _layer(step, view, cache)
        case Placed():
            letters = place(step.text, step.matrix, view)
            for clip in step.clips:
                letters = clipped(letters, _clip_mask(clip, view, cache))
            return letters
        case Faded():
            return Blend(tuple(_mark(s, view, cache) for s in step.steps), step.opacity)
        case _:
            assert_never(step)


def _layer(still: Still, view: View, cache: Cache) -> Layer:
    store = cache.store if still.recurs else None
    key = ("layer", still.key, view)
    return cache.get(key, lambda: draw(still.items, view, store), lambda got: got.weight)


def _clip_mask(clip: Clip, view: View, cache: Cache) -> Image.Image:
    def make() -> Image.Image:
        shape = Group((Path(clip.d, Ink("ink")),), clip.matrix)
        layer = draw((shape,), view)
        mask = Image.new("L", view.size)
        full = layer.image.mode == "RGB"
        mask.paste(255 if full else layer.image.getchannel("A"), layer.box)
        return mask

    return cache.get(("clip", clip, view), make, lambda mask: mask.width * mask.height)


def _meets(layer: Layer, marks: Iterable[Mark]) -> bool:
    """Tell whether a layer has ink in a box of the marks."""
    opaque = layer.image.mode == "RGB"
    alpha = None if opaque else layer.image.getchannel("A")
    for mark in marks:
        for box in mark_boxes(mark):
            x0, y0 = max(box[0], layer.x), max(box[1], layer.y)
            x1, y1 = min(box[2], layer.box[2]), min(box[3], layer.box[3])
            if x0 >= x1 or y0 >= y1:
                continue
            window = (x0 - layer.x, y0 - layer.y, x1 - layer.x, y1 - layer.y)
            if alpha is None or alpha.crop(window).getbbox() is not None:
                return True
    return False
