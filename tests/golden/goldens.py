"""The golden pictures and summaries of designs: made, kept, and compared."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from PIL import Image, ImageChops, ImageStat

from generator.export.png import encode_png
from generator.export.raster.cache import Cache
from generator.layout.desk import DPI, lay_out
from generator.model.kit import Design, Kit
from generator.model.order import Order
from generator.model.scene import Group, Item, Scene, Text
from generator.model.scene import Path as Shape
from generator.proof.cards import every_card
from generator.publish.plan import default_format
from generator.write_contact import Shown, Studio, compared

HERE = Path(__file__).parent
WIDTH, GAP = 90, 6
"""Pixels of a thumbnail of a portrait card, and between two."""
COLOURS = 128
MOST_OFF = 1.0
"""How far a picture may be off its golden one, in levels of 255 on average."""
PATCH, MOST_PATCH = 5, 20
"""How far any patch of so many pixels square may be off on average."""
MOST_SHIFT = 1
"""How far a slot may be off, in tenths of a millimetre."""


def thumbnails(studio: Studio, design: Design) -> list[Image.Image]:
    """Return small pictures of a design: the front of each fold without a note, then its panels."""
    kit = studio.press.kit
    name = default_format(kit, design).id
    orders = [order for order in every_card(kit, design) if order.format == name]
    fronts = [Shown(replace(order, form="blank"), "front", "") for order in orders]
    panels = [
        Shown(order, panel, "")
        for order in orders
        for panel, drawing in design.panels[order.fold].items()
        if drawing is not None
    ]
    spare = [Shown(replace(orders[0], form="low-ink"), "front", "")]
    return [studio.image(shown, WIDTH) for shown in (*fronts, *panels, *spare)]


def strip(images: list[Image.Image]) -> Image.Image:
    """Return pictures side by side."""
    wide = sum(image.width + GAP for image in images) - GAP
    whole = Image.new("RGB", (wide, max(image.height for image in images)), "white")
    x = 0
    for image in images:
        whole.paste(image, (x, 0))
        x += image.width + GAP
    return whole


def is_alike(golden: Image.Image, found: Image.Image) -> bool:
    """Tell whether a picture is its golden one within the tolerance."""
    if golden.size != found.size:
        return False
    difference = ImageChops.difference(golden.convert("RGB"), found)
    patches = difference.reduce(PATCH).getextrema()
    return (
        max(ImageStat.Stat(difference).mean) <= MOST_OFF
        and max(high for _, high in patches) <= MOST_PATCH
    )


def picture_path(design: str) -> Path:
    """Return where a design's golden picture is."""
    return HERE / "pictures" / f"{design}.png"


def summary_path(design: str) -> Path:
    """Return where a design's golden summary is."""
    return HERE / "summaries" / f"{design}.json"


def keep_picture(design: str, found: Image.Image) -> None:
    """Write a golden picture in few colours, so that all of them stay small."""
    picture_path(design).parent.mkdir(exist_ok=True)
    few = found.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    few.save(picture_path(design), optimize=True)


def show_difference(
    root: Path, studio: Studio, design: str, golden: Image.Image, found: Image.Image
) -> Path:
    """Write a picture of what was, what is, and where they differ; return where it is."""
    out = root / "build" / "golden" / f"{design}.png"
    out.parent.mkdir(parents=True, exist_ok=True)
    row = compared(golden.convert("RGB"), found, design) or []
    faces = studio.press.faces("text", 400, False, design)
    out.write_bytes(encode_png(lay_out(design, [[one] for one in row], faces), DPI, Cache()))
    return out


def summary(studio: Studio, design: Design) -> dict[str, Any]:
    """Return what a design's cards are made of, by format, fold and panel."""
    kit = studio.press.kit
    return dict(_panels(studio, kit, design))


def _panels(studio: Studio, kit: Kit, design: Design) -> Iterator[tuple[str, Any]]:
    for order in every_card(kit, design):
        order = replace(order, message=studio.note, fields=studio.fields)
        artworks = studio.press.artworks(order)
        for panel in studio.press.compose(order).panels:
            if panel.scene is None:
                continue
            slots = artworks[panel.name].slots
            yield (
                f"{order.format} {order.fold} {panel.name}",
                {
                    "art": list(_count(panel.scene)),
                    "inks": sorted(_inks(panel.scene.items)),
                    "slots": {name: _tenths(order, box) for name, box in sorted(slots.items())},
                    "type": {
                        text.slot: [text.size, *(line.start for line in text.lines)]
                        for text in panel.scene.items
                        if isinstance(text, Text)
                    },
                },
            )


def _tenths(order: Order, box: Any) -> list[int]:
    return [round(side * 254 / 72_000) for side in (box.x, box.y, box.width, box.height)]


def _count(scene: Scene) -> tuple[int, int]:
    """Return how many shapes a scene has, and how many pieces they have."""
    shapes = list(_shapes(scene.items))
    return len(shapes), sum(shape.d.count(letter) for shape in shapes for letter in "LC")


def _shapes(items: tuple[Item, ...]) -> Iterator[Shape]:
    for item in items:
        if isinstance(item, Group):
            yield from _shapes(item.items)
        elif isinstance(item, Shape):
            yield item


def _inks(items: tuple[Item, ...]) -> set[str]:
    paints = [p for s in _shapes(items) for p in (s.fill, s.stroke and s.stroke.paint) if p]
    return {getattr(paint, "role", "gradient") for paint in paints}


def differences(golden: dict[str, Any], found: dict[str, Any]) -> list[str]:
    """Return what differs between two summaries, in a line each."""
    told = [f"{name}: is no more" for name in golden.keys() - found.keys()]
    told += [f"{name}: is new" for name in found.keys() - golden.keys()]
    for name in sorted(golden.keys() & found.keys()):
        for key, was in golden[name].items():
            now = found[name][key]
            if key == "slots" and was.keys() == now.keys():
                shifts = (
                    abs(a - b) for slot in was for a, b in zip(was[slot], now[slot], strict=True)
                )
                if max(shifts, default=0) <= MOST_SHIFT:
                    continue
            if was != now:
                told.append(f"{name}: {key} was {was}, is {now}")
    return told


def write_summary(design: str, found: dict[str, Any]) -> None:
    """Write a golden summary, a line a panel."""
    summary_path(design).parent.mkdir(exist_ok=True)
    rows = (f"{json.dumps(name)}: {json.dumps(row)}" for name, row in sorted(found.items()))
    summary_path(design).write_text("{\n" + ",\n".join(rows) + "\n}\n", "utf-8")
