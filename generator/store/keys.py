"""Content keys: what something was made from, as one hash."""

import hashlib
from collections.abc import Iterable
from functools import cache
from importlib import metadata
from pathlib import Path


def key_of(*parts: object) -> str:
    """Return a hash of values by their repr; dicts and dataclasses count in their own order."""
    return hashlib.sha256("\0".join(map(repr, parts)).encode()).hexdigest()[:32]


def files_key(root: Path, patterns: Iterable[str]) -> str:
    """Return a hash of the names and bytes of all files below a folder that match."""
    digest = hashlib.sha256()
    for path in sorted({p for pattern in patterns for p in root.glob(pattern) if p.is_file()}):
        digest.update(f"{path.relative_to(root).as_posix()}\0".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:32]


@cache
def tools_key() -> str:
    """Return a hash of the installed packages' versions."""
    found = {(str(d.metadata["Name"]).lower(), d.version) for d in metadata.distributions()}
    return key_of(sorted(found))
