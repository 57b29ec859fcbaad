"""The papers that sheets are printed on, and who uses which."""

from collections.abc import Mapping

from generator.model.length import Size, mm

PAPERS: Mapping[str, Size] = {"letter": Size(612_000, 792_000), "a4": Size(mm(210), mm(297))}
"""Upright: US Letter (8.5 × 11 in) and ISO 216 A4."""
LETTER_REGIONS = frozenset({"US", "CA", "MX", "PH", "CL", "CO", "CR", "DO", "GT", "PR", "SV", "VE"})
"""Where offices buy Letter (Unicode CLDR, paperSize); everybody else has A4."""


def usual_paper(locale: str) -> str:
    """Return the paper of a locale such as `en-US`; A4 where it names no region."""
    regions = [part.upper() for part in locale.replace("_", "-").split("-")[1:] if len(part) == 2]
    return "letter" if LETTER_REGIONS.intersection(regions) else "a4"
