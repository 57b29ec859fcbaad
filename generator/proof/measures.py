"""What is measured on rendered artwork: contrast under words, and how much of it is ink."""

from math import ceil, floor

from PIL import Image, ImageChops

from generator.export.png import paint
from generator.export.raster.cache import Cache
from generator.layout.forms import ART_BLEED, contrast, form_artwork, rectangle
from generator.model.artwork import Artwork
from generator.model.kit import Form, Palette
from generator.model.length import MPT_PER_INCH, Box, Mpt, Size
from generator.model.paint import Ink, Rgb
from generator.model.scene import Group, Item, Path, Scene, Text

DPI = 40
"""Enough to see what lies under a word: a line of a quarter point still darkens its pixel."""

GROUND = 0.8
"""Art that covers more of its page than this is a ground, else the paper is."""
BARE: Rgb = (255, 0, 255)


def print_ground(artwork: Artwork, form: Form, palette: Palette) -> Image.Image:
    """Return the trim of a drawing as it prints, without its words.

    The forms that only move the art (inset) or leave words out (blank) are painted as drawn: their
    slots move with it.
    """
    shown: Form = form if form in ("low-ink", "grey") else "bleed"
    return paint_trim(form_artwork(artwork, shown, palette).items, artwork.size)


def paint_trim(items: tuple[Item, ...], size: Size) -> Image.Image:
    """Return the trim of items without words."""
    trim = Box(0, 0, size.width, size.height)
    return paint(Scene(trim, trim, 0, items), DPI, Cache()).convert("RGB")


def without_words(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Return a card's items that lie under its words: the art, and the pictures on it."""
    return tuple(item for item in items if not isinstance(item, Text) and not is_code(item))


def is_code(item: Item) -> bool:
    """Tell whether an item is a code, which is itself what has to be read: a path by itself."""
    return isinstance(item, Group) and item.key is None and isinstance(item.items[0], Path)


def bare_edges(artwork: Artwork, palette: Palette) -> dict[str, Mpt]:
    """Return how far short of its page's sides a drawing's ground stops, where it reaches others.

    A ground that leaves all sides bare is a panel on the paper.
    """
    page = Box(0, 0, artwork.size.width, artwork.size.height).grown(ART_BLEED)
    under = Path(rectangle(page), Ink("paper", BARE))
    items = form_artwork(artwork, "bleed", palette).items
    image = paint(Scene(page, page, 0, (under, *items)), DPI, Cache())
    covered = ImageChops.difference(image, Image.new("RGB", image.size, BARE)).convert("L")
    bounds = covered.getbbox()
    if bounds is None or sum(covered.histogram()[1:]) < GROUND * image.width * image.height:
        return {}
    left, top, right, bottom = bounds
    bare = {"left": left, "top": top, "right": image.width - right, "foot": image.height - bottom}
    # One pixel may be a matter of rounding.
    short = {side: px * MPT_PER_INCH // DPI for side, px in bare.items() if px > 1}
    return short if len(short) < len(bare) else {}


def least_contrast(image: Image.Image, box: Box, ink: Rgb) -> float:
    """Return the least contrast of an ink to what an image shows in a box, 1 to 21."""
    found = image.crop(_pixels(box, image)).getcolors(image.width * image.height)
    return min(contrast(ink, _rgb(colour)) for _, colour in found or [(1, ink)])


def ink_share(image: Image.Image) -> float:
    """Return the share of a sheet that is ink, 0 to 1, all channels alike."""
    counts = image.convert("L").histogram()
    return 1 - sum(i * n for i, n in enumerate(counts)) / 255 / image.width / image.height


def _pixels(box: Box, image: Image.Image) -> tuple[int, int, int, int]:
    """Return the pixels that lie wholly in a box, one at least."""
    left, top = (floor(ceil(side * DPI / MPT_PER_INCH)) for side in (box.x, box.y))
    right, bottom = (floor(side * DPI / MPT_PER_INCH) for side in (box.right, box.bottom))
    left, top = min(max(left, 0), image.width - 1), min(max(top, 0), image.height - 1)
    return left, top, max(right, left + 1), max(bottom, top + 1)


def _rgb(colour: object) -> Rgb:
    if not isinstance(colour, tuple):
        raise TypeError("an RGB image has triples for colours")
    red, green, blue = (int(part) for part in colour)
    return red, green, blue
