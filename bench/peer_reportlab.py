"""ReportLab: its canvas and its own faces, the art as a form, lines broken greedily."""

from typing import Any, BinaryIO

from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from bench.job import CAVEAT, GARAMOND, Kind, Words, job, merge_words
from bench.peer_pillow import font_path

FACES = {"EB Garamond": GARAMOND, "Caveat": CAVEAT}


def merge(out: BinaryIO, kind: Kind, count: int) -> None:
    """Write a PDF of many cards."""
    data = job()
    for name, file in FACES.items():
        registerFont(TTFont(name, font_path(file)))
    size = (data["width_pt"], data["height_pt"])
    canvas = Canvas(out, pagesize=size, pageCompression=1, invariant=1)
    canvas.beginForm("art")
    _draw_art(canvas, data)
    canvas.endForm()
    face = "Caveat" if kind == "line" else data["message"]["font"]
    for number in range(count):
        canvas.doForm("art")
        _draw_words(canvas, data, merge_words(kind, number), face)
        canvas.showPage()
    canvas.save()


def _draw_words(canvas: Canvas, data: dict[str, Any], said: Words, face: str) -> None:
    head, message, end = data["headline"], data["message"], data["signature"]
    height = data["height_pt"]
    canvas.setFillColor(head["colour"])
    canvas.setFont(head["font"], head["size_pt"])
    canvas.drawCentredString(head["centre_pt"], height - head["baseline_pt"], said.headline)
    canvas.setFillColor(message["colour"])
    canvas.setFont(face, message["size_pt"])
    for number, line in enumerate(_lines(said.message, message, face)):
        y = height - message["first_baseline_pt"] - number * message["leading_pt"]
        canvas.drawString(message["left_pt"], y, line)
    canvas.setFillColor(end["colour"])
    canvas.setFont(end["font"], end["size_pt"])
    canvas.drawRightString(end["right_pt"], height - end["baseline_pt"], said.signature)


def _lines(text: str, message: dict[str, Any], face: str) -> list[str]:
    size, measure = message["size_pt"], message["width_pt"]
    space = stringWidth(" ", face, size)
    lines: list[list[str]] = [[]]
    room = measure
    for word in text.split():
        width = stringWidth(word, face, size)
        if lines[-1] and width > room:
            lines.append([])
            room = measure
        lines[-1].append(word)
        room -= width + space
    return [" ".join(line) for line in lines]


def _draw_art(canvas: Canvas, data: dict[str, Any]) -> None:
    width, height, border = data["width_pt"], data["height_pt"], data["border"]
    canvas.setFillColor(data["background"])
    canvas.rect(0, 0, width, height, stroke=0, fill=1)
    canvas.setStrokeColor(border["colour"])
    canvas.setLineWidth(border["width_px"] * 72 / data["dpi"])
    inset = border["inset_pt"]
    canvas.rect(inset, inset, width - 2 * inset, height - 2 * inset)
    canvas.setFillColor(data["ornament"]["colour"])
    for path in data["ornament"]["paths"]:
        _draw_path(canvas, path, height)
    code = data["qr"]
    canvas.setFillColor(code["colour"])
    side = code["size_pt"] / len(code["rows"])
    for row, modules in enumerate(code["rows"]):
        for column, dark in enumerate(modules):
            if dark == "1":
                x, y = code["x_pt"] + column * side, height - code["y_pt"] - (row + 1) * side
                canvas.rect(x, y, side, side, stroke=0, fill=1)


def _draw_path(canvas: Canvas, path: list[list[Any]], height: float) -> None:
    drawn = canvas.beginPath()
    draw = {"M": drawn.moveTo, "L": drawn.lineTo, "C": drawn.curveTo, "Z": drawn.close}
    for command, *v in path:
        draw[command](*(height - value if i % 2 else value for i, value in enumerate(v)))
    canvas.drawPath(drawn, stroke=0, fill=1)
