"""The pictures of a card as the pages show them: sources by width, sizes, words for the blind."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from generator.model.kit import Design, Kit
from generator.model.length import MM_PER_INCH, MPT_PER_INCH
from generator.publish.plan import SPREADS, Plan, Shot, picture_size

PANEL_NAMES = {
    "front": "front",
    "back": "back",
    "inside": "inside",
    "inside-left": "inside, left",
    "spread": "inside, laid open",
    "spread-outside": "outside, laid open",
}


@dataclass(frozen=True, slots=True)
class Source:
    """One file of a picture: its path below docs/kit/ and its size in pixels."""

    path: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture to show: its files from small to large, and the real width of what it shows."""

    panel: str
    fold: str
    palette: str
    is_sample: bool
    alt: str
    mm: float
    sources: tuple[Source, ...]

    @property
    def smallest(self) -> Source:
        """The smallest file."""
        return self.sources[0]

    @property
    def is_wide(self) -> bool:
        """Whether the picture is wider than high."""
        return self.smallest.width > self.smallest.height

    @property
    def caption(self) -> str:
        """What the picture shows, in a few words."""
        if self.is_spread:
            words = "the inside, opened"
        elif self.fold == "flat":
            words = f"the {self.panel} of a flat card"
        else:
            words = f"the {self.panel}"
        return f"Sample: {words}, with a note" if self.is_sample else words

    @property
    def is_spread(self) -> bool:
        """Whether two panels lie side by side or one above the other."""
        return self.panel in SPREADS


def shown_pictures(kit: Kit, plan: Plan, design: Design) -> tuple[Shown, ...]:
    """Return a design's previews, each with all its widths, in the plan's order."""
    shots = plan.of(design.id, "preview")
    views = groupby(shots, key=lambda s: (s.order.palette, s.order.fold, s.panel, s.words))
    return tuple(_show(kit, design, tuple(group)) for _, group in views)


def cover(pictures: Iterable[Shown], palette: str | None = None) -> Shown:
    """Return the picture of the front without a sample's words, in a palette or the first."""
    fronts = [p for p in pictures if p.panel == "front" and not p.is_sample]
    return next((p for p in fronts if p.palette == palette), fronts[0])


def _show(kit: Kit, design: Design, shots: tuple[Shot, ...]) -> Shown:
    first = shots[0]
    format_ = kit.formats[first.order.format]
    size = picture_size(format_, first.order, first.panel, 0)
    palette = kit.palettes[first.order.palette].name
    is_sample = first.words == "sample"
    what = f"{design.name}, {PANEL_NAMES[first.panel]} of the card in {palette}"
    return Shown(
        panel=first.panel,
        fold=first.order.fold,
        palette=first.order.palette,
        is_sample=is_sample,
        alt=f"Sample: {what}, with an invented note." if is_sample else f"{what}.",
        mm=round(size.width * MM_PER_INCH / MPT_PER_INCH, 1),
        sources=tuple(
            Source(s.path, s.width, s.height) for s in sorted(shots, key=lambda s: s.width)
        ),
    )
