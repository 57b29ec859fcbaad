"""Paint type on palette indices: words on one flat ink by the mask, the others by way of RGB."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from PIL import Image, ImageChops, ImageStat

from generator.export.raster.bands import ROWS, band_box, bands_of, count_bands, sorted_by_band
from generator.export.raster.cache import Cache
from generator.export.raster.flat import FlatGround, flatten
from generator.export.raster.job import Ground, Job
from generator.export.raster.letters import Glyph, Letters, PixelBox, Word
from generator.export.raster.paint import ground_image
from generator.export.raster.palette import Dressed, Ramp, dress
from generator.export.raster.view import View
from generator.model.paint import Rgb

MOST_PATCHES = 24
"""Words that may stand on more than one ink; with more of them RGB is as fast."""
PATCH_MEAN, PATCH_MOST = 1.0, 48
"""How far a patch's colours may be off, on the whole and at one place, of 255."""


class Standing(NamedTuple):
    """A word in its ink, the ground under most of it, and whether that is all there is."""

    word: Word
    rgb: Rgb
    ground: int
    alone: bool


class Patch(NamedTuple):
    """A word on several inks as indices, and the mask of where it has ink."""

    image: Image.Image
    mask: Image.Image
    box: PixelBox


class IndexedBands:
    """A job as bands of palette indices; equal keys mean equal untouched bands."""

    def __init__(
        self,
        dressed: Dressed,
        words: Sequence[tuple[Ramp, Word]],
        patches: Sequence[Patch],
        key: Hashable,
    ) -> None:
        self.size, self.palette, self.key = dressed.image.size, dressed.palette, key
        self._ground, self._patches = dressed.image, patches
        self._feet = [(ramp.foot, word.box) for ramp, word in words if ramp.needs_foot]
        self._inks = list(_by_ink(words))
        self.touched = bands_of(patch.box for patch in patches).union(*(g for _, g in self._inks))

    def paint(self, index: int) -> Image.Image:
        """Return a band as a fresh image."""
        box = band_box(self.size, index)
        image, top = self._ground.crop(box), box[1]
        for foot, (left, upper, right, lower) in self._feet:
            image.paste(foot, (left, upper - top, right, lower - top))
        for ink, glyphs in self._inks:
            for mask, x, y in glyphs.get(index, ()):
                image.paste(ink, (x, y - top), mask)
        for patch in self._patches:
            image.paste(patch.image, (patch.box[0], patch.box[1] - top), patch.mask)
        return image

    def whole(self) -> Image.Image:
        """Return all bands as one image of mode P."""
        indices = self._ground.copy()
        for index in self.touched & set(range(count_bands(self.size[1]))):
            indices.paste(self.paint(index), (0, index * ROWS))
        image = Image.frombytes("P", self.size, indices.tobytes())
        image.putpalette(self.palette)
        return image


def index_job(job: Job, view: View, cache: Cache) -> IndexedBands | None:
    """Return a job as bands of palette indices, None where only RGB does it justice."""
    flat = _flat(job.ground, view, cache)
    if flat is None:
        return None
    texts = [mark for mark in job.marks if isinstance(mark, Letters)]
    if len(texts) != len(job.marks) or _inks_meet(texts):
        return None
    standings = [standing for letters in texts for standing in _stand(letters, flat)]
    uneven = [standing for standing in standings if not standing.alone]
    if len(uneven) > MOST_PATCHES:
        return None
    pairs = tuple(dict.fromkeys((s.ground, s.rgb) for s in standings))
    key = ("indexed", job.ground.key, view, pairs)
    dressed = cache.get(key, lambda: dress(flat, pairs), _weigh)
    if dressed is None:
        return None
    patches = _patches(uneven, ground_image(job.ground, view, cache), dressed) if uneven else []
    if patches is None:
        return None
    words = [(dressed.ramps[s.ground, s.rgb], s.word) for s in standings if s.alone]
    return IndexedBands(dressed, words, patches, key)


def _flat(ground: Ground, view: View, cache: Cache) -> FlatGround | None:
    return cache.get(
        ("flat", ground.key, view),
        lambda: flatten(ground.items, ground_image(ground, view, cache)),
        _weigh,
    )


def _weigh(held: FlatGround | Dressed | None) -> int:
    return 0 if held is None else held.image.width * held.image.height


def _by_ink(words: Iterable[tuple[Ramp, Word]]) -> Iterator[tuple[int, dict[int, list[Glyph]]]]:
    inks: dict[int, list[Glyph]] = {}
    for ramp, word in words:
        inks.setdefault(ramp.ink, []).extend(word.glyphs)
    for ink, glyphs in inks.items():
        yield ink, sorted_by_band(glyphs)


def _stand(letters: Letters, flat: FlatGround) -> Iterator[Standing]:
    """Yield what each word stands on; where all share one flat ink, one look is enough."""
    if not letters.words:
        return
    whole, alone = flat.ground_under(_hull(letters))
    for word in letters.words:
        ground = (whole, True) if alone else flat.ground_under(word.box)
        yield Standing(word, letters.rgb, *ground)


def _within(box: PixelBox, size: tuple[int, int]) -> PixelBox | None:
    """Return what of a box lies on the image, None if nothing does."""
    left, top = max(0, box[0]), max(0, box[1])
    right, bottom = min(size[0], box[2]), min(size[1], box[3])
    return (left, top, right, bottom) if left < right and top < bottom else None


def _patches(
    uneven: Iterable[Standing], ground: Image.Image, dressed: Dressed
) -> list[Patch] | None:
    """Return words painted in RGB as indices, None where the palette lacks their colours."""
    palette = Image.new("P", (1, 1))
    palette.putpalette(dressed.palette)
    patches: list[Patch] = []
    for standing in uneven:
        box = _within(standing.word.box, ground.size)
        if box is None:
            continue
        seen, mask = ground.crop(box), Image.new("L", (box[2] - box[0], box[3] - box[1]))
        for glyph, x, y in standing.word.glyphs:
            seen.paste(standing.rgb, (x - box[0], y - box[1]), glyph)
            mask.paste(255, (x - box[0], y - box[1]), glyph)
        found = seen.quantize(palette=palette, dither=Image.Dither.NONE)
        error = ImageChops.difference(found.convert("RGB"), seen)
        stat = ImageStat.Stat(error)
        if max(stat.mean) > PATCH_MEAN or max(high for _, high in stat.extrema) > PATCH_MOST:
            return None
        image = Image.frombytes("L", found.size, found.tobytes())
        patches.append(Patch(image, mask.point([0] + [255] * 255), box))
    return patches


def _inks_meet(texts: Sequence[Letters]) -> bool:
    """Tell whether letters of different inks may touch, which indices cannot show."""
    return any(
        _meet(a.box, b.box)
        for one, other in combinations([text for text in texts if text.words], 2)
        if one.rgb != other.rgb and _meet(_hull(one), _hull(other))
        for a in one.words
        for b in other.words
    )


def _meet(a: PixelBox, b: PixelBox) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _hull(letters: Letters) -> PixelBox:
    lefts, tops, rights, bottoms = zip(*(word.box for word in letters.words), strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)
