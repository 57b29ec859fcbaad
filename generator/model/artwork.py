"""A drawing as read: role-painted items and the slots found in it."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.length import Box, Size
from generator.model.scene import Item


@dataclass(frozen=True, slots=True)
class Artwork:
    """Items in the coordinates of a trim of `size`, drawn to a 5 mm bleed; slots by name."""

    size: Size
    items: tuple[Item, ...]
    slots: Mapping[str, Box]
    where: str
    key: str
    """A hash of everything that the drawing was made from."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """Which drawing is wanted: everything that a computed SVG can see."""

    name: str
    format: str
    size: Size
    fold: str
    form: str
    panel: str
    seed: str


@dataclass(frozen=True, slots=True)
class Photo:
    """A fork's own PNG or JPEG, upright and in sRGB, and its size in pixels."""

    blob: bytes
    width: int
    height: int
    name: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A fork's own SVG: items that fill a size; inks are roles, or colours such as `#a1b2c3`.

    `key` is a hash of all that the items come from.
    """

    items: tuple[Item, ...]
    size: Size
    key: str
