"""Draw items without type through resvg into a layer of pixels, cropped to its ink."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import assert_never

import resvg_py
from PIL import Image

from generator.export.raster.cache import Store
from generator.export.raster.deflate import deflate, inflate
from generator.export.raster.letters import PixelBox
from generator.export.raster.pieces import Fill, Piece, split
from generator.export.raster.reach import reaches
from generator.export.raster.svg import write_svg
from generator.export.raster.tiles import hull, windows
from generator.export.raster.view import View
from generator.model.scene import Item


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

    def paste_on(self, image: Image.Image, top: int) -> None:
        """Lay the pixels over an RGB image whose first row is `top` of the view."""
        through = self.image if self.image.mode == "RGBA" else None
        image.paste(self.image, (self.x, self.y - top), through)


def draw(items: Sequence[Item], view: View, store: Store | None = None) -> Layer:
    """Return items without type as one layer; a clear one of 1 × 1 where they leave no ink.

    Raises Problems where a picture cannot be read.
    """
    parts = list(draw_parts(items, view, store))
    if not parts:
        return Layer(Image.new("RGBA", (1, 1)), 0, 0)
    if len(parts) == 1 and isinstance(parts[0], Layer):
        return parts[0]
    x0, y0, x1, y1 = hull(part.box for part in parts)
    image = Image.new("RGBA", (x1 - x0, y1 - y0))
    for part in parts:
        match part:
            case Fill(rgb, (left, top, right, bottom)):
                image.paste((*rgb, 255), (left - x0, top - y0, right - x0, bottom - y0))
            case Layer():
                over = part.image.convert("RGBA")
                image.alpha_composite(over, (part.x - x0, part.y - y0))
            case _:
                assert_never(part)
    return _cropped(image, x0, y0) or Layer(image, x0, y0)


def draw_parts(
    items: Iterable[Item], view: View, store: Store | None = None
) -> Iterator[Fill | Layer]:
    """Yield what paints items without type, the lowest first; raises Problems as `draw` does."""
    for part in split(items, view):
        match part:
            case Fill():
                yield part
            case Piece():
                layer = _draw_piece(part, view, store)
                if layer is not None:
                    yield layer
            case _:
                assert_never(part)


def _draw_piece(piece: Piece, view: View, store: Store | None) -> Layer | None:
    svg = write_svg(piece.items, view)
    parts = windows(reaches(piece.items), piece.box, view, len(svg))
    if not parts:
        return None
    name = ""
    if store is not None:
        seed = f"{resvg_py.__resvg_version__} {parts} {svg}"
        name = f"{hashlib.sha256(seed.encode()).hexdigest()[:32]}.layer"
        kept = store.get(name)
        if kept is not None:
            return _unpacked(kept)
    layer = _cropped(_rendered(svg, parts), *hull(parts)[:2])
    if layer is not None and store is not None:
        store.put(name, _packed(layer))
    return layer


def _rendered(svg: str, parts: Sequence[PixelBox]) -> Image.Image:
    if len(parts) == 1:
        return _slab(svg, parts[0])
    x0, y0, x1, y1 = hull(parts)
    image = Image.new("RGBA", (x1 - x0, y1 - y0))
    for part in parts:
        image.paste(_slab(svg, part), (part[0] - x0, part[1] - y0))
    return image


def _slab(svg: str, window: PixelBox) -> Image.Image:
    x0, y0, x1, y1 = window
    width, height = x1 - x0, y1 - y0
    root = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
        f' viewBox="{x0} {y0} {width} {height}">{svg}</svg>'
    )
    png = resvg_py.svg_to_bytes(svg_string=root, skip_system_fonts=True)
    image = Image.open(BytesIO(png), formats=("PNG",))
    image.load()
    return image


def _cropped(image: Image.Image, x: int, y: int) -> Layer | None:
    """Return the part of an image that has ink, None if there is none."""
    alpha = image.getchannel("A")
    if alpha.getextrema() == (255, 255):
        return Layer(image.convert("RGB"), x, y)
    box = alpha.getbbox()
    if box is None:
        return None
    return Layer(image.crop(box), x + box[0], y + box[1])


def _packed(layer: Layer) -> bytes:
    head = f"{layer.image.mode} {layer.x} {layer.y} {layer.image.width} {layer.image.height}\n"
    return head.encode() + deflate(layer.image.tobytes())


def _unpacked(data: bytes) -> Layer:
    head, _, pixels = data.partition(b"\n")
    mode, *numbers = head.decode().split()
    x, y, width, height = map(int, numbers)
    return Layer(Image.frombytes(mode, (width, height), inflate(pixels)), x, y)
