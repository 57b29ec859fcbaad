<<<<<<< HEAD
"""A page's content: one match over the items of a Scene, in 1/1000 pt with y down."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import assert_never

from generator.export.affine import compose
from generator.export.pdf.fonts import Font, actual_text
from generator.export.pdf.objects import number
from generator.export.pdf.paints import Paints, matrix_words
from generator.export.pdf.resources import Resources
from generator.model.length import Box, Mpt
from generator.model.paint import IDENTITY, Ink, Matrix, Stroke
from generator.model.scene import (
    Group,
    Item,
    Path,
    Picture,
    Run,
    Text,
    glyph_origins,
)

CAPS = {"butt": 0, "round": 1, "square": 2}
JOINS = {"miter": 0, "round": 1, "bevel": 2}
SHAPES = {"M": "m", "L": "l", "C": "c", "Z": "h"}


class Content:
    """Collects the operators of one content stream.

    `box` is the page's medium. Gradients are placed in the stream's outermost space: on a page
    that has points and y up, in a form (`is_page` false) it is our own.
    """

    def __init__(self, resources: Resources, box: Box, *, is_page: bool) -> None:
        self._resources = resources
        self._paints = Paints(resources, box if is_page else None)
        self._box = box
        self._space: Matrix = IDENTITY
        self.parts: list[str] = []
        self.texts: list[Text | Picture] = []

    def data(self) -> bytes:
        """Return the operators."""
        return "\n".join(self.parts).encode("latin-1")

    def add(self, items: Sequence[Item], *, is_artifact: bool) -> None:
        """Add items in order; outside of artifacts each text and picture is marked by its place."""
        for item in items:
            match item:
                case Path():
                    self._artifact(is_artifact, self._path(item))
                case Text():
                    self._marked(item, item.tag, "".join(self._text(item)), is_artifact)
                case Picture():
                    self._marked(item, "Figure", self._picture(item), is_artifact)
                case Group():
                    self._group(item, is_artifact)
                case _:
                    assert_never(item)

    def _artifact(self, is_artifact: bool, operators: str) -> None:
        tagged = self._resources.is_tagged and not is_artifact
        self.parts.append(f"/Artifact BMC {operators} EMC" if tagged else operators)

    def _marked(self, item: Text | Picture, tag: str, operators: str, is_artifact: bool) -> None:
        if is_artifact or not self._resources.is_tagged:
            self.parts.append(operators)
            return
        head = f"/{tag}<</MCID {len(self.texts)}>>BDC"
        self.parts.append(f"{head} {operators} EMC")
        self.texts.append(item)

    def _group(self, group: Group, is_artifact: bool) -> None:
        opens = group.artifact and not is_artifact and self._resources.is_tagged
        is_artifact = is_artifact or group.artifact
        if opens:
            self.parts.append("/Artifact BMC")
        self.parts.append("q")
        if group.matrix != IDENTITY:
            self.parts.append(f"{matrix_words(group.matrix)} cm")
        if group.clip is not None:
            self.parts.append(f"{path_words(group.clip)} W n")
        if group.opacity < 1000:
            self.parts.append(f"/{self._resources.opacity(group.opacity)} gs")
        inner = compose(self._space, group.matrix)
        if group.opacity < 1000 or (group.key is not None and is_artifact):
            self.parts.append(f"/{self._form(group)} Do")
        else:
            outer, self._space = self._space, inner
            self.add(group.items, is_artifact=is_artifact)
            self._space = outer
        self.parts.append("Q")
        if opens:
            self.parts.append("EMC")

    def _form(self, group: Group) -> str:
        """Return the name of a form that draws a group's items, written once for each key."""
        key = None if group.key is None else (group.key, group.opacity)
        known = self._resources.known_form(key)
        if known is not None:
            return known
        inner = Content(self._resources, self._box, is_page=False)
        inner.add(group.items, is_artifact=True)
        box = self._box.grown(max(self._box.width, self._box.height))
        return self._resources.form(inner.data(), box, key, is_group=group.opacity < 1000)

    def _path(self, path: Path) -> str:
        words = [path_words(path.d)]
        if path.fill is not None:
            words.insert(0, self._paints.use(path.fill, self._space, "fill"))
        if path.stroke is not None:
            words.insert(0, self._stroke(path.stroke))
        rule = "*" if path.even_odd else ""
        match path.fill is not None, path.stroke is not None:
            case True, True:
                words.append(f"B{rule}")
            case True, False:
                words.append(f"f{rule}")
            case False, True:
                words.append("S")
            case _:
                words.append("n")
        return f"q {' '.join(words)} Q"

    def _stroke(self, stroke: Stroke) -> str:
        dash = f" [{' '.join(map(str, stroke.dash))}] 0 d" if stroke.dash else ""
        return (
            f"{self._paints.use(stroke.paint, self._space, 'stroke')} {stroke.width} w "
            f"{CAPS[stroke.cap]} J {JOINS[stroke.join]} j {number(stroke.miter / 1000)} M{dash}"
        )

    def _picture(self, picture: Picture) -> str:
        box, name = picture.box, self._resources.picture(picture)
        return f"q {box.width} 0 0 {-box.height} {box.x} {box.bottom} cm /{name} Do Q"

    def _text(self, text: Text) -> Iterator[str]:
        yield f"BT {self._ink(text.ink)} "
        last = ("", 0)
        for line in text.lines:
            for run, xs, ys in glyph_origins(text, line):
                if not run.gids:
                    continue
                font = self._resources.font(run.face)
                size = text.size * run.face.scale // 1000
                if (font.name, size) != last:
                    yield f"/{font.name} {size} Tf "
                    last = font.name, size
                yield from _spans(run, font, size, xs, ys)
        yield "ET"

    def _ink(self, ink: Ink) -> str:
        return self._paints.use(ink, self._space, "fill")


def path_words(d: str) -> str:
    """Return path data as operators."""
    words: list[str] = []
    start = 0
    for at in range(1, len(d) + 1):
        if at == len(d) or d[at] in SHAPES:
            words.append(f"{d[start + 1 : at].replace(',', ' ').strip()} {SHAPES[d[start]]}")
            start = at
    return " ".join(words)


def _spans(run: Run, font: Font, size: Mpt, xs: Sequence[Mpt], ys: Sequence[Mpt]) -> Iterator[str]:
    """Yield a run's glyphs; those that do not tell their text by themselves in a span with it."""
    start = 0
    for first, end, words in _clusters(run):
        if end - first == 1 and font.means(run.gids[first], words):
            continue
        yield from _level(run.gids[start:first], xs[start:first], ys[start:first], font, size)
        yield actual_text(words)
        yield from _level(run.gids[first:end], xs[first:end], ys[first:end], font, size)
        yield "EMC "
        start = end
    yield from _level(run.gids[start:], xs[start:], ys[start:], font, size)


def _clusters(run: Run) -> Iterator[tuple[int, int, str]]:
    """Yield the glyphs of each cluster, from and to, with the words that they stand for."""
    starts = sorted({*run.clusters, len(run.text)})
    ends = dict(pairwise(starts))
    first = 0
    for at in range(1, len(run.clusters) + 1):
        if at == len(run.clusters) or run.clusters[at] != run.clusters[first]:
            cluster = run.clusters[first]
            yield first, at, run.text[cluster : ends[cluster]]
            first = at


def _level(
    gids: Sequence[int], xs: Sequence[Mpt], ys: Sequence[Mpt], font: Font, size: Mpt
) -> Iterator[str]:
    """Yield glyphs, a new start for each change of height."""
    start = 0
    for at in range(1, len(ys) + 1):
        if at == len(ys) or ys[at] != ys[start]:
            yield _show(gids[start:at], xs[start:at], ys[start], font, size)
            start = at


def _show(gids: Sequence[int], xs: Sequence[Mpt], y: Mpt, font: Font, size: Mpt) -> str:
    """Return glyphs on one baseline; each is brought back to its place to 1/1000 em at most."""
    parts: list[str] = []
    pen, glyphs = float(xs[0]), ""
    for gid, x in zip(gids, xs, strict=True):
        shift = round((pen - x) * 1000 / size)
        if shift:
            parts.append(f"<{glyphs}>{shift}" if glyphs else str(shift))
            pen -= shift * size / 1000
            glyphs = ""
        glyphs += f"{gid:04X}"
        pen += font.width(gid) * size / font.face.upem
    parts.append(f"<{glyphs}>")
    return f"1 0 0 -1 {xs[0]} {y} Tm [{''.join(parts)}]TJ "
=======
"""Draw a scene's items as operators; lengths stay whole 1/1000 pt, the page's map scales them."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import TypeAlias, assert_never

from generator.export.affine import compose
from generator.export.pdf.paints import (
    alpha_shading,
    concat,
    is_sheer,
    matrix_parts,
    shading,
)
from generator.export.pdf.pictures import image_object
from generator.export.pdf.shelf import Shelf, Used
from generator.export.pdf.structure import Tagged
from generator.export.pdf.type import Typesetter
from generator.export.pdf.writer import number
from generator.model.paint import IDENTITY, ONE, Gradient, Ink, Matrix, Stroke
from generator.model.scene import Group, Item, Path, Picture, Text

PLAIN = Tagged("P", "", "", "")
CAPS = {"butt": 0, "round": 1, "square": 2}
JOINS = {"miter": 0, "round": 1, "bevel": 2}
ANYWHERE = (-20_000_000, -20_000_000, 20_000_000, 20_000_000)
"""Larger than any sheet: the box of a form that is clipped by what is round it."""
_COMMAND = re.compile(r"([MLCZ])([^MLCZ]*)")
_OPERATORS = {"M": "m", "L": "l", "C": "c"}


Span: TypeAlias = tuple[int, int, int, int]


class Content:
    """The operators of one page or form, with the resources and the tags that they use.

    `space` maps 1/1000 pt to the stream's own space, in which patterns lie.
    """

    def __init__(self, shelf: Shelf, type_: Typesetter, space: str, *, is_marked: bool) -> None:
        self._shelf, self._type, self._space = shelf, type_, space
        self._is_marked = is_marked
        self.used = Used()
        self.tagged: list[Tagged] = []

    def item(self, item: Item, outer: Matrix = IDENTITY) -> str:
        """Return the operators of an item that stands under a map."""
        match item:
            case Text():
                return self._as_tagged(voice(item), self._type.text(item, self.used))
            case Picture():
                return self._as_tagged(voice(item), self._picture(item))
            case Path():
                return self._as_artifact(lambda: self._path(item, outer))
            case Group():
                if next(voices(item), None) is None:
                    return self._as_artifact(lambda: self._group(item, outer))
                return self._group(item, outer)
            case _:
                assert_never(item)

    def _as_tagged(self, tagged: Tagged, body: str) -> str:
        if self._is_marked:
            return body
        self.tagged.append(tagged)
        return f"/{tagged.tag}<</MCID {len(self.tagged) - 1}>>BDC\n{body}EMC\n"

    def _as_artifact(self, draw: Callable[[], str]) -> str:
        if self._is_marked:
            return draw()
        self._is_marked = True
        body = draw()
        self._is_marked = False
        return f"/Artifact BMC\n{body}EMC\n"

    def _picture(self, picture: Picture) -> str:
        name = self.used.name("XObject", "X", image_object(picture, self._shelf))
        box = picture.box
        return f"q\n{box.width} 0 0 {-box.height} {box.x} {box.bottom} cm\n/{name} Do\nQ\n"

    def _group(self, group: Group, outer: Matrix) -> str:
        # Tags cannot be reached inside a form, so what is read stays on the page.
        if group.opacity != 1000:
            return self._as_tagged(next(voices(group), PLAIN), self._reused(group))
        if group.key is not None and self._is_marked:
            return self._reused(group)
        body = self._inside(group, compose(outer, group.matrix))
        return f"q\n{concat(group.matrix)}{body}Q\n"

    def _inside(self, group: Group, matrix: Matrix) -> str:
        clip = "" if group.clip is None else f"{outline(group.clip)}W n\n"
        return clip + "".join(self.item(item, matrix) for item in group.items)

    def _reused(self, group: Group) -> str:
        number_ = self._form(group)
        name = self.used.name("XObject", "X", number_)
        sheer = "" if group.opacity == 1000 else self._opacity(group.opacity)
        return f"q\n{concat(group.matrix)}{sheer}/{name} Do\nQ\n"

    def _form(self, group: Group) -> int:
        if group.key is None:
            return self._write_form(group)
        key = ("form", group.key, group.opacity == 1000)
        return self._shelf.once(key, lambda: self._write_form(group))

    def _write_form(self, group: Group) -> int:
        form = Content(self._shelf, self._type, "", is_marked=True)
        body = form._inside(group, IDENTITY)
        box = ANYWHERE if group.clip is None else bounds(group.clip)
        return self._shelf.writer.add_stream(
            f"/Type/XObject/Subtype/Form/BBox[{' '.join(map(str, box))}]"
            f"/Resources {self._shelf.dictionary(form.used.dictionary())} 0 R"
            + ("" if group.opacity == 1000 else "/Group<</S/Transparency>>"),
            body.encode("ascii"),
        )

    def _opacity(self, opacity: int) -> str:
        share = number(opacity / 1000)
        state = self._shelf.dictionary(f"<</ca {share}/CA {share}>>")
        return f"/{self.used.name('ExtGState', 'G', state)} gs\n"

    def _path(self, path: Path, outer: Matrix) -> str:
        shape = outline(path.d)
        parts: list[str] = []
        star = "*" if path.even_odd else ""
        if path.fill is not None:
            parts.append(self._filled(path, shape + f"f{star}\n", outer))
        if path.stroke is not None:
            parts.append(self._stroked(path, path.stroke, shape, outer))
        return "".join(parts)

    def _filled(self, path: Path, drawn: str, outer: Matrix) -> str:
        if isinstance(path.fill, Ink):
            return self._shelf.inks.fill(path.fill) + drawn
        if path.fill is None:
            return ""
        asked = self._pattern(path.fill, outer)
        sheer = self._mask(path.fill, bounds(path.d)) if is_sheer(path.fill) else ""
        return f"q\n{sheer}/Pattern cs /{asked} scn\n{drawn}Q\n"

    def _stroked(self, path: Path, stroke: Stroke, shape: str, outer: Matrix) -> str:
        if isinstance(stroke.paint, Ink):
            ink, sheer = self._shelf.inks.stroke(stroke.paint), ""
        else:
            ink = f"/Pattern CS /{self._pattern(stroke.paint, outer)} SCN\n"
            reach = stroke.width * max(1000, stroke.miter) // 1000 + stroke.width
            left, top, right, bottom = bounds(path.d)
            box = (left - reach, top - reach, right + reach, bottom + reach)
            sheer = self._mask(stroke.paint, box) if is_sheer(stroke.paint) else ""
        return f"q\n{sheer}{ink}{pen(stroke)}{shape}S\nQ\n"

    def _pattern(self, gradient: Gradient, outer: Matrix) -> str:
        shade = self._shelf.dictionary(shading(gradient, self._shelf.inks))
        matrix = self._in_space(compose(outer, gradient.matrix))
        pattern = self._shelf.dictionary(f"<</PatternType 2/Shading {shade} 0 R/Matrix[{matrix}]>>")
        return self.used.name("Pattern", "P", pattern)

    def _in_space(self, matrix: Matrix) -> str:
        if not self._space:
            return matrix_parts(matrix)
        left, top = (int(part) for part in self._space.split())
        a, b, c, d, e, f = matrix
        linear = (a / ONE / 1000, -b / ONE / 1000, c / ONE / 1000, -d / ONE / 1000)
        return " ".join(number(v, 9) for v in (*linear, (e - left) / 1000, (top - f) / 1000))

    def _mask(self, gradient: Gradient, box: Span) -> str:
        """Return the operator that lets a gradient's opacity act on what follows."""
        shade = self._shelf.dictionary(alpha_shading(gradient))
        place = " ".join(map(str, box))
        drawn = f"{concat(gradient.matrix)}/S{shade} sh\n"
        resources = f"<</Shading<</S{shade} {shade} 0 R>>>>"
        form = self._shelf.once(
            ("mask", place, drawn),
            lambda: self._shelf.writer.add_stream(
                f"/Type/XObject/Subtype/Form/BBox[{place}]/Resources{resources}"
                "/Group<</S/Transparency/CS/DeviceGray>>",
                drawn.encode("ascii"),
            ),
        )
        state = self._shelf.dictionary(f"<</SMask<</S/Luminosity/G {form} 0 R>>>>")
        return f"/{self.used.name('ExtGState', 'G', state)} gs\n"


def voice(item: Text | Picture) -> Tagged:
    """Return how a text or a picture is read."""
    if isinstance(item, Text):
        return Tagged(item.tag, item.slot, item.lang, "")
    return Tagged("Figure", "", "", item.alt)


def voices(item: Item) -> Iterator[Tagged]:
    """Yield what is read of an item, in the order of painting."""
    match item:
        case Text() | Picture():
            yield voice(item)
        case Group(artifact=False):
            for inner in item.items:
                yield from voices(inner)
        case _:
            pass


@lru_cache(maxsize=1024)
def outline(d: str) -> str:
    """Return path data as operators."""
    return "".join(
        "h\n" if letter == "Z" else f"{' '.join(rest.replace(',', ' ').split())} {op}\n"
        for letter, rest in _COMMAND.findall(d)
        for op in (_OPERATORS.get(letter, ""),)
    )


def bounds(d: str) -> Span:
    """Return a box that holds path data, control points and all."""
    values = [int(value) for value in re.findall(r"-?\d+", d)] or [0, 0]
    xs, ys = values[::2], values[1::2]
    return min(xs), min(ys), max(xs), max(ys)


def pen(stroke: Stroke) -> str:
    """Return the operators that set how a line is drawn."""
    dash = f"[{' '.join(map(str, stroke.dash))}] 0 d\n" if any(stroke.dash) else ""
    return (
        f"{stroke.width} w {CAPS[stroke.cap]} J {JOINS[stroke.join]} j "
        f"{number(max(1000, stroke.miter) / 1000)} M\n{dash}"
    )
>>>>>>> 19ee94c (Write cards as PDF: vector type that can be searched, true boxes, tags in reading order)
