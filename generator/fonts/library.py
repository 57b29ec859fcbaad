"""The typefaces of a kit as stacks of faces to fall back through."""

from collections.abc import Iterator
from dataclasses import replace
from difflib import get_close_matches
from functools import lru_cache

import uharfbuzz as hb

from generator.fonts.coverage import covers
from generator.fonts.files import axis_ranges, find_file, font_files, open_face, open_font
from generator.fonts.units import shaping_unit
from generator.model.kit import LastResort, Typeface, Typefaces
from generator.model.problem import Problem, Problems
from generator.model.scene import Face, FontFile

FSTYPE_OFFSET = 8
FSTYPE_RESTRICTED = 0x0002
"""OS/2 fsType, OpenType 1.9: the face may not be embedded."""


ITALIC = "-italic"
END_OF_LATIN = "\u0250"
REGULAR, SEMI_BOLD = 400, 600
SCALES = (750, 1250)
"""How far a stand-in is made smaller or larger, per mille, to match the letters beside it."""


class Library:
    """The faces of one kit's typefaces."""

    def __init__(self, typefaces: Typefaces) -> None:
        self._typefaces = typefaces
        self._stacks: dict[tuple[str, int, bool], tuple[Face, ...]] = {}

    def stack(self, typeface: str, *, weight: int = 400, italic: bool = False) -> tuple[Face, ...]:
        """Return a role's or typeface's face, then those that stand in for it, in order.

        Raises Problems where a typeface, weight, italic, package or file is missing.
        """
        key = (typeface, weight, italic)
        if key not in self._stacks:
            self._stacks[key] = tuple(self._build(typeface, weight, italic))
        return self._stacks[key]

    def stack_for(
        self, words: str, typeface: str, *, weight: int = 400, italic: bool = False
    ) -> tuple[Face, ...]:
        """Return the faces that some words may need: the own one alone for plain Latin it covers.

        To open every last resort takes longer than to set a note (45 ms against 2 ms).
        """
        alone, known = self._own(typeface, weight, italic)
        chars = set(words)
        if not chars <= known:
            if not all(
                _is_plain(char) and (char.isspace() or covers(alone[0], char)) for char in chars
            ):
                return self.stack(typeface, weight=weight, italic=italic)
            known |= chars
        return alone

    @lru_cache(maxsize=64)  # noqa: B019 - a kit has one library
    def _own(self, typeface: str, weight: int, italic: bool) -> tuple[tuple[Face, ...], set[str]]:
        """Return a typeface's own face as a stack, and the plain signs that it is known to have.

        It is the same stack each time, for what is set from a stack is kept with it.
        """
        return (_own_face(self._typeface(typeface), weight, italic),), set()

    def face(self, typeface: str, *, weight: int = 400, italic: bool = False) -> Face:
        """Return the face that a role or typeface names, without its fallbacks."""
        return self.stack(typeface, weight=weight, italic=italic)[0]

    def _build(self, name: str, weight: int, italic: bool) -> Iterator[Face]:
        chosen = self._typeface(name)
        own = _own_face(chosen, weight, italic)
        yield own
        for other in chosen.fallback:
            yield _matched(self._kindred_face(other, weight, italic), own)
        for resort in self._typefaces.last_resort:
            if resort.face not in {chosen.id, *chosen.fallback}:
                typeface = self._typeface(resort.face)
                for face in _last_faces(typeface, resort, weight, italic):
                    yield _matched(face, own)

    def _kindred_face(self, name: str, weight: int, italic: bool) -> Face:
        """Return the face of a fallback nearest to what was asked for."""
        known = {*self._typefaces.faces, *self._typefaces.roles}
        if name not in known and name.endswith(ITALIC):
            name, italic = name.removesuffix(ITALIC), True
        typeface = self._typeface(name)
        return _open(typeface, _stand_in_weight(typeface, weight), italic and bool(typeface.italic))

    def _typeface(self, name: str) -> Typeface:
        faces = self._typefaces.faces
        found = faces.get(self._typefaces.roles.get(name, name))
        if found is None:
            known = sorted({*faces, *self._typefaces.roles})
            near = get_close_matches(name, known, 1, 0)[:1]
            hint = "".join(f"perhaps {other}; " for other in near) + f"known: {', '.join(known)}"
            raise Problems([Problem("typefaces.yml", f"no typeface is called {name}", hint)])
        return found


def _is_plain(char: str) -> bool:
    """Return whether a character is Latin or a quote or dash: none that an emoji could be."""
    return char < END_OF_LATIN or "\u2010" <= char <= "\u2026"


def _own_face(typeface: Typeface, weight: int, italic: bool) -> Face:
    """Return exactly the face that was asked for, or say what the typeface has."""
    problems = []
    if weight != nearest_weight(typeface, weight):
        has = " to ".join(map(str, typeface.weights))
        further = "".join(f", {other}" for other in typeface.statics)
        what = f"{typeface.id} has no weight {weight}"
        hint = f"use {nearest_weight(typeface, weight)}; it has {has}{further}"
        problems.append(Problem(typeface.where, what, hint))
    if italic and typeface.italic is None:
        what = f"{typeface.id} has no italic"
        problems.append(Problem(typeface.where, what, "set it upright, or choose another face"))
    if problems:
        raise Problems(problems)
    return _open(typeface, weight, italic)


def _last_faces(
    typeface: Typeface, resort: LastResort, weight: int, italic: bool
) -> Iterator[Face]:
    weight = _stand_in_weight(typeface, weight)
    italic = italic and bool(typeface.italic)
    indexes = resort.index or (typeface.index if not isinstance(typeface.index, int) else {})
    for han, index in indexes.items():
        yield _open(typeface, weight, italic, index=index, han=han, scale=resort.scale)
    if not indexes:
        yield _open(typeface, weight, italic, scale=resort.scale)


def _matched(face: Face, own: Face) -> Face:
    """Return a stand-in scaled so that its letters are as tall as those of the face it joins."""
    theirs = (face.cap_height + face.x_height) * own.upem
    ours = (own.cap_height + own.x_height) * face.upem
    low, high = SCALES
    match = min(max(1000 * ours // theirs, low), high) if theirs and ours else 1000
    return replace(face, scale=face.scale * match // 1000)


def _stand_in_weight(typeface: Typeface, weight: int) -> int:
    """Return the weight of a stand-in: regular beside all that is lighter than semi-bold.

    Display faces ask for 500 to be read at all; their stand-ins would look bold beside them.
    """
    return nearest_weight(typeface, REGULAR if weight < SEMI_BOLD else weight)


def nearest_weight(typeface: Typeface, weight: int) -> int:
    """Return the weight nearest to the one wanted that a typeface has, the lighter of two."""
    low, high = min(typeface.weights), max(typeface.weights)
    near = [min(max(weight, low), high), *typeface.statics]
    return min(near, key=lambda has: (abs(has - weight), has))


def _open(
    typeface: Typeface,
    weight: int,
    italic: bool,
    *,
    index: int | None = None,
    han: str = "",
    scale: int = 1000,
) -> Face:
    upright, *slanted = typeface.statics.get(weight) or (typeface.upright, typeface.italic)
    file = (slanted[0] if italic and slanted else None) or upright
    if index is None:
        index = typeface.index if isinstance(typeface.index, int) else 0
    if find_file(typeface.package, file) is None:
        raise Problems([_missing(typeface, file)])
    axes = _axes(typeface, file, index, weight)
    name = "-".join(
        [typeface.id, *([han] if han else []), str(weight), *(["italic"] if italic else [])]
    )
    font = FontFile(typeface.package, file, index, axes)
    return _measure(name, typeface.id, font, typeface.scale * scale // 1000, han)


def _missing(typeface: Typeface, file: str) -> Problem:
    has = font_files(typeface.package)
    if not has:
        what = f"the package {typeface.package} of {typeface.id} is not installed"
        return Problem(typeface.where, what, f"pip install {typeface.package}")
    what = f"the package {typeface.package} has no font file {file}"
    return Problem(typeface.where, what, "it has " + ", ".join(has))


def _axes(typeface: Typeface, file: str, index: int, weight: int) -> tuple[tuple[str, int], ...]:
    """Return the axes to set: those that typefaces.yml fixes, and the weight where it varies."""
    ranges = axis_ranges(open_face(typeface.package, file, index))
    wanted = dict(typeface.axes)
    if "wght" in ranges:
        wanted["wght"] = weight
    problems = [
        Problem(
            typeface.where,
            f"{typeface.id} has no axis {tag} at {value}",
            ", ".join(f"{name} {low} to {high}" for name, (low, high) in ranges.items()),
        )
        for tag, value in wanted.items()
        if tag not in ranges or not ranges[tag][0] <= value <= ranges[tag][1]
    ]
    if problems:
        raise Problems(problems)
    return tuple(sorted(wanted.items()))


@lru_cache(maxsize=512)
def _measure(name: str, family: str, font: FontFile, scale: int, han: str) -> Face:
    opened = open_font(font)
    extents = opened.get_font_extents("ltr")
    os2 = opened.face.reference_table("OS/2").data
    rights = int.from_bytes(os2[FSTYPE_OFFSET : FSTYPE_OFFSET + 2], "big")
    return Face(
        id=name,
        family=family,
        font=font,
        upem=opened.face.upem,
        ascent=extents.ascender,
        descent=-extents.descender,
        cap_height=_height(opened, hb.OTMetricsTag.CAP_HEIGHT, "H"),
        x_height=_height(opened, hb.OTMetricsTag.X_HEIGHT, "x"),
        unit=shaping_unit(font, ()),
        embeddable=not rights & FSTYPE_RESTRICTED,
        scale=scale,
        han=han,
    )


def _height(font: hb.Font, tag: hb.OTMetricsTag, letter: str) -> int:
    """Return the height of a flat letter, or what the face says where it lacks that letter."""
    gid = font.get_nominal_glyph(ord(letter))
    ink = font.get_glyph_extents(gid) if gid else None
    if ink is not None and ink.y_bearing > 0:
        return int(ink.y_bearing)
    return int(font.get_metric_position_with_fallback(tag))
