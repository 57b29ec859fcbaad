"""Path data of every kind into absolute moves, lines, cubic curves and closes."""

import re
from collections.abc import Callable, Iterator, Sequence
from math import acos, ceil, copysign, cos, hypot, pi, radians, sin, sqrt, tan
from typing import TypeAlias

Segment: TypeAlias = tuple[str, tuple[float, ...]]
"""M x y, L x y, C x1 y1 x2 y2 x y, or Z."""
MOST = 1e7
LEAST_RADIUS = 1e-9
_COMMAND = re.compile(r"([MmZzLlHhVvCcSsQqTtAa])([^MmZzLlHhVvCcSsQqTtAa]*)")
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
_N = _NUMBER.pattern
_NUMBERS = re.compile(rf"\s*(?:{_N}(?:\s*,?\s*{_N})*)?\s*")
_S = r"\s*,?\s*"
_ARC = re.compile(rf"({_N}){_S}({_N}){_S}({_N}){_S}([01]){_S}([01]){_S}({_N}){_S}({_N}){_S}")
_COUNTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}


def parse_path(d: str) -> list[Segment]:
    """Return path data as absolute segments; raises ValueError with what is wrong."""
    pen = _Pen()
    at = 0
    d = d.strip()
    if d in ("", "none"):
        return []
    for match in _COMMAND.finditer(d):
        if match.start() != at:
            break
        at = match.end()
        pen.draw(match[1], match[2])
    if at != len(d):
        raise ValueError(f"{d[at : at + 20]!r} is no path data")
    return pen.segments


class _Pen:
    """Follows path data from command to command."""

    def __init__(self) -> None:
        self.segments: list[Segment] = []
        self._x = self._y = self._start_x = self._start_y = 0.0
        self._handle: tuple[str, float, float] = ("", 0.0, 0.0)

    def draw(self, letter: str, given: str) -> None:
        """Draw one command with all its repetitions."""
        kind, is_relative = letter.upper(), letter.islower()
        if not self.segments and kind != "M":
            raise ValueError(f"the path begins with {letter}, not with M")
        for values in _groups(kind, given):
            move = getattr(self, f"_{kind.lower()}")
            move(values, self._x if is_relative else 0.0, self._y if is_relative else 0.0)
            if kind == "M":
                kind = "L"

    def _add(self, kind: str, *points: float) -> None:
        self.segments.append((kind, points))
        self._handle = ("", 0.0, 0.0)
        if points:
            self._x, self._y = points[-2:]

    def _m(self, v: Sequence[float], dx: float, dy: float) -> None:
        self._add("M", v[0] + dx, v[1] + dy)
        self._start_x, self._start_y = self._x, self._y

    def _z(self, v: Sequence[float], dx: float, dy: float) -> None:
        self._add("Z")
        self._x, self._y = self._start_x, self._start_y

    def _l(self, v: Sequence[float], dx: float, dy: float) -> None:
        self._begin()
        self._add("L", v[0] + dx, v[1] + dy)

    def _h(self, v: Sequence[float], dx: float, dy: float) -> None:
        self._begin()
        self._add("L", v[0] + dx, self._y)

    def _v(self, v: Sequence[float], dx: float, dy: float) -> None:
        self._begin()
        self._add("L", self._x, v[0] + dy)

    def _c(self, v: Sequence[float], dx: float, dy: float) -> None:
        self._begin()
        self._add("C", v[0] + dx, v[1] + dy, v[2] + dx, v[3] + dy, v[4] + dx, v[5] + dy)
        self._handle = ("C", v[2] + dx, v[3] + dy)

    def _s(self, v: Sequence[float], dx: float, dy: float) -> None:
        x, y = self._mirrored("C")
        self._c((x - dx, y - dy, *v), dx, dy)

    def _q(self, v: Sequence[float], dx: float, dy: float) -> None:
        self._begin()
        x, y = v[0] + dx, v[1] + dy
        end_x, end_y = v[2] + dx, v[3] + dy
        self._add(
            "C",
            self._x + (x - self._x) * 2 / 3,
            self._y + (y - self._y) * 2 / 3,
            end_x + (x - end_x) * 2 / 3,
            end_y + (y - end_y) * 2 / 3,
            end_x,
            end_y,
        )
        self._handle = ("Q", x, y)

    def _t(self, v: Sequence[float], dx: float, dy: float) -> None:
        x, y = self._mirrored("Q")
        self._q((x - dx, y - dy, *v), dx, dy)

    def _a(self, v: Sequence[float], dx: float, dy: float) -> None:
        self._begin()
        for points in arc_curves(
            (self._x, self._y), (v[0], v[1]), v[2], bool(v[3]), bool(v[4]), (v[5] + dx, v[6] + dy)
        ):
            self._add("L" if len(points) == 2 else "C", *points)

    def _begin(self) -> None:
        """After a close, what follows without a move begins where the last subpath did."""
        if self.segments[-1][0] == "Z":
            self._add("M", self._x, self._y)

    def _mirrored(self, kind: str) -> tuple[float, float]:
        handle, x, y = self._handle
        return (2 * self._x - x, 2 * self._y - y) if handle == kind else (self._x, self._y)


def _groups(kind: str, given: str) -> Iterator[Sequence[float]]:
    """Yield a command's numbers, as many at a time as one drawing of it takes."""
    if kind == "A":
        yield from _arc_groups(given.strip())
        return
    if _NUMBERS.fullmatch(given) is None:
        raise ValueError(f"{given.strip()[:20]!r} after {kind} holds something else than numbers")
    values = [float(number) for number in _NUMBER.findall(given)]
    count = _COUNTS[kind]
    if count == 0 and not values:
        yield ()
        return
    if not count or not values or len(values) % count:
        raise ValueError(f"{kind} takes {count} numbers at a time, not {len(values)}")
    if not all(-MOST < value < MOST for value in values):
        raise ValueError("a number is out of range")
    for i in range(0, len(values), count):
        yield values[i : i + count]


def _arc_groups(given: str) -> Iterator[Sequence[float]]:
    """Yield the sevens of an arc; its flags are one digit each and need nothing between them."""
    at = 0
    while at < len(given) or not given:
        match = _ARC.match(given, at)
        if match is None:
            raise ValueError(f"{given[at : at + 20]!r} is no arc: it takes 7 numbers, flags 0 or 1")
        values = [float(value) for value in match.groups()]
        if not all(-MOST < value < MOST for value in values):
            raise ValueError("a number is out of range")
        yield values
        at = match.end()


def arc_curves(
    start: tuple[float, float],
    radii: tuple[float, float],
    rotation: float,
    is_large: bool,
    is_clockwise: bool,
    end: tuple[float, float],
) -> Iterator[tuple[float, ...]]:
    """Yield an elliptic arc as cubic curves of at most a quarter turn (SVG 1.1, appendix F.6)."""
    (x1, y1), (x2, y2) = start, end
    rx, ry = abs(radii[0]), abs(radii[1])
    if (x1, y1) == (x2, y2):
        return
    if rx < LEAST_RADIUS or ry < LEAST_RADIUS or hypot(x1 - x2, y1 - y2) < LEAST_RADIUS:
        yield x2, y2
        return
    c, s = cos(radians(rotation)), sin(radians(rotation))
    px, py = (x1 - x2) / 2, (y1 - y2) / 2
    px, py = c * px + s * py, c * py - s * px
    grow = hypot(px / rx, py / ry)
    if grow > 1:
        rx, ry = rx * grow, ry * grow
    off = (px / rx) ** 2 + (py / ry) ** 2
    root = sqrt(max(0.0, 1 / off - 1)) * (-1 if is_large == is_clockwise else 1)
    qx, qy = root * rx * py / ry, -root * ry * px / rx
    from_angle = _angle(1, 0, (px - qx) / rx, (py - qy) / ry)
    sweep = _angle((px - qx) / rx, (py - qy) / ry, (-px - qx) / rx, (-py - qy) / ry)
    if is_clockwise and sweep < 0:
        sweep += 2 * pi
    elif not is_clockwise and sweep > 0:
        sweep -= 2 * pi

    def place(x: float, y: float) -> tuple[float, float]:
        x, y = x * rx + qx, y * ry + qy
        return c * x - s * y + (x1 + x2) / 2, s * x + c * y + (y1 + y2) / 2

    yield from _quarter_curves(from_angle, sweep, place, end)


def _quarter_curves(
    angle: float,
    sweep: float,
    place: Callable[[float, float], tuple[float, float]],
    end: tuple[float, float],
) -> Iterator[tuple[float, ...]]:
    count = max(1, ceil(abs(sweep) / (pi / 2) - 1e-9))
    step = sweep / count
    pull = 4 / 3 * tan(step / 4)
    for i in range(count):
        a, b = angle + i * step, angle + (i + 1) * step
        first = place(cos(a) - pull * sin(a), sin(a) + pull * cos(a))
        second = place(cos(b) + pull * sin(b), sin(b) - pull * cos(b))
        yield (*first, *second, *(end if i == count - 1 else place(cos(b), sin(b))))


def _angle(ux: float, uy: float, vx: float, vy: float) -> float:
    """Return the signed angle from one vector to another."""
    cosine = (ux * vx + uy * vy) / (hypot(ux, uy) * hypot(vx, vy))
    return copysign(acos(max(-1.0, min(1.0, cosine))), ux * vy - uy * vx)
