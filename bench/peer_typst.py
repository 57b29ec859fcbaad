"""Typst through typst-py: one compiler kept, the words as inputs, so that it may keep the rest."""

import sys
from pathlib import Path
from typing import Any

import typst

from bench.job import CAVEAT, GARAMOND, job, words
from bench.peer_pillow import font_path


class TypstCards:
    """Makes cards with Typst; fonts are opened once."""

    def __init__(self) -> None:
        fonts = sorted({str(Path(font_path(name)).parent) for name in (GARAMOND, CAVEAT)})
        self._source = source().encode()
        self._compiler = typst.Compiler(font_paths=fonts, ignore_system_fonts=True)

    def card(self, number: int) -> bytes:
        """Return a card as PNG at the job's resolution."""
        said = words(number)
        inputs = {
            "headline": said.headline,
            "message": said.message,
            "signature": said.signature,
        }
        dpi = float(job()["dpi"])
        png = self._compiler.compile(self._source, format="png", ppi=dpi, sys_inputs=inputs)
        if not isinstance(png, bytes):
            raise TypeError("one page was expected")
        return png


def source() -> str:
    """Return the card as a Typst document that takes its words from sys.inputs."""
    data = job()
    headline, message, signature = data["headline"], data["message"], data["signature"]
    border, inset = data["border"], data["border"]["inset_pt"]
    width, height = data["width_pt"], data["height_pt"]
    thickness = border["width_px"] * 72 / data["dpi"]
    gap = message["leading_pt"] - message["size_pt"]
    return f"""
#set page(width: {width}pt, height: {height}pt, margin: 0pt, fill: {_rgb(data["background"])})
#set text(font: "{message["font"]}", size: {message["size_pt"]}pt, fill: {_rgb(message["colour"])},
  top-edge: 1em, bottom-edge: 0pt)
#set par(leading: {gap}pt)
#place(dx: {inset}pt, dy: {inset}pt, rect(width: {width - 2 * inset}pt,
  height: {height - 2 * inset}pt, stroke: {thickness}pt + {_rgb(border["colour"])}))
{_curves(data["ornament"]["paths"], data["ornament"]["colour"])}
{_curves([_modules(data["qr"])], data["qr"]["colour"])}
#place(dy: {headline["baseline_pt"] - headline["size_pt"]}pt, box(width: {width}pt,
  align(center, text(size: {headline["size_pt"]}pt, fill: {_rgb(headline["colour"])},
  sys.inputs.headline))))
#place(dx: {message["left_pt"]}pt, dy: {message["first_baseline_pt"] - message["size_pt"]}pt,
  box(width: {message["width_pt"]}pt, sys.inputs.message))
#place(dy: {signature["baseline_pt"] - signature["size_pt"]}pt, box(
  width: {signature["right_pt"]}pt, align(right, text(font: "{signature["font"]}",
  size: {signature["size_pt"]}pt, fill: {_rgb(signature["colour"])}, sys.inputs.signature))))
"""


def _rgb(colour: str) -> str:
    return f'rgb("{colour}")'


def _curves(paths: list[list[list[Any]]], colour: str) -> str:
    shapes = (", ".join(_curve_part(*command) for command in path) for path in paths)
    return "".join(f"#place(curve(fill: {_rgb(colour)}, {shape}))" for shape in shapes)


def _curve_part(command: str, *v: float) -> str:
    if command == "Z":
        return 'curve.close(mode: "straight")'
    points = ", ".join(f"({x}pt, {y}pt)" for x, y in zip(v[::2], v[1::2], strict=True))
    name = {"M": "move", "L": "line", "C": "cubic"}[command]
    return f"curve.{name}({points})"


def _modules(code: dict[str, Any]) -> list[list[Any]]:
    """Return a code's dark modules as one path."""
    side = code["size_pt"] / len(code["rows"])
    path: list[list[Any]] = []
    for row, modules in enumerate(code["rows"]):
        for column, dark in enumerate(modules):
            if dark == "1":
                x, y = code["x_pt"] + column * side, code["y_pt"] + row * side
                corners = ((x + side, y), (x + side, y + side), (x, y + side))
                path += [["M", x, y], *(["L", *corner] for corner in corners), ["Z"]]
    return path


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(TypstCards().card(0))
