"""Faces to test with, shared with the tests of fonts."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "fonts"))

from faces import library, squares

__all__ = ["library", "squares"]
