"""typefaces.yml into Typefaces, without circles."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from generator.load.place import Place, suggest
from generator.load.rows import FaceRow, LastResortRow
from generator.load.tree import Listing, Table
from generator.load.validate import check_known, place_of, read_row, read_rows
from generator.model.kit import LastResort, Typeface, Typefaces
from generator.model.problem import Problem

SECTIONS = ("roles", "faces", "last_resort")


def build_typefaces(table: Table, problems: list[Problem]) -> Typefaces:
    """Return the typefaces, keeping Problems for unknown and circular references."""
    top = Place(table.place.file)
    for key, place in table.keys.items():
        if key not in SECTIONS:
            problems.append(Problem(str(place), f"{key} is no key here", suggest(key, SECTIONS)))
    faces = _faces(table, top, problems)
    known = _section(table, "faces", top, problems).entries
    _check_fallbacks(table, top, faces, known, problems)
    return Typefaces(
        MappingProxyType(_roles(table, top, known, problems)),
        MappingProxyType(faces),
        tuple(_last_resorts(table, top, known, problems)),
    )


def _section(table: Table, name: str, top: Place, problems: list[Problem]) -> Table:
    node = table.entries.get(name, Table({}, {}, top))
    if isinstance(node, Table):
        return node
    problems.append(
        Problem(str(table.keys[name]), f"{name} should be a mapping", "write `name: …` lines")
    )
    return Table({}, {}, top)


def _faces(table: Table, top: Place, problems: list[Problem]) -> dict[str, Typeface]:
    section = _section(table, "faces", top, problems)
    faces = {}
    for name, row in read_rows(FaceRow, section, problems):
        index = row.index[""] if set(row.index) == {""} else MappingProxyType(row.index)
        faces[name] = Typeface(
            id=name,
            package=row.package,
            licence=row.licence,
            upright=row.upright,
            italic=row.italic,
            weights=tuple(sorted(row.weights)),
            axes=MappingProxyType(row.axes),
            index=index,
            fallback=tuple(row.fallback),
            scale=row.scale,
            where=str(section.keys[name]),
            statics=MappingProxyType({w: tuple(files) for w, files in row.statics.items()}),
        )
    return faces


def _roles(
    table: Table, top: Place, known: Mapping[str, object], problems: list[Problem]
) -> dict[str, str]:
    section = _section(table, "roles", top, []) if "roles" in table.entries else None
    roles = {}
    for role, node in section.entries.items() if section else ():
        name = getattr(node, "text", None)
        if check_known(str(name), known, "typeface", node.place, problems):
            roles[role] = str(name)
    return roles


def _last_resorts(
    table: Table, top: Place, known: Mapping[str, object], problems: list[Problem]
) -> Iterator[LastResort]:
    node = table.entries.get("last_resort", Listing((), top))
    if not isinstance(node, Listing):
        place = table.keys["last_resort"]
        problems.append(
            Problem(str(place), "last_resort should be a list", "write `- {face: …}` lines")
        )
        return
    for item in node.items:
        row = read_row(LastResortRow, item, item.place, problems)
        if row is None:
            continue
        place = place_of(item, item.place, ("face",))
        if check_known(row.face, known, "typeface", place, problems):
            yield LastResort(row.face, row.scale, MappingProxyType(row.index))


def _check_fallbacks(
    table: Table,
    top: Place,
    faces: Mapping[str, Typeface],
    known: Mapping[str, object],
    problems: list[Problem],
) -> None:
    """Keep Problems for fallbacks that name no typeface or come back to where they started."""
    for face in faces.values():
        for i, name in enumerate(face.fallback):
            place = place_of(table, top, ("faces", face.id, "fallback", i))
            base = upright(name, known)
            if not check_known(base, known, "typeface", place, problems):
                continue
            circle = _way_back(base, face.id, faces)
            if circle:
                way = " → ".join((face.id, *circle))
                what = f"these fallbacks go in a circle: {way}"
                problems.append(Problem(str(place), what, f"delete {name} here or break it later"))


def upright(name: str, faces: Mapping[str, object]) -> str:
    """Return the typeface that a name means: `x-italic` is the italic of `x`."""
    return name if name in faces else name.removesuffix("-italic")


def _way_back(start: str, goal: str, faces: Mapping[str, Typeface]) -> tuple[str, ...]:
    """Return the steps from one typeface to another over fallbacks, or nothing."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen = {start}
    while ways:
        way = ways.pop(0)
        if way[-1] == goal:
            return way
        for name in faces[way[-1]].fallback if way[-1] in faces else ():
            base = upright(name, faces)
            if base not in seen:
                seen.add(base)
                ways.append((*way, base))
    return ()
