"""Lengths as people write them; units end here."""

import re
from math import isfinite

from generator.model.length import MPT_PER_INCH, Mpt, mm

ACCEPTED = "write a number with mm, in or pt; a bare number is mm"
MOST: Mpt = mm(5_000)
_LENGTH = re.compile(r"([+-]?(?:\d+\.?\d*|\.\d+))\s*([A-Za-z%\"′″]*)")
_FACTORS = {"mm": MPT_PER_INCH / 25.4, "": MPT_PER_INCH / 25.4, "in": MPT_PER_INCH, "pt": 1000.0}


def parse_length(text: str) -> Mpt:
    """Return a length such as `5mm`, `0.125 in`, `9pt` or `5` (mm) in 1/1000 pt.

    Raises ValueError with what to write instead.
    """
    match = _LENGTH.fullmatch(text.strip())
    if match is None:
        raise ValueError(ACCEPTED)
    number, unit = match.groups()
    if unit not in _FACTORS:
        raise ValueError(f"{unit} is no unit here: {ACCEPTED}")
    value = float(number) * _FACTORS[unit]
    if not isfinite(value) or abs(value) > MOST:
        raise ValueError("write a length of at most 5000mm")
    return round(value)


def parse_range(text: str) -> tuple[Mpt, Mpt]:
    """Return `9pt..13pt` (or one length) as the smallest and the largest in 1/1000 pt.

    Raises ValueError with what to write instead.
    """
    low, dots, high = text.partition("..")
    least = parse_length(low)
    most = parse_length(high) if dots else least
    if least <= 0:
        raise ValueError("write a size above zero, such as 9pt..13pt")
    if least > most:
        raise ValueError(f"write the smaller size first: {high.strip()}..{low.strip()}")
    return least, most
