"""Read a fork's own picture: a PNG, JPEG or SVG file of its folder, made ready to be placed."""

from collections.abc import Callable
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from generator.load.photo import MOST_PIXELS, UnreadableError, open_photo, upright_in_srgb
from generator.load.source import decode
from generator.load.svg.document import MOST_BYTES
from generator.load.svg.reader import read_figure
from generator.model.artwork import Figure, Photo
from generator.model.length import Size
from generator.model.problem import Problem, Problems

RASTERS = (".png", ".jpg", ".jpeg")
MOST_FILE = 40_000_000
"""Bytes of a PNG or JPEG."""
HINT = f"export it anew as PNG or JPEG of at most {MOST_PIXELS // 1_000_000} million pixels"
QUALITY = 92
"""Of a JPEG that has to be written anew since it was turned or had colours of its own."""


def find_picture(name: str, folder: Path, where: str) -> Path:
    """Return the file that a name means in a folder; it may not lead out of it.

    Raises Problems: no such file, one elsewhere, or one of another kind.
    """
    path = folder / name
    inside = not Path(name).is_absolute() and ".." not in Path(name).parts
    if inside and path.exists():
        inside = path.resolve().is_relative_to(folder.resolve())
    if not inside:
        hint = f"copy the file into {folder.name}/ and name it from there"
        raise _wrong(where, f"{name} leads out of {folder.name}/", hint)
    if path.suffix.lower() not in (*RASTERS, ".svg"):
        hint = "save it as PNG, JPEG or SVG"
        raise _wrong(where, f"{name} is of no kind that can be placed", hint)
    if not path.is_file():
        raise _wrong(where, f"there is no picture {name}", f"put it into {folder.name}/")
    return path


def read_photo(path: Path, where: str) -> Photo:
    """Return a PNG or JPEG upright, in sRGB, and without what else its file tells.

    Raises Problems where it is none, is cut off, or is too large.
    """
    status = path.stat()
    if status.st_size > MOST_FILE:
        raise _wrong(where, f"{path.name} is larger than {MOST_FILE // 1_000_000} MB", HINT)
    return _read_photo(path, where, status.st_mtime_ns, status.st_size)


def read_drawn(path: Path, where: str, fit: Callable[[float, float], Size]) -> Figure:
    """Return an SVG as items of the size that `fit` gives for its page's width and height.

    Raises Problems as drawings do, with the line of the SVG.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise _wrong(where, f"{path.name} cannot be read", "see whether you may read it") from error
    name = f"{path.parent.name}/{path.name}"
    return read_figure(decode(data, name, MOST_BYTES), name, fit)


@lru_cache(maxsize=16)
def _read_photo(path: Path, where: str, time: int, size: int) -> Photo:
    """Read a file again only where its time or size have changed."""
    try:
        with open_photo(path.read_bytes()) as opened:
            upright = upright_in_srgb(opened)
            data = BytesIO()
            if opened.format == "JPEG":
                upright.save(data, "JPEG", quality=QUALITY, subsampling=0)
            else:
                upright.save(data, "PNG", compress_level=6)
    except UnreadableError as error:
        raise _wrong(where, f"{path.name} {error}", HINT) from error
    return Photo(data.getvalue(), upright.width, upright.height, path.name)


def _wrong(where: str, what: str, hint: str) -> Problems:
    return Problems([Problem(where, what, hint)])
