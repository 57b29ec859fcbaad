"""Files, written beside and renamed, so that nobody ever sees half of one."""

import os
import tempfile
from pathlib import Path


def write_file(path: Path, data: bytes) -> bool:
    """Write a file whole or not at all; return whether its bytes changed.

    Raises OSError where the folder cannot be written to or is full.
    """
    try:
        if path.stat().st_size == len(data) and path.read_bytes() == data:
            return False
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(0o666 & ~current_umask())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return True


def remove_orphans(folder: Path, kept: set[str]) -> int:
    """Delete every file below a folder whose path in it is not kept; return how many went."""
    gone = 0
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.relative_to(folder).as_posix() not in kept:
            path.unlink()
            gone += 1
    return gone


def current_umask() -> int:
    """Return which permissions new files do not get."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
