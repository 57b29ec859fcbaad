"""Plain Pillow at its default settings: ImageFont, ImageDraw.text, save."""

from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw, ImageFont

from bench.job import CAVEAT, GARAMOND, Words, job, words
from generator.fonts.files import find_file

CURVE_STEPS = 12


class PillowCards:
    """Makes cards with Pillow; fonts are opened once."""

    def __init__(self) -> None:
        self.job = job()
        self.scale = self.job["dpi"] / 72
        self.headline = self._font(GARAMOND, self.job["headline"]["size_pt"])
        self.message = self._font(GARAMOND, self.job["message"]["size_pt"])
        self.signature = self._font(CAVEAT, self.job["signature"]["size_pt"])

    def card(self, number: int) -> bytes:
        """Return a card as PNG."""
        image = Image.new("RGB", self.size, self.job["background"])
        draw = ImageDraw.Draw(image)
        self._draw_art(draw)
        self._draw_words(draw, words(number))
        out = BytesIO()
        image.save(out, "PNG")
        return out.getvalue()

    def paint_message(self, number: int, image: Image.Image) -> None:
        """Paint a card's message alone."""
        self._draw_message(ImageDraw.Draw(image), words(number).message)

    def _font(self, name: tuple[str, str], size: float) -> ImageFont.FreeTypeFont:
        return ImageFont.truetype(font_path(name), size * self.scale)

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return round(self.job["width_pt"] * self.scale), round(self.job["height_pt"] * self.scale)

    def _draw_art(self, draw: ImageDraw.ImageDraw) -> None:
        border, code, k = self.job["border"], self.job["qr"], self.scale
        (width, height), inset = self.size, round(border["inset_pt"] * k)
        draw.rectangle(
            (inset, inset, width - inset, height - inset),
            outline=border["colour"],
            width=border["width_px"],
        )
        for path in self.job["ornament"]["paths"]:
            draw.polygon(self._polygon(path), fill=self.job["ornament"]["colour"])
        module = code["size_pt"] / len(code["rows"]) * k
        for y, row in enumerate(code["rows"]):
            for x, dark in enumerate(row):
                if dark == "1":
                    left, top = code["x_pt"] * k + x * module, code["y_pt"] * k + y * module
                    cell = (left, top, left + module, top + module)
                    x0, y0, x1, y1 = map(round, cell)
                    draw.rectangle((x0, y0, x1 - 1, y1 - 1), fill=code["colour"])

    def _polygon(self, path: list[list[Any]]) -> list[tuple[float, float]]:
        """Return a path as points, for Pillow has no curves."""
        points: list[tuple[float, float]] = []
        for command, *v in path:
            if command == "M":
                points.append((v[0] * self.scale, v[1] * self.scale))
            elif command == "C":
                points += self._curve(points[-1], [value * self.scale for value in v])
        return points

    def _curve(self, start: tuple[float, float], v: list[float]) -> list[tuple[float, float]]:
        points = []
        for step in range(1, CURVE_STEPS + 1):
            t = step / CURVE_STEPS
            u = 1 - t
            weights = (u**3, 3 * u * u * t, 3 * u * t * t, t**3)
            xs, ys = (start[0], v[0], v[2], v[4]), (start[1], v[1], v[3], v[5])
            points.append(
                (
                    sum(w * x for w, x in zip(weights, xs, strict=True)),
                    sum(w * y for w, y in zip(weights, ys, strict=True)),
                )
            )
        return points

    def _draw_words(self, draw: ImageDraw.ImageDraw, said: Words) -> None:
        headline, signature, k = self.job["headline"], self.job["signature"], self.scale
        place = (headline["centre_pt"] * k, headline["baseline_pt"] * k)
        draw.text(place, said.headline, headline["colour"], self.headline, "ms")
        self._draw_message(draw, said.message)
        place = (signature["right_pt"] * k, signature["baseline_pt"] * k)
        draw.text(place, said.signature, signature["colour"], self.signature, "rs")

    def _draw_message(self, draw: ImageDraw.ImageDraw, text: str) -> None:
        message, k = self.job["message"], self.scale
        for number, line in enumerate(self._lines(draw, text)):
            y = (message["first_baseline_pt"] + number * message["leading_pt"]) * k
            place = (message["left_pt"] * k, y)
            draw.text(place, line, message["colour"], self.message, "ls")

    def _lines(self, draw: ImageDraw.ImageDraw, text: str) -> list[str]:
        """Break greedily, as most code around Pillow does."""
        lines, measure = [""], self.job["message"]["width_pt"] * self.scale
        for word in text.split():
            longer = f"{lines[-1]} {word}".strip()
            if draw.textlength(longer, font=self.message) <= measure:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines


def font_path(name: tuple[str, str]) -> str:
    """Return where a package keeps a font file."""
    path = find_file(*name)
    if path is None:
        raise FileNotFoundError(f"{name[1]} of package {name[0]}")
    return str(Path(path))
