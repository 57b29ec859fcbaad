"""designs/ID/design.yml into a Design, checked against the rest of the kit."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from generator.load.colour import ROLE_OR_TINT, parse_colour
from generator.load.palettes import contrast_problem
from generator.load.place import Place, nearest, suggest
from generator.load.rows import DesignRow, SlotRow
from generator.load.tree import Table
from generator.load.validate import check_id, check_known, place_of, read_row
from generator.load.wording import fields_of, parse_wording
from generator.model.kit import FIELDS, PANELS, Design, Fold, Format, Palette, Slot
from generator.model.paint import ROLES
from generator.model.problem import Problem, Problems
from generator.model.wording import Wording

FILLED_SLOTS = ("message", "signature", "imprint")
"""Slots that get their words from the note and the kit."""


@dataclass(frozen=True, slots=True)
class Around:
    """What designs refer to; `known` holds all ids, also of entries that are not in order."""

    formats: Mapping[str, Format]
    palettes: Mapping[str, Palette]
    known: Mapping[str, Collection[str]]


def build_design(
    table: Table, root: Path, around: Around, problems: list[Problem]
) -> Design | None:
    """Return a design, keeping Problems for everything in it that the kit does not have."""
    top = Place(table.place.file)
    folder = (root / top.file).parent
    check_id(folder.name, top, problems)
    row = read_row(DesignRow, table, top, problems)
    if row is None:
        return None
    reader = _Reader(table, top, around, problems)
    reader.check_references(row)
    reader.check_panels(row)
    slots = {name: reader.slot(name, slot, row) for name, slot in row.slots.items()}
    panels: dict[Fold, Mapping[str, str | None]] = {
        fold: MappingProxyType({panel: given.get(panel) for panel in PANELS[fold]})
        for fold, given in row.panels.items()
    }
    return Design(
        id=folder.name,
        name=row.name,
        summary=row.summary,
        family=row.family,
        use=tuple(row.use),
        orientation=row.orientation,
        formats=tuple(row.formats),
        palettes=tuple(row.palettes),
        panels=MappingProxyType(panels),
        liner=row.liner,
        colours=MappingProxyType(reader.colours(row)),
        slots=MappingProxyType(slots),
        folder=folder,
        where=str(top),
    )


class _Reader:
    """Reads one design, keeping what is wrong with it."""

    def __init__(self, table: Table, top: Place, around: Around, problems: list[Problem]) -> None:
        self.table, self.top, self.around, self.problems = table, top, around, problems

    def wrong(self, what: str, hint: str, *loc: int | str, key: bool = False) -> None:
        place = place_of(self.table, self.top, loc, key=key)
        self.problems.append(Problem(str(place), what, hint))

    def check(self, name: str, noun: str, *loc: int | str) -> None:
        place = place_of(self.table, self.top, loc)
        check_known(name, self.around.known[noun], noun, place, self.problems)

    def check_references(self, row: DesignRow) -> None:
        for i, name in enumerate(row.formats):
            self.check(name, "format", "formats", i)
        for i, name in enumerate(row.palettes):
            self.check(name, "palette", "palettes", i)

    def check_panels(self, row: DesignRow) -> None:
        """Check that each fold names each of its panels, and that a format has the fold."""
        for fold, given in row.panels.items():
            for panel in PANELS[fold]:
                if panel not in given:
                    what = f"panels.{fold} does not say what is on {panel}"
                    hint = f"add `{panel}: NAME`, or `{panel}: none` to leave it unprinted"
                    self.wrong(what, hint, "panels", fold, key=True)
            for panel in given:
                if panel not in PANELS[fold]:
                    what = f"a {fold} card has no panel {panel!r}"
                    hint = suggest(panel, PANELS[fold])
                    self.wrong(what, hint, "panels", fold, panel, key=True)
            if given and not any(given.values()):
                hint = "name a drawing for the front at least"
                self.wrong(f"panels.{fold} prints nothing", hint, "panels", fold, key=True)
            formats = [self.around.formats.get(name) for name in row.formats]
            known = [format_ for format_ in formats if format_ is not None]
            if known and not any(fold in format_.folds for format_ in known):
                what = f"none of {', '.join(f.id for f in known)} has the fold {fold}"
                hint = f"delete panels.{fold} or add a format that has it"
                self.wrong(what, hint, "panels", fold, key=True)

    def slot(self, name: str, row: SlotRow, design: DesignRow) -> Slot:
        is_text = row.kind in ("text", "monogram")
        if is_text:
            self.check(row.typeface, "typeface", "slots", name, "typeface")
            self._check_contrast(name, row, design)
            if row.size is None:
                self.wrong(f"slots.{name}.size is missing", "add `size: 9pt..13pt`", "slots", name)
        text = self._wording(name, row)
        required = row.kind == "text" if row.required is None else row.required
        if row.kind == "text" and required and text is None and name not in FILLED_SLOTS:
            what, near = f"slots.{name} has no words", nearest(name, FILLED_SLOTS)
            meant = f"did you mean {near}? else " if near else ""
            hint = f'{meant}add `text: "…"`, or `required: false`'
            self.wrong(what, hint, "slots", name, key=True)
        self._check_picture(name, row)
        return Slot(
            name=name,
            kind=row.kind,
            typeface=row.typeface,
            weight=row.weight,
            italic=row.italic,
            size=row.size or (0, 0),
            leading=row.leading,
            tracking=row.tracking,
            features=tuple(row.features),
            align=row.align,
            valign=row.valign,
            colour=row.colour,
            max_lines=row.max_lines,
            required=required,
            lang=row.lang,
            text=text,
            file=row.file,
            fit=row.fit,
            alt=row.alt,
            where=str(place_of(self.table, self.top, ("slots", name), key=True)),
        )

    def colours(self, row: DesignRow) -> dict[str, str]:
        """Return the roles of a plain drawing's colours, by #rrggbb."""
        roles = {}
        for colour, role in row.colours.items():
            try:
                roles[parse_colour(colour)] = role
            except ValueError as error:
                self.wrong(f"{colour!r} is no colour", str(error), "colours", colour, key=True)
            if ROLE_OR_TINT.fullmatch(role) is None:
                hint = f"write a role, or 40 % of it as accent-40; roles: {', '.join(ROLES)}"
                self.wrong(f"{role!r} is no role", hint, "colours", colour)
        return roles

    def _check_contrast(self, name: str, row: SlotRow, design: DesignRow) -> None:
        """Ink is checked with the palette; `paper` is set on a ground that only the art knows."""
        if row.colour in ("ink", "paper"):
            return
        place = place_of(self.table, self.top, ("slots", name, "colour"))
        for palette in design.palettes:
            if palette in self.around.palettes:
                found = contrast_problem(self.around.palettes[palette], row.colour, place)
                self.problems.extend([found] if found else [])

    def _check_picture(self, name: str, row: SlotRow) -> None:
        given = [key for key in ("file", "alt", "fit") if key in row.model_fields_set]
        if row.kind != "picture" and given:
            hint = "add `kind: picture`, or delete the key"
            self.wrong(f"slots.{name} is no picture", hint, "slots", name, given[0], key=True)
        if row.kind == "picture" and row.file is not None and row.alt is None:
            what = f"slots.{name} does not say what {row.file} shows"
            hint = "add `alt: …` for who hears it, or `alt: none` if it only decorates"
            self.wrong(what, hint, "slots", name, key=True)

    def _wording(self, name: str, row: SlotRow) -> Wording | None:
        if row.text is None:
            return None
        place = place_of(self.table, self.top, ("slots", name, "text"))
        try:
            wording = parse_wording(row.text, str(place))
        except Problems as found:
            self.problems.extend(found.problems)
            return None
        for field in dict.fromkeys(fields_of(wording.nodes)):
            check_known(field, FIELDS, "field", place, self.problems)
        return wording
