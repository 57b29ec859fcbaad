"""Shape a stretch of text: one face, one direction, one script."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import uharfbuzz as hb

from generator.fonts.coverage import coverage
from generator.fonts.files import open_font
from generator.model.scene import Face, Run

_FLAGS = (
    hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    | hb.BufferFlags.DO_NOT_INSERT_DOTTED_CIRCLE
    | hb.BufferFlags.BOT
    | hb.BufferFlags.EOT
)
CURSIVE = frozenset({"Arab", "Syrc", "Nkoo", "Mong", "Deva", "Beng", "Guru"})
"""Scripts whose letters join, so that tracking would tear them."""


class Glyphs(NamedTuple):
    """Glyphs as a run holds them."""

    gids: tuple[int, ...]
    advances: tuple[int, ...]
    dx: tuple[int, ...]
    dy: tuple[int, ...]
    clusters: tuple[int, ...]


def shape(
    face: Face,
    text: str,
    level: int,
    script: str,
    lang: str,
    features: tuple[str, ...] = (),
    tracking: int = 0,
) -> Run:
    """Return a text's glyphs in visual order, by unhinted advances in font units.

    `tracking` (1/1000 em) is added after each cluster, so that marks stay on their letters.
    """
    glyphs = _glyphs(face, text, level, script, lang, features, tracking)
    # By place, for a call by name takes four times as long.
    return Run(face, text, level, *glyphs, sum(glyphs.advances))


def shape_words(
    face: Face,
    words: Sequence[str],
    script: str,
    lang: str,
    features: tuple[str, ...] = (),
    tracking: int = 0,
) -> list[Run]:
    """Return words that run from left to right each as `shape` does, but shaped in one go.

    The face must be one that shapes word by word: its lookups do not touch the space glyph.
    """
    glyphs = _glyphs(face, " ".join(words), 0, script, lang, features, tracking)
    is_level = not any(glyphs.dx) and not any(glyphs.dy)
    runs = []
    start = first = 0
    for word in words:
        end = start + len(word)
        last = bisect_left(glyphs.clusters, end, first)
        gids, advances = glyphs.gids[first:last], glyphs.advances[first:last]
        clusters = glyphs.clusters[first:last]
        # Most words have a glyph a letter, and all on the line: what is alike is kept once.
        if clusters == tuple(range(start, end)):
            clusters = _counting(end - start)
        else:
            clusters = tuple([cluster - start for cluster in clusters])
        dx = _zeros(last - first) if is_level else glyphs.dx[first:last]
        dy = dx if is_level else glyphs.dy[first:last]
        runs.append(Run(face, word, 0, gids, advances, dx, dy, clusters, sum(advances)))
        start = end + 1
        first = bisect_left(glyphs.clusters, start, last)
    return runs


@lru_cache(maxsize=64)
def _zeros(count: int) -> tuple[int, ...]:
    return (0,) * count


@lru_cache(maxsize=64)
def _counting(count: int) -> tuple[int, ...]:
    return tuple(range(count))


def _glyphs(
    face: Face,
    text: str,
    level: int,
    script: str,
    lang: str,
    features: tuple[str, ...],
    tracking: int,
) -> Glyphs:
    buffer = hb.Buffer()
    buffer.add_str(coverage(face).shown(text))
    buffer.flags = _FLAGS
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.direction = "rtl" if level & 1 else "ltr"
    buffer.script = script
    buffer.language = lang
    hb.shape(open_font(face.font), buffer, feature_values(features))
    infos, places = buffer.glyph_infos, buffer.glyph_positions or ()
    clusters = tuple([info.cluster for info in infos])
    gids = tuple([info.codepoint for info in infos])
    advances = tuple([place.x_advance for place in places])
    dx = tuple([place.x_offset for place in places])
    dy = tuple([place.y_offset for place in places])
    if tracking and script not in CURSIVE:
        advances = _tracked(advances, clusters, tracking * face.upem // face.scale)
    return Glyphs(gids, advances, dx, dy, clusters)


@lru_cache(maxsize=256)
def feature_values(features: tuple[str, ...]) -> dict[str, int]:
    """Return features as HarfBuzz wants them: `smcp` is on, `-liga` off, `salt=2` the second."""
    values = {}
    for feature in features:
        tag, _, value = feature.lstrip("-").partition("=")
        values[tag] = 0 if feature.startswith("-") else int(value or 1)
    return values


def char_widths(run: Run) -> list[int]:
    """Return the font units that each character of a run takes; a ligature's go to its first."""
    widths = [0] * len(run.text)
    for cluster, advance in zip(run.clusters, run.advances, strict=True):
        widths[cluster] += advance
    return widths


def _tracked(advances: tuple[int, ...], clusters: tuple[int, ...], step: int) -> tuple[int, ...]:
    """Return the advances with a step after the last glyph of each cluster that has a width."""
    spaced = list(advances)
    for i, cluster in enumerate(clusters):
        is_last = i + 1 == len(clusters) or clusters[i + 1] != cluster
        if is_last and advances[i]:
            spaced[i] += step
    return tuple(spaced)
