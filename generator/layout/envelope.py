"""An addressed envelope: which one takes the card, and where the addresses stand on it."""

from dataclasses import dataclass

from generator.layout.post import Post, reading_area, stamp_space
from generator.model.fitted import Fitted
from generator.model.kit import Envelope, Format
from generator.model.length import Box, Mpt, Size, mm
from generator.model.paint import Ink
from generator.model.paper import LETTER_REGIONS
from generator.model.problem import Problem, Problems
from generator.model.scene import Face, Scene, Text
from generator.text.fit import set_text
from generator.text.style import Style

CLEARANCE: Mpt = mm(6)
"""Room that a card wants in an envelope, width and height together (a trade rule of thumb)."""
BLACK = Ink("ink", (0, 0, 0), (0, 0, 0, 100))
EDGE: Mpt = mm(8)
"""How far the return address keeps from the edges: most printers reach that far."""
GAP: Mpt = mm(3)
TO_SIZE: tuple[Mpt, Mpt] = (8_000, 12_000)
"""USPS asks for 8 pt at least; Deutsche Post's machines read 10 to 12 pt best."""
FROM_SIZE: tuple[Mpt, Mpt] = (6_000, 9_000)
INDENT = 420
"""Where the address starts, per mille of the width: right of the middle of the left half."""


@dataclass(frozen=True, slots=True)
class Written:
    """An address to be set: its lines, the faces for them, their language."""

    lines: tuple[str, ...]
    faces: tuple[Face, ...]
    lang: str = "en"


def region_of(country: str) -> str:
    """Return the region whose shops' envelopes a country uses: us, jp or eu."""
    return "us" if country in LETTER_REGIONS else "jp" if country == "JP" else "eu"


def choose_envelope(format_: Format, country: str, named: str | None = None) -> Envelope:
    """Return the format's envelope of a name, or for a country (another region's if it has none).

    Raises Problems where the format has no envelope of that name, or none that gives the card
    enough room.
    """
    if named is not None:
        return _by_name(format_, named)
    fits = [e for e in format_.envelopes if has_room(format_.size, e.size)]
    if not fits:
        what = f"{format_.id} has no envelope that it fits into with 6 mm to spare"
        hint = "choose another format, or add an envelope to formats.yml"
        if not format_.envelopes:
            what = f"{format_.id} has no envelope: it goes along with a letter"
        raise Problems([Problem("--format", what, hint)])
    region = region_of(country)
    return min(fits, key=lambda envelope: envelope.region != region)


def _by_name(format_: Format, named: str) -> Envelope:
    known = {envelope.name.casefold(): envelope for envelope in format_.envelopes}
    if named.casefold() not in known:
        names = ", ".join(envelope.name for envelope in format_.envelopes) or "none"
        what = f"there is no envelope {named!r} for {format_.id}"
        raise Problems([Problem("--envelope", what, f"its envelopes: {names}")])
    return known[named.casefold()]


def has_room(card: Size, envelope: Size) -> bool:
    """Tell whether a card goes into an envelope with the clearance, whichever way it is turned."""
    spare = [
        out - inside
        for out, inside in zip(
            sorted((envelope.width, envelope.height)),
            sorted((card.width, card.height)),
            strict=True,
        )
    ]
    return min(spare) > 0 and sum(spare) >= CLEARANCE


def envelope_pages(size: Size, post: Post, to: Written, sender: Written) -> tuple[Scene, ...]:
    """Return the envelope's front, and its back where the return address belongs there.

    Raises Problems for an address that does not fit.
    """
    trim = Box(0, 0, size.width, size.height)
    problems: list[Problem] = []
    address = _set("to", to, to_box(size, post), problems)
    on_front = post.sender == "front"
    place = from_box(size, post) if on_front else flap_box(size)
    back = _set("from", sender, place, problems)
    if problems or address is None or back is None:
        raise Problems(problems)
    if on_front:
        return (Scene(trim, trim, 0, (back, address), ("from", "to")),)
    front = Scene(trim, trim, 0, (address,), ("to",))
    return front, Scene(trim, trim, 0, (back,), ("from",))


def to_box(size: Size, post: Post) -> Box:
    """Return the delivery address's box: inside the reading area, clear of stamp and barcode."""
    area = reading_area(size, post)
    left = max(area.x, size.width * INDENT // 1000)
    return Box(left, area.y + GAP, area.right - left, area.height - 2 * GAP)


def from_box(size: Size, post: Post) -> Box:
    """Return the return address's box: upper left, above the reading area, left of the stamp."""
    right = stamp_space(size, post).x - GAP
    bottom = reading_area(size, post).y
    return Box(EDGE, EDGE, right - EDGE, bottom - EDGE)


def flap_box(size: Size) -> Box:
    """Return the return address's box on the back: the middle of the flap, at the top."""
    return Box(size.width // 4, EDGE, size.width // 2, size.height // 3 - EDGE)


def _set(slot: str, written: Written, box: Box, problems: list[Problem]) -> Text | None:
    """Return an address as set, each of its lines on one line; None with a Problem if too long."""
    sizes = TO_SIZE if slot == "to" else FROM_SIZE
    style = Style(
        slot=slot,
        faces=written.faces,
        size=sizes,
        ink=BLACK,
        lang=written.lang,
        leading=1350,
        valign="middle" if slot == "to" else "top",
        max_lines=len(written.lines),
    )
    fitted = set_text("\n".join(written.lines), box, style)
    if isinstance(fitted, Fitted):
        return fitted.text
    what = f"the address is too long for its place, even at {sizes[0] / 1000:g} pt"
    hint = "shorten its longest line, or break it in two"
    problems.append(Problem(f"--{slot}", what, hint))
    return None
