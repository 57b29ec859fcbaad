"""Embed the faces of a document: subsets by glyph id, with widths and a way back to the text."""

import hashlib
from collections.abc import Sequence

import uharfbuzz as hb

from generator.export.pdf.objects import Writer, number, text_string
from generator.fonts.files import open_face, open_font
from generator.model.problem import Problem, Problems
from generator.model.scene import Face, FontFile

LAYOUT_TABLES = ("GSUB", "GPOS", "GDEF", "kern", "morx", "kerx", "BASE", "STAT", "DSIG", "meta")
NAME_TABLES = ("name", "OS/2", "cmap", "post", "gasp", "vhea", "vmtx", "VORG")
"""Tables that nothing in a PDF asks for (ISO 32000-1, 9.9): it has glyph ids and widths itself."""
ESCAPED = str.maketrans({"(": r"\(", ")": r"\)", "\\": r"\\", "\r": r"\r"})
TOP_OF_CFF = 2048
CID_KEYED = b"\x0c\x1e"
"""The operator ROS, which stands at the head of a CID-keyed CFF (Adobe Technical Note 5176)."""
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
        self._codes: dict[int, str] = {}
        self._widths: dict[int, int] = {}
        self.meanings: dict[int, str] = {}
        self._shares: dict[int, str] = {}

    def glyphs(self, gids: Sequence[int]) -> tuple[list[str], tuple[int, ...]]:
        """Return what shows each glyph, and their own advances; note that they were used.

        A glyph is shown by its id as two bytes of a literal string, escaped.
        """
        codes, widths = self._codes, self._widths
        for gid in gids:
            if gid not in codes:
                codes[gid] = (chr(gid >> 8) + chr(gid & 255)).translate(ESCAPED)
                widths[gid] = self._hb.get_glyph_h_advance(gid)
        return [codes[gid] for gid in gids], tuple([widths[gid] for gid in gids])

    def tells(self, gids: Sequence[int], words: str) -> bool:
        """Return whether each glyph is known to stand for its character of some words."""
        return list(map(self.meanings.get, gids)) == list(words)

    def means(self, gids: Sequence[int], words: str) -> bool:
        """Return whether glyphs are one that stands for these words in the whole document."""
        if len(gids) == 1:
            return self.meanings.setdefault(gids[0], words) == words
        for gid in gids:
            self._shares.setdefault(gid, words)
        return False

    def write(self, writer: Writer, number_: int) -> None:
        """Write the font's five objects, the Type 0 font under its reserved number."""
        program, is_cff = _subset(self.face.font, sorted(self._widths))
        tag = _tag(program)
        base = f"{tag}+{self.face.id}"
        kind = "/Subtype/CIDFontType0C" if is_cff else f"/Length1 {len(program)}"
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

    def _shared(self) -> dict[int, str]:
        """Return what glyphs stand for that are only seen with others: their own sign, or all."""
        own = self._hb.get_nominal_glyph
        return {
            gid: next((sign for sign in words if own(ord(sign)) == gid), words)
            for gid, words in self._shares.items()
        }

    def _to_unicode(self) -> bytes:
        rows = [
            f"<{gid:04X}> <{words.encode('utf-16-be').hex().upper()}>"
            for gid, words in sorted((self._shared() | self.meanings).items())
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
    flags = hb.SubsetFlags
    asked.flags = flags.NO_HINTING | flags.NO_LAYOUT_CLOSURE
    if not _names_ids(face):
        asked.flags |= flags.RETAIN_GIDS | flags.CFF_IDENTITY_CHARSET
    asked.glyph_set.update(gids)
    asked.drop_table_tag_set.update(
        int.from_bytes(tag.encode(), "big") for tag in (*LAYOUT_TABLES, *NAME_TABLES)
    )
    if face.has_var_data:
        asked.pin_all_axes_to_default(face)
        for tag, value in font.axes:
            asked.pin_axis_location(face, tag, float(value))
    subset = hb.subset(face, asked)
    if "CFF " in subset.table_tags:
        return bytes(subset.reference_table("CFF ").data), True
    return bytes(subset.blob.data), False


def _names_ids(face: hb.Face) -> bool:
    """Return whether a face's CFF tells the id of each glyph, so that a subset needs no gaps.

    That is so where its glyphs are numbered by the ordering Identity, as those of Noto's CJK are;
    there gaps would take 100 KB, a few bytes for each of 65,535 glyphs.
    """
    start = bytes(face.reference_table("CFF ").data[:TOP_OF_CFF])
    return CID_KEYED in start and b"AdobeIdentity" in start


def _tag(program: bytes) -> str:
    """Return six letters for a subset (ISO 32000-1, 9.6.4), the same for the same bytes."""
    digest = hashlib.sha256(program).digest()
    return "".join(chr(65 + byte % 26) for byte in digest[:6])
