"""Write a PDF's objects as they come: numbers, strings, streams, the table at the end."""

import hashlib
import zlib
from functools import partial
from struct import pack_into
from typing import BinaryIO

from generator.export.raster.deflate import deflate

HEAD = "%PDF-{}\n%\xe2\xe3\xcf\xd3\n"
PACKED = 128
"""Objects that share a stream: enough to deflate well, few enough to find one fast."""
ENTRY = ">BIH"
"""A row of the table: its kind, then a place and 0, or a stream's number and a place in it."""
ROW = 7
LEVEL = 9
QUICK = 3
"""How tightly to deflate what is written once, and what comes with each page."""
WAYS = (zlib.Z_DEFAULT_STRATEGY, zlib.Z_FILTERED)
"""The second makes a drawing's numbers a twentieth shorter, and words longer."""


class Writer:
    """Writes numbered objects to a file, in any order, and then the table of their places.

    Small objects are packed into object streams (ISO 32000-1, 7.5.7), of which one at a time is
    held, so memory does not grow with the pages beyond a row of the table an object.
    """

    def __init__(self, out: BinaryIO, version: str = "1.7") -> None:
        self._out = out
        self._at = 0
        self._table = bytearray(b"\0\0\0\0\0\xff\xff")
        self._waiting: list[tuple[int, str]] = []
        self._hash = hashlib.sha256()
        self._put(HEAD.format(version).encode("latin-1"))

    def reserve(self) -> int:
        """Return the number of an object that is written later."""
        self._table += bytes(ROW)
        return len(self._table) // ROW - 1

    def write(self, body: str, number: int | None = None) -> int:
        """Write an object's body under a reserved number, or the next; return the number."""
        number = self.reserve() if number is None else number
        self._waiting.append((number, body))
        if len(self._waiting) == PACKED:
            self._pack()
        return number

    def write_plain(self, body: str, number: int | None = None) -> int:
        """Write an object where those who look at a file without a reader find it: not packed."""
        return self._object(body.encode("latin-1"), number)

    def stream(self, entries: str, data: bytes, number: int | None = None) -> int:
        """Write a stream, deflated; `entries` are its dictionary's beyond length and filter."""
        return self._deflated(entries, min(map(partial(_deflate, data), WAYS), key=len), number)

    def quick_stream(self, entries: str, data: bytes) -> int:
        """Write a stream of which there is one a page: deflated fast, by a few per cent less."""
        return self._deflated(entries, deflate(data, QUICK), None)

    def _deflated(self, entries: str, packed: bytes, number: int | None) -> int:
        return self.raw_stream(f"{entries}/Filter/FlateDecode", packed, number)

    def raw_stream(self, entries: str, data: bytes, number: int | None = None) -> int:
        """Write a stream whose data are encoded already."""
        head = f"<<{entries}/Length {len(data)}>>stream\n".encode("latin-1")
        return self._object(head + data + b"\nendstream", number)

    def fingerprint(self) -> str:
        """Return 32 hexadecimal digits that name what is written so far."""
        return self._hash.hexdigest()[:32]

    def finish(self, root: int, info: int) -> None:
        """Write the table and the trailer; the file's ID is a hash of all before it."""
        self._pack()
        name, start, number = self.fingerprint(), self._at, self.reserve()
        pack_into(ENTRY, self._table, ROW * number, 1, start, 0)
        self.stream(
            f"/Type/XRef/Size {number + 1}/W[1 4 2]/Root {root} 0 R/Info {info} 0 R"
            f"/ID[<{name}><{name}>]",
            bytes(self._table),
            number,
        )
        self._put(f"startxref\n{start}\n%%EOF\n".encode())

    def _pack(self) -> None:
        """Write the objects that wait as one stream."""
        if not self._waiting:
            return
        number, at, places = self.reserve(), 0, []
        for index, (packed, body) in enumerate(self._waiting):
            pack_into(ENTRY, self._table, ROW * packed, 2, number, index)
            places.append(f"{packed} {at}")
            at += len(body) + 1
        head = " ".join(places)
        bodies = "\n".join(body for _, body in self._waiting)
        entries = f"/Type/ObjStm/N {len(places)}/First {len(head) + 1}"
        self._waiting.clear()
        self.stream(entries, f"{head}\n{bodies}".encode("latin-1"), number)

    def _object(self, body: bytes, number: int | None) -> int:
        number = self.reserve() if number is None else number
        pack_into(ENTRY, self._table, ROW * number, 1, self._at, 0)
        self._put(b"%d 0 obj\n%b\nendobj\n" % (number, body))
        return number

    def _put(self, data: bytes) -> None:
        self._out.write(data)
        self._hash.update(data)
        self._at += len(data)


def _deflate(data: bytes, way: int) -> bytes:
    deflater = zlib.compressobj(LEVEL, zlib.DEFLATED, strategy=way)
    return deflater.compress(data) + deflater.flush()


def text_string(words: str) -> str:
    """Return a text string (ISO 32000-1, 7.9.2.2): UTF-16 with its mark, in hexadecimal."""
    return f"<FEFF{words.encode('utf-16-be').hex().upper()}>"


def number(value: float) -> str:
    """Return a number with at most four decimals, none where it needs none."""
    return f"{value:.4f}".rstrip("0").rstrip(".") if value % 1 else str(int(value))


def points(length: int) -> str:
    """Return 1/1000 pt as points."""
    return number(length / 1000)
