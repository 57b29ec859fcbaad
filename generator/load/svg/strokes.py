"""How a drawing's lines are drawn, in the card's units."""

from collections.abc import Callable
from typing import Literal, cast

from generator.load.svg.affine import scale_of
from generator.load.svg.refusal import Refusal
from generator.load.svg.shapes import measure
from generator.load.svg.state import State
from generator.model.length import Mpt
from generator.model.paint import Paint, Stroke

LEAST_WIDTH: Mpt = 250
"""0.25 pt: what print shops ask for at least (Blurb; Consolidated Press)."""
MOST_DASHES = 32
_CAPS = ("butt", "round", "square")
_JOINS = {"miter": "miter", "miter-clip": "miter", "arcs": "miter", "round": "round"}


def read_stroke(state: State, read_paint: Callable[[], Paint | None]) -> Stroke | None:
    """Return a shape's stroke, None if it has none; raises Refusal for a hairline."""
    if state["stroke"] == "none":
        return None
    scale = scale_of(state.matrix)
    width = _read(state["stroke-width"], scale)
    if width < 0:
        raise Refusal("a line's width is negative", "write a width above zero")
    paint = read_paint() if width else None
    if paint is None:
        return None
    if width < LEAST_WIDTH:
        hint = "make it at least 0.25 pt (0.09 mm) at the card's size, or take the line off"
        raise Refusal(f"a line of {width / 1000:.2f} pt is too thin to print", hint)
    cap = state["stroke-linecap"]
    return Stroke(
        paint,
        width,
        cast(Literal["butt", "round", "square"], cap if cap in _CAPS else "butt"),
        cast(Literal["miter", "round", "bevel"], _JOINS.get(state["stroke-linejoin"], "bevel")),
        round(1000 * max(1.0, measure(state["stroke-miterlimit"]))),
        _dashes(state, scale),
    )


def _dashes(state: State, scale: float) -> tuple[Mpt, ...]:
    given = state["stroke-dasharray"].replace(",", " ").split()
    if given in ([], ["none"]):
        return ()
    dashes = tuple(_read(part, scale) for part in given)
    if min(dashes) < 0 or len(dashes) > MOST_DASHES:
        raise Refusal("the dashes of a line are not read", f"use up to {MOST_DASHES} lengths")
    if not any(dashes):
        return ()
    if measure(state["stroke-dashoffset"]):
        raise Refusal("a line's dashes begin off its start", "set the dash offset to 0")
    return dashes * (1 + len(dashes) % 2)


def _read(text: str, scale: float) -> Mpt:
    value = measure(text) * scale
    if not abs(value) < 1e9:
        raise Refusal("a line's width is out of range", "draw it within the card")
    return round(value)
