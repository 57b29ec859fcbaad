"""Write a Card as canonical JSON: for scripts, goldens, vectors and other painters."""

import json
from collections.abc import Iterator, Sequence
from typing import Any, assert_never

from generator.export.affine import compose, map_points, path_bounds
from generator.model.length import Box, Mpt
from generator.model.paint import IDENTITY, Matrix
from generator.model.scene import (
    Card,
    Group,
    Item,
    Panel,
    Path,
    Picture,
    Run,
    Text,
    glyph_origins,
)

Json = dict[str, Any]


def card_json(card: Card) -> bytes:
    """Return every panel's trim, bleed and runs of glyphs, in 1/1000 pt, keys in a set order.

    A panel that is left unprinted has `printed` false and no runs. `x` and `y` are the glyphs'
    origins from the trim's top left, `level` is odd where a run reads from right to left.
    """
    whole = {
        "design": card.design,
        "format": card.format,
        "fold": card.fold,
        "lang": card.lang,
        "title": card.title,
        "panels": [_panel(panel, card) for panel in card.panels],
    }
    text = json.dumps(whole, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return f"{text}\n".encode()


def _panel(panel: Panel, card: Card) -> Json:
    scene = panel.scene
    size = (card.size.width, card.size.height)
    return {
        "panel": panel.name,
        "printed": scene is not None,
        "trim": size if scene is None else (scene.trim.width, scene.trim.height),
        "bleed": 0 if scene is None else scene.bleed,
        "reading": () if scene is None else scene.reading,
        "runs": [] if scene is None else list(_runs(scene.items, IDENTITY)),
        "pictures": [] if scene is None else list(_pictures(scene.items, IDENTITY)),
    }


def _runs(items: Sequence[Item], matrix: Matrix) -> Iterator[Json]:
    for item in items:
        match item:
            case Text():
                yield from _text(item, matrix)
            case Group():
                yield from _runs(item.items, compose(matrix, item.matrix))
            case Path() | Picture():
                pass
            case _:
                assert_never(item)


def _pictures(items: Sequence[Item], matrix: Matrix) -> Iterator[Json]:
    """Yield the words and the box of each picture, a drawn one's as far as it is clipped."""
    for item in items:
        match item:
            case Picture():
                yield {"alt": item.alt, "box": _sides(item.box, matrix)}
            case Group(alt=alt, clip=str(clip)) if alt:
                yield {"alt": alt, "box": _sides(path_bounds(clip), matrix)}
            case Group():
                yield from _pictures(item.items, compose(matrix, item.matrix))
            case Text() | Path():
                pass
            case _:
                assert_never(item)


def _sides(box: Box, matrix: Matrix) -> tuple[Mpt, Mpt, Mpt, Mpt]:
    """Return x, y, width and height of a box under a map."""
    xs, ys = map_points(matrix, (box.x, box.right), (box.y, box.bottom))
    return min(xs), min(ys), abs(xs[1] - xs[0]), abs(ys[1] - ys[0])


def _text(text: Text, matrix: Matrix) -> Iterator[Json]:
    for number, line in enumerate(text.lines):
        for run, xs, ys in glyph_origins(text, line):
            across, down = map_points(matrix, xs, ys)
            yield _run(text, number, run, across, down)


def _run(text: Text, number: int, run: Run, across: Sequence[int], down: Sequence[int]) -> Json:
    return {
        "slot": text.slot,
        "line": number,
        "text": run.text,
        "face": run.face.id,
        "size": text.size,
        "level": run.level,
        "ink": "#{:02x}{:02x}{:02x}".format(*text.ink.rgb),
        "glyphs": run.gids,
        "clusters": run.clusters,
        "x": across,
        "y": down,
    }
