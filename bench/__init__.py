"""Measure the press against plain Pillow and Typst, side by side in one run."""
