"""Read a text file whole, within limits."""

from pathlib import Path

from generator.load.place import Place
from generator.model.problem import Problem, Problems


def read_source(path: Path, name: str, most: int) -> str:
    """Return a UTF-8 file's text with plain line ends; `name` stands for it in Problems.

    Raises Problems: missing, unreadable, over `most` bytes, or not UTF-8.
    """
    try:
        with path.open("rb") as file:
            data = file.read(most + 1)
    except OSError as error:
        problem = Problem(
            name,
            f"the file cannot be read: {error.strerror}",
            "check its name and whether you may read it",
        )
        raise Problems([problem]) from error
    return decode(data, name, most)


def decode(data: bytes, name: str, most: int) -> str:
    """Return UTF-8 bytes as text with plain line ends; raises Problems as `read_source` does."""
    if len(data) > most:
        raise Problems(
            [Problem(name, f"the file is larger than {most // 1000} kB", "make it smaller")]
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig", "replace")
        place = Place(name, before.count("\n") + 1, len(before) - before.rfind("\n"))
        what = f"byte {data[error.start]:#04x} is not UTF-8"
        raise Problems([Problem(str(place), what, "save the file as UTF-8")]) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")
