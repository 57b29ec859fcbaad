<<<<<<< HEAD
"""Inks and gradients as operators: RGB, or CMYK with no RGB left."""

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
        if any(stop.opacity < 1000 for stop in gradient.stops):
            raise ValueError("a gradient's stops are opaque in print: blend them before compose")
        placed = compose(space, gradient.matrix)
        return self._resources.pattern(
            f"<</PatternType 2/Matrix[{self._placed(placed)}]/Shading{self._shading(gradient)}>>"
        )

    def _placed(self, matrix: Matrix) -> str:
        if self._media is None:
            return matrix_words(matrix)
        a, b, c, d, e, f = matrix
        linear = (f"{part / 1_000_000_000:.9f}" for part in (a, -b, c, -d))
        shift = points(e - self._media.x), points(self._media.bottom - f)
        return f"{' '.join(linear)} {' '.join(shift)}"

    def _shading(self, gradient: Gradient) -> str:
        space = {"rgb": "DeviceRGB", "cmyk": "DeviceCMYK"}[self._resources.inks]
        geometry = gradient.geometry
        if gradient.kind == "linear":
            kind, coords = 2, geometry
        else:
            cx, cy, r, fx, fy = geometry
            kind, coords = 3, (fx, fy, 0, cx, cy, r)
        return (
            f"<</ShadingType {kind}/ColorSpace/{space}/Coords[{' '.join(map(str, coords))}]"
            f"/Extend[true true]/Function{self._ramp(gradient)}>>"
        )

    def _ramp(self, gradient: Gradient) -> str:
        """Return the stops as one function: straight between each two, joined."""
        stops = [
            (stop.offset / 1000, ink_words(stop.ink, self._resources.inks))
            for stop in gradient.stops
        ]
        if stops[0][0] > 0:
            stops.insert(0, (0.0, stops[0][1]))
        if stops[-1][0] < 1:
            stops.append((1.0, stops[-1][1]))
        pairs = list(pairwise(stops))
        functions = "".join(
            f"<</FunctionType 2/Domain[0 1]/N 1/C0[{low}]/C1[{high}]>>"
            for (_, low), (_, high) in pairs
        )
        bounds = " ".join(number(offset) for offset, _ in stops[1:-1])
        encode = " ".join(["0 1"] * len(pairs))
        return (
            f"<</FunctionType 3/Domain[0 1]/Functions[{functions}]"
            f"/Bounds[{bounds}]/Encode[{encode}]>>"
        )


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
=======
"""Inks as colour operators, and gradients as shadings."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, TypeAlias

from generator.export.pdf.writer import number
from generator.load.colour import derive_cmyk
from generator.model.paint import IDENTITY, ONE, Gradient, Ink, Matrix

BLACK = (0, 0, 0, 100)
REGISTRATION = (100, 100, 100, 100)
Values: TypeAlias = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Inks:
    """The colour space that a document is painted in."""

    space: Literal["rgb", "cmyk"]

    @property
    def name(self) -> str:
        """The name of the space in PDF."""
        return "/DeviceRGB" if self.space == "rgb" else "/DeviceCMYK"

    def values(self, ink: Ink) -> Values:
        """Return an ink's parts, each from 0 to 1; what states no process inks is derived."""
        if self.space == "rgb":
            return tuple(part / 255 for part in ink.rgb)
        if ink.role == "registration":
            return tuple(part / 100 for part in REGISTRATION)
        return tuple(part / 100 for part in ink.cmyk or derive_cmyk(ink.rgb))

    def fill(self, ink: Ink, *, is_text: bool = False) -> str:
        """Return the operator that fills in an ink; text in the role `ink` is black alone."""
        values = self.values(ink)
        if is_text and ink.role == "ink" and self.space == "cmyk":
            values = tuple(part / 100 for part in BLACK)
        return f"{_parts(values)} {'rg' if self.space == 'rgb' else 'k'}\n"

    def stroke(self, ink: Ink) -> str:
        """Return the operator that strokes in an ink."""
        return f"{_parts(self.values(ink))} {'RG' if self.space == 'rgb' else 'K'}\n"


def shading(gradient: Gradient, inks: Inks) -> str:
    """Return a gradient's colours as a shading dictionary, opaque throughout."""
    stops = [(stop.offset, inks.values(stop.ink)) for stop in gradient.stops]
    return _shading(gradient, inks.name, stops)


def alpha_shading(gradient: Gradient) -> str:
    """Return a gradient's opacity as a shading in grey, white being opaque."""
    stops: list[tuple[int, Values]] = [(s.offset, (s.opacity / 1000,)) for s in gradient.stops]
    return _shading(gradient, "/DeviceGray", stops)


def is_sheer(paint: Ink | Gradient | None) -> bool:
    """Tell whether something shows through a paint."""
    return isinstance(paint, Gradient) and any(s.opacity < 1000 for s in paint.stops)


def matrix_parts(matrix: Matrix) -> str:
    """Return a map's six numbers."""
    linear = " ".join(number(value / ONE) for value in matrix[:4])
    return f"{linear} {matrix[4]} {matrix[5]}"


def concat(matrix: Matrix) -> str:
    """Return the operator that applies a map; nothing for the identity."""
    return "" if matrix == IDENTITY else f"{matrix_parts(matrix)} cm\n"


def _shading(gradient: Gradient, space: str, stops: list[tuple[int, Values]]) -> str:
    if gradient.kind == "linear":
        kind, coords = 2, gradient.geometry
    else:
        cx, cy, r, fx, fy = gradient.geometry
        kind, coords = 3, (fx, fy, 0, cx, cy, r)
    return (
        f"<</ShadingType {kind}/ColorSpace{space}/Coords[{' '.join(map(str, coords))}]"
        f"/Function{_function(stops)}/Extend[true true]>>"
    )


def _function(stops: list[tuple[int, Values]]) -> str:
    """Return the colour by offset: one straight piece between each two stops."""
    whole = [(0, stops[0][1]), *stops, (1000, stops[-1][1])]
    pieces = [(end, one, other) for (start, one), (end, other) in pairwise(whole) if end > start]
    functions = "".join(
        f"<</FunctionType 2/Domain[0 1]/N 1/C0[{_parts(one)}]/C1[{_parts(other)}]>>"
        for _, one, other in pieces
    )
    bounds = " ".join(number(end / 1000) for end, _, _ in pieces[:-1])
    encode = " ".join("0 1" for _ in pieces)
    return (
        f"<</FunctionType 3/Domain[0 1]/Functions[{functions}]/Bounds[{bounds}]/Encode[{encode}]>>"
    )


def _parts(values: Values) -> str:
    return " ".join(number(value, 4) for value in values)
>>>>>>> 19ee94c (Write cards as PDF: vector type that can be searched, true boxes, tags in reading order)
