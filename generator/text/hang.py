"""How far a line's outermost signs hang over its edge, so that its letters align.

Shares of the sign's width, per mille: after Robert Bringhurst, The Elements of Typographic
Style, 4.1.5, and the margin kerning of pdfTeX, here kept to what a narrow margin takes.
"""

from generator.model.length import Mpt
from generator.model.scene import Run, units_to_mpt

_LEFT = dict.fromkeys("“‘„‚«‹\"'", 600) | dict.fromkeys("(–—-", 200)
_RIGHT = dict.fromkeys("”’“‘»›\"'", 600) | dict.fromkeys(".,-‐‑", 500)
_RIGHT |= dict.fromkeys(":;)–—…!?", 200)


def overhang(runs: tuple[Run, ...], size: Mpt) -> tuple[Mpt, Mpt]:
    """Return how far a line's first and last sign from the left may hang out, in 1/1000 pt."""
    if not runs:
        return 0, 0
    return _hang(runs[0], 0, _LEFT, size), _hang(runs[-1], -1, _RIGHT, size)


def _hang(run: Run, at: int, shares: dict[str, int], size: Mpt) -> Mpt:
    if not run.gids or run.level & 1:
        return 0
    share = shares.get(run.text[run.clusters[at]], 0)
    if not share:
        return 0
    return units_to_mpt(run.advances[at], run.face, size) * share // 1000
