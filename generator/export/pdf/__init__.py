"""Write Scenes as a PDF: a page each, as they come, the type as type and the art as vectors."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import BinaryIO, Literal

from generator.export.pdf.content import Content
from generator.export.pdf.objects import Writer, points, text_string
from generator.export.pdf.resources import Resources
from generator.export.pdf.tags import Tags
from generator.model.length import Box, Mpt
from generator.model.scene import Scene

PRODUCER = "Afternote"
KEPT_PAGES = 8
"""More than a card has panels."""


@dataclass(frozen=True, slots=True)
class Edition:
    """A document as a whole: its title, its language, its inks, whether it is tagged."""

    title: str
    lang: str
    inks: Literal["rgb", "cmyk"] = "rgb"
    is_tagged: bool = True


def write_pdf(out: BinaryIO, pages: Iterable[Scene], edition: Edition) -> None:
    """Write each Scene as a page with its boxes: PDF 1.7, or PDF/X-4 if the inks are CMYK.

    Memory does not grow with the pages beyond a few numbers a page. No clock is asked for a date,
    so the same Scenes give the same bytes. Raises Problems for a face that forbids to be embedded.
    """
    writer = Writer(out, "1.6" if edition.inks == "cmyk" else "1.7")
    resources = Resources(writer, edition.inks, is_tagged=edition.is_tagged)
    catalog, tree = writer.reserve(), writer.reserve()
    tags = Tags(writer) if edition.is_tagged else None
    drawn = _Drawn(writer, resources)
    kids = [_write_page(writer, drawn, tags, tree, scene) for scene in pages]
    resources.finish()
    refs = " ".join(f"{kid} 0 R" for kid in kids)
    writer.write(f"<</Type/Pages/Count {len(kids)}/Kids[{refs}]>>", tree)
    structure = f"/MarkInfo<</Marked true>>/StructTreeRoot {tags.finish()} 0 R" if tags else ""
    intent, more = _write_condition(writer, edition)
    writer.write_plain(
        f"<</Type/Catalog/Pages {tree} 0 R/Lang{text_string(edition.lang)}{structure}{intent}"
        "/ViewerPreferences<</PrintScaling/None/DisplayDocTitle true>>>>",
        catalog,
    )
    title = text_string(edition.title)
    info = writer.write_plain(f"<</Title{title}/Producer{text_string(PRODUCER)}{more}>>")
    writer.finish(catalog, info)


def _write_condition(writer: Writer, edition: Edition) -> tuple[str, str]:
    """Return what the catalog and the Info say of how process inks are to be printed."""
    if edition.inks != "cmyk":
        return "", ""
    # Pillow, which reads the profile, is only worth loading for a press.
    from generator.export.pdf.intent import info_entries, write_intent

    return write_intent(writer, edition.title, edition.lang, PRODUCER), info_entries()


class _Drawn:
    """The contents of pages, written once for a Scene that comes again, as a card's back does."""

    def __init__(self, writer: Writer, resources: Resources) -> None:
        self._writer = writer
        self.resources = resources
        self._kept: dict[int, tuple[Scene, int, Content]] = {}

    def draw(self, scene: Scene, turn: bytes) -> tuple[int, Content]:
        """Return the number of a page's stream and what stands in it."""
        kept = self._kept.get(id(scene))
        if kept is None:
            content = Content(self.resources, scene.media, is_page=True)
            content.add(scene.items, is_artifact=False)
            body = self._writer.quick_stream("", turn + content.data())
            if len(self._kept) >= KEPT_PAGES:
                self._kept.clear()
            # The Scene is kept as well, so that its id is not given to another.
            kept = self._kept[id(scene)] = scene, body, content
        return kept[1:]


def _write_page(writer: Writer, drawn: _Drawn, tags: Tags | None, tree: int, scene: Scene) -> int:
    page = writer.reserve()
    turn, boxes = _geometry(scene.media, scene.trim, scene.bleed)
    body, content = drawn.draw(scene, turn)
    parents = "" if tags is None else f"/StructParents {tags.add_page(page, content, scene)}/Tabs/S"
    writer.write(
        f"<</Type/Page/Parent {tree} 0 R{boxes}/Resources {drawn.resources.number} 0 R"
        f"/Contents {body} 0 R{parents}>>",
        page,
    )
    return page


@lru_cache(maxsize=8)
def _geometry(media: Box, trim: Box, bleed: Mpt) -> tuple[bytes, str]:
    """Return the operator that turns a page to our space, and the page's boxes."""
    turn = f"0.001 0 0 -0.001 {points(-media.x)} {points(media.bottom)} cm\n"
    boxes = (
        f"/MediaBox{_box(media, media)}/BleedBox{_box(trim.grown(bleed), media)}"
        f"/TrimBox{_box(trim, media)}"
    )
    return turn.encode(), boxes


def _box(box: Box, media: Box) -> str:
    """Return a box in points from the medium's lower left corner, y up."""
    left, low = box.x - media.x, media.bottom - box.bottom
    right, high = left + box.width, low + box.height
    return f"[{points(left)} {points(low)} {points(right)} {points(high)}]"
