"""Computed drawings, each computed once for all cards that it is the same on."""

from collections import deque
from collections.abc import Callable, Mapping
from functools import lru_cache, wraps
from pathlib import Path
from typing import TypeAlias

from generator.model.artwork import Drawing

KEPT = 12
"""Renderings of one template: a design is drawn format by format, in some folds and forms."""
KEPT_CALLS = 24
"""Of one ornament: what a drawing asks of it."""
Ornaments: TypeAlias = Mapping[str, Callable[..., str]]


class Renders:
    """Keeps computed drawings for the cards that are the same in all that a template asked for.

    A template is a pure function of the values it asks for, so equal ones give an equal drawing:
    most are the same in several forms, folds or panels. Files must not change meanwhile.
    """

    def __init__(self) -> None:
        self._kept: dict[Path, deque[tuple[dict[str, object], str]]] = {}

    def render(
        self, path: Path, folder: Path, where: str, drawing: Drawing, ornaments: Ornaments
    ) -> str:
        """Return a computed drawing as `render_template` does."""
        known = varying_values(drawing)
        kept = self._kept.setdefault(path, deque(maxlen=KEPT))
        for asked, text in kept:
            if asked.items() <= known.items():
                return text
        # Jinja2 is only worth loading where a drawing is computed.
        from generator.load.template import render_template

        text, names = render_template(path, folder, where, drawing, ornaments)
        kept.append(({name: known[name] for name in names & known.keys()}, text))
        return text


def varying_values(drawing: Drawing) -> dict[str, object]:
    """Return what differs from card to card, by the names that templates ask for."""
    return {
        "card": drawing.size,
        "seed": drawing.seed,
        "form": drawing.form,
        "format": drawing.format,
        "fold": drawing.fold,
        "panel": drawing.panel,
    }


def remembered(ornaments: Ornaments) -> Ornaments:
    """Return ornaments that keep what they drew last: a card's forms ask for the same ones."""
    return {name: _remembered(draw) for name, draw in ornaments.items()}


def _remembered(draw: Callable[..., str]) -> Callable[..., str]:
    kept = lru_cache(maxsize=KEPT_CALLS, typed=True)(draw)

    @wraps(draw)
    def call(*args: object, **kwargs: object) -> str:
        try:
            hash((args, tuple(kwargs.values())))
        except TypeError:
            return draw(*args, **kwargs)
        return kept(*args, **kwargs)

    return call
