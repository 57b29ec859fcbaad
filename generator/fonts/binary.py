"""Read OpenType's big-endian tables: numbers, offsets, coverages and glyph classes."""

from struct import unpack_from


class Table:
    """A table from some offset on; offsets inside it count from there."""

    __slots__ = ("_data", "_start")

    def __init__(self, data: bytes, start: int = 0) -> None:
        self._data = data
        self._start = start

    def u16(self, at: int) -> int:
        """Return the unsigned 16-bit number at an offset."""
        return int(unpack_from(">H", self._data, self._start + at)[0])

    def u32(self, at: int) -> int:
        """Return the unsigned 32-bit number at an offset."""
        return int(unpack_from(">I", self._data, self._start + at)[0])

    def u16s(self, at: int, count: int) -> tuple[int, ...]:
        """Return several 16-bit numbers from an offset on."""
        return unpack_from(f">{max(count, 0)}H", self._data, self._start + at)

    def tag(self, at: int) -> str:
        """Return the four-letter tag at an offset."""
        return self._data[self._start + at : self._start + at + 4].decode("latin-1")

    def at(self, at: int) -> "Table":
        """Return the table that the 16-bit offset at an offset leads to."""
        return Table(self._data, self._start + self.u16(at))

    def far(self, at: int) -> "Table":
        """Return the table that the 32-bit offset at an offset leads to."""
        return Table(self._data, self._start + self.u32(at))


def coverage_index(coverage: Table, glyph: int) -> int | None:
    """Return a glyph's place in a coverage table, None if it is not covered."""
    count = coverage.u16(2)
    if coverage.u16(0) == 1:
        glyphs = coverage.u16s(4, count)
        return glyphs.index(glyph) if glyph in glyphs else None
    for i in range(count):
        start, end, first = coverage.u16s(4 + 6 * i, 3)
        if start <= glyph <= end:
            return first + glyph - start
    return None


def covers(coverage: Table, glyph: int) -> bool:
    """Return whether a coverage table holds a glyph."""
    return coverage_index(coverage, glyph) is not None


def glyph_class(definition: Table, glyph: int) -> int:
    """Return a glyph's class by a class definition table, 0 where it names none."""
    if definition.u16(0) == 1:
        start, count = definition.u16s(2, 2)
        return definition.u16(6 + 2 * (glyph - start)) if start <= glyph < start + count else 0
    for i in range(definition.u16(2)):
        start, end, value = definition.u16s(4 + 6 * i, 3)
        if start <= glyph <= end:
            return value
    return 0
