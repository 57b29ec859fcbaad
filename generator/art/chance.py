"""Seeded chance without state: the same seed and keys give the same number, always."""

import hashlib
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


def chance(seed: str, *keys: str | int) -> float:
    """Return a number from 0 up to 1, for good, from a seed and what it is for."""
    name = "\x1f".join((seed, *map(str, keys)))
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:6]) / 2**48


def between(low: float, high: float, seed: str, *keys: str | int) -> float:
    """Return a number between two bounds."""
    return low + (high - low) * chance(seed, *keys)


def choice(options: Sequence[T], seed: str, *keys: str | int) -> T:
    """Return one of the options."""
    return options[int(chance(seed, *keys) * len(options))]
