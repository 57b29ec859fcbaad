"""A drawing's colours as roles of the palette."""

import re
from collections.abc import Mapping

from generator.load.colour import ROLE_OR_TINT, parse_colour, parse_rgb
from generator.load.svg.refusal import Refusal
from generator.model.paint import ROLES, Ink

TOKEN = "role:"
"""What stands before a role where a computed drawing names one."""
_RGB = re.compile(r"rgb\(\s*([\d.]+%?)\s*[,\s]\s*([\d.]+%?)\s*[,\s]\s*([\d.]+%?)\s*\)")
_SHOWN = 3


def read_ink(text: str, colours: Mapping[str, str], current: str) -> Ink | None:
    """Return a colour as an ink, None for no paint; raises Refusal if no role stands for it.

    `current` is what `currentColor` means here; `colours` maps #rrggbb to roles.
    """
    value = text.strip()
    if value.lower() == "currentcolor":
        value = current
    if value.lower() in ("none", "transparent"):
        return None
    if value.startswith(TOKEN):
        return Ink(_known_role(value.removeprefix(TOKEN)))
    colour = _hex(value)
    role = colours.get(colour)
    if role is None:
        raise _unmapped(value, colour, colours)
    return Ink(role)


def role_classes(classes: frozenset[str]) -> Mapping[str, str]:
    """Return the property (`fill`, `stroke`, or `` for the element's main one) of each role class.

    Raises Refusal if two classes set the same one.
    """
    found: dict[str, str] = {}
    for name in sorted(classes):
        prefix = next((p for p in ("fill-", "stroke-") if name.startswith(p)), "")
        role = name.removeprefix(prefix)
        if ROLE_OR_TINT.fullmatch(role) is None:
            continue
        if prefix[:-1] in found:
            raise Refusal(f"two classes name a role here: {name}", "keep one of them")
        found[prefix[:-1]] = TOKEN + role
    return found


def _known_role(role: str) -> str:
    if ROLE_OR_TINT.fullmatch(role) is None:
        raise Refusal(
            f"{role!r} is no role", f"write {', '.join(ROLES)}, or 40 % of one as accent-40"
        )
    return role


def _hex(value: str) -> str:
    """Return a colour as #rrggbb."""
    match = _RGB.fullmatch(value)
    try:
        if match is None:
            return parse_colour(value.partition(" icc-color")[0])
        parts = [float(p[:-1]) * 2.55 if p.endswith("%") else float(p) for p in match.groups()]
        return "#" + bytes(min(255, round(part)) for part in parts).hex()
    except ValueError:
        hint = "use #RRGGBB, and opacity for what shines through"
        raise Refusal(f"the colour {value[:40]!r} is not read", hint) from None


def _unmapped(value: str, colour: str, colours: Mapping[str, str]) -> Refusal:
    """Say which mapped colours are nearest, and how to map this one."""
    here = parse_rgb(colour)

    def distance(other: str) -> int:
        return sum((a - b) ** 2 for a, b in zip(parse_rgb(other), here, strict=True))

    close = sorted(colours, key=lambda other: (distance(other), other))[:_SHOWN]
    nearest = ", ".join(f"{other} ({colours[other]})" for other in close)
    hint = f'add `"{colour}": ROLE` under colours: in design.yml (roles: {", ".join(ROLES)})'
    if nearest:
        hint += f", or use one that is there: {nearest}"
    return Refusal(f"no role stands for the colour {value}", hint)
