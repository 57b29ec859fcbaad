"""Shape a stretch of text: one face, one direction, one script."""

from functools import lru_cache

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
    buffer = hb.Buffer()
    buffer.add_str(coverage(face).shown(text))
    buffer.flags = _FLAGS
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.direction = "rtl" if level & 1 else "ltr"
    buffer.script = script
    buffer.language = lang
    hb.shape(open_font(face.font), buffer, feature_values(features))
    infos = buffer.glyph_infos
    clusters = tuple([info.cluster for info in infos])
    gids = tuple([info.codepoint for info in infos])
    places = [position.position for position in buffer.glyph_positions] or [(0, 0, 0, 0)]
    dx, dy, advances, _ = (column[: len(gids)] for column in zip(*places, strict=True))
    if tracking and script not in CURSIVE:
        advances = _tracked(advances, clusters, tracking * face.upem // face.scale)
    # By place, for a call by name takes four times as long.
    return Run(face, text, level, gids, advances, dx, dy, clusters, sum(advances))


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
