"""A kit made small, and someone who follows pages in it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tutorial import KEPT, Follower

PUBLISHED = "formats: [us-a2, us-a7, iso-a6]\n  folds: all"


@pytest.fixture
def small(fork: Path) -> Path:
    """Return a kit that offers one of its designs, and any new one, in one size."""
    folders = sorted(path.name for path in (fork / "assets/designs").iterdir())
    others = ", ".join(name for name in folders if name not in KEPT)
    settings = fork / "assets/kit.yml"
    text = settings.read_text("utf-8")
    assert PUBLISHED in text and "designs: all" in text
    text = text.replace(PUBLISHED, "formats: [us-a2]\n  folds: [flat]")
    settings.write_text(text.replace("designs: all", f"designs: {{except: [{others}]}}"), "utf-8")
    return fork


@pytest.fixture
def reader(small: Path, afternote: Callable[..., object]) -> Follower:
    """Return someone who follows pages in a small kit of their own."""
    return Follower(small, afternote)
