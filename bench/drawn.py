"""The bench's card as the press sees it: its art, its styles, and the boxes of its words."""

from collections.abc import Iterator, Mapping
from typing import Any, Literal

from bench.job import CAVEAT, GARAMOND, job
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


class JobCard:
    """The card; its artwork is drawn once."""

    def __init__(self) -> None:
        self.job = job()
        faces = {"text": _typeface("text", *GARAMOND), "hand": _typeface("hand", *CAVEAT)}
        self.typefaces = Typefaces({}, faces, ())
        library = Library(self.typefaces)
        self.styles = {
            "headline": self._style("headline", library.face("text"), "center"),
            "message": self._style("message", library.face("text"), "left"),
            "signature": self._style("signature", library.face("hand"), "right"),
        }
        self.bleed = mpt(self.job["bleed_pt"])
        self.boxes = self._boxes()
        self.art = tuple(self._draw_art())

    @property
    def media(self) -> Box:
        """The card with its bleed, from the trim's top left."""
        width, height = mpt(self.job["width_pt"]), mpt(self.job["height_pt"])
        return Box(-self.bleed, -self.bleed, width, height)

    def _boxes(self) -> Mapping[str, Box]:
        """Return where each text is set; the first baseline is a capital below the top."""
        width, data = self.job["width_pt"], self.job["message"]
        message = Box(
            mpt(data["left_pt"]) - self.bleed,
            mpt(data["first_baseline_pt"]) - self.bleed - self._cap("message"),
            mpt(data["width_pt"]),
            mpt(self.job["height_pt"]),
        )
        return {
            "headline": self._stand("headline", width),
            "message": message,
            "signature": self._stand("signature", self.job["signature"]["right_pt"]),
        }

    def page(self, *items: Item) -> Scene:
        """Return a page of the card's size."""
        return Scene(self.media, self.media.grown(-self.bleed), self.bleed, items)

    def set_slot(self, slot: str, words: str) -> Text:
        """Return a text as set in its place."""
        return _fitted(set_text(words, self.boxes[slot], self.styles[slot]))

    def _style(self, slot: str, face: Face, align: Literal["left", "center", "right"]) -> Style:
        data = self.job[slot]
        size = mpt(data["size_pt"])
        leading = round(1000 * data.get("leading_pt", data["size_pt"]) / data["size_pt"])
        return Style(
            slot, (face,), (size, size), ink(data["colour"], slot), leading=leading, align=align
        )

    def _cap(self, slot: str) -> Mpt:
        style = self.styles[slot]
        return style.faces[0].cap_height * style.size[0] // style.faces[0].upem

    def _stand(self, slot: str, right: float) -> Box:
        top = mpt(self.job[slot]["baseline_pt"]) - self.bleed - self._cap(slot)
        return Box(-self.bleed, top, mpt(right), CAP_ROOM)

    def _draw_art(self) -> Iterator[Item]:
        data, off = self.job, self.bleed
        width, height = mpt(data["width_pt"]), mpt(data["height_pt"])
        inset, border = mpt(data["border"]["inset_pt"]), data["border"]
        line = Stroke(ink(border["colour"], "border"), border["width_px"] * 72_000 // data["dpi"])
        green = ink(data["ornament"]["colour"], "ornament")
        # One path each: where two leaves of opposite sense overlap in one, a hole would be left.
        leaves = (Path(self._d(path), green) for path in data["ornament"]["paths"])
        yield Group(
            (
                Path(_rect(-off, -off, width, height), ink(data["background"], "paper")),
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
            command + " ".join(str(mpt(value) - self.bleed) for value in values)
            for command, *values in path
        )

    def _code(self) -> Path:
        code = self.job["qr"]
        side = mpt(code["size_pt"]) // len(code["rows"])
        left, top = mpt(code["x_pt"]) - self.bleed, mpt(code["y_pt"]) - self.bleed
        d = "".join(
            _rect(left + x * side, top + y * side, side, side)
            for y, row in enumerate(code["rows"])
            for x, dark in enumerate(row)
            if dark == "1"
        )
        return Path(d, ink(code["colour"], "code"))


def _typeface(name: str, package: str, file: str) -> Typeface:
    return Typeface(name, package, "OFL-1.1", file, None, (400,), {}, 0, (), 1000, "bench")


def _fitted(found: object) -> Text:
    if not isinstance(found, Fitted):
        raise TypeError(f"the job's words do not fit: {found}")
    return found.text


def mpt(points: float) -> Mpt:
    """Return points as 1/1000 pt."""
    return round(points * 1000)


def ink(colour: str, role: str) -> Ink:
    """Return an ink of a role from its hex."""
    return Ink(role, (int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)))


def _rect(x: Mpt, y: Mpt, width: Mpt, height: Mpt) -> str:
    return f"M{x} {y}L{x + width} {y}L{x + width} {y + height}L{x} {y + height}Z"
