"""A QR code as one path of an artifact group."""

from generator.model.length import Box
from generator.model.paint import Ink
from generator.model.problem import Problem, Problems
from generator.model.scene import Group, Path

QUIET = 4
"""Modules kept free on every side (Denso Wave, qrcode.com)."""


def code_items(words: str, box: Box, ink: Ink) -> Group:
    """Return a QR code of level M in the middle of a box, quiet zone included.

    Raises Problems where the words hold more than a code takes.
    """
    # Only worth loading where a card has a code.
    import segno

    try:
        code = segno.make_qr(words, error="m")
    except segno.DataOverflowError as error:
        raise Problems(
            [Problem("slot code", "the text is too long for a QR code", "use a short address")]
        ) from error
    rows = [bytes(row) for row in code.matrix]
    module = min(box.width, box.height) // (len(rows) + 2 * QUIET)
    left = box.x + (box.width - module * len(rows)) // 2
    top = box.y + (box.height - module * len(rows)) // 2
    d = "".join(
        _bar(left + start * module, top + y * module, length * module, module)
        for y, row in enumerate(rows)
        for start, length in _dark(row)
    )
    return Group((Path(d, ink),), artifact=True)


def _dark(row: bytes) -> list[tuple[int, int]]:
    bars: list[tuple[int, int]] = []
    for x, module in enumerate(row):
        if not module:
            continue
        if bars and sum(bars[-1]) == x:
            bars[-1] = (bars[-1][0], bars[-1][1] + 1)
        else:
            bars.append((x, 1))
    return bars


def _bar(x: int, y: int, width: int, height: int) -> str:
    return f"M{x} {y}L{x + width} {y}L{x + width} {y + height}L{x} {y + height}Z"
