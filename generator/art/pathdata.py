"""Path data is written here and nowhere else: relative, rounded once, as short as SVG allows."""

from collections.abc import Iterable
from typing import TypeAlias

Point: TypeAlias = complex
"""A point or a vector in millimetres, x + yj, with y down."""

PLACES = 2
"""Decimals kept: a hundredth of a millimetre is a quarter of a dot at 600 dpi."""
UNIT = 10**PLACES


def number(units: int) -> str:
    """Write a whole number of hundredths of a millimetre as the shortest decimal."""
    sign = "-" if units < 0 else ""
    whole, part = divmod(abs(units), UNIT)
    fraction = f".{part:0{PLACES}d}".rstrip("0") if part else ""
    return f"{sign}{whole or '' if fraction else whole}{fraction}"


class Pen:
    """Draw one path; every point is rounded by itself, so that no error adds up."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._letter = ""
        self._at = self._start = self._mirror = (0, 0)

    @property
    def d(self) -> str:
        """The path data so far."""
        return "".join(self._parts)

    def move(self, to: Point) -> "Pen":
        """Begin a new subpath at a point."""
        self._emit("M" if not self._parts else "m", (to,), relative=bool(self._parts))
        self._start = self._at
        return self

    def line(self, *points: Point) -> "Pen":
        """Draw straight lines to the points in turn."""
        for to in points:
            self._emit("l", (to,))
        return self

    def cubic(self, first: Point, second: Point, to: Point) -> "Pen":
        """Draw a cubic curve, in the short form where it leaves as the last one arrived."""
        leaving = _units(first)
        smooth = max(abs(leaving[0] - self._mirror[0]), abs(leaving[1] - self._mirror[1])) <= 1
        if smooth and self._letter in ("c", "s"):
            self._emit("s", (second, to))
        else:
            self._emit("c", (first, second, to))
        arriving = _units(second)
        self._mirror = (2 * self._at[0] - arriving[0], 2 * self._at[1] - arriving[1])
        return self

    def arc(
        self, radius: float, to: Point, *, large: bool = False, clockwise: bool = True
    ) -> "Pen":
        """Draw an arc of a circle, clockwise as seen on the page unless told otherwise."""
        size = number(round(radius * UNIT))
        self._emit("a", (to,), before=f"{size} {size} 0 {large:d} {clockwise:d} ")
        return self

    def close(self) -> "Pen":
        """Close the subpath."""
        self._parts.append("z")
        self._letter, self._at = "z", self._start
        return self

    def _emit(
        self, letter: str, points: Iterable[Point], *, before: str = "", relative: bool = True
    ) -> None:
        base = self._at if relative else (0, 0)
        words = before
        for point in points:
            end = _units(point)
            for value, origin in zip(end, base, strict=True):
                text = number(value - origin)
                glue = "" if not words or words[-1] == " " or text[0] == "-" else " "
                words += glue + text
        if letter != self._letter:
            words = letter + words
        elif words[0] != "-":
            words = " " + words
        self._parts.append(words)
        self._letter = {"M": "", "m": "l"}.get(letter, letter)
        self._at = self._mirror = end


def _units(point: Point) -> tuple[int, int]:
    return round(point.real * UNIT), round(point.imag * UNIT)


def polygon(*points: Point) -> str:
    """Return a closed polygon."""
    return Pen().move(points[0]).line(*points[1:]).close().d


def circle(centre: Point, radius: float) -> str:
    """Return a closed circle of two arcs."""
    west, east = centre - radius, centre + radius
    return Pen().move(west).arc(radius, east).arc(radius, west).close().d
