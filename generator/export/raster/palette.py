"""Lay out the palette of a card.

A stretch of it runs from the ground's colour to the ink's in even steps, so that blending indices
by a glyph's mask is blending colours. Two inks share a stretch, the ground in its middle.
"""

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from PIL import Image

from generator.export.raster.flat import FlatGround
from generator.model.paint import Rgb

STEPS = (32, 16, 12)
"""Between ground and ink; as many as there is room for."""
Pair: TypeAlias = tuple[int, Rgb]
"""The index of a flat ground and the ink over it."""


class Ramp(NamedTuple):
    """The index of a ground at the foot of an ink's stretch, and the ink's own.

    A third ink on a ground has a foot apart, which must be put under its letters.
    """

    foot: int
    ink: int
    needs_foot: bool


class Dressed(NamedTuple):
    """A ground whose palette has room for type: its indices, the palette, each pair's ramp."""

    image: Image.Image
    palette: bytes
    ramps: dict[Pair, Ramp]


def dress(flat: FlatGround, pairs: Sequence[Pair]) -> Dressed | None:
    """Lay out a palette: a stretch for every two inks on a ground, then what artwork needs.

    None where that is more than 256 colours.
    """
    for steps in STEPS:
        entries, feet, ramps = _stretches(flat.colours, pairs, steps)
        edges = [index for index in range(len(flat.colours)) if index not in feet]
        if len(entries) + len(edges) <= 256:
            new = {**feet, **{old: len(entries) + i for i, old in enumerate(edges)}}
            entries += [flat.colours[index] for index in edges]
            lut = [new.get(old, 0) for old in range(256)]
            palette = bytes(value for entry in entries for value in entry)
            return Dressed(flat.image.point(lut), palette, ramps)
    return None


def _stretches(
    colours: Sequence[Rgb], pairs: Sequence[Pair], steps: int
) -> tuple[list[Rgb], dict[int, int], dict[Pair, Ramp]]:
    """Return palette entries, where each ground went, and the ramps."""
    entries: list[Rgb] = []
    feet: dict[int, int] = {}
    ramps: dict[Pair, Ramp] = {}
    for ground in dict.fromkeys(ground for ground, _ in pairs):
        inks = [ink for under, ink in pairs if under == ground]
        for up, down in zip(inks[::2], [*inks[1::2], None], strict=False):
            paper, apart = colours[ground], ground in feet
            if down is not None:
                entries += [_mixed(paper, down, steps - i, steps) for i in range(steps)]
                ramps[ground, down] = Ramp(len(entries), len(entries) - steps, apart)
            ramps[ground, up] = Ramp(len(entries), len(entries) + steps, apart)
            feet.setdefault(ground, len(entries))
            entries += [_mixed(paper, up, i, steps) for i in range(steps + 1)]
    return entries, feet, ramps


def _mixed(paper: Rgb, ink: Rgb, part: int, steps: int) -> Rgb:
    red, green, blue = (
        (2 * (p * (steps - part) + i * part) + steps) // (2 * steps)
        for p, i in zip(paper, ink, strict=True)
    )
    return red, green, blue
