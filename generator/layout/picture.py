"""A fork's own picture in its rectangle: fitted, fine enough for print, and in the form's inks."""

from functools import lru_cache
from io import BytesIO
from math import ceil

from PIL import Image, ImageStat

from generator.layout.forms import LARGE_FILL, grey_ink, mix_ink, paint_items, rectangle, spare_ink
from generator.load.colour import parse_rgb
from generator.load.profile import process_ink
from generator.model.artwork import Figure, Photo
from generator.model.kit import Fit, Form, Palette, Slot
from generator.model.length import MPT_PER_INCH, Box, Mpt, Size
from generator.model.paint import ONE, Ink
from generator.model.problem import Problem, Problems
from generator.model.scene import Group, Picture

LEAST_DPI = 200
"""A photograph with fewer pixels an inch looks soft in print."""
MOST_DPI = 400
"""What is finer is brought down to this, so that files stay small."""
SPARED = 0.15
"""The share of ink that low-ink leaves of a photograph."""
QUALITY = 92


def fitted(width: float, height: float, room: Size, fit: Fit) -> Size:
    """Return the size of a picture of some shape that fits into a room, or just covers it."""
    by_width, by_height = room.width / width, room.height / height
    scale = min(by_width, by_height) if fit == "contain" else max(by_width, by_height)
    return Size(max(1, round(width * scale)), max(1, round(height * scale)))


def to_the_edge(box: Box, trim: Size, bleed: Mpt) -> Box:
    """Return a box with the sides that lie on the trim moved out to the bleed."""
    left, top = (-bleed if side <= 0 else side for side in (box.x, box.y))
    right = trim.width + bleed if box.right >= trim.width else box.right
    bottom = trim.height + bleed if box.bottom >= trim.height else box.bottom
    return Box(left, top, right - left, bottom - top)


def place_photo(photo: Photo, box: Box, slot: Slot, alt: str, form: Form) -> Group:
    """Return a photograph in a box; a part of it where it covers the box.

    Raises Problems where it would have fewer than 200 pixels an inch there.
    """
    whole = _placed(
        fitted(photo.width, photo.height, Size(box.width, box.height), slot.fit), box, slot
    )
    _refuse_coarse(photo, whole, slot)
    seen = box if slot.fit == "cover" else whole
    scale = photo.width / whole.width
    left, top = (seen.x - whole.x) * scale, (seen.y - whole.y) * scale
    part = (left, top, left + seen.width * scale, top + seen.height * scale)
    dots = ceil(seen.width * MOST_DPI / MPT_PER_INCH), ceil(seen.height * MOST_DPI / MPT_PER_INCH)
    blob = _printed(photo.blob, tuple(map(round, part)), dots, form)
    return Group((Picture(blob, seen, alt),), artifact=not alt)


def place_figure(
    figure: Figure, box: Box, slot: Slot, alt: str, trim: Size, look: tuple[Palette, Form]
) -> Group:
    """Return an SVG in a box; low-ink outlines its large fills as it does a design's."""
    palette, form = look
    whole, items = _placed(figure.size, box, slot), figure.items
    if form == "low-ink":
        items = spare_ink(items, trim.width * trim.height // LARGE_FILL)
    items = paint_items(items, lambda ink: _own_ink(ink, palette, form))
    page = Group(
        items,
        matrix=(ONE, 0, 0, ONE, whole.x, whole.y),
        clip=rectangle(Box(0, 0, whole.width, whole.height)),
    )
    clip = rectangle(box if slot.fit == "cover" else whole)
    key = f"{figure.key}/{palette.id}/{form}/{whole}/{clip}"
    return Group((page,), clip=clip, artifact=not alt, alt=alt, key=key)


def _placed(size: Size, box: Box, slot: Slot) -> Box:
    """Return where a size lies in a box: by the slot's alignment, in the middle if it covers."""
    over_x, over_y = box.width - size.width, box.height - size.height
    align, valign = ("center", "middle") if slot.fit == "cover" else (slot.align, slot.valign)
    x = {"left": 0, "center": over_x // 2, "right": over_x}[align]
    y = {"top": 0, "middle": over_y // 2, "bottom": over_y}[valign]
    return Box(box.x + x, box.y + y, size.width, size.height)


def _refuse_coarse(photo: Photo, whole: Box, slot: Slot) -> None:
    dpi = photo.width * MPT_PER_INCH / whole.width
    if dpi >= LEAST_DPI:
        return
    wide, high = (ceil(side * LEAST_DPI / MPT_PER_INCH) for side in (whole.width, whole.height))
    what = (
        f"{photo.name} has {photo.width} × {photo.height} pixels, {int(dpi)} an inch in the slot "
        f"{slot.name}"
    )
    hint = f"use one of {wide} × {high} pixels at least ({LEAST_DPI} an inch), or an SVG"
    raise Problems([Problem(slot.where, what, hint)])


def _own_ink(ink: Ink, palette: Palette, form: Form) -> Ink:
    if not ink.role.startswith("#"):
        return mix_ink(palette, form, ink.role)
    rgb = parse_rgb(ink.role)
    own = Ink(ink.role, rgb, process_ink(rgb))
    return grey_ink(own) if form == "grey" else own


@lru_cache(maxsize=16)
def _printed(
    blob: bytes, part: tuple[int, int, int, int], dots: tuple[int, int], form: Form
) -> bytes:
    """Return a part of a picture with no more dots than print shows, in a form's tones."""
    with Image.open(BytesIO(blob)) as opened:
        kind, image = opened.format, opened.copy()
    if part != (0, 0, *image.size):
        image = image.crop(part)
    if image.width > dots[0] and image.height > dots[1]:
        image = image.resize(dots, Image.Resampling.LANCZOS)
    if form == "grey":
        image = image.convert("LA" if "A" in image.getbands() else "L")
    if form == "low-ink":
        image = _lightened(image)
    out = BytesIO()
    if kind == "JPEG":
        image.save(out, "JPEG", quality=QUALITY, subsampling=0)
    else:
        image.save(out, "PNG", compress_level=6)
    return out.getvalue()


def _lightened(image: Image.Image) -> Image.Image:
    """Return a picture with the ink that low-ink leaves of it; what has little stays as it is."""
    on_paper = Image.new("RGB", image.size, "white")
    on_paper.paste(image, mask=image.getchannel("A") if "A" in image.getbands() else None)
    ink = 1 - ImageStat.Stat(on_paper.convert("L")).mean[0] / 255
    if ink <= SPARED:
        return image
    table = [round(255 - (255 - value) * SPARED / ink) for value in range(256)]
    kept = [list(range(256))] if "A" in image.getbands() else []
    return image.point([*table * 3, *(kept[0] if kept else [])])
