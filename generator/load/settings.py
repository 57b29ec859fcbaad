"""kit.yml into Settings."""

from collections.abc import Iterable, Mapping

from generator.load.place import Place
from generator.load.rows import Choice, KitRow
from generator.load.tree import Table
from generator.load.validate import check_known, place_of, read_row
from generator.model.kit import FOLDS, Publish, Settings
from generator.model.problem import Problem

LETTER_COUNTRIES = frozenset(
    ("BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE")
)
"""Where paper is Letter, not A4 (CLDR, supplemental measurement data, paperSize US-Letter)."""


def build_settings(
    table: Table,
    designs: Iterable[str],
    ids: Mapping[str, Iterable[str]],
    problems: list[Problem],
) -> Settings | None:
    """Return the settings, keeping Problems for ids that the kit does not have."""
    top = Place(table.place.file)
    row = read_row(KitRow, table, top, problems)
    if row is None:
        return None
    format_ = row.format or default_format(row.locale)

    def check(name: str, known: Iterable[str], noun: str, *loc: int | str) -> None:
        check_known(name, known, noun, place_of(table, top, loc), problems)

    check(format_, ids["format"], "format", "format")
    check(row.palette, ids["palette"], "palette", "palette")
    for i, name in enumerate(row.publish.formats):
        check(name, ids["format"], "format", "publish", "formats", i)
    known = sorted(designs)
    for key, names in (("only", row.designs.only or []), ("except", row.designs.but)):
        for i, name in enumerate(names):
            check(name, known, "design", "designs", key, i)
    folds = FOLDS if row.publish.folds == "all" else tuple(row.publish.folds)
    return Settings(
        name=row.name,
        owner=row.owner,
        locale=row.locale,
        format=format_,
        palette=row.palette,
        seed=row.seed or row.owner,
        site_url=row.site_url.rstrip("/") + "/",
        designs=_chosen(row.designs, known),
        publish=Publish(row.publish.palettes, tuple(row.publish.formats), folds),
        monogram=row.monogram or "",
        logo=row.logo or "",
        logo_where=str(place_of(table, top, ("logo",))) if row.logo else "",
    )


def default_format(locale: str) -> str:
    """Return the note card of a locale's own paper: A2 where it is Letter, A6 where it is A4."""
    country = locale.rpartition("-")[2]
    return "us-a2" if country in LETTER_COUNTRIES else "iso-a6"


def _chosen(choice: Choice, known: Iterable[str]) -> tuple[str, ...]:
    only = choice.only
    return tuple(n for n in known if (only is None or n in only) and n not in choice.but)
