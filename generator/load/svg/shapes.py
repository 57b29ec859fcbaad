"""Basic shapes as path segments, in the units of the drawing."""

import re
from collections.abc import Mapping
from itertools import pairwise

from generator.load.svg.pathdata import MOST, Segment, arc_curves, parse_path

UNITS = {
    "": 1.0,
    "px": 1.0,
    "in": 96.0,
    "cm": 96 / 2.54,
    "mm": 96 / 25.4,
    "pt": 96 / 72,
    "pc": 16.0,
    "Q": 96 / 101.6,
}
"""What one of each is in px (CSS Values 4, absolute lengths)."""
SHAPES = ("path", "rect", "circle", "ellipse", "line", "polyline", "polygon")
_LENGTH = re.compile(r"\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)\s*([A-Za-z]*|%)\s*")
_POINTS = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|[^\s,]")


def measure(text: str, whole: float | None = None) -> float:
    """Return a length in user units, percents being of `whole`; raises ValueError."""
    match = _LENGTH.fullmatch(text)
    if match is None or (match[2] not in UNITS and match[2] != "%"):
        raise ValueError(f"{text!r} is no length: use {', '.join(unit for unit in UNITS if unit)}")
    if match[2] == "%" and whole is None:
        raise ValueError(f"{text!r} cannot be in percent here")
    value = float(match[1]) * ((whole or 0) / 100 if match[2] == "%" else UNITS[match[2]])
    if not -MOST < value < MOST:
        raise ValueError(f"{text!r} is out of range")
    return value


def draw_shape(tag: str, given: Mapping[str, str], page: tuple[float, float]) -> list[Segment]:
    """Return a shape as segments; `page` is the viewBox's size; raises ValueError."""
    wide, high = page
    mean = ((wide * wide + high * high) / 2) ** 0.5

    def read(name: str, whole: float, default: str = "0") -> float:
        return measure(given.get(name, default), whole)

    match tag:
        case "path":
            return parse_path(given.get("d", ""))
        case "polyline" | "polygon":
            return _poly(given.get("points", ""), is_closed=tag == "polygon")
        case "line":
            return [
                ("M", (read("x1", wide), read("y1", high))),
                ("L", (read("x2", wide), read("y2", high))),
            ]
        case "rect":
            rx, ry = given.get("rx", "auto"), given.get("ry", "auto")
            rx, ry = (ry if rx == "auto" else rx), (rx if ry == "auto" else ry)
            return _rect(
                (read("x", wide), read("y", high), read("width", wide), read("height", high)),
                0 if rx == "auto" else measure(rx, wide),
                0 if ry == "auto" else measure(ry, high),
            )
    centre = read("cx", wide), read("cy", high)
    if tag == "circle":
        radius = read("r", mean)
        return _ellipse(centre, radius, radius)
    rx, ry = given.get("rx", "auto"), given.get("ry", "auto")
    rx, ry = (ry if rx == "auto" else rx), (rx if ry == "auto" else ry)
    return _ellipse(centre, measure(rx, wide), measure(ry, high)) if rx != "auto" else []


def bounds(segments: list[Segment]) -> tuple[float, float, float, float] | None:
    """Return the smallest box around segments as left, top, right, bottom."""
    xs: list[float] = []
    ys: list[float] = []
    x = y = 0.0
    for kind, points in segments:
        if kind == "C":
            xs += _extremes(x, points[0], points[2], points[4])
            ys += _extremes(y, points[1], points[3], points[5])
        if points:
            x, y = points[-2:]
            xs.append(x)
            ys.append(y)
    return (min(xs), min(ys), max(xs), max(ys)) if xs else None


def oriented(segments: list[Segment]) -> list[Segment]:
    """Return segments running clockwise on the whole, so that shapes laid over each other add."""
    return segments if _area(segments) >= 0 else _reversed(segments)


def _rect(box: tuple[float, float, float, float], rx: float, ry: float) -> list[Segment]:
    x, y, width, height = box
    if width < 0 or height < 0 or rx < 0 or ry < 0:
        raise ValueError("a rectangle has a negative size")
    if not width or not height:
        return []
    right, bottom = x + width, y + height
    rx, ry = min(rx, width / 2), min(ry, height / 2)
    if not rx or not ry:
        corners = ((x, y), (right, y), (right, bottom), (x, bottom))
        return [("M", corners[0]), *(("L", corner) for corner in corners[1:]), ("Z", ())]
    stops = (
        ((x + rx, y), (right - rx, y), (right, y + ry)),
        ((right, y + ry), (right, bottom - ry), (right - rx, bottom)),
        ((right - rx, bottom), (x + rx, bottom), (x, bottom - ry)),
        ((x, bottom - ry), (x, y + ry), (x + rx, y)),
    )
    segments: list[Segment] = [("M", stops[0][0])]
    for _, start, end in stops:
        segments.append(("L", start))
        segments += (("C", p) for p in arc_curves(start, (rx, ry), 0, False, True, end))
    return [*segments, ("Z", ())]


def _ellipse(centre: tuple[float, float], rx: float, ry: float) -> list[Segment]:
    x, y = centre
    if rx < 0 or ry < 0:
        raise ValueError("a radius is negative")
    if not rx or not ry:
        return []
    stops = ((x + rx, y), (x, y + ry), (x - rx, y), (x, y - ry), (x + rx, y))
    segments: list[Segment] = [("M", stops[0])]
    for start, end in pairwise(stops):
        segments += (("C", p) for p in arc_curves(start, (rx, ry), 0, False, True, end))
    return [*segments, ("Z", ())]


def _poly(text: str, *, is_closed: bool) -> list[Segment]:
    try:
        values = [float(number) for number in _POINTS.findall(text)]
    except ValueError:
        raise ValueError("points hold something else than numbers") from None
    if len(values) % 2:
        raise ValueError("points hold an odd count of numbers")
    if not all(-MOST < value < MOST for value in values):
        raise ValueError("a number is out of range")
    if not values:
        return []
    points = list(zip(values[::2], values[1::2], strict=True))
    segments: list[Segment] = [("M", points[0]), *(("L", point) for point in points[1:])]
    return [*segments, ("Z", ())] if is_closed else segments


def _extremes(a: float, b: float, c: float, d: float) -> list[float]:
    """Return where a cubic curve turns round in one coordinate."""
    p, q, r = d - a + 3 * (b - c), 2 * (a - 2 * b + c), b - a
    if abs(p) < 1e-12:
        roots = [-r / q] if abs(q) > 1e-12 else []
    else:
        inside = q * q - 4 * p * r
        roots = [(-q + sign * inside**0.5) / (2 * p) for sign in (1, -1)] if inside >= 0 else []
    return [
        (1 - t) ** 3 * a + 3 * t * (1 - t) ** 2 * b + 3 * t * t * (1 - t) * c + t**3 * d
        for t in roots
        if 0 < t < 1
    ]


def _area(segments: list[Segment]) -> float:
    """Return twice the signed area of the polygon through the on-curve points and handles."""
    total = x = y = start_x = start_y = 0.0
    for kind, points in segments:
        if kind in ("M", "Z"):
            total += x * start_y - start_x * y
            x, y = start_x, start_y
        for i in range(0, len(points), 2):
            if kind != "M":
                total += x * points[i + 1] - points[i] * y
            x, y = points[i : i + 2]
        if kind == "M":
            start_x, start_y = x, y
    return total + x * start_y - start_x * y


def _reversed(segments: list[Segment]) -> list[Segment]:
    """Return each subpath run backwards and closed."""
    done: list[Segment] = []
    subpath: list[Segment] = []
    for segment in [*segments, ("M", ())]:
        if segment[0] == "M" and subpath:
            done += _backwards(subpath)
            subpath = []
        if segment[0] != "Z":
            subpath.append(segment)
    return done


def _backwards(subpath: list[Segment]) -> list[Segment]:
    back: list[Segment] = [("M", subpath[-1][1][-2:])]
    for (kind, points), (_, before) in zip(subpath[:0:-1], subpath[-2::-1], strict=True):
        end = before[-2:]
        back.append((kind, (*points[2:4], *points[:2], *end) if kind == "C" else end))
    return [*back, ("Z", ())]
