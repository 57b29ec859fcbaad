"""What one printer does wrong, as the correction for it."""

from dataclasses import dataclass

from generator.model.length import Mpt
from generator.model.paint import ONE


@dataclass(frozen=True, slots=True)
class Correction:
    """A shift to the right and down in 1/1000 pt, and a scale in millionths."""

    right: Mpt = 0
    down: Mpt = 0
    scale: int = ONE
