"""Reads path data back: the points that a path goes through, curves and arcs followed closely."""

import re
from cmath import phase, rect
from collections.abc import Iterator
from dataclasses import dataclass
from math import pi, sqrt

TAKES = {"M": 2, "m": 2, "l": 2, "c": 6, "s": 4, "a": 7, "z": 0}
NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)")
STEPS = 8


@dataclass(frozen=True)
class Traced:
    """The corners of each subpath, all points seen on the way, and which subpaths are closed."""

    subpaths: tuple[tuple[complex, ...], ...]
    points: tuple[complex, ...]
    closed: tuple[bool, ...]


def trace(d: str) -> Traced:
    subpaths: list[list[complex]] = []
    seen: list[complex] = []
    closed: list[bool] = []
    at = mirror = 0j
    for letter, numbers in steps(d):
        if letter in "Mm":
            at = complex(*numbers) + (at if letter == "m" else 0)
            subpaths.append([at])
            closed.append(False)
            seen.append(at)
        elif letter == "z":
            at, closed[-1] = subpaths[-1][0], True
        else:
            ends = [at + p for p in pairs(numbers[5:] if letter == "a" else numbers)]
            if letter == "l":
                seen += ends
            elif letter == "a":
                seen += arc(at, numbers[0], bool(numbers[3]), bool(numbers[4]), ends[0])
            else:
                first, second, to = [mirror, *ends] if letter == "s" else ends
                seen += [cubic(at, first, second, to, i / STEPS) for i in range(1, STEPS + 1)]
                mirror = 2 * to - second
            subpaths[-1].append(ends[-1])
            at = ends[-1]
        if letter not in "cs":
            mirror = at
    return Traced(tuple(map(tuple, subpaths)), tuple(seen), tuple(closed))


def pairs(numbers: list[float]) -> list[complex]:
    return [complex(x, y) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]


def cubic(start: complex, first: complex, second: complex, end: complex, t: float) -> complex:
    s = 1 - t
    return s**3 * start + 3 * s * s * t * first + 3 * s * t * t * second + t**3 * end


def arc(start: complex, radius: float, large: bool, clockwise: bool, to: complex) -> list[complex]:
    half = (to - start) / 2
    height = sqrt(max(0.0, radius**2 - abs(half) ** 2))
    side = 1j * half / abs(half) * (1 if clockwise != large else -1)
    centre = start + half + height * side
    turn = phase((to - centre) / (start - centre))
    if clockwise and turn < 0:
        turn += 2 * pi
    if not clockwise and turn > 0:
        turn -= 2 * pi
    return [centre + (start - centre) * rect(1, turn * i / STEPS) for i in range(1, STEPS + 1)]


def steps(d: str) -> Iterator[tuple[str, list[float]]]:
    """Yield each command with its numbers, the repeated ones as if they were written out."""
    before, *rest = re.split(r"([a-zA-Z])", d)
    assert before == ""
    for letter, words in zip(rest[::2], rest[1::2], strict=True):
        numbers = [float(n) for n in NUMBER.findall(words)]
        assert re.sub(NUMBER, "", words).strip(" ") == "", words
        takes = TAKES[letter]
        if not takes:
            assert not numbers
            yield letter, []
            continue
        assert numbers and len(numbers) % takes == 0, (letter, words)
        for i in range(0, len(numbers), takes):
            yield ("l" if i and letter == "m" else letter), numbers[i : i + takes]


def box(points: tuple[complex, ...]) -> tuple[float, float, float, float]:
    xs, ys = [p.real for p in points], [p.imag for p in points]
    return min(xs), min(ys), max(xs), max(ys)
