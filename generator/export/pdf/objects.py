"""Write a PDF's objects as they come: numbers, strings, streams, the table at the end."""

import hashlib
import zlib
from typing import BinaryIO

HEAD = "%PDF-{}\n%\xe2\xe3\xcf\xd3\n"


class Writer:
    """Writes numbered objects to a file, in any order, and then the table of their places.

    Only the places are kept, so memory does not grow with the pages.
    """

    def __init__(self, out: BinaryIO, version: str = "1.7") -> None:
        self._out = out
        self._at = 0
        self._places: list[int] = [0]
        self._hash = hashlib.sha256()
        self._put(HEAD.format(version).encode("latin-1"))

    def reserve(self) -> int:
        """Return the number of an object that is written later."""
        self._places.append(0)
        return len(self._places) - 1

    def write(self, body: str, number: int | None = None) -> int:
        """Write an object's body under a reserved number, or the next; return the number."""
        return self._object(body.encode("latin-1"), number)

    def stream(self, entries: str, data: bytes, number: int | None = None) -> int:
        """Write a stream, deflated; `entries` are its dictionary's beyond length and filter."""
        packed = zlib.compress(data, 9)
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
        start = self._at
        name = self.fingerprint()
        rows = "".join(f"{place:010d} 00000 n \n" for place in self._places[1:])
        self._put(f"xref\n0 {len(self._places)}\n0000000000 65535 f \n{rows}".encode())
        trailer = f"/Size {len(self._places)}/Root {root} 0 R/Info {info} 0 R/ID[<{name}><{name}>]"
        self._put(f"trailer<<{trailer}>>\nstartxref\n{start}\n%%EOF\n".encode())

    def _object(self, body: bytes, number: int | None) -> int:
        number = self.reserve() if number is None else number
        self._places[number] = self._at
        self._put(b"%d 0 obj\n%b\nendobj\n" % (number, body))
        return number

    def _put(self, data: bytes) -> None:
        self._out.write(data)
        self._hash.update(data)
        self._at += len(data)


def text_string(words: str) -> str:
    """Return a text string (ISO 32000-1, 7.9.2.2): UTF-16 with its mark, in hexadecimal."""
    return f"<FEFF{words.encode('utf-16-be').hex().upper()}>"


def number(value: float) -> str:
    """Return a number with at most four decimals, none where it needs none."""
    return f"{value:.4f}".rstrip("0").rstrip(".") if value % 1 else str(int(value))


def points(length: int) -> str:
    """Return 1/1000 pt as points."""
    return number(length / 1000)
