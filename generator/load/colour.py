"""Colours as people write them, their contrast, and a plain reading in process inks."""

import re

from generator.model.paint import ROLES, Cmyk, Rgb

MOST_INK = 280
"""Percent of ink in total, C + M + Y + K, that paper takes (the least of the shops' ceilings)."""
ACCEPTED = 'write it as "#RRGGBB" or "#RGB", in quotes'
ROLE_OR_TINT = re.compile(rf"({'|'.join(ROLES)})(-([1-9][0-9]?))?")
"""A role, or a share of it on paper in percent: `accent-40`."""
_HEX = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")


def parse_rgb(text: str) -> Rgb:
    """Return `#RGB` or `#RRGGBB` as three numbers 0–255; raises ValueError otherwise."""
    if _HEX.fullmatch(text) is None:
        raise ValueError(ACCEPTED)
    digits = text[1:] if len(text) == 7 else "".join(digit * 2 for digit in text[1:])
    red, green, blue = bytes.fromhex(digits)
    return red, green, blue


def parse_colour(text: str) -> str:
    """Return `#RGB`, `#RRGGBB` or a colour's CSS name as `#rrggbb`; raises ValueError otherwise."""
    if not text.startswith("#"):
        # Pillow's table of names is only worth loading where a drawing uses one.
        from PIL.ImageColor import colormap

        named = colormap.get(text.strip().lower())
        if named is None:
            raise ValueError(f"{ACCEPTED}, or as a CSS colour name")
        # Pillow puts numbers in the place of a name's digits once it has used the name.
        return named.lower() if isinstance(named, str) else "#" + bytes(named[:3]).hex()
    return "#" + bytes(parse_rgb(text)).hex()


def derive_cmyk(rgb: Rgb) -> Cmyk:
    """Return a colour in percent of process inks by plain under-colour removal.

    Good enough to proof with; a palette that goes to press states its own.
    """
    black = 1 - max(rgb) / 255
    if black == 1:
        return 0, 0, 0, 100
    cyan, magenta, yellow = (round(100 * (1 - part / 255 - black) / (1 - black)) for part in rgb)
    key = round(100 * black)
    # Only colours near black go past the ceiling, and there the black covers what is taken away.
    most, total = MOST_INK - key, max(cyan + magenta + yellow, 1)
    if total > most:
        cyan, magenta, yellow = (part * most // total for part in (cyan, magenta, yellow))
    return cyan, magenta, yellow, key


def contrast(one: Rgb, other: Rgb) -> float:
    """Return the contrast of two colours, 1 to 21 (WCAG 2.2, contrast ratio)."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(rgb: Rgb) -> float:
    red, green, blue = (_linear(part / 255) for part in rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
