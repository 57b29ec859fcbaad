"""Sheets that come cut or scored from their maker: where each card lies on the page."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.kit import Fold
from generator.model.length import Box, Mpt, Size


@dataclass(frozen=True, slots=True)
class Stock:
    """A pre-cut sheet, all lengths in 1/1000 pt from the page's top left corner, y down.

    `page` is the page in the orientation that the grid is given in; `card` is one place of the
    grid as it lies there, opened where `fold` is not flat; `first` is the corner of the first
    place; `pitch` runs from one place to the next and is 0 where there is only one;
    `grid` is columns and rows; `also` are other part numbers of the maker with the same cut;
    `where` is the place in the file.
    """

    id: str
    name: str
    maker: str
    page: Size
    card: Size
    fold: Fold
    first: tuple[Mpt, Mpt]
    pitch: tuple[Mpt, Mpt]
    grid: tuple[int, int]
    round: Mpt
    also: tuple[str, ...]
    measured: bool
    source: str
    note: str
    where: str

    @property
    def per_sheet(self) -> int:
        """How many places a sheet has."""
        return self.grid[0] * self.grid[1]

    def places(self) -> Iterator[Box]:
        """Yield the places of the sheet row by row, from the top left, in 1/1000 pt."""
        columns, rows = self.grid
        for row in range(rows):
            for column in range(columns):
                x = self.first[0] + column * self.pitch[0]
                y = self.first[1] + row * self.pitch[1]
                yield Box(x, y, self.card.width, self.card.height)
