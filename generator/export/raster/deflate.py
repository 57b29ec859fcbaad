"""Deflate fast: with isal where it has a wheel, with zlib elsewhere; the pixels are the same."""

import zlib
from contextlib import suppress
from types import ModuleType
from typing import cast

_fast: ModuleType = zlib
with suppress(ImportError):  # isal has no wheel for some processors.
    from isal import isal_zlib as _fast

LEVEL = 1
RAW = -15


def deflate(data: bytes, level: int = LEVEL) -> bytes:
    """Return data as a whole zlib stream; isal knows the levels 0 to 3."""
    return cast("bytes", _fast.compress(data, level))


def inflate(data: bytes) -> bytes:
    """Return what `deflate` was given."""
    return cast("bytes", _fast.decompress(data))


def deflate_part(data: bytes | bytearray) -> bytes:
    """Return data as deflate blocks that end on a byte and refer to nothing before them."""
    deflater = _fast.compressobj(LEVEL, zlib.DEFLATED, RAW)
    return cast("bytes", deflater.compress(data) + deflater.flush(zlib.Z_FULL_FLUSH))


def adler32(data: bytes | bytearray) -> int:
    """Return the checksum of a zlib stream that holds `data` alone."""
    return cast("int", _fast.adler32(data))


def joined_adler32(first: int, second: int, length: int) -> int:
    """Return the checksum of two stretches from theirs and the second's length (RFC 1950)."""
    base = 65521
    low, high = first & 0xFFFF, first >> 16
    low_2, high_2 = second & 0xFFFF, second >> 16
    return ((high + high_2 + length * (low - 1)) % base) << 16 | (low + low_2 - 1) % base
