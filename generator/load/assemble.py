"""Put a kit together: every file read, checked, and checked against the others."""

from pathlib import Path
from types import MappingProxyType

from generator.load.designs import Around, build_design
from generator.load.formats import build_formats
from generator.load.palettes import build_palettes
from generator.load.settings import build_settings
from generator.load.situations import build_situation, build_sources
from generator.load.trees import Trees, read_trees
from generator.load.typefaces import build_typefaces
from generator.model.kit import Kit
from generator.model.problem import Problem, Problems


def assemble_kit(root: Path) -> Kit:
    """Return the kit in a folder that holds assets/ and may hold mine/.

    Raises Problems: all that are wrong in all of its files, each with file:line:column.
    """
    problems: list[Problem] = []
    kit = _build(root, read_trees(root, problems), problems)
    if problems or kit is None:
        raise Problems(problems)
    return kit


def _build(root: Path, trees: Trees, problems: list[Problem]) -> Kit | None:
    palettes = build_palettes(trees.tables["palettes"], problems)
    typefaces = build_typefaces(trees.tables["typefaces"], problems)
    formats = build_formats(trees.tables["formats"], problems)
    sources = build_sources(trees.tables["sources"], problems)
    known = {
        "format": trees.ids("formats"),
        "palette": trees.ids("palettes"),
        "typeface": (*trees.ids("typefaces", "roles"), *trees.ids("typefaces", "faces")),
    }
    around = Around(formats, palettes, known)
    designs = [build_design(table, root, around, problems) for table in trees.designs.values()]
    situations = [
        build_situation(table, trees.ids("sources"), problems)
        for table in trees.situations.values()
    ]
    settings = build_settings(trees.tables["kit"], trees.designs, known, problems)
    if settings is None:
        return None
    return Kit(
        root=root,
        settings=settings,
        palettes=palettes,
        typefaces=typefaces,
        formats=formats,
        designs=MappingProxyType(
            {d.id: d for d in designs if d is not None and d.id in settings.designs}
        ),
        situations=MappingProxyType({s.id: s for s in situations if s is not None}),
        sources=sources,
    )
