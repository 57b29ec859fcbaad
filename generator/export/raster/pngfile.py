"""Write PNG files from bands of rows, each deflated by itself (W3C PNG, third edition)."""

import struct
from collections.abc import Iterable
from dataclasses import dataclass
from zlib import crc32

from generator.export.raster.deflate import adler32, deflate_part, joined_adler32

SIGNATURE = b"\x89PNG\r\n\x1a\n"
RGB, INDEXED = 2, 3
"""Colour types."""
_LAST_BLOCK = b"\x03\x00"
"""An empty final block of deflate, so that every band before it may end alike (RFC 1951, 3.2)."""
_ZLIB_HEAD = b"\x78\x01"


@dataclass(frozen=True, slots=True)
class Band:
    """Rows as a whole IDAT chunk, with the checksum and the length of what it holds."""

    chunk: bytes
    adler: int
    length: int


def band(rows: bytes | bytearray) -> Band:
    """Return filtered rows, each with its filter's byte before it, as a band."""
    return Band(_chunk(b"IDAT", deflate_part(rows)), adler32(rows), len(rows))


def write_png(
    size: tuple[int, int], dpi: int, bands: Iterable[Band], palette: bytes | None = None
) -> bytes:
    """Return a file of 8 bits a sample in sRGB; `palette` holds RGB triples if it is indexed."""
    colour = RGB if palette is None else INDEXED
    per_metre = (dpi * 10_000 + 127) // 254
    parts = [
        SIGNATURE,
        _chunk(b"IHDR", struct.pack(">IIBBBBB", *size, 8, colour, 0, 0, 0)),
        # What decoders without sRGB take for it (PNG, 11.3.2.5).
        _chunk(b"gAMA", struct.pack(">I", 45_455)),
        _chunk(
            b"cHRM",
            struct.pack(">8I", 31_270, 32_900, 64_000, 33_000, 30_000, 60_000, 15_000, 6_000),
        ),
        _chunk(b"sRGB", b"\0"),
        _chunk(b"pHYs", struct.pack(">IIB", per_metre, per_metre, 1)),
    ]
    if palette is not None:
        parts.append(_chunk(b"PLTE", palette))
    parts.append(_chunk(b"IDAT", _ZLIB_HEAD))
    adler = 1
    for part in bands:
        parts.append(part.chunk)
        adler = joined_adler32(adler, part.adler, part.length)
    parts.append(_chunk(b"IDAT", _LAST_BLOCK + struct.pack(">I", adler)))
    parts.append(_chunk(b"IEND", b""))
    return b"".join(parts)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return b"".join(
        (struct.pack(">I", len(data)), kind, data, struct.pack(">I", crc32(data, crc32(kind))))
    )
