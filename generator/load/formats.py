"""formats.yml into Formats."""

from collections.abc import Mapping
from types import MappingProxyType

from generator.load.place import Place
from generator.load.rows import FormatRow
from generator.load.tree import Table
from generator.load.validate import place_of, read_rows
from generator.model.kit import Envelope, Format
from generator.model.length import Mpt, Size, mm
from generator.model.problem import Problem

LEAST: Mpt = mm(40)
MOST: Mpt = mm(600)


def build_formats(table: Table, problems: list[Problem]) -> Mapping[str, Format]:
    """Return the formats by id, keeping Problems for sizes that no card has."""
    formats = {}
    for name, row in read_rows(FormatRow, table, problems):
        width, height = row.trim
        place = place_of(table, Place(name), (name, "trim"))
        if not (LEAST <= width <= MOST and LEAST <= height <= MOST):
            what = f"{name}.trim is no size of a card"
            problems.append(Problem(str(place), what, "write 40 to 600 mm each way"))
        if width > height:
            what = f"{name}.trim is wider than high"
            problems.append(Problem(str(place), what, "formats are portrait; designs turn them"))
        envelopes = tuple(
            Envelope(envelope.name, Size(*envelope.size), region)
            for region, listed in row.envelopes.items()
            for envelope in listed
        )
        size = Size(width, height)
        problems.extend(_envelope_problems(table, name, size, row))
        formats[name] = Format(name, row.name, size, tuple(row.folds), envelopes, row.source)
    return MappingProxyType(formats)


def _envelope_problems(table: Table, name: str, size: Size, row: FormatRow) -> list[Problem]:
    """Return a Problem for each envelope that the card does not go into."""
    card = sorted((size.width, size.height))
    problems = []
    for region, listed in row.envelopes.items():
        for i, envelope in enumerate(listed):
            if any(out <= inside for out, inside in zip(sorted(envelope.size), card, strict=True)):
                loc = (name, "envelopes", region, i, "size")
                place = place_of(table, Place(name), loc)
                what = f"{name} does not fit into the envelope {envelope.name}"
                problems.append(Problem(str(place), what, "write the envelope's outside size"))
    return problems
