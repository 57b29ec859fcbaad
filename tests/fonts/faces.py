"""Fixtures of faces: the shipped kit's, and typefaces of squares whose numbers are known."""

import importlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from squares import write_font

from generator.fonts.library import Library
from generator.model.kit import Kit, Typeface


@pytest.fixture(scope="session")
def library(kit: Kit) -> Library:
    return Library(kit.typefaces)


@pytest.fixture(scope="session")
def squares(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Typeface]]:
    """Return a function that makes a typeface of squares, with features in feature syntax."""
    root: Path = tmp_path_factory.mktemp("packages")
    sys.path.insert(0, str(root))

    def make(name: str, features: str = "", chars: str = "") -> Typeface:
        folder = root / name
        folder.mkdir()
        write_font(folder / "Square.ttf", features, chars)
        importlib.invalidate_caches()
        return Typeface(name, name, "none", "Square.ttf", None, (400,), {}, 0, (), 1000, "here:1:1")

    yield make
    sys.path.remove(str(root))
