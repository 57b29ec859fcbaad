"""The quick look: has any input or output changed since the last build?

Only times and sizes are compared, with nothing heavier than the standard library, so that a build
with nothing to do costs next to nothing.
"""

import json
import os
import sys
from collections.abc import Iterable
from pathlib import Path

from generator.store.files import write_file

INPUTS = ("assets", "mine", "generator", "docs", "mkdocs.yml", "pyproject.toml")
OUTPUT = "docs/kit"
STAMP = "build/stamp.json"
IGNORED = ("__pycache__",)


def take_stamp(root: Path) -> dict[str, str]:
    """Return the time and size of every input and output below a kit's root."""
    stamp = {"python": sys.version, "packages": _packages()}
    for path in _walk(root, INPUTS):
        status = path.stat()
        stamp[path.relative_to(root).as_posix()] = f"{status.st_mtime_ns} {status.st_size}"
    return stamp


def is_fresh(root: Path) -> bool:
    """Return whether nothing has changed since `keep_stamp`."""
    try:
        kept = json.loads((root / STAMP).read_bytes())
    except (OSError, ValueError):
        return False
    return bool(kept == take_stamp(root))


def keep_stamp(root: Path, stamp: dict[str, str]) -> None:
    """Keep a stamp as the state of the last whole build."""
    write_file(root / STAMP, json.dumps(stamp, indent=0, sort_keys=True).encode())


def _walk(root: Path, names: Iterable[str]) -> Iterable[Path]:
    for name in names:
        if (root / name).is_file():
            yield root / name
        for folder, folders, files in os.walk(root / name):
            folders[:] = sorted(f for f in folders if f not in IGNORED)
            for file in sorted(files):
                yield Path(folder, file)


def _packages() -> str:
    """Return the time of the folder that packages are installed in: it changes with them."""
    for entry in sys.path:
        if entry.endswith("site-packages"):
            return str(Path(entry).stat().st_mtime_ns)
    return ""
