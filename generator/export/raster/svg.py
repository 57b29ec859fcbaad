"""Write drawn items as SVG for resvg: inks resolved, lengths whole 1/1000 pt."""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from typing import assert_never

from generator.export.affine import compose
from generator.export.raster.picture import sample_picture
from generator.export.raster.view import View
from generator.model.paint import IDENTITY, ONE, Gradient, Ink, Matrix, Paint, Stroke
from generator.model.scene import Group, Item, Path, Picture, Text


def write_svg(items: Sequence[Item], view: View) -> str:
    """Return SVG elements whose user space is the pixels of `view`; a Text in them is a bug."""
    writer = _Writer(view)
    body = "".join(writer.item(item, IDENTITY) for item in items)
    window = f"scale({view.scale!r}) translate({-view.x} {-view.y})"
    return f'<defs>{"".join(writer.defs)}</defs><g transform="{window}">{body}</g>'


class _Writer:
    """Collects the definitions that the elements refer to."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.defs: list[str] = []
        self._names: dict[str, str] = {}

    def item(self, item: Item, outer: Matrix) -> str:
        match item:
            case Path():
                return self._path(item)
            case Group():
                return self._group(item, outer)
            case Picture():
                return self._picture(item, outer)
            case Text():
                raise TypeError("type is painted from masks, not drawn")
            case _:
                assert_never(item)

    def _group(self, group: Group, outer: Matrix) -> str:
        inner = compose(outer, group.matrix)
        body = "".join(self.item(item, inner) for item in group.items)
        clip = ""
        if group.clip is not None:
            name = self._define('<clipPath id="{}">' + f'<path d="{group.clip}"/></clipPath>')
            clip = f' clip-path="url(#{name})"'
        opacity = "" if group.opacity == 1000 else f' opacity="{group.opacity / 1000}"'
        return f"<g{_transform('transform', group.matrix)}{clip}{opacity}>{body}</g>"

    def _path(self, path: Path) -> str:
        fill = "none" if path.fill is None else self._paint(path.fill)
        rule = ' fill-rule="evenodd"' if path.even_odd else ""
        stroke = "" if path.stroke is None else "".join(self._stroke(path.stroke))
        return f'<path fill="{fill}"{rule}{stroke} d="{path.d}"/>'

    def _stroke(self, stroke: Stroke) -> Iterator[str]:
        yield f' stroke="{self._paint(stroke.paint)}" stroke-width="{stroke.width}"'
        if stroke.cap != "butt":
            yield f' stroke-linecap="{stroke.cap}"'
        yield f' stroke-linejoin="{stroke.join}" stroke-miterlimit="{stroke.miter / 1000}"'
        if stroke.dash:
            yield f' stroke-dasharray="{" ".join(map(str, stroke.dash))}"'

    def _paint(self, paint: Paint) -> str:
        match paint:
            case Ink():
                return _colour(paint)
            case Gradient():
                return f"url(#{self._define(_gradient(paint))})"
            case _:
                assert_never(paint)

    def _picture(self, picture: Picture, outer: Matrix) -> str:
        sample = sample_picture(picture, outer, self.view)
        href = b64encode(sample.png).decode("ascii")
        x, y, width, height = sample.box
        image = (
            f'<image x="{x}" y="{y}" width="{width}" height="{height}" preserveAspectRatio="none"'
            f' image-rendering="{sample.rendering}" href="data:image/png;base64,{href}"/>'
        )
        if sample.undo is None:
            return image
        return f'<g transform="matrix({" ".join(map(repr, sample.undo))})">{image}</g>'

    def _define(self, definition: str) -> str:
        name = self._names.get(definition)
        if name is None:
            name = self._names[definition] = f"d{len(self._names)}"
            self.defs.append(definition.replace("{}", name, 1))
        return name


def _gradient(gradient: Gradient) -> str:
    names = ("x1", "y1", "x2", "y2") if gradient.kind == "linear" else ("cx", "cy", "r", "fx", "fy")
    geometry = "".join(f' {n}="{v}"' for n, v in zip(names, gradient.geometry, strict=True))
    stops = "".join(
        f'<stop offset="{stop.offset / 1000}" stop-color="{_colour(stop.ink)}"'
        f' stop-opacity="{stop.opacity / 1000}"/>'
        for stop in gradient.stops
    )
    tag = f"{gradient.kind}Gradient"
    transform = _transform("gradientTransform", gradient.matrix)
    return f'<{tag} id="{{}}" gradientUnits="userSpaceOnUse"{geometry}{transform}>{stops}</{tag}>'


def _colour(ink: Ink) -> str:
    return "#{:02x}{:02x}{:02x}".format(*ink.rgb)


def _transform(name: str, matrix: Matrix) -> str:
    if matrix == IDENTITY:
        return ""
    linear = " ".join(f"{value / ONE:.6f}" for value in matrix[:4])
    return f' {name}="matrix({linear} {matrix[4]} {matrix[5]})"'
