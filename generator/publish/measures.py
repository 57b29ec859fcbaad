"""Lengths and file sizes in words, as a reader of the site wants them."""

from fractions import Fraction

from generator.model.length import MM_PER_INCH, MPT_PER_INCH, Mpt, Size

EIGHTHS = {1: "⅛", 2: "¼", 3: "⅜", 4: "½", 5: "⅝", 6: "¾", 7: "⅞"}


def in_mm(length: Mpt) -> str:
    """Return a length in millimetres, to one decimal where it has one."""
    return f"{length * MM_PER_INCH / MPT_PER_INCH:.1f}".removesuffix(".0")


def in_inches(length: Mpt) -> str:
    """Return a length in inches: in eighths where it is one, else to two decimals."""
    whole, eighths = divmod(Fraction(length * 8, MPT_PER_INCH), 8)
    if eighths.denominator != 1:
        return f"{length / MPT_PER_INCH:.2f}".rstrip("0").rstrip(".")
    part = EIGHTHS.get(int(eighths), "")
    return f"{int(whole) or ''}{part}" if part or whole else "0"


def size_in_words(size: Size) -> str:
    """Return a size as `4¼ × 5½ in (108 × 139.7 mm)`."""
    inches = f"{in_inches(size.width)} × {in_inches(size.height)} in"
    return f"{inches} ({in_mm(size.width)} × {in_mm(size.height)} mm)"
