"""Turn a ground of few flat inks into palette indices: its inks exactly, edges to the nearest."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from PIL import Image, ImageChops

from generator.export.raster.letters import PixelBox
from generator.export.raster.pieces import WHITE
from generator.model.paint import Gradient, Ink, Rgb
from generator.model.scene import Group, Item, Path, Picture

MOST_COLOURS = 4096
"""Artwork of more is no artwork of few flat inks."""
ROOM = 128
"""Palette entries for artwork; the others are for type."""
INK_REACH = 8
"""Edges nearer than this to an ink become it: Pillow looks for the nearest colour by cells of 4."""
TOLERANCES = (4, 8, 12)
"""How far the colour of an edge may be off in each channel, tried in turn."""
MEAN_ERROR = 0.5
CELL = 16
"""Pixels a side; at most 22, so that the mean of a cell with one edge is not rounded to nothing."""


class FlatGround(NamedTuple):
    """Indices (mode L) and their colours.

    `edges` has a pixel for each square of CELL, black where nothing changes in it or beside it.
    """

    image: Image.Image
    edges: Image.Image
    colours: tuple[Rgb, ...]

    def ground_under(self, box: PixelBox) -> tuple[int, bool]:
        """Return the index that fills most of a box, and whether it fills it all."""
        left, top = max(0, box[0]), max(0, box[1])
        right, bottom = min(self.image.width, box[2]), min(self.image.height, box[3])
        if left >= right or top >= bottom:
            return 0, True
        cells = (left // CELL, top // CELL, -(-right // CELL), -(-bottom // CELL))
        if self.edges.crop(cells).getbbox() is None:
            return _index(self.image.getpixel((left, top))), True
        count = self.image.crop((left, top, right, bottom)).histogram()
        most = max(count)
        return count.index(most), most == (right - left) * (bottom - top)


def flatten(items: Iterable[Item], ground: Image.Image) -> FlatGround | None:
    """Return a ground as indices, None where it takes more than a palette."""
    if is_shaded(items):
        return None
    counted = ground.getcolors(MOST_COLOURS)
    if counted is None:
        return None
    counts = {_rgb(colour): count for count, colour in counted}
    inks = sorted({WHITE, *_inks(items)} & counts.keys(), key=lambda ink: (-counts[ink], ink))
    colours = _palette(counts, inks)
    if colours is None:
        return None
    image = _nearest(ground, colours)
    found = {index: count for count, index in image.getcolors(256) or ()}
    for index, ink in enumerate(inks):
        if found.get(index, 0) < counts[ink]:
            image.paste(index, (0, 0), _mask(ground, ink))
    return FlatGround(image, _edges(image), colours)


def _inks(items: Iterable[Item]) -> Iterator[Rgb]:
    for item in items:
        match item:
            case Group():
                yield from _inks(item.items)
            case Path():
                paints = (item.fill, item.stroke.paint if item.stroke else None)
                yield from (paint.rgb for paint in paints if isinstance(paint, Ink))


def is_shaded(items: Iterable[Item]) -> bool:
    """Tell whether items have a picture or a gradient among them."""
    for item in items:
        match item:
            case Picture():
                return True
            case Group() if is_shaded(item.items):
                return True
            case Path():
                stroke = item.stroke.paint if item.stroke else None
                if isinstance(item.fill, Gradient) or isinstance(stroke, Gradient):
                    return True
    return False


def _palette(counts: Mapping[Rgb, int], inks: Sequence[Rgb]) -> tuple[Rgb, ...] | None:
    """Return the inks and as many edge colours as make every other one near to one of them."""
    edges = sorted(counts.keys() - set(inks), key=lambda colour: (-counts[colour], colour))
    for tolerance in TOLERANCES:
        kept, error = list(inks), 0
        for colour in edges:
            to_ink = min((_distance(colour, ink) for ink in inks), default=256)
            distance = min((_distance(colour, other) for other in kept), default=256)
            if to_ink > max(tolerance, INK_REACH) and distance > tolerance:
                kept.append(colour)
            else:
                error += counts[colour] * distance
            if len(kept) > ROOM:
                break
        else:
            return tuple(kept) if error <= MEAN_ERROR * sum(counts.values()) else None
    return None


def _nearest(ground: Image.Image, colours: tuple[Rgb, ...]) -> Image.Image:
    palette = Image.new("P", (1, 1))
    palette.putpalette([value for colour in colours for value in colour])
    indexed = ground.quantize(palette=palette, dither=Image.Dither.NONE)
    return Image.frombytes("L", indexed.size, indexed.tobytes())


def _mask(ground: Image.Image, ink: Rgb) -> Image.Image:
    """Return where a ground has exactly an ink."""
    red, green, blue = (
        band.point([255 * (value == wanted) for value in range(256)])
        for band, wanted in zip(ground.split(), ink, strict=True)
    )
    return ImageChops.multiply(ImageChops.multiply(red, green), blue)


def _edges(image: Image.Image) -> Image.Image:
    """Return where an index differs from its neighbour to the right or below, by the cell."""
    across, down = (_differs(image, *step).reduce(CELL) for step in ((1, 0), (0, 1)))
    return ImageChops.lighter(across, down)


def _differs(image: Image.Image, right: int, down: int) -> Image.Image:
    moved = image.copy()
    moved.paste(image, (-right, -down))
    return ImageChops.difference(image, moved).point([0] + [255] * 255)


def _index(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError("an image of indices has whole numbers for pixels")
    return value


def _distance(one: Rgb, other: Rgb) -> int:
    return max(abs(one[0] - other[0]), abs(one[1] - other[1]), abs(one[2] - other[2]))


def _rgb(colour: object) -> Rgb:
    """Narrow what Pillow calls a colour."""
    if not isinstance(colour, tuple):
        raise TypeError("an RGB image has triples for colours")
    red, green, blue = (int(value) for value in colour)
    return red, green, blue
