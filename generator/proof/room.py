"""How many words a card takes, and whether it takes all the notes that the kit has for cards."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import cycle, islice

from generator.layout.forms import form_artwork
from generator.model.fitted import Overflow
from generator.model.kit import Design, Form, Kit
from generator.model.length import Box, Mpt
from generator.model.order import Order
from generator.model.problem import Problem, Problems
from generator.press import Press
from generator.proof.cards import every_card
from generator.proof.finding import Finding, worst
from generator.words.evaluate import evaluate

PRINTED: tuple[Form, Form] = ("bleed", "inset")
"""The forms that give the message a place of another size; the others are as large as these."""
MOST_WORDS = 400
GREETING, CLOSING = "Dear Ms Okafor,\n\n", "\n\nWith kind regards,"
SENTENCE = "Thank you for the hour that you gave me on Tuesday, and for your candour."
"""Words of usual length."""


@dataclass(frozen=True, slots=True)
class Note:
    """A note of a situation, filled in: what to call it, and its words."""

    name: str
    words: str


@dataclass(frozen=True, slots=True)
class Place:
    """The message's rectangle on one card."""

    order: Order
    where: str
    box: Box


@dataclass(frozen=True, slots=True)
class Room:
    """How many words a card's message takes in every form, at its large and its small size."""

    order: Order
    large: Mpt
    usual: int
    small: Mpt
    most: int


def rooms(kit: Kit) -> Iterator[Room]:
    """Yield the room of every card that has a message; raises Problems of the drawings."""
    press = Press(kit)
    for design in kit.designs.values():
        if "message" not in design.slots:
            continue
        small, large = design.slots["message"].size
        for order in every_card(kit, design):
            found = list(places(press, [order]))
            usual, most = (
                min(words_taken(press, p, size) for p in found) for size in (large, small)
            )
            yield Room(order, large, usual, small, most)


def card_notes(kit: Kit, fields: Mapping[str, str]) -> tuple[Note, ...]:
    """Return every note for cards, filled in with a situation's examples and sample values."""
    return tuple(
        Note(
            f"{situation.id} ({tone})",
            evaluate(note.text, {n: f.example for n, f in situation.fields.items()} | dict(fields)),
        )
        for situation in kit.situations.values()
        for tone, note in situation.cards.items()
    )


def places(press: Press, orders: Sequence[Order]) -> Iterator[Place]:
    """Yield where the message stands on cards with bleed and within the printer's margin.

    Cards without a slot `message` have none. Raises Problems of the drawings.
    """
    for order in orders:
        palette = press.kit.palettes[order.palette]
        for form in PRINTED:
            formed = replace(order, form=form)
            for artwork in press.artworks(formed).values():
                if "message" in artwork.slots:
                    box = form_artwork(artwork, form, palette).slots["message"]
                    yield Place(formed, artwork.where, box)


def check_notes_fit(
    press: Press, design: Design, orders: Sequence[Order], notes: Sequence[Note]
) -> list[Problem]:
    """Return a Problem for each drawing that has no room for some note of the kit.

    What fits a box fits every box that is as wide and as high, so each note is set in the boxes
    that no other one lies within, and in the others only where it does not fit.
    """
    try:
        found = list(places(press, orders))
    except Problems as problems:
        return list(problems.problems)
    missing: list[Problem] = []
    left_out: dict[int, list[tuple[int, Note]]] = {}
    least = [place for place in found if not any(_is_within(o.box, place.box) for o in found)]
    for note in notes:
        try:
            if all(_over(press, design, place, note) == 0 for place in _unlike(least)):
                continue
            for at, place in enumerate(found):
                over = _over(press, design, place, note)
                if over:
                    left_out.setdefault(at, []).append((over, note))
        except Problems as problems:
            missing.extend(problems.problems)
    findings = (_finding(press, found[at], notes, over) for at, over in left_out.items())
    return missing + worst(findings)


def words_taken(press: Press, place: Place, size: Mpt) -> int:
    """Return how many words fit between greeting and closing at a size, 400 at most."""

    def is_over(count: int) -> bool:
        body = " ".join(islice(cycle(SENTENCE.split()), count))
        words = f"{GREETING}{body}{CLOSING}"
        return isinstance(press.fit(place.order, "message", words, place.box, size), Overflow)

    return max(0, bisect_left(range(1, MOST_WORDS + 1), True, key=is_over))


def _is_within(inner: Box, outer: Box) -> bool:
    """Tell whether a box is smaller than another one, and no wider and no higher."""
    return (
        inner.width <= outer.width
        and inner.height <= outer.height
        and (inner.width, inner.height) != (outer.width, outer.height)
    )


def _unlike(found: Sequence[Place]) -> list[Place]:
    """Return one place of each size."""
    return list({(place.box.width, place.box.height): place for place in found}.values())


def _over(press: Press, design: Design, place: Place, note: Note) -> int:
    """Return how many words of a note have no place at the smallest size."""
    size = min(design.slots["message"].size)
    fitted = press.fit(place.order, "message", note.words, place.box, size)
    return fitted.words_over if isinstance(fitted, Overflow) else 0


def _finding(
    press: Press, place: Place, notes: Sequence[Note], over: list[tuple[int, Note]]
) -> Finding:
    order = place.order
    words, longest = max(over, key=lambda pair: pair[0])
    size = min(press.kit.designs[order.design].slots["message"].size)
    takes = words_taken(press, place, size)
    return Finding(
        place.where,
        ("notes",),
        f"{order.design}, {order.format}, {order.fold}, form {order.form}",
        f"{len(over)} of the kit's {len(notes)} notes do not fit the message, {longest.name} by "
        f"{words} words",
        f"it takes {takes} words at {size / 1000:g} pt: draw slot-message larger, allow a smaller "
        f"size, or leave {order.format} out of formats",
        words,
    )
