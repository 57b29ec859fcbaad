"""A page's content: one match over the items of a Scene, in 1/1000 pt with y down."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import cycle, groupby
from typing import TypeAlias, assert_never

from generator.export.affine import compose, path_bounds
from generator.export.pdf.objects import number
from generator.export.pdf.paints import Paints, is_sheer, matrix_words
from generator.export.pdf.resources import Resources
from generator.model.length import Box, Mpt
from generator.model.paint import IDENTITY, Gradient, Ink, Matrix, Paint, Stroke
from generator.model.scene import (
    Group,
    Item,
    Path,
    Picture,
    Text,
)

CAPS = {"butt": 0, "round": 1, "square": 2}
JOINS = {"miter": 0, "round": 1, "bevel": 2}
POINT = 1000
"""Gradients are drawn in points: poppler takes a space as fine as ours for a collapsed one."""
NUMBER = re.compile(r"-?\d+")
COARSE = 25
"""Art is drawn in 1/40 pt (9 µm: no dot of a printer is as small), which takes a sixth less."""
LONG = 100
"""Characters of path data from which on it is worth changing the space."""
SHAPES = {"M": "m", "L": "l", "C": "c", "Z": "h"}


PAINTS = {(True, True): "B", (True, False): "f", (False, True): "S", (False, False): "n"}
"""The operator that paints a path, by whether it has a fill and a line."""
Look: TypeAlias = tuple[Paint | None, Stroke | None, bool]
"""A path's fill, its line and whether it is filled by the even-odd rule."""


@dataclass(frozen=True, slots=True)
class Grain:
    """The space that path data is written in: its unit, and its origin, which keeps numbers short.

    The origin is a multiple of a coarse unit, so that it moves no point.
    """

    unit: int = 1
    x: Mpt = 0
    y: Mpt = 0


FINE = Grain()


class Content:
    """Collects the operators of one content stream.

    `box` is the page's medium. Gradients are placed in the stream's outermost space: on a page
    that has points and y up, in a form (`is_page` false) it is our own.
    """

    def __init__(self, resources: Resources, box: Box, *, is_page: bool) -> None:
        self._resources = resources
        self._paints = Paints(resources, box if is_page else None)
        self._box = box
        self._is_form = not is_page
        self._space: Matrix = IDENTITY
        self.parts: list[str] = []
        self.texts: list[Text | Picture | Group] = []

    def data(self) -> bytes:
        """Return the operators."""
        return "\n".join(self.parts).encode("latin-1")

    def add(self, items: Sequence[Item], *, is_artifact: bool) -> None:
        """Add items in order; outside of artifacts each text and picture is marked by its place."""
        for look, alike in groupby(items, _look):
            if look is not None:
                self._artifact(
                    is_artifact,
                    self._paths(look, [path.d for path in alike if isinstance(path, Path)]),
                )
                continue
            self._add_each(alike, is_artifact)

    def _add_each(self, items: Iterable[Item], is_artifact: bool) -> None:
        for item in items:
            match item:
                case Path():
                    self._artifact(is_artifact, self._graded(item))
                case Text():
                    self._marked(item, item.tag, self._text(item), is_artifact)
                case Picture():
                    self._marked(item, "Figure", self._picture(item), is_artifact)
                case Group():
                    self._group(item, is_artifact)
                case _:
                    assert_never(item)

    def _artifact(self, is_artifact: bool, operators: str) -> None:
        tagged = self._resources.is_tagged and not is_artifact
        self.parts.append(f"/Artifact BMC {operators} EMC" if tagged else operators)

    def _marked(
        self, item: Text | Picture | Group, tag: str, operators: str, is_artifact: bool
    ) -> None:
        if is_artifact or not self._resources.is_tagged:
            self.parts.append(operators)
            return
        head = f"/{tag}<</MCID {len(self.texts)}>>BDC"
        self.parts.append(f"{head} {operators} EMC")
        self.texts.append(item)

    def _group(self, group: Group, is_artifact: bool) -> None:
        if group.alt and not is_artifact:
            start = len(self.parts)
            self._group(replace(group, alt=""), is_artifact=True)
            operators = "\n".join(self.parts[start:])
            del self.parts[start:]
            self._marked(group, "Figure", operators, is_artifact=False)
            return
        opens = group.artifact and not is_artifact and self._resources.is_tagged
        is_artifact = is_artifact or group.artifact
        if opens:
            self.parts.append("/Artifact BMC")
        if group.opacity < 1000 or (group.key is not None and is_artifact):
            self._draw_form(group)
        else:
            self._draw_items(group, is_artifact)
        if opens:
            self.parts.append("EMC")

    def _draw_items(self, group: Group, is_artifact: bool) -> None:
        self.parts.append("q")
        if group.matrix != IDENTITY:
            self.parts.append(f"{matrix_words(group.matrix)} cm")
        if group.clip is not None:
            self.parts.append(f"{path_words(group.clip)} W n")
        outer, self._space = self._space, compose(self._space, group.matrix)
        self.add(group.items, is_artifact=is_artifact)
        self._space = outer
        self.parts.append("Q")

    def _draw_form(self, group: Group) -> None:
        """Draw a group's items and clip as a form, which keeps its state to itself."""
        words = [f"/{self._form(group)} Do"]
        if group.opacity < 1000:
            words.insert(0, f"/{self._resources.opacity(group.opacity)} gs")
        if group.matrix != IDENTITY:
            words.insert(0, f"{matrix_words(group.matrix)} cm")
        self.parts.append(f"q {' '.join(words)} Q" if len(words) > 1 else words[0])

    def _form(self, group: Group) -> str:
        """Return the name of a form that draws a group's items, written once for each key."""
        key = None if group.key is None else (group.key, group.opacity, group.clip)
        known = self._resources.known_form(key)
        if known is not None:
            return known
        inner = Content(self._resources, self._box, is_page=False)
        if group.clip is not None:
            inner.parts.append(f"{path_words(group.clip)} W n")
        inner.add(group.items, is_artifact=True)
        box = self._box.grown(max(self._box.width, self._box.height))
        return self._resources.form(inner.data(), box, key, is_group=group.opacity < 1000)

    def _paths(self, look: Look, shapes: Sequence[str]) -> str:
        """Return paths that look alike, what they share said once; art in a form drawn coarser."""
        if not self._is_form or sum(map(len, shapes)) <= LONG:
            return self._drawn(look, shapes, FINE)
        bounds = [path_bounds(d) for d in shapes]
        x, y = min(box.x for box in bounds), min(box.y for box in bounds)
        return self._drawn(look, shapes, Grain(COARSE, x - x % COARSE, y - y % COARSE))

    def _graded(self, path: Path) -> str:
        """Return a path that has a gradient, its fill and its line apart if one is sheer."""
        if path.fill is not None and path.stroke is not None and _shows_through(path):
            fill, line = replace(path, stroke=None), replace(path, fill=None)
            return f"{self._graded(fill)} {self._graded(line)}"
        look = (path.fill, path.stroke, path.even_odd)
        return self._drawn(look, [path.d], Grain(POINT), self._mask(path))

    def _drawn(self, look: Look, shapes: Sequence[str], grain: Grain, mask: str = "") -> str:
        fill, stroke, even_odd = look
        unit = grain.unit
        words = [] if unit == 1 else [f"{unit} 0 0 {unit} {grain.x} {grain.y} cm"]
        if stroke is not None:
            words.append(self._stroke(stroke, unit))
        if fill is not None:
            words.append(self._paints.use(fill, self._space, "fill"))
        paint = PAINTS[fill is not None, stroke is not None]
        rule = "*" if even_odd and fill is not None else ""
        words += [f"{path_words(d, grain)} {paint}{rule}" for d in shapes]
        return f"q {mask}{' '.join(words)} Q"

    def _mask(self, path: Path) -> str:
        """Return the operator for a gradient that lets the ground through, if the path has one."""
        paint = path.fill if path.stroke is None else path.stroke.paint
        if not isinstance(paint, Gradient) or not _shows_through(path):
            return ""
        reach = 0 if path.stroke is None else path.stroke.width * path.stroke.miter // 1000
        return f"{self._paints.mask(paint, path_bounds(path.d).grown(reach))} "

    def _stroke(self, stroke: Stroke, unit: int) -> str:
        dash = f" [{' '.join(number(part / unit) for part in stroke.dash)}] 0 d"
        dash = dash if stroke.dash else ""
        paint = self._paints.use(stroke.paint, self._space, "stroke")
        # A state of the page's own starts with butt caps and mitred joins (ISO 32000-1, table 52).
        cap = f" {CAPS[stroke.cap]} J" if CAPS[stroke.cap] else ""
        join = f" {JOINS[stroke.join]} j" if JOINS[stroke.join] else ""
        miter = "" if join else f" {number(stroke.miter / 1000)} M"
        return f"{paint} {number(stroke.width / unit)} w{cap}{join}{miter}{dash}"

    def _picture(self, picture: Picture) -> str:
        box, name = picture.box, self._resources.picture(picture)
        return f"q {box.width} 0 0 {-box.height} {box.x} {box.bottom} cm /{name} Do Q"

    def _text(self, text: Text) -> str:
        words = [f"BT {self._ink(text.ink)}"]
        last = ("", 0)
        set_line = self._resources.type.set_line
        for line in text.lines:
            for font, x, y, before, shown in set_line(line.runs, text.size, text.tracking):
                if font != last:
                    last = font
                    words.append(f"/{font[0]} {font[1]} Tf")
                words.append(f"{before}1 0 0 -1 {line.x + x} {line.y + y} Tm {shown}")
        words.append("ET")
        return " ".join(words)

    def _ink(self, ink: Ink) -> str:
        # On a press, type in black alone has no rims of colour; only light type keeps its ink.
        if self._resources.inks == "cmyk" and not ink.role.startswith("paper"):
            return "0 0 0 1 k"
        return self._paints.use(ink, self._space, "fill")


def _look(item: Item) -> Look | None:
    """Return all that a plain path has beside its shape, None for all else."""
    if not isinstance(item, Path) or _is_graded(item):
        return None
    return item.fill, item.stroke, item.even_odd


def _shows_through(path: Path) -> bool:
    return is_sheer(path.fill) or (path.stroke is not None and is_sheer(path.stroke.paint))


def _is_graded(path: Path) -> bool:
    return isinstance(path.fill, Gradient) or (
        path.stroke is not None and isinstance(path.stroke.paint, Gradient)
    )


def path_words(d: str, grain: Grain = FINE) -> str:
    """Return path data as operators in a grain, its numbers whole where it is coarse."""
    if grain.unit != 1:
        places = 0 if grain.unit == COARSE else 2
        starts = cycle((grain.x, grain.y))
        d = NUMBER.sub(
            lambda found: number(round((int(found[0]) - next(starts)) / grain.unit, places)), d
        )
    words: list[str] = []
    start = 0
    for at in range(1, len(d) + 1):
        if at == len(d) or d[at] in SHAPES:
            words.append(f"{d[start + 1 : at].replace(',', ' ').strip()} {SHAPES[d[start]]}")
            start = at
    return " ".join(words)
