"""Turn a ground of few flat inks into palette indices: its inks exactly, edges to the nearest."""

from collections.abc import Iterable
from typing import NamedTuple

from PIL import Image, ImageChops

from generator.export.raster.letters import PixelBox
from generator.model.paint import Gradient, Rgb
from generator.model.scene import Group, Item, Path, Picture

MOST_COLOURS = 4096
"""Artwork of more is no artwork of few flat inks."""
ROOM = 128
"""Palette entries for artwork; the others are for type."""
INK_SHARE = 200
"""A colour on at least one pixel in so many is an ink of its own."""
TOLERANCES = (2, 4, 8, 12)
"""How far the colour of an edge may be off in each channel, tried in turn."""
MEAN_ERROR = 0.5
CELL = 16
"""Pixels a side; at most 22, so that the mean of a cell with one edge is not rounded to nothing."""


class FlatGround(NamedTuple):
    """Indices (mode L) and their colours; the first `inks` of them are exact.

    `edges` has a pixel for each square of CELL, black where nothing changes in it or beside it.
    """

    image: Image.Image
    edges: Image.Image
    colours: tuple[Rgb, ...]
    inks: int

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
    ranked = sorted(((count, _rgb(colour)) for count, colour in counted), reverse=True)
    pixels = ground.width * ground.height
    inks = [colour for count, colour in ranked if count * INK_SHARE >= pixels]
    colours = _palette(ranked, len(inks), pixels)
    if colours is None:
        return None
    image = _nearest(ground, colours)
    found = {index: count for count, index in image.getcolors(256) or ()}
    for index, (count, _) in enumerate(ranked[: len(inks)]):
        if found.get(index, 0) < count:
            return None
    return FlatGround(image, _edges(image), colours, len(inks))


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


def _palette(ranked: list[tuple[int, Rgb]], inks: int, pixels: int) -> tuple[Rgb, ...] | None:
    """Return the inks and as many edge colours as make every other one near to one of them."""
    if inks > ROOM:
        return None
    for tolerance in TOLERANCES:
        kept = [colour for _, colour in ranked[:inks]]
        error = 0
        for count, colour in ranked[inks:]:
            distance = min((_distance(colour, other) for other in kept), default=256)
            if distance > tolerance:
                kept.append(colour)
            else:
                error += count * distance
            if len(kept) > ROOM:
                break
        else:
            return tuple(kept) if error <= MEAN_ERROR * pixels else None
    return None


def _nearest(ground: Image.Image, colours: tuple[Rgb, ...]) -> Image.Image:
    palette = Image.new("P", (1, 1))
    palette.putpalette([value for colour in colours for value in colour])
    indexed = ground.quantize(palette=palette, dither=Image.Dither.NONE)
    return Image.frombytes("L", indexed.size, indexed.tobytes())


def _edges(image: Image.Image) -> Image.Image:
    """Return where an index differs from its neighbour to the right or below, by the cell."""
    differs = Image.new("L", image.size)
    for step in ((1, 0), (0, 1)):
        moved = image.copy()
        moved.paste(image, (-step[0], -step[1]))
        differs = ImageChops.lighter(differs, ImageChops.difference(image, moved))
    return differs.point([0] + [255] * 255).reduce(CELL)


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
