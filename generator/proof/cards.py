"""Which cards a design has."""

from collections.abc import Iterator
from itertools import product

from generator.model.kit import Design, Kit
from generator.model.order import Order


def every_card(kit: Kit, design: Design) -> Iterator[Order]:
    """Yield a design's card in each format, fold and way up, in its first palette."""
    ways = ("portrait", "landscape") if design.orientation == "both" else (design.orientation,)
    for format_, fold, way in product(design.formats, design.panels, ways):
        if fold in kit.formats[format_].folds:
            yield Order(
                design=design.id,
                format=format_,
                fold=fold,
                palette=design.palettes[0],
                orientation="landscape" if way == "landscape" else "portrait",
                lang=kit.settings.locale,
            )
