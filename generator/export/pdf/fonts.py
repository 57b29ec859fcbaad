<<<<<<< HEAD
"""Embed the faces of a document: subsets by glyph id, with widths and a way back to the text."""

import hashlib

import uharfbuzz as hb

from generator.export.pdf.objects import Writer, number, text_string
=======
"""Embed the glyphs that a document uses, and say which characters they stand for."""

import hashlib
from dataclasses import dataclass, field

import uharfbuzz as hb

from generator.export.pdf.writer import Writer
>>>>>>> 19ee94c (Write cards as PDF: vector type that can be searched, true boxes, tags in reading order)
from generator.fonts.files import open_face, open_font
from generator.model.problem import Problem, Problems
from generator.model.scene import Face, FontFile

<<<<<<< HEAD
LAYOUT_TABLES = ("GSUB", "GPOS", "GDEF", "kern", "morx", "kerx", "BASE", "STAT", "DSIG", "meta")
MOST_RANGES = 100
"""Entries of one bfchar block (Adobe Technical Note 5411)."""


class Font:
    """One face in one document: the glyphs that were used, and the words that each stands for."""

    def __init__(self, face: Face, name: str) -> None:
        if not face.embeddable:
            what = f"{face.family} forbids to be embedded in a file"
            hint = "choose another typeface for this card, or write a PNG"
            raise Problems([Problem(f"typeface {face.id}", what, hint)])
        self.face = face
        self.name = name
        self._hb = open_font(face.font)
        self._widths: dict[int, int] = {}
        self.meanings: dict[int, str] = {}

    def width(self, gid: int) -> int:
        """Return a glyph's own advance in font units, and note that it was used."""
        if gid not in self._widths:
            self._widths[gid] = self._hb.get_glyph_h_advance(gid)
        return self._widths[gid]

    def means(self, gid: int, words: str) -> bool:
        """Return whether a glyph stands for these words in the whole document."""
        return self.meanings.setdefault(gid, words) == words

    def write(self, writer: Writer, number_: int) -> None:
        """Write the font's five objects, the Type 0 font under its reserved number."""
        program, is_cff = _subset(self.face.font, sorted(self._widths))
        tag = _tag(program)
        base = f"{tag}+{self.face.id}"
        kind = "/Subtype/OpenType" if is_cff else f"/Length1 {len(program)}"
        file = writer.stream(kind, program)
        descriptor = writer.write(self._descriptor(base, file, is_cff))
        widths = "".join(
            f"{gid}[{number(round(width * 1000 / self.face.upem, 3))}]"
            for gid, width in sorted(self._widths.items())
        )
        subtype = "CIDFontType0" if is_cff else "CIDFontType2/CIDToGIDMap/Identity"
        cid = writer.write(
            f"<</Type/Font/Subtype/{subtype}/BaseFont/{base}"
            "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            f"/FontDescriptor {descriptor} 0 R/DW 0/W[{widths}]>>"
        )
        unicode_ = writer.stream("", self._to_unicode())
        writer.write(
            f"<</Type/Font/Subtype/Type0/BaseFont/{base}/Encoding/Identity-H"
            f"/DescendantFonts[{cid} 0 R]/ToUnicode {unicode_} 0 R>>",
            number_,
        )

    def _descriptor(self, base: str, file: int, is_cff: bool) -> str:
        face = self.face

        def per_mille(units: int) -> int:
            return round(units * 1000 / face.upem)

        low, high = per_mille(-abs(face.descent)), per_mille(face.ascent)
        return (
            f"<</Type/FontDescriptor/FontName/{base}/Flags 4/ItalicAngle 0/StemV 80"
            f"/FontBBox[-1000 {min(low, -300)} 3000 {max(high, 1000)}]/Ascent {high}"
            f"/Descent {low}/CapHeight {per_mille(face.cap_height)}"
            f"/FontFile{'3' if is_cff else '2'} {file} 0 R>>"
        )

    def _to_unicode(self) -> bytes:
        rows = [
            f"<{gid:04X}> <{words.encode('utf-16-be').hex().upper()}>"
            for gid, words in sorted(self.meanings.items())
            if words
        ]
        blocks = "".join(
            f"{len(part)} beginbfchar\n" + "\n".join(part) + "\nendbfchar\n"
            for at in range(0, len(rows), MOST_RANGES)
            if (part := rows[at : at + MOST_RANGES])
        )
        return (
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
            "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
            "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
            f"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n{blocks}"
            "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
        ).encode()


def actual_text(words: str) -> str:
    """Return the head of a span whose glyphs stand for these words together."""
    return f"/Span<</ActualText{text_string(words)}>>BDC "


def _subset(font: FontFile, gids: list[int]) -> tuple[bytes, bool]:
    """Return a face's outlines of some glyphs, ids kept, and whether they are CFF."""
    face = open_face(font.package, font.file, font.index)
    asked = hb.SubsetInput()
    asked.flags = (
        hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE
    )
    asked.glyph_set.update(gids)
    asked.drop_table_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in LAYOUT_TABLES)
    if face.has_var_data:
        asked.pin_all_axes_to_default(face)
        for tag, value in font.axes:
            asked.pin_axis_location(face, tag, float(value))
    subset = hb.subset(face, asked)
    return bytes(subset.blob.data), "CFF " in subset.table_tags


def _tag(program: bytes) -> str:
    """Return six letters for a subset (ISO 32000-1, 9.6.4), the same for the same bytes."""
    digest = hashlib.sha256(program).digest()
    return "".join(chr(65 + byte % 26) for byte in digest[:6])
=======
DROPPED = (
    "GSUB", "GPOS", "GDEF", "BASE", "JSTF", "kern", "morx", "mort", "kerx", "feat", "DSIG",
    "name", "OS/2", "post", "cmap", "STAT", "meta", "gasp", "VORG", "vhea", "vmtx", "MATH",
    "hdmx", "VDMX", "LTSH", "PCLT", "trak", "ankr", "prop", "lcar", "opbd", "bsln", "Zapf",
)  # fmt: skip
"""What a reader of PDF has no use for: glyphs are placed by number."""
SYMBOLIC = 4
PER_BLOCK = 100
"""The most entries of one block of a character map (Adobe Technical Note 5014)."""


@dataclass(slots=True)
class Font:
    """A face's glyphs as they are used, each with its characters, and its object's number."""

    face: Face
    number: int
    opened: hb.Font
    texts: dict[int, str] = field(default_factory=dict)
    widths: dict[int, int] = field(default_factory=dict)

    def width(self, gid: int) -> int:
        """Return a glyph's width in 1/1000 em as the file states it, and count it as used."""
        width = self.widths.get(gid)
        if width is None:
            advance = self.opened.get_glyph_h_advance(gid)
            width = self.widths[gid] = round(advance * 1000 / self.face.upem)
        return width

    def stands_for(self, gid: int, text: str) -> bool:
        """Tell whether a glyph may stand for a text alone, as it does wherever it is used."""
        return self.texts.setdefault(gid, text) == text


class Fonts:
    """The fonts of one document."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._fonts: dict[FontFile, Font] = {}

    def get(self, face: Face) -> Font:
        """Return the font of a face; raises Problems where it may not be embedded."""
        font = self._fonts.get(face.font)
        if font is None:
            if not face.embeddable:
                raise Problems([_refusal(face)])
            opened = open_font(face.font)
            font = self._fonts[face.font] = Font(face, self._writer.reserve(), opened)
        return font

    def finish(self) -> None:
        """Write every font with the glyphs that were used."""
        for font in self._fonts.values():
            _write_font(self._writer, font)


def _refusal(face: Face) -> Problem:
    return Problem(
        face.font.file,
        f"the typeface {face.family} does not allow that it is embedded in a PDF",
        "choose another typeface for the slot, or write a PNG",
    )


def _write_font(writer: Writer, font: Font) -> None:
    cut = subset(font.face.font, set(font.widths))
    is_cff = "CFF " in cut.table_tags
    data = bytes(cut.reference_table("CFF ").data) if is_cff else bytes(cut.blob.data)
    name = f"{_tag(data)}+{_plain_name(font.face)}"
    head = "/Subtype/CIDFontType0C" if is_cff else f"/Length1 {len(data)}"
    file = writer.add_stream(head, data)
    descriptor = writer.add(_descriptor(font, name, file, is_cff=is_cff))
    kind = "0" if is_cff else "2"
    to_gid = "" if is_cff else "/CIDToGIDMap/Identity"
    descendant = writer.add(
        f"<</Type/Font/Subtype/CIDFontType{kind}/BaseFont/{name}{to_gid}"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        f"/FontDescriptor {descriptor} 0 R/DW 0/W[{_widths(font.widths)}]>>"
    )
    unicode = writer.add_stream("", _character_map(_texts(font)).encode("ascii"))
    full = f"{name}-Identity-H" if is_cff else name
    writer.add(
        f"<</Type/Font/Subtype/Type0/BaseFont/{full}/Encoding/Identity-H"
        f"/DescendantFonts[{descendant} 0 R]/ToUnicode {unicode} 0 R>>",
        font.number,
    )


def subset(file: FontFile, gids: set[int]) -> hb.Face:
    """Return a face cut down to some glyphs under their own numbers, its axes fixed."""
    face = open_face(file.package, file.file, file.index)
    wanted = hb.SubsetInput()
    flags = hb.SubsetFlags
    wanted.flags = (
        flags.RETAIN_GIDS
        | flags.NO_HINTING
        | flags.NO_LAYOUT_CLOSURE
        | flags.NOTDEF_OUTLINE
        | flags.CFF_IDENTITY_CHARSET
        | flags.DOWNGRADE_CFF2
    )
    for gid in sorted(gids | {0}):
        wanted.glyph_set.add(gid)
    for tag in DROPPED:
        wanted.drop_table_tag_set.add(int.from_bytes(tag.encode("ascii"), "big"))
    if face.has_var_data:
        wanted.pin_all_axes_to_default(face)
        for tag, value in file.axes:
            wanted.pin_axis_location(face, tag, float(value))
    return hb.subset(face, wanted)


def _descriptor(font: Font, name: str, file: int, *, is_cff: bool) -> str:
    face = font.face

    def em(units: int) -> int:
        return round(units * 1000 / face.upem)

    up, down, key = em(face.ascent), -abs(em(face.descent)), "FontFile3" if is_cff else "FontFile2"
    return (
        f"<</Type/FontDescriptor/FontName/{name}/Flags {SYMBOLIC}/ItalicAngle 0/StemV 80"
        f"/FontBBox[-1000 {min(down, -500)} 3000 {max(up, 1200)}]/Ascent {up}/Descent {down}"
        f"/CapHeight {em(face.cap_height)}/{key} {file} 0 R>>"
    )


def _tag(data: bytes) -> str:
    """Return six capitals that tell one subset from another."""
    return "".join(chr(65 + byte % 26) for byte in hashlib.sha256(data).digest()[:6])


def _plain_name(face: Face) -> str:
    plain = "".join(c for c in face.family if c.isascii() and c.isalnum()) or "Face"
    weight = dict(face.font.axes).get("wght")
    return f"{plain}-{weight}" if weight else plain


def _widths(widths: dict[int, int]) -> str:
    """Return the widths by glyph, neighbours together."""
    parts: list[str] = []
    before = -2
    for gid in sorted(widths):
        if gid != before + 1:
            parts.append(f"{']' if parts else ''}{gid}[{widths[gid]}")
        else:
            parts.append(f" {widths[gid]}")
        before = gid
    return "".join(parts) + ("]" if parts else "")


def _texts(font: Font) -> dict[int, str]:
    """Return what each used glyph stands for, from the font's own table where no text said."""
    texts = {gid: text for gid, text in font.texts.items() if gid in font.widths}
    missing = set(font.widths) - set(texts)
    if missing:
        for code, gid in sorted(font.opened.face.nominal_glyph_mapping.items()):
            if gid in missing:
                texts.setdefault(gid, chr(code))
    return texts


def _character_map(texts: dict[int, str]) -> str:
    rows = [
        f"<{gid:04X}><{text.encode('utf-16-be').hex().upper()}>"
        for gid, text in sorted(texts.items())
    ]
    blocks = (rows[at : at + PER_BLOCK] for at in range(0, len(rows), PER_BLOCK))
    body = "\n".join(
        f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks
    )
    return (
        "/CIDInit/ProcSet findresource begin 12 dict begin begincmap\n"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
        "/CMapName/Adobe-Identity-UCS def/CMapType 2 def\n"
        f"1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n{body}\n"
        "endcmap CMapName currentdict/CMap defineresource pop end end\n"
    )
>>>>>>> 19ee94c (Write cards as PDF: vector type that can be searched, true boxes, tags in reading order)
