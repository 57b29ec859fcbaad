"""What `make serve` can draw over a card's previews: its edges, slots, lines and word counts.

The published site has none of it.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import cycle, islice
from typing import Any

from generator.load.svg.page import in_mm
from generator.model.artwork import Artwork
from generator.model.fitted import Fitted, Overflow
from generator.model.kit import Design, Slot
from generator.model.length import Box, Mpt
from generator.model.order import DEFAULT_BLEED, Order
from generator.model.scene import Card, Text, run_width
from generator.publish.plan import PREVIEW_WIDTHS, SPREADS, Plan, Shot

SAFE_MM = 5
MEASURED = 150
"""So many words are set to count how many go on a line."""
TALL: Mpt = 100_000_000
Fit = Callable[[Order, str, str, Box, Mpt], Fitted | Overflow]
"""Sets some words into a box at one size, as a slot of an order's card does."""
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Table:
    """Where a design's cards come from: composed with their words, as drawn; how words fit."""

    compose: Callable[[Shot], Card]
    artworks: Callable[[Order], Mapping[str, Artwork]]
    fit: Fit
    words: str


def overlay_json(design: Design, plan: Plan, table: Table) -> bytes:
    """Return what stands where in each of a design's previews, in mm, by the preview's name."""
    end = f"-{PREVIEW_WIDTHS[0]}.webp"
    shown = {
        shot.path.rpartition("/")[2].removesuffix(end): _preview(shot, design, table)
        for shot in plan.of(design.id, "preview")
        if shot.path.endswith(end)
    }
    return json.dumps(shown, ensure_ascii=False).encode()


def _preview(shot: Shot, design: Design, table: Table) -> Json:
    card, artworks = table.compose(shot), table.artworks(shot.order)
    is_tent = card.fold == "tent"
    names = ("inside-left", "inside") if shot.panel in SPREADS else (shot.panel,)
    wide, high = card.size.width, card.size.height
    panels = []
    for place, name in enumerate(names):
        scene = next(panel.scene for panel in card.panels if panel.name == name)
        if scene is None:
            continue
        texts = {item.slot: item for item in scene.items if isinstance(item, Text)}
        slots = [
            {
                "name": slot,
                "box": _box(box),
                "room": _room(design.slots[slot], box, shot.order, table),
                "lines": list(_lines(texts[slot])) if slot in texts else [],
            }
            for slot, box in artworks[name].slots.items()
        ]
        at = (0, place * high) if is_tent else (place * wide, 0)
        panels.append({"name": name, "at": [_mm(at[0]), _mm(at[1])], "slots": slots})
    count = len(names)
    whole = (wide, high * count) if is_tent else (wide * count, high)
    return {
        "size": [_mm(side) for side in whole],
        "panel": [_mm(wide), _mm(high)],
        "bleed": _mm(DEFAULT_BLEED),
        "safe": SAFE_MM,
        "panels": panels,
    }


def _room(slot: Slot, box: Box, order: Order, table: Table) -> list[list[float]]:
    """Return a slot's sizes in pt, and about how many words of running text fit at each.

    A slot of few lines holds a name or a word: there is nothing to count.
    """
    if slot.kind != "text" or slot.max_lines:
        return []
    text = " ".join(islice(cycle(table.words.split()), MEASURED))
    column = Box(0, 0, box.width, TALL)
    room = []
    for size in sorted({*slot.size}, reverse=True):
        set_ = table.fit(order, slot.name, text, column, size)
        lines = max(1, box.height * 1000 // (size * slot.leading))
        words = MEASURED * lines // len(set_.text.lines) if isinstance(set_, Fitted) else 0
        room.append([size / 1000, words])
    return room


def _lines(text: Text) -> Iterator[list[float]]:
    """Yield each line of a text: where its baseline begins, and how long it is."""
    for line in text.lines:
        width = sum(run_width(run, text.size, text.tracking) for run in line.runs)
        yield [_mm(line.x), _mm(line.y), _mm(width)]


def _box(box: Box) -> list[float]:
    return [_mm(side) for side in (box.x, box.y, box.width, box.height)]


def _mm(length: Mpt) -> float:
    return round(in_mm(length), 2)
