"""What one printer does wrong, as the correction for it."""

from dataclasses import dataclass

from generator.model.length import Mpt
from generator.model.paint import ONE


@dataclass(frozen=True, slots=True)
class Correction:
    """A shift to the right and down in 1/1000 pt, and a scale in millionths.

    `back` is the shift of a sheet's other side, as one looks at it; None is the same as the front.
    """

    right: Mpt = 0
    down: Mpt = 0
    scale: int = ONE
    back: tuple[Mpt, Mpt] | None = None

    def shift(self, side: int) -> tuple[Mpt, Mpt]:
        """Return the shift of the front (0) or the back (1)."""
        return self.back if side and self.back is not None else (self.right, self.down)
