"""Warm cards: one process, one core, everything opened and the artwork drawn."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from PIL import Image

from bench.clock import one_core, take_turns
from bench.contenders import CONTENDERS
from bench.memory import footprint
from bench.ours import OurCards
from bench.peer_pillow import PillowCards
from bench.report import Row, rate

BUDGETS = (
    ("card-rgb-warm", "ours, RGB", "typst", 3.0),
    ("card-rgb-warm", "ours, RGB", "pillow", 6.0),
    ("card-flat-warm", "ours, few inks", "typst", 6.0),
)
MOST_BYTES = 150_000
"""Of a card of few flat inks."""
MOST_MEGABYTES = 200
WARM = 12
"""Cards made before the clock runs: enough for most letters at most places."""


def measure_cards(rounds: int, root: Path) -> Iterator[Row]:
    """Yield how fast whole cards are made, how large they are and what memory they take."""
    with one_core():
        seconds = take_turns({name: open_() for name, open_ in CONTENDERS.items()}, rounds, WARM)
    feet = {name: footprint(name, root) for name in CONTENDERS}
    for name, ours, peer, budget in BUDGETS:
        row = rate(name, peer, seconds[ours], seconds[peer], "cards/s", budget)
        yield replace(
            row,
            ours_bytes=feet[ours].size,
            peer_bytes=feet[peer].size,
            ours_peak_mb=round(feet[ours].peak, 1),
            peer_peak_mb=round(feet[peer].peak, 1),
        )


def measure_text(rounds: int) -> Iterator[Row]:
    """Yield how fast the message alone is broken into lines and painted, without encoding."""
    ours, pillow = OurCards(), PillowCards()
    page = Image.new("RGB", pillow.size, "white")
    with one_core():
        seconds = take_turns(
            {"ours": ours.paint_message, "pillow": lambda n: pillow.paint_message(n, page)},
            rounds,
            WARM,
        )
    yield rate("text-paint", "pillow", seconds["ours"], seconds["pillow"], "texts/s", None)
