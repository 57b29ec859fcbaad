"""What many tests share: the shipped kit, its press, a copy to break, the built site."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.load.kit import load_kit
from generator.model.kit import Kit

if TYPE_CHECKING:
    from generator.press import Press

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the repository's folder."""
    return ROOT


@pytest.fixture(scope="session")
def kit(root: Path) -> Kit:
    """Return the shipped kit."""
    return load_kit(root)


@pytest.fixture(scope="session")
def press(kit: Kit) -> "Press":
    """Return a press for the shipped kit."""
    from generator.press import Press

    return Press(kit)


@dataclass(frozen=True)
class Result:
    """What came of a command."""

    code: int
    out: str
    err: str


@pytest.fixture
def fork(tmp_path: Path, root: Path) -> Path:
    """Return a copy of the kit's data that a test may change."""
    folder = tmp_path / "fork"
    for name in ("assets", "docs"):
        shutil.copytree(root / name, folder / name, ignore=shutil.ignore_patterns("kit"))
    (folder / "mine").mkdir()
    shutil.copy(root / "mkdocs.yml", folder)
    return folder


@pytest.fixture(scope="session")
def afternote(root: Path) -> Callable[..., Result]:
    """Return a function that runs the command line: `afternote("card", …, cwd=folder)`."""

    def run(*args: str, cwd: Path = root, stdin: str | None = None) -> Result:
        done = subprocess.run(
            [sys.executable, "-W", "error", "-m", "generator", *args],
            cwd=cwd,
            env={**os.environ, "PYTHONPATH": str(root)},
            input=stdin,
            capture_output=True,
            text=True,
            check=False,
            timeout=600,
        )
        return Result(done.returncode, done.stdout, done.stderr)

    return run


@pytest.fixture(scope="session")
def site_dir(root: Path) -> Path:
    """Return the built site; `make test` has built it before the tests start."""
    site = root / "site"
    if not (site / "index.html").exists():
        pytest.fail("there is no site: run make site first")
    return site
