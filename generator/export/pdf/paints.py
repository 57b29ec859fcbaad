"""Inks and gradients as operators: RGB, or CMYK with no RGB left."""

from functools import lru_cache
from itertools import pairwise
from typing import Literal

from generator.export.affine import compose
from generator.export.pdf.objects import number, points
from generator.export.pdf.resources import Resources
from generator.model.length import Box
from generator.model.paint import Gradient, Ink, Matrix, Paint

Way = Literal["fill", "stroke"]


class Paints:
    """Sets the colour of what is drawn next.

    `media` is the page's, None inside a form: a gradient is placed in the outermost space of its
    stream, which on a page has points and y up.
    """

    def __init__(self, resources: Resources, media: Box | None) -> None:
        self._resources = resources
        self._media = media

    def use(self, paint: Paint, space: Matrix, way: Way) -> str:
        """Return the operators that choose a paint; `space` maps to the stream's outermost."""
        if isinstance(paint, Ink):
            operator = {"rgb": "rg", "cmyk": "k"}[self._resources.inks]
            words = ink_words(paint, self._resources.inks)
            return f"{words} {operator if way == 'fill' else operator.upper()}"
        name = self._pattern(paint, space)
        return f"/Pattern cs /{name} scn" if way == "fill" else f"/Pattern CS /{name} SCN"

    def _pattern(self, gradient: Gradient, space: Matrix) -> str:
        inks = self._resources.inks
        stops = [(stop.offset, ink_words(stop.ink, inks)) for stop in gradient.stops]
        shading = _shading(gradient, {"rgb": "DeviceRGB", "cmyk": "DeviceCMYK"}[inks], stops)
        placed = compose(space, gradient.matrix)
        return self._resources.pattern(
            f"<</PatternType 2/Matrix[{self._placed(placed)}]/Shading{shading}>>"
        )

    def mask(self, gradient: Gradient, box: Box) -> str:
        """Return the operator that lets a gradient's opacity act on what is drawn in a box next.

        The box is in the space of what is drawn.
        """
        stops = [(stop.offset, number(stop.opacity / 1000)) for stop in gradient.stops]
        shading = _shading(gradient, "DeviceGray", stops)
        name = self._resources.pattern(
            f"<</PatternType 2/Matrix[{matrix_words(gradient.matrix)}]/Shading{shading}>>"
        )
        drawn = f"/Pattern cs /{name} scn {box.x} {box.y} {box.width} {box.height} re f"
        return f"/{self._resources.mask(drawn.encode(), box)} gs"

    def _placed(self, matrix: Matrix) -> str:
        if self._media is None:
            return matrix_words(matrix)
        a, b, c, d, e, f = matrix
        linear = (f"{part / 1_000_000_000:.9f}" for part in (a, -b, c, -d))
        shift = points(e - self._media.x), points(self._media.bottom - f)
        return f"{' '.join(linear)} {' '.join(shift)}"


def is_sheer(paint: Paint | None) -> bool:
    """Tell whether what is under a paint shows through it."""
    return isinstance(paint, Gradient) and any(stop.opacity < 1000 for stop in paint.stops)


def _shading(gradient: Gradient, space: str, stops: list[tuple[int, str]]) -> str:
    geometry = gradient.geometry
    if gradient.kind == "linear":
        kind, coords = 2, geometry
    else:
        cx, cy, r, fx, fy = geometry
        kind, coords = 3, (fx, fy, 0, cx, cy, r)
    return (
        f"<</ShadingType {kind}/ColorSpace/{space}/Coords[{' '.join(map(str, coords))}]"
        f"/Extend[true true]/Function{_ramp(stops)}>>"
    )


def _ramp(stops: list[tuple[int, str]]) -> str:
    """Return the stops as one function: straight between each two, joined.

    Two stops at one offset are a sharp edge, which has no piece of its own.
    """
    whole = [(0, stops[0][1]), *stops, (1000, stops[-1][1])]
    pieces = [(end, low, high) for (at, low), (end, high) in pairwise(whole) if end > at]
    functions = "".join(
        f"<</FunctionType 2/Domain[0 1]/N 1/C0[{low}]/C1[{high}]>>" for _, low, high in pieces
    )
    bounds = " ".join(number(end / 1000) for end, _, _ in pieces[:-1])
    encode = " ".join(["0 1"] * len(pieces))
    return (
        f"<</FunctionType 3/Domain[0 1]/Functions[{functions}]/Bounds[{bounds}]/Encode[{encode}]>>"
    )


@lru_cache(maxsize=256)
def ink_words(ink: Ink, inks: Literal["rgb", "cmyk"]) -> str:
    """Return an ink's parts from 0 to 1.

    Raises ValueError for an ink without CMYK in a CMYK document: palettes derive what they lack.
    """
    if inks == "rgb":
        return " ".join(number(round(part / 255, 4)) for part in ink.rgb)
    if ink.cmyk is None:
        raise ValueError(f"the ink {ink.role} has no CMYK")
    return " ".join(number(part / 100) for part in ink.cmyk)


def matrix_words(matrix: Matrix) -> str:
    """Return a map as six numbers, its shift in 1/1000 pt."""
    a, b, c, d, e, f = matrix
    parts = (f"{part / 1_000_000:.6f}".rstrip("0").rstrip(".") for part in (a, b, c, d))
    return f"{' '.join(parts)} {e} {f}"
