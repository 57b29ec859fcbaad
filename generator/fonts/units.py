"""Tell whether the words of a face can be shaped one by one, or only whole lines.

They can where nothing that the face does by itself touches the space glyph. This reads GSUB,
GPOS and the old kern table (OpenType 1.9, chapter 2 "Common Table Formats") as far as it takes
to say so, and says `line` where it is in doubt.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal

from generator.fonts.binary import Table, coverage_index, covers, glyph_class
from generator.fonts.files import open_font
from generator.model.scene import FontFile

_OPTIONAL_TAGS = """
    aalt afrc c2pc c2sc case cpct cpsp cswh ctcf dlig dnom expt falt frac fwid halt hist hkna
    hlig hngl hojo hwid ital jalt jp04 jp78 jp83 jp90 lfbd lnum mgrk nalt nlck numr onum opbd ordn
    ornm palt pcap pkna pnum pwid qwid rtbd ruby salt sinf size smcp smpl subs sups swsh titl tnam
    tnum trad twid unic valt vatu vert vhal vkna vkrn vpal vrt2 vrtr zero
"""
OPTIONAL = frozenset(_OPTIONAL_TAGS.split())
"""Features that stay off unless they are asked for (OpenType feature registry)."""


@lru_cache(maxsize=1024)
def shaping_unit(font: FontFile, features: tuple[str, ...]) -> Literal["word", "line"]:
    """Return what may be shaped by itself with some features on (`smcp`) or off (`-liga`)."""
    opened = open_font(font)
    space = opened.get_nominal_glyph(0x20)
    if space is None:
        return "line"
    tags = set(opened.face.table_tags)
    if "morx" in tags or "kerx" in tags:
        return "line"
    wanted = {feature.partition("=")[0] for feature in features}
    for tag, is_touched in (("GSUB", _substitutes), ("GPOS", _moves)):
        if tag in tags:
            table = Table(opened.face.reference_table(tag).data)
            if any(is_touched(kind, sub, space) for kind, sub in _active(table, wanted, tag)):
                return "line"
    if "kern" in tags and _kern_touches(Table(opened.face.reference_table("kern").data), space):
        return "line"
    return "word"


def _active(table: Table, wanted: set[str], tag: str) -> Iterator[tuple[int, Table]]:
    """Yield the type and place of every subtable that a default or wanted feature reaches."""
    features, lookups = table.at(6), table.at(8)
    extension = 7 if tag == "GSUB" else 9
    # Lookups that only a contextual rule calls act on what the rule has matched: the rule tells.
    for index in sorted(set(_lookup_indexes(table, features, wanted))):
        yield from _subtables(lookups, index, extension)


def _subtables(lookups: Table, index: int, extension: int) -> Iterator[tuple[int, Table]]:
    lookup = lookups.at(2 + 2 * index)
    kind = lookup.u16(0)
    for i in range(lookup.u16(4)):
        sub = lookup.at(6 + 2 * i)
        if kind == extension:
            yield sub.u16(2), sub.far(4)
        else:
            yield kind, sub


def _lookup_indexes(table: Table, features: Table, wanted: set[str]) -> Iterator[int]:
    for i in range(features.u16(0)):
        tag = features.tag(2 + 6 * i)
        if not _is_on(tag, wanted):
            continue
        yield from _of_feature(features.at(6 + 6 * i))
    if table.u16(2) and table.u32(10):
        yield from _of_variations(table.far(10))


def _of_feature(feature: Table) -> Iterator[int]:
    for i in range(feature.u16(2)):
        yield feature.u16(4 + 2 * i)


def _of_variations(variations: Table) -> Iterator[int]:
    """Yield the lookups that replace others in some part of a variable font's space."""
    for i in range(variations.u32(4)):
        if not variations.u32(12 + 8 * i):
            continue
        substitution = variations.far(12 + 8 * i)
        for j in range(substitution.u16(4)):
            yield from _of_feature(substitution.far(8 + 6 * j))


def _is_on(tag: str, wanted: set[str]) -> bool:
    if tag in wanted:
        return True
    numbered = tag[:2] in {"ss", "cv"} and tag[2:].isdigit()
    return f"-{tag}" not in wanted and tag not in OPTIONAL and not numbered


def _substitutes(kind: int, sub: Table, space: int) -> bool:
    """Return whether a GSUB subtable takes a space or looks at one."""
    if kind in {5, 6}:
        return _context_touches(sub, space, is_chained=kind == 6)
    if covers(sub.at(2), space):
        return True
    if kind == 4:
        return any(space in parts for parts in _ligature_parts(sub))
    return kind == 8


def _ligature_parts(sub: Table) -> Iterator[tuple[int, ...]]:
    for i in range(sub.u16(4)):
        ligatures = sub.at(6 + 2 * i)
        for j in range(ligatures.u16(0)):
            ligature = ligatures.at(2 + 2 * j)
            yield ligature.u16s(4, ligature.u16(2) - 1)


def _moves(kind: int, sub: Table, space: int) -> bool:
    """Return whether a GPOS subtable moves a space or moves something beside one."""
    if kind in {7, 8}:
        return _context_touches(sub, space, is_chained=kind == 8)
    if kind == 2:
        return _pair_touches(sub, space)
    return covers(sub.at(2), space)


def _pair_touches(sub: Table, space: int) -> bool:
    """Return whether a pair with a space in it has a value other than none."""
    first, second = sub.u16(4).bit_count(), sub.u16(6).bit_count()
    if sub.u16(0) == 1:
        index = coverage_index(sub.at(2), space)
        size = 1 + first + second
        for i in range(sub.u16(8)):
            pairs = sub.at(10 + 2 * i)
            records = pairs.u16s(2, size * pairs.u16(0))
            seconds = records[::size]
            if i == index and any(any(records[at::size]) for at in range(1, size)):
                return True
            if space in seconds:
                at = size * seconds.index(space)
                if any(records[at + 1 : at + size]):
                    return True
        return False
    return _class_pair_touches(sub, space, first + second)


def _class_pair_touches(sub: Table, space: int, values: int) -> bool:
    rows, columns = sub.u16(12), sub.u16(14)
    row = glyph_class(sub.at(8), space) if covers(sub.at(2), space) else None
    column = glyph_class(sub.at(10), space)
    size = 2 * values
    cells = [(i, column) for i in range(rows)]
    if row is not None:
        cells += [(row, j) for j in range(columns)]
    return any(any(sub.u16s(16 + size * (i * columns + j), values)) for i, j in cells)


def _context_touches(sub: Table, space: int, *, is_chained: bool) -> bool:
    """Return whether a space is in some sequence that a contextual subtable asks for."""
    form = sub.u16(0)
    if form == 3:
        return any(covers(place, space) for place in _sequence_coverages(sub, is_chained))
    if form == 1:
        return _rules_name(sub, 4, is_chained, [space] * 3) or covers(sub.at(2), space)
    places = [4, 6, 8] if is_chained else [4]
    classes = [glyph_class(sub.at(at), space) if sub.u16(at) else 0 for at in places]
    backtrack, middle, ahead = classes if is_chained else [0, classes[0], 0]
    first = 10 if is_chained else 6
    return _rules_name(sub, first, is_chained, [backtrack, middle, ahead]) or (
        covers(sub.at(2), space)
        and middle < sub.u16(first)
        and bool(sub.u16(first + 2 + 2 * middle))
    )


def _sequence_coverages(sub: Table, is_chained: bool) -> Iterator[Table]:
    if not is_chained:
        for i in range(sub.u16(2)):
            yield sub.at(6 + 2 * i)
        return
    place = 2
    for _ in range(3):
        for i in range(sub.u16(place)):
            yield sub.at(place + 2 + 2 * i)
        place += 2 + 2 * sub.u16(place)


def _rules_name(sub: Table, first: int, is_chained: bool, wanted: Sequence[int]) -> bool:
    """Return whether a rule asks for a glyph or class: behind, in the middle or ahead."""
    read = _chained_rule if is_chained else _plain_rule
    for i in range(sub.u16(first)):
        if not sub.u16(first + 2 + 2 * i):
            continue
        rules = sub.at(first + 2 + 2 * i)
        for j in range(rules.u16(0)):
            parts = read(rules.at(2 + 2 * j))
            if any(value in part for value, part in zip(wanted, parts, strict=True)):
                return True
    return False


Parts = tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]


def _plain_rule(rule: Table) -> Parts:
    return (), rule.u16s(4, rule.u16(0) - 1), ()


def _chained_rule(rule: Table) -> Parts:
    behind = rule.u16s(2, rule.u16(0))
    place = 2 + 2 * len(behind)
    middle = rule.u16s(place + 2, rule.u16(place) - 1)
    place += 2 + 2 * len(middle)
    return behind, middle, rule.u16s(place + 2, rule.u16(place))


def _kern_touches(table: Table, space: int) -> bool:
    """Return whether a pair of a version 0 kern table names the space; other versions may."""
    if table.u16(0) != 0:
        return True
    place = 4
    for _ in range(table.u16(2)):
        if table.u16(place + 4) >> 8:
            return True
        for i in range(table.u16(place + 6)):
            if space in table.u16s(place + 14 + 6 * i, 2):
                return True
        place += table.u16(place + 2)
    return False
