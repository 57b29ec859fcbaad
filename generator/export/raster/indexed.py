"""Paint type on palette indices.

A stretch of the palette runs from the ground's colour to the ink's in even steps, so that blending
indices by a glyph's mask is blending colours. Two inks share a stretch, the ground in its middle.
"""

from collections.abc import Hashable, Sequence
from itertools import combinations
from typing import NamedTuple

from PIL import Image

from generator.export.raster.bands import band_box, sorted_by_band
from generator.export.raster.cache import Cache
from generator.export.raster.flat import FlatGround, flatten
from generator.export.raster.job import Job
from generator.export.raster.letters import Letters, PixelBox
from generator.export.raster.paint import ground_image
from generator.export.raster.plan import Still
from generator.export.raster.view import View
from generator.model.paint import Rgb

STEPS = (32, 16, 12)
"""Between ground and ink; as many as there is room for."""
Pair = tuple[int, Rgb]
"""The index of a flat ground and the ink over it."""


class Ramp(NamedTuple):
    """The index of a ground at the foot of an ink's stretch, and the ink's own.

    A third ink on a ground has a foot apart, which must be put under its letters.
    """

    foot: int
    ink: int
    needs_foot: bool


class Dressed(NamedTuple):
    """A ground whose palette has room for type: its indices, the palette, each pair's ramp."""

    image: Image.Image
    palette: bytes
    ramps: dict[Pair, Ramp]


class IndexedBands:
    """A job as bands of palette indices; equal keys mean equal untouched bands."""

    def __init__(
        self, dressed: Dressed, texts: Sequence[Letters], pairs: Sequence[Pair], key: Hashable
    ) -> None:
        self.size, self.palette, self.key = dressed.image.size, dressed.palette, key
        self._ground = dressed.image
        ramps = [dressed.ramps[pair] for pair in pairs]
        glyphs = [sorted_by_band(letters.glyphs) for letters in texts]
        self._inks = [(ramp.ink, found) for ramp, found in zip(ramps, glyphs, strict=True)]
        # What stands on the ground's own index needs no foot put under it.
        self._feet = [
            (ramp.foot, letters.boxes)
            for ramp, letters in zip(ramps, texts, strict=True)
            if ramp.needs_foot
        ]
        self.touched = {index for found in glyphs for index in found}

    def paint(self, index: int) -> Image.Image:
        """Return a band as a fresh image."""
        box = band_box(self.size, index)
        image, top = self._ground.crop(box), box[1]
        for foot, boxes in self._feet:
            for left, upper, right, lower in boxes:
                image.paste(foot, (left, upper - top, right, lower - top))
        for ink, glyphs in self._inks:
            for mask, x, y in glyphs.get(index, ()):
                image.paste(ink, (x, y - top), mask)
        return image


def index_job(job: Job, view: View, cache: Cache) -> IndexedBands | None:
    """Return a job as bands of palette indices, None where only RGB does it justice."""
    flat = _flat(job.ground, view, cache)
    if flat is None:
        return None
    texts = [mark for mark in job.marks if isinstance(mark, Letters) and mark.glyphs]
    if len(texts) != len(job.marks):
        return None
    pairs: list[Pair] = []
    for letters in texts:
        ground = _ground_under(letters, flat)
        if ground is None:
            return None
        pairs.append((ground, letters.rgb))
    if _inks_meet(texts):
        return None
    needed = tuple(dict.fromkeys(pairs))
    key = ("indexed", job.ground.key, view, needed)
    dressed = cache.get(key, lambda: _dress(flat, needed), _weigh)
    if dressed is None:
        return None
    return IndexedBands(dressed, texts, pairs, key)


def _flat(ground: Still, view: View, cache: Cache) -> FlatGround | None:
    return cache.get(
        ("flat", ground.key, view),
        lambda: flatten(ground.items, ground_image(ground, view, cache)),
        _weigh,
    )


def _weigh(held: FlatGround | Dressed | None) -> int:
    return 0 if held is None else held.image.width * held.image.height


def _ground_under(letters: Letters, flat: FlatGround) -> int | None:
    """Return the one ink that lies under all letters, None where there are more."""
    found: set[int] = set()
    for box in letters.boxes:
        inside = _within(box, flat.image.size)
        if inside is not None:
            low, high = flat.image.crop(inside).getextrema()
            if low != high or not isinstance(low, int):
                return None
            found.add(low)
    ground = found.pop() if found else 0
    if found:
        return None
    return ground if ground < flat.inks else None


def _within(box: PixelBox, size: tuple[int, int]) -> PixelBox | None:
    """Return what of a box lies on the image, None if nothing does."""
    left, top, right, bottom = (
        max(0, box[0]),
        max(0, box[1]),
        min(size[0], box[2]),
        min(size[1], box[3]),
    )
    return (left, top, right, bottom) if left < right and top < bottom else None


def _inks_meet(texts: Sequence[Letters]) -> bool:
    """Tell whether letters of different inks may touch, which indices cannot show."""
    return any(
        _meet(a, b)
        for one, other in combinations(texts, 2)
        if one.rgb != other.rgb and _meet(_hull(one.boxes), _hull(other.boxes))
        for a in one.boxes
        for b in other.boxes
    )


def _meet(a: PixelBox, b: PixelBox) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _hull(boxes: Sequence[PixelBox]) -> PixelBox:
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _dress(flat: FlatGround, pairs: Sequence[Pair]) -> Dressed | None:
    """Lay out the palette: a stretch for every two inks on a ground, then what artwork needs."""
    for steps in STEPS:
        entries, feet, ramps = _stretches(flat.colours, pairs, steps)
        edges = [index for index in range(len(flat.colours)) if index not in feet]
        if len(entries) + len(edges) <= 256:
            new = {**feet, **{old: len(entries) + i for i, old in enumerate(edges)}}
            entries += [flat.colours[index] for index in edges]
            lut = [new.get(old, 0) for old in range(256)]
            palette = bytes(value for entry in entries for value in entry)
            return Dressed(flat.image.point(lut), palette, ramps)
    return None


def _stretches(
    colours: Sequence[Rgb], pairs: Sequence[Pair], steps: int
) -> tuple[list[Rgb], dict[int, int], dict[Pair, Ramp]]:
    """Return palette entries, where each ground went, and the ramps."""
    entries: list[Rgb] = []
    feet: dict[int, int] = {}
    ramps: dict[Pair, Ramp] = {}
    for ground in dict.fromkeys(ground for ground, _ in pairs):
        inks = [ink for under, ink in pairs if under == ground]
        for up, down in zip(inks[::2], [*inks[1::2], None], strict=False):
            paper, apart = colours[ground], ground in feet
            if down is not None:
                entries += [_mixed(paper, down, steps - i, steps) for i in range(steps)]
                ramps[ground, down] = Ramp(len(entries), len(entries) - steps, apart)
            ramps[ground, up] = Ramp(len(entries), len(entries) + steps, apart)
            feet.setdefault(ground, len(entries))
            entries += [_mixed(paper, up, i, steps) for i in range(steps + 1)]
    return entries, feet, ramps


def _mixed(paper: Rgb, ink: Rgb, part: int, steps: int) -> Rgb:
    red, green, blue = (
        (2 * (p * (steps - part) + i * part) + steps) // (2 * steps)
        for p, i in zip(paper, ink, strict=True)
    )
    return red, green, blue
