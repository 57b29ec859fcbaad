"""Turn a ground of few flat inks into palette indices: its inks exactly, edges to the nearest."""

from collections.abc import Iterable
from typing import NamedTuple

from PIL import Image

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


class FlatGround(NamedTuple):
    """Indices (mode L) and their colours; the first `inks` of them are exact."""

    image: Image.Image
    colours: tuple[Rgb, ...]
    inks: int


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
    return FlatGround(image, colours, len(inks))


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


def _distance(one: Rgb, other: Rgb) -> int:
    return max(abs(one[0] - other[0]), abs(one[1] - other[1]), abs(one[2] - other[2]))


def _rgb(colour: object) -> Rgb:
    """Narrow what Pillow calls a colour."""
    if not isinstance(colour, tuple):
        raise TypeError("an RGB image has triples for colours")
    red, green, blue = (int(value) for value in colour)
    return red, green, blue
