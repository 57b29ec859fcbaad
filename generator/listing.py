"""What `list` lists: one row an entry, sorted by id."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any, TypeAlias

from generator.model.kit import Kit

Row: TypeAlias = dict[str, Any]


class Catalogue(StrEnum):
    """What can be listed."""

    designs = "designs"
    situations = "situations"
    formats = "formats"
    stock = "stock"
    typefaces = "typefaces"
    palettes = "palettes"
    room = "room"


class Beginning(StrEnum):
    """What `new` can begin."""

    design = "design"
    palette = "palette"
    situation = "situation"


def list_rows(kit: Kit, what: Catalogue) -> list[Row]:
    """Return a row for each entry of the kit, sorted by id."""
    return sorted(LISTS[what](kit), key=lambda row: str(row["id"]))


def _designs(kit: Kit) -> list[Row]:
    return [
        {
            "id": d.id,
            "name": d.name,
            "summary": d.summary,
            "family": d.family,
            "use": list(d.use),
            "orientation": d.orientation,
            "formats": list(d.formats),
            "folds": list(d.panels),
            "palettes": list(d.palettes),
        }
        for d in kit.designs.values()
    ]


def _situations(kit: Kit) -> list[Row]:
    return [
        {
            "id": s.id,
            "name": s.title,
            "group": s.group,
            "to": s.to,
            "tones": list(s.cards),
            "fields": list(s.fields),
        }
        for s in kit.situations.values()
    ]


def _formats(kit: Kit) -> list[Row]:
    return [
        {
            "id": f.id,
            "name": f.name,
            "width": f.size.width,
            "height": f.size.height,
            "folds": list(f.folds),
            "envelopes": [e.name for e in f.envelopes],
        }
        for f in kit.formats.values()
    ]


def _typefaces(kit: Kit) -> list[Row]:
    roles: dict[str, list[str]] = {}
    for role, face in kit.typefaces.roles.items():
        roles.setdefault(face, []).append(role)
    return [
        {
            "id": t.id,
            "name": t.id.replace("-", " ").title(),
            "package": t.package,
            "licence": t.licence,
            "roles": roles.get(t.id, []),
        }
        for t in kit.typefaces.faces.values()
    ]


def _palettes(kit: Kit) -> list[Row]:
    return [
        {
            "id": p.id,
            "name": p.name,
            "inks": {role: "#" + bytes(ink.rgb).hex() for role, ink in p.inks.items()},
        }
        for p in kit.palettes.values()
    ]


def _stock(kit: Kit) -> list[Row]:
    # The schemas are only worth loading where stock is asked for.
    from generator.load.stock import read_stock

    return [
        {
            "id": s.id,
            "name": s.name,
            "maker": s.maker,
            "page": [s.page.width, s.page.height],
            "card": [s.card.width, s.card.height],
            "fold": s.fold,
            "per_sheet": s.per_sheet,
            "also": list(s.also),
            "measured": s.measured,
        }
        for s in read_stock(kit.root).values()
    ]


def _room(kit: Kit) -> list[Row]:
    # Faces and drawings are only worth opening where room is asked for.
    from generator.proof.room import rooms

    return [
        {
            "id": "/".join((r.order.design, r.order.format, r.order.fold, r.order.orientation)),
            "name": f"{r.usual} words at {r.large / 1000:g} pt, {r.most} at {r.small / 1000:g} pt",
            "design": r.order.design,
            "format": r.order.format,
            "fold": r.order.fold,
            "orientation": r.order.orientation,
            "words": r.usual,
            "size": r.large,
            "most_words": r.most,
            "least_size": r.small,
        }
        for r in rooms(kit)
    ]


LISTS: dict[Catalogue, Callable[[Kit], list[Row]]] = {
    Catalogue.designs: _designs,
    Catalogue.situations: _situations,
    Catalogue.formats: _formats,
    Catalogue.stock: _stock,
    Catalogue.room: _room,
    Catalogue.typefaces: _typefaces,
    Catalogue.palettes: _palettes,
}
