"""The press: words set, placed in a Scene and painted, as for any card of the kit."""

from collections.abc import Iterator
from typing import Any, Literal

from bench.job import CAVEAT, GARAMOND, job, words
from generator.export.png import encode_png
from generator.export.raster.cache import Cache
from generator.export.raster.job import prepare
from generator.export.raster.paint import RgbBands, ground_image
from generator.export.raster.view import View
from generator.fonts.library import Library
from generator.model.fitted import Fitted
from generator.model.kit import Typeface, Typefaces
from generator.model.length import Box, Mpt
from generator.model.paint import Ink, Stroke
from generator.model.scene import Face, Group, Item, Path, Scene, Text
from generator.text.fit import set_text
from generator.text.style import Style

CAP_ROOM: Mpt = 100_000
"""Above a baseline, for texts that stand on the bottom of their box."""


class OurCards:
    """Makes cards with the press; artwork is drawn once."""

    def __init__(self, colour: Literal["fewest", "rgb"] = "fewest") -> None:
        self.job = job()
        self.colour = colour
        self.cache = Cache()
        faces = {
            "text": _typeface("text", *GARAMOND),
            "hand": _typeface("hand", *CAVEAT),
        }
        library = Library(Typefaces({}, faces, ()))
        self._styles = {
            "headline": self._style("headline", library.face("text"), "center"),
            "message": self._style("message", library.face("text"), "left"),
            "signature": self._style("signature", library.face("hand"), "right"),
        }
        self.bleed = _mpt(self.job["bleed_pt"])
        self._art = tuple(self._draw_art())

    def card(self, number: int) -> bytes:
        """Return a card as PNG."""
        return encode_png(self.scene(number), self.job["dpi"], self.cache, colour=self.colour)

    def paint_message(self, number: int) -> None:
        """Set and paint a card's message alone, as bands that are not encoded."""
        scene = self._page(self._set_message(words(number).message))
        view = View.at_dpi(scene.media, self.job["dpi"])
        job_ = prepare(scene, view, self.cache)
        bands = RgbBands(ground_image(job_.ground, view, self.cache), job_.marks)
        for index in bands.touched:
            bands.paint(index)

    def scene(self, number: int) -> Scene:
        """Return a card's Scene."""
        said = words(number)
        headline, signature = self.job["headline"], self.job["signature"]
        width = self.job["width_pt"]
        return self._page(
            *self._art,
            self._stand(said.headline, "headline", 0, width, headline["baseline_pt"]),
            self._set_message(said.message),
            self._stand(
                said.signature, "signature", 0, signature["right_pt"], signature["baseline_pt"]
            ),
        )

    def _page(self, *items: Item) -> Scene:
        width, height = _mpt(self.job["width_pt"]), _mpt(self.job["height_pt"])
        media = Box(-self.bleed, -self.bleed, width, height)
        return Scene(media, media.grown(-self.bleed), self.bleed, items)

    def _style(self, slot: str, face: Face, align: Literal["left", "center", "right"]) -> Style:
        data = self.job[slot]
        size = _mpt(data["size_pt"])
        leading = round(1000 * data.get("leading_pt", data["size_pt"]) / data["size_pt"])
        return Style(
            slot, (face,), (size, size), _ink(data["colour"]), leading=leading, align=align
        )

    def _set_message(self, text: str) -> Text:
        data, style = self.job["message"], self._styles["message"]
        cap = style.faces[0].cap_height * style.size[0] // style.faces[0].upem
        box = Box(
            _mpt(data["left_pt"]) - self.bleed,
            _mpt(data["first_baseline_pt"]) - self.bleed - cap,
            _mpt(data["width_pt"]),
            _mpt(self.job["height_pt"]),
        )
        return _fitted(set_text(text, box, style))

    def _stand(self, text: str, slot: str, left: float, right: float, baseline: float) -> Text:
        style = self._styles[slot]
        cap = style.faces[0].cap_height * style.size[0] // style.faces[0].upem
        top = _mpt(baseline) - self.bleed - cap
        box = Box(_mpt(left) - self.bleed, top, _mpt(right - left), CAP_ROOM)
        return _fitted(set_text(text, box, style))

    def _draw_art(self) -> Iterator[Item]:
        data, off = self.job, self.bleed
        width, height = _mpt(data["width_pt"]), _mpt(data["height_pt"])
        inset, border = _mpt(data["border"]["inset_pt"]), data["border"]
        line = Stroke(_ink(border["colour"]), border["width_px"] * 72_000 // data["dpi"])
        green = _ink(data["ornament"]["colour"])
        # One path each: where two leaves of opposite sense overlap in one, a hole would be left.
        leaves = (Path(self._d(path), green) for path in data["ornament"]["paths"])
        yield Group(
            (
                Path(_rect(-off, -off, width, height), _ink(data["background"])),
                Path(
                    _rect(inset - off, inset - off, width - 2 * inset, height - 2 * inset),
                    stroke=line,
                ),
                *leaves,
            ),
            artifact=True,
            key="bench",
        )
        yield Group((self._code(),), artifact=True)

    def _d(self, path: list[list[Any]]) -> str:
        return "".join(
            command + " ".join(str(_mpt(value) - self.bleed) for value in values)
            for command, *values in path
        )

    def _code(self) -> Path:
        code = self.job["qr"]
        side = _mpt(code["size_pt"]) // len(code["rows"])
        left, top = _mpt(code["x_pt"]) - self.bleed, _mpt(code["y_pt"]) - self.bleed
        d = "".join(
            _rect(left + x * side, top + y * side, side, side)
            for y, row in enumerate(code["rows"])
            for x, dark in enumerate(row)
            if dark == "1"
        )
        return Path(d, _ink(code["colour"]))


def _typeface(name: str, package: str, file: str) -> Typeface:
    return Typeface(name, package, "OFL-1.1", file, None, (400,), {}, 0, (), 1000, "bench")


def _fitted(found: object) -> Text:
    if not isinstance(found, Fitted):
        raise TypeError(f"the job's words do not fit: {found}")
    return found.text


def _mpt(points: float) -> Mpt:
    return round(points * 1000)


def _ink(colour: str) -> Ink:
    return Ink("ink", (int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)))


def _rect(x: Mpt, y: Mpt, width: Mpt, height: Mpt) -> str:
    return f"M{x} {y}L{x + width} {y}L{x + width} {y + height}L{x} {y + height}Z"
