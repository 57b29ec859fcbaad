"""Typst through typst-py: one compiler kept, the words as inputs, so that it may keep the rest."""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any, BinaryIO

import typst

from bench.job import CAVEAT, GARAMOND, Kind, job, merge_words, words
from bench.peer_pillow import font_path


class TypstCards:
    """Makes cards with Typst; fonts are opened once."""

    def __init__(self) -> None:
        self._source = source().encode()
        self._compiler = typst.Compiler(font_paths=_fonts(), ignore_system_fonts=True)

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


def merge(out: BinaryIO, kind: Kind, count: int) -> None:
    """Write a PDF of many cards: one document, the art as each page's background."""
    said = [asdict(merge_words(kind, number)) for number in range(count)]
    pages = (
        "#for said in json(bytes(sys.inputs.cards)) [\n"
        f"#page[{_words('said', 'Caveat' if kind == 'line' else None)}]\n]"
    )
    text = _head(f"background: [{_art()}]").encode() + pages.encode()
    compiler = typst.Compiler(font_paths=_fonts(), ignore_system_fonts=True)
    pdf = compiler.compile(text, format="pdf", sys_inputs={"cards": json.dumps(said)})
    if not isinstance(pdf, bytes):
        raise TypeError("one file was expected")
    out.write(pdf)


def source() -> str:
    """Return the card as a Typst document that takes its words from sys.inputs."""
    return _head() + _art() + _words("sys.inputs")


def _head(more: str = "") -> str:
    data = job()
    message = data["message"]
    gap = message["leading_pt"] - message["size_pt"]
    return f"""
#set page(width: {data["width_pt"]}pt, height: {data["height_pt"]}pt, margin: 0pt,
  fill: {_rgb(data["background"])}, {more})
#set text(font: "{message["font"]}", size: {message["size_pt"]}pt, fill: {_rgb(message["colour"])},
  top-edge: 1em, bottom-edge: 0pt)
#set par(leading: {gap}pt)
"""


def _art() -> str:
    data = job()
    border, inset = data["border"], data["border"]["inset_pt"]
    width, height = data["width_pt"], data["height_pt"]
    thickness = border["width_px"] * 72 / data["dpi"]
    return f"""#place(dx: {inset}pt, dy: {inset}pt, rect(width: {width - 2 * inset}pt,
  height: {height - 2 * inset}pt, stroke: {thickness}pt + {_rgb(border["colour"])}))
{_curves(data["ornament"]["paths"], data["ornament"]["colour"])}
{_curves([_modules(data["qr"])], data["qr"]["colour"])}
"""


def _words(said: str, face: str | None = None) -> str:
    """Return the three texts, taken from a dictionary; the message in a face of its own if any."""
    data = job()
    headline, message, signature = data["headline"], data["message"], data["signature"]
    text = f"{said}.message" if face is None else f'text(font: "{face}", {said}.message)'
    return f"""#place(dy: {headline["baseline_pt"] - headline["size_pt"]}pt, box(
  width: {data["width_pt"]}pt, align(center, text(size: {headline["size_pt"]}pt,
  fill: {_rgb(headline["colour"])}, {said}.headline))))
#place(dx: {message["left_pt"]}pt, dy: {message["first_baseline_pt"] - message["size_pt"]}pt,
  box(width: {message["width_pt"]}pt, {text}))
#place(dy: {signature["baseline_pt"] - signature["size_pt"]}pt, box(
  width: {signature["right_pt"]}pt, align(right, text(font: "{signature["font"]}",
  size: {signature["size_pt"]}pt, fill: {_rgb(signature["colour"])}, {said}.signature))))
"""


def _fonts() -> list[str]:
    return sorted({str(Path(font_path(name)).parent) for name in (GARAMOND, CAVEAT)})


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
