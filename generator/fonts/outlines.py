"""Glyphs as path data, for type that is drawn as shapes."""

import uharfbuzz as hb

from generator.fonts.files import open_font
from generator.model.length import Mpt
from generator.model.scene import Face, units_to_mpt


class _Pen:
    """Collects a glyph's outline as path data at a size and place; quadratics become cubics."""

    def __init__(self, face: Face, size: Mpt, x: Mpt, y: Mpt) -> None:
        self._face, self._size, self._x, self._y = face, size, x, y
        self._at = (0.0, 0.0)
        self.parts: list[str] = []

    def move(self, x: float, y: float, _: object) -> None:
        self._add("M", (x, y))

    def line(self, x: float, y: float, _: object) -> None:
        self._add("L", (x, y))

    def cubic(
        self, x1: float, y1: float, x2: float, y2: float, x: float, y: float, _: object
    ) -> None:
        self._add("C", (x1, y1), (x2, y2), (x, y))

    def quadratic(self, x1: float, y1: float, x: float, y: float, _: object) -> None:
        (x0, y0) = self._at
        first = (x0 + 2 * (x1 - x0) / 3, y0 + 2 * (y1 - y0) / 3)
        second = (x + 2 * (x1 - x) / 3, y + 2 * (y1 - y) / 3)
        self._add("C", first, second, (x, y))

    def close(self, _: object) -> None:
        self.parts.append("Z")

    def _add(self, letter: str, *points: tuple[float, float]) -> None:
        self._at = points[-1]
        self.parts.append(letter + " ".join(self._placed(x, y) for x, y in points))

    def _placed(self, x: float, y: float) -> str:
        across = self._x + units_to_mpt(round(x), self._face, self._size)
        down = self._y - units_to_mpt(round(y), self._face, self._size)
        return f"{across} {down}"


def glyph_path(face: Face, gid: int, size: Mpt, x: Mpt, y: Mpt) -> str:
    """Return a glyph's outline as absolute M, L, C and Z, its origin at x, y, in 1/1000 pt."""
    pen = _Pen(face, size, x, y)
    open_font(face.font).draw_glyph(gid, _funcs(pen))
    return "".join(pen.parts)


def _funcs(pen: _Pen) -> hb.DrawFuncs:
    funcs = hb.DrawFuncs()
    funcs.set_move_to_func(pen.move)
    funcs.set_line_to_func(pen.line)
    funcs.set_cubic_to_func(pen.cubic)
    funcs.set_quadratic_to_func(pen.quadratic)
    funcs.set_close_path_func(pen.close)
    return funcs
