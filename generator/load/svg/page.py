"""How a drawing's own units lie on the card: the viewBox is the trim with 5 mm bleed round it."""

from collections.abc import Callable
from typing import NamedTuple

from generator.load.svg.affine import Map
from generator.load.svg.document import Element
from generator.load.svg.refusal import Refusal
from generator.load.svg.shapes import measure
from generator.model.length import MM_PER_INCH, MPT_PER_INCH, Mpt, Size, mm

BLEED_MM = 5
UNLINK = "unlink it: Edit > Clone > Unlink (Inkscape), Break Link to Symbol (Illustrator)"
MPT_PER_MM = MPT_PER_INCH / MM_PER_INCH
SLACK: Mpt = mm(0.5)
"""How far a height may be off: editors round pages to whole pixels."""


def in_mm(length: Mpt) -> float:
    """Return a length in millimetres, to a thousandth."""
    return round(length / MPT_PER_MM, 3)


class Laid(NamedTuple):
    """The map from a drawing's units to 1/1000 pt, its page in those units, what it is laid on."""

    matrix: Map
    page: tuple[float, float]
    size: Size


def lay_on_card(root: Element, size: Size) -> Laid:
    """Return how a drawing lies on a trim of `size`, from whose corner it is measured.

    Raises Refusal if the page has another shape than the card with its bleed.
    """
    left, top, wide, high = _view(root)
    full_width, full_height = (in_mm(side) + 2 * BLEED_MM for side in (size.width, size.height))
    scale = full_width * MPT_PER_MM / wide
    over = high * scale - full_height * MPT_PER_MM
    if abs(over) > SLACK:
        raise Refusal(
            f"the page is {wide:g} × {high:g}, which is not the shape of the card",
            f"make the page {full_width:g} × {full_height:g} mm (the trim with {BLEED_MM} mm bleed "
            f'on each side): viewBox="0 0 {full_width:g} {full_height:g}"; or draw it for this '
            "format by itself",
        )
    bleed = BLEED_MM * MPT_PER_MM
    shift_x, shift_y = -bleed - left * scale, -bleed - top * scale - over / 2
    return Laid((scale, 0, 0, scale, shift_x, shift_y), (wide, high), size)


def lay_alone(root: Element, fit: Callable[[float, float], Size]) -> Laid:
    """Return how a drawing lies on the size that `fit` gives for its width and height."""
    left, top, wide, high = _view(root)
    size = fit(wide, high)
    scale_x, scale_y = size.width / wide, size.height / high
    return Laid((scale_x, 0, 0, scale_y, -left * scale_x, -top * scale_y), (wide, high), size)


def place_symbol(
    use: Element, symbol: Element, page: tuple[float, float]
) -> tuple[Map, dict[str, str]]:
    """Return how a symbol's viewBox lies in the box of its use, and the viewBox as a rectangle.

    Raises Refusal for a box of no size, and for another alignment than the usual one.
    """
    left, top, wide, high = _view(symbol)
    aligned = symbol.attributes.get("preserveAspectRatio", "xMidYMid").split()
    if aligned not in (["xMidYMid"], ["xMidYMid", "meet"]):
        raise Refusal("a symbol is aligned in an unusual way", UNLINK)
    given = {**symbol.attributes, **use.attributes}
    room = [
        measure(given.get(name, "100%"), whole)
        for name, whole in zip(("width", "height"), page, strict=True)
    ]
    scale = min(room[0] / wide, room[1] / high)
    if scale <= 0:
        raise Refusal("a symbol is used without a size", UNLINK)
    x, y = (room[0] - wide * scale) / 2, (room[1] - high * scale) / 2
    box = {"x": f"{left}", "y": f"{top}", "width": f"{wide}", "height": f"{high}"}
    return (scale, 0, 0, scale, x - left * scale, y - top * scale), box


def _view(root: Element) -> tuple[float, float, float, float]:
    """Return the viewBox, or the page's size where there is none."""
    given = root.attributes.get("viewBox")
    try:
        if given is None:
            wide, high = (measure(root.attributes.get(name, "")) for name in ("width", "height"))
            left = top = 0.0
        else:
            left, top, wide, high = (measure(n) for n in given.replace(",", " ").split())
    except ValueError:
        hint = "set the page's size in the editor and save again"
        raise Refusal("the drawing has no usable viewBox", hint) from None
    if wide <= 0 or high <= 0:
        raise Refusal("the page has no size", "set the page's size in the editor and save again")
    return left, top, wide, high
