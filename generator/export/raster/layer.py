"""Draw items without type through resvg into a layer of pixels, cropped to its ink."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise

import resvg_py
from PIL import Image

from generator.export.raster.cache import Store
from generator.export.raster.deflate import deflate, inflate
from generator.export.raster.svg import write_svg
from generator.export.raster.view import View
from generator.model.scene import Item

SLAB_PIXELS = 8_000_000
"""Drawn at once; a larger view is drawn in slabs, which bounds the memory at high resolutions."""


@dataclass(frozen=True, slots=True)
class Layer:
    """Pixels (RGB where they hide what is under them, else RGBA) and where they lie in a view."""

    image: Image.Image
    x: int
    y: int

    @property
    def weight(self) -> int:
        """Bytes of memory; Pillow takes four for a pixel of either mode."""
        return 4 * self.image.width * self.image.height

    @property
    def box(self) -> tuple[int, int, int, int]:
        """Left, top, right and bottom in pixels."""
        return self.x, self.y, self.x + self.image.width, self.y + self.image.height


def draw(items: Sequence[Item], view: View, store: Store | None = None) -> Layer:
    """Return items without type as pixels; an empty view of 1 × 1 where they leave no ink.

    Raises Problems where a picture cannot be read.
    """
    if not items:
        return _nothing()
    svg = write_svg(items, view)
    name = ""
    if store is not None:
        seed = f"{resvg_py.__resvg_version__} {view.size} {svg}"
        name = f"{hashlib.sha256(seed.encode()).hexdigest()[:32]}.layer"
        kept = store.get(name)
        if kept is not None:
            return _unpacked(kept)
    layer = _cropped(_rendered(svg, view))
    if store is not None:
        store.put(name, _packed(layer))
    return layer


def _rendered(svg: str, view: View) -> Image.Image:
    slabs = -(-view.width * view.height // SLAB_PIXELS)
    if slabs == 1:
        return _slab(svg, view.width, 0, view.height)
    image = Image.new("RGBA", view.size)
    edges = [view.height * i // slabs for i in range(slabs + 1)]
    for top, bottom in pairwise(edges):
        image.paste(_slab(svg, view.width, top, bottom - top), (0, top))
    return image


def _slab(svg: str, width: int, top: int, height: int) -> Image.Image:
    root = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
        f' viewBox="0 {top} {width} {height}">{svg}</svg>'
    )
    png = resvg_py.svg_to_bytes(svg_string=root, skip_system_fonts=True)
    image = Image.open(BytesIO(png), formats=("PNG",))
    image.load()
    return image


def _cropped(image: Image.Image) -> Layer:
    alpha = image.getchannel("A")
    if alpha.getextrema() == (255, 255):
        return Layer(image.convert("RGB"), 0, 0)
    box = alpha.getbbox()
    if box is None:
        return _nothing()
    return Layer(image.crop(box), box[0], box[1])


def _nothing() -> Layer:
    return Layer(Image.new("RGBA", (1, 1)), 0, 0)


def _packed(layer: Layer) -> bytes:
    head = f"{layer.image.mode} {layer.x} {layer.y} {layer.image.width} {layer.image.height}\n"
    return head.encode() + deflate(layer.image.tobytes())


def _unpacked(data: bytes) -> Layer:
    head, _, pixels = data.partition(b"\n")
    mode, *numbers = head.decode().split()
    x, y, width, height = map(int, numbers)
    return Layer(Image.frombytes(mode, (width, height), inflate(pixels)), x, y)
