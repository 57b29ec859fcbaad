"""Affine maps as SVG writes them: (a b c d e f) takes (x, y) to (ax + cy + e, bx + dy + f)."""

import re
from math import cos, isfinite, radians, sin, sqrt, tan
from typing import TypeAlias

Map: TypeAlias = tuple[float, float, float, float, float, float]
IDENTITY: Map = (1, 0, 0, 1, 0, 0)
_FUNCTION = re.compile(r"\s*([A-Za-z]+)\s*\(([^()]*)\)\s*,?")
_NUMBER = r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?"
_ARGUMENTS = re.compile(rf"\s*{_NUMBER}(?:\s*,?\s*{_NUMBER})*\s*")
_COUNTS = {
    "matrix": (6,),
    "translate": (1, 2),
    "scale": (1, 2),
    "rotate": (1, 3),
    "skewX": (1,),
    "skewY": (1,),
}


def multiply(outer: Map, inner: Map) -> Map:
    """Return the map that does `inner` first, then `outer`."""
    a, b, c, d, e, f = outer
    p, q, r, s, t, u = inner
    return (
        a * p + c * q,
        b * p + d * q,
        a * r + c * s,
        b * r + d * s,
        a * t + c * u + e,
        b * t + d * u + f,
    )


def apply(map_: Map, x: float, y: float) -> tuple[float, float]:
    """Return where a point goes."""
    a, b, c, d, e, f = map_
    return a * x + c * y + e, b * x + d * y + f


def scale_of(map_: Map) -> float:
    """Return by how much a map enlarges lengths on the whole: the root of its area factor."""
    a, b, c, d, _, _ = map_
    return sqrt(abs(a * d - b * c))


def is_upright(map_: Map) -> bool:
    """Return whether a map keeps rectangles rectangles: no turn and no slant."""
    a, b, c, d, _, _ = map_
    slack = 1e-6 * max(abs(a), abs(b), abs(c), abs(d))
    return abs(b) <= slack and abs(c) <= slack


def is_similar(map_: Map) -> bool:
    """Return whether a map keeps circles circles."""
    a, b, c, d, _, _ = map_
    slack = 1e-6 * max(abs(a), abs(b), abs(c), abs(d))
    turned = abs(a - d) <= slack and abs(b + c) <= slack
    return turned or (abs(a + d) <= slack and abs(b - c) <= slack)


def parse_transform(text: str) -> Map:
    """Return a `transform` attribute as one map; raises ValueError with what is wrong."""
    total, at = IDENTITY, 0
    text = text.strip()
    while at < len(text):
        match = _FUNCTION.match(text, at)
        if match is None:
            raise ValueError(f"{text[at : at + 20]!r} is no transform")
        total = multiply(total, _one(match[1], match[2]))
        at = match.end()
    if not all(map(isfinite, total)):
        raise ValueError("the transform is out of range")
    return total


def _one(name: str, given: str) -> Map:
    if name not in _COUNTS:
        raise ValueError(f"{name} is no transform: use {', '.join(_COUNTS)}")
    if _ARGUMENTS.fullmatch(given) is None:
        raise ValueError(f"{name}({given}) holds something else than numbers")
    values = [float(number) for number in re.findall(_NUMBER, given)]
    if len(values) not in _COUNTS[name]:
        raise ValueError(f"{name} takes {_COUNTS[name][-1]} numbers, not {len(values)}")
    match name, values:
        case "matrix", (a, b, c, d, e, f):
            return a, b, c, d, e, f
        case "translate", (x, *rest):
            return 1, 0, 0, 1, x, rest[0] if rest else 0
        case "scale", (x, *rest):
            return x, 0, 0, rest[0] if rest else x, 0, 0
        case "skewX", (angle,):
            return 1, 0, tan(radians(angle)), 1, 0, 0
        case "skewY", (angle,):
            return 1, tan(radians(angle)), 0, 1, 0, 0
    return _rotation(*values)


def _rotation(angle: float, x: float = 0, y: float = 0) -> Map:
    turn = radians(angle)
    c, s = cos(turn), sin(turn)
    return c, s, -s, c, x - c * x + s * y, y - s * x - c * y
