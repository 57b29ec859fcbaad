"""Faces to test with."""

from faces import library, squares

__all__ = ["library", "squares"]
