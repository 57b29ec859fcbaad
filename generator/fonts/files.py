"""Find the font files inside installed packages and open them with HarfBuzz."""

from collections.abc import Mapping
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

import uharfbuzz as hb

from generator.model.scene import FontFile


@lru_cache(maxsize=256)
def package_folders(package: str) -> tuple[Path, ...]:
    """Return the folders of an installed package by its name on the index; none if missing."""
    try:
        spec = find_spec(package.replace("-", "_"))
    except (ImportError, ValueError):
        return ()
    if spec is None or spec.submodule_search_locations is None:
        return ()
    return tuple(Path(folder) for folder in spec.submodule_search_locations)


def font_files(package: str) -> tuple[str, ...]:
    """Return the names of the font files that a package holds, in order."""
    names = {
        path.name
        for folder in package_folders(package)
        for path in folder.rglob("*")
        if path.suffix.lower() in {".ttf", ".otf", ".ttc"}
    }
    return tuple(sorted(names))


def find_file(package: str, name: str) -> Path | None:
    """Return where a package keeps a file: at its top, or in its `files` folder."""
    for folder in package_folders(package):
        for path in (folder / name, folder / "files" / name):
            if path.is_file():
                return path
    return None


@lru_cache(maxsize=512)
def open_face(package: str, name: str, index: int = 0) -> hb.Face:
    """Open a font file, raising FileNotFoundError where it is not installed."""
    path = find_file(package, name)
    if path is None:
        raise FileNotFoundError(f"{name} of package {package}")
    return hb.Face(hb.Blob.from_file_path(str(path)), index)


@lru_cache(maxsize=512)
def open_font(font: FontFile) -> hb.Font:
    """Open a face unhinted, one unit of scale to a font unit, with its axes set."""
    opened = hb.Font(open_face(font.package, font.file, font.index))
    opened.scale = (opened.face.upem, opened.face.upem)
    if font.axes:
        opened.set_variations({tag: float(value) for tag, value in font.axes})
    return opened


def axis_ranges(face: hb.Face) -> Mapping[str, tuple[int, int]]:
    """Return the range of each axis of a variable font, empty for a static one."""
    if not face.has_var_data:
        return {}
    return {axis.tag: (int(axis.min_value), int(axis.max_value)) for axis in face.axis_infos}
