"""Keep a kit that was found in order, as JSON, and restore it while nothing has changed."""

import json
import os
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from generator import model
from generator.load.files import data_files
from generator.model import kit as kit_model
from generator.model.kit import Kit
from generator.model.length import Size
from generator.model.paint import Ink
from generator.model.wording import Field, If, Wording, Words

KEPT = "build/kit.json"
_VALUES = (Size, Ink, Wording, Words, Field, If)
_CLASSES: Mapping[str, type[Any]] = {
    cls.__name__: cls
    for cls in (*_VALUES, *(c for c in vars(kit_model).values() if is_dataclass(c)))
    if isinstance(cls, type)
}
_CODE = (Path(__file__).parent, Path(next(iter(model.__path__))))


def keep_kit(root: Path, kit: Kit) -> None:
    """Write a kit to build/, whole or not at all; a folder that cannot be written is no harm."""
    path = root / KEPT
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    text = json.dumps({"stamp": _stamp(root), "kit": _encode(kit, root)}, ensure_ascii=False)
    try:
        path.parent.mkdir(exist_ok=True)
        beside.write_text(text, "utf-8")
        beside.replace(path)
    except OSError:
        return


def restore_kit(root: Path) -> Kit | None:
    """Return the kept kit if none of its files and no code has changed since."""
    try:
        kept = json.loads((root / KEPT).read_bytes())
        if kept["stamp"] != _stamp(root):
            return None
        kit = _decode(kept["kit"], root)
    except (OSError, ValueError, LookupError, TypeError):
        return None
    return kit if isinstance(kit, Kit) else None


def _stamp(root: Path) -> list[str]:
    """Return the time and size of every data file and of the code that reads them."""
    code = [path for folder in _CODE for path in sorted(folder.rglob("*.py"))]
    return [
        f"{path.relative_to(base).as_posix()} {(status := path.stat()).st_mtime_ns} "
        f"{status.st_size}"
        for base, paths in ((root, data_files(root)), (_CODE[0].parent, code))
        for path in paths
    ]


def _encode(value: object, root: Path) -> object:
    """Write a value as JSON: lists begin with what they are."""
    if isinstance(value, Path):
        return ["path", os.path.relpath(value, root)]
    if isinstance(value, tuple):
        return ["tuple", *(_encode(item, root) for item in value)]
    if isinstance(value, Mapping):
        return ["map", *([key, _encode(item, root)] for key, item in value.items())]
    if is_dataclass(value):
        parts = (getattr(value, field.name) for field in fields(value))
        return [type(value).__name__, *(_encode(part, root) for part in parts)]
    return value


def _decode(data: Any, root: Path) -> Any:
    if not isinstance(data, list):
        return data
    kind = data[0]
    if kind == "map":
        return MappingProxyType({key: _decode(item, root) for key, item in data[1:]})
    if kind == "path":
        return root / data[1] if data[1] != "." else root
    parts = [_decode(item, root) for item in data[1:]]
    return tuple(parts) if kind == "tuple" else _CLASSES[kind](*parts)
