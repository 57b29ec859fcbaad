"""Write PDF objects one after another, so that nothing written is kept."""

import hashlib
import zlib
from array import array
from collections.abc import Iterable
from typing import BinaryIO

from generator.model.length import Mpt

HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"


class Writer:
    """Numbers objects, writes them as they are finished, and closes with the table of places."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._at = 0
        self._places = array("Q", [0])
        self._hash = hashlib.sha256()
        self._write(HEAD)

    def reserve(self) -> int:
        """Return the number of an object that is written later."""
        self._places.append(0)
        return len(self._places) - 1

    def add(self, body: str, number: int | None = None) -> int:
        """Write an object, under a reserved number if one is given; return its number."""
        return self._object(body.encode("ascii"), number)

    def add_stream(
        self, head: str, data: bytes, number: int | None = None, *, packed: bool = False
    ) -> int:
        """Write a stream with the entries of its dictionary; deflated here unless `packed`."""
        if not packed:
            data, head = zlib.compress(data, 9), head + "/Filter/FlateDecode"
        open_ = f"<<{head}/Length {len(data)}>>stream\n".encode("ascii")
        return self._object(open_ + data + b"\nendstream", number)

    def close(self, root: int, info: int) -> None:
        """Write the table of places and the trailer; the file's ID is made of its content."""
        start, size = self._at, len(self._places)
        name = self._hash.hexdigest()[:32]
        rows = "".join(f"{place:010} 00000 n \n" for place in self._places[1:])
        self._write(f"xref\n0 {size}\n0000000000 65535 f \n{rows}".encode("ascii"))
        self._write(
            f"trailer\n<</Size {size}/Root {root} 0 R/Info {info} 0 R/ID[<{name}><{name}>]>>\n"
            f"startxref\n{start}\n%%EOF\n".encode("ascii")
        )

    def _object(self, body: bytes, number: int | None) -> int:
        if number is None:
            number = self.reserve()
        self._places[number] = self._at
        self._write(b"%d 0 obj\n%b\nendobj\n" % (number, body))
        return number

    def _write(self, data: bytes) -> None:
        self._out.write(data)
        self._hash.update(data)
        self._at += len(data)


def points(length: Mpt) -> str:
    """Return a length as PDF writes it, in points, without loss."""
    return number(length / 1000, 3)


def number(value: float, digits: int = 6) -> str:
    """Return a number as PDF writes it: no exponent, no needless zeros."""
    shown = f"{value:.{digits}f}"
    if "." in shown:
        shown = shown.rstrip("0").rstrip(".")
    return "0" if shown in {"-0", ""} else shown


def words(text: str) -> str:
    """Return a text as a PDF string of UTF-16, in hexadecimal."""
    return f"<{(bytes((0xFE, 0xFF)) + text.encode('utf-16-be')).hex().upper()}>"


def refs(numbers: Iterable[int]) -> str:
    """Return an array of references."""
    return "[" + " ".join(f"{n} 0 R" for n in numbers) + "]"
