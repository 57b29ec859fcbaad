<<<<<<< HEAD
"""Write Scenes as a PDF: a page each, as they come, the type as type and the art as vectors."""

=======
"""Write Scenes as a PDF, a page each, with their boxes, their type and what is read aloud."""

from array import array
>>>>>>> 19ee94c (Write cards as PDF: vector type that can be searched, true boxes, tags in reading order)
from collections.abc import Iterable
from dataclasses import dataclass
from typing import BinaryIO, Literal

from generator.export.pdf.content import Content
<<<<<<< HEAD
from generator.export.pdf.objects import Writer, points, text_string
from generator.export.pdf.resources import Resources
from generator.export.pdf.tags import Tags
from generator.model.length import Box
from generator.model.scene import Scene

PRODUCER = "Afternote"


@dataclass(frozen=True, slots=True)
class Edition:
    """A document as a whole: its title, its language, its inks, whether it is tagged."""
=======
from generator.export.pdf.paints import Inks
from generator.export.pdf.shelf import Shelf
from generator.export.pdf.structure import Structure
from generator.export.pdf.type import Typesetter
from generator.export.pdf.writer import Writer, points, refs, words
from generator.model.length import Box
from generator.model.scene import Scene


@dataclass(frozen=True, slots=True)
class Edition:
    """What a PDF says of itself, the inks that it is painted in, and whether it is tagged."""
>>>>>>> 19ee94c (Write cards as PDF: vector type that can be searched, true boxes, tags in reading order)

    title: str
    lang: str
    inks: Literal["rgb", "cmyk"] = "rgb"
    is_tagged: bool = True


def write_pdf(out: BinaryIO, pages: Iterable[Scene], edition: Edition) -> None:
<<<<<<< HEAD
    """Write a PDF 1.7, each Scene as a page with its MediaBox, BleedBox and TrimBox.

    Memory does not grow with the pages beyond a few numbers a page. No date is written, so the
    same Scenes give the same bytes. Raises Problems for a face that forbids to be embedded.
    """
    writer = Writer(out)
    resources = Resources(writer, edition.inks, is_tagged=edition.is_tagged)
    catalog, tree = writer.reserve(), writer.reserve()
    tags = Tags(writer) if edition.is_tagged else None
    kids = [_write_page(writer, resources, tags, tree, scene) for scene in pages]
    resources.finish()
    refs = " ".join(f"{kid} 0 R" for kid in kids)
    writer.write(f"<</Type/Pages/Count {len(kids)}/Kids[{refs}]>>", tree)
    structure = f"/MarkInfo<</Marked true>>/StructTreeRoot {tags.finish()} 0 R" if tags else ""
    writer.write(
        f"<</Type/Catalog/Pages {tree} 0 R/Lang{text_string(edition.lang)}{structure}"
        "/ViewerPreferences<</PrintScaling/None/DisplayDocTitle true>>>>",
        catalog,
    )
    title = text_string(edition.title)
    info = writer.write(f"<</Title{title}/Producer{text_string(PRODUCER)}>>")
    writer.finish(catalog, info)


def _write_page(
    writer: Writer, resources: Resources, tags: Tags | None, tree: int, scene: Scene
) -> int:
    content, media = Content(resources, scene.media, is_page=True), scene.media
    content.add(scene.items, is_artifact=False)
    page = writer.reserve()
    turn = f"0.001 0 0 -0.001 {points(-media.x)} {points(media.bottom)} cm\n"
    body = writer.stream("", turn.encode() + content.data())
    parents = "" if tags is None else f"/StructParents {tags.add_page(page, content, scene)}"
    trim, bleed = scene.trim, scene.trim.grown(scene.bleed)
    writer.write(
        f"<</Type/Page/Parent {tree} 0 R/MediaBox{_box(media, media)}"
        f"/BleedBox{_box(bleed, media)}/TrimBox{_box(trim, media)}"
        f"/Resources {resources.number} 0 R/Contents {body} 0 R{parents}"
        f"{'/Tabs/S' if tags else ''}>>",
        page,
    )
    return page


def _box(box: Box, media: Box) -> str:
    """Return a box in points from the medium's lower left corner, y up."""
    left, low = box.x - media.x, media.bottom - box.bottom
    right, high = left + box.width, low + box.height
    return f"[{points(left)} {points(low)} {points(right)} {points(high)}]"
=======
    """Write scenes as the pages of a PDF; memory does not grow with what they hold.

    Raises Problems where a face may not be embedded or a picture cannot be read.
    """
    book = _Book(out, edition)
    for scene in pages:
        book.add(scene)
    book.close()


class _Book:
    """A document that is being written."""

    def __init__(self, out: BinaryIO, edition: Edition) -> None:
        self._edition = edition
        self._writer = Writer(out)
        self._tree = self._writer.reserve()
        self._pages = array("Q")
        self._shelf = Shelf(self._writer, Inks(edition.inks))
        self._type = Typesetter(self._shelf)
        self._structure = Structure(self._writer, edition.lang) if edition.is_tagged else None

    def add(self, scene: Scene) -> None:
        """Write one page."""
        media = scene.media
        space = f"{media.x} {media.bottom}"
        content = Content(self._shelf, self._type, space, is_marked=self._structure is None)
        start = f".001 0 0 -.001 {points(-media.x)} {points(media.bottom)} cm\n"
        body = start + "".join(content.item(item) for item in scene.items)
        stream = self._writer.add_stream("", body.encode("ascii"))
        resources = self._shelf.dictionary(content.used.dictionary())
        page = self._writer.reserve()
        tags = ""
        if self._structure is not None:
            key = self._structure.add_page(page, content.tagged, scene.reading)
            tags = f"/StructParents {key}/Tabs/S"
        self._writer.add(
            f"<</Type/Page/Parent {self._tree} 0 R{_boxes(scene)}"
            f"/Resources {resources} 0 R/Contents {stream} 0 R{tags}>>",
            page,
        )
        self._pages.append(page)

    def close(self) -> None:
        """Write what all pages share, and the end."""
        self._shelf.fonts.finish()
        add, edition = self._writer.add, self._edition
        add(f"<</Type/Pages/Count {len(self._pages)}/Kids{refs(self._pages)}>>", self._tree)
        tags = ""
        if self._structure is not None:
            self._structure.finish()
            tags = f"/MarkInfo<</Marked true>>/StructTreeRoot {self._structure.root} 0 R"
        root = add(
            f"<</Type/Catalog/Pages {self._tree} 0 R/Lang{words(edition.lang)}{tags}"
            "/ViewerPreferences<</PrintScaling/None/DisplayDocTitle true>>>>"
        )
        info = add(f"<</Title{words(edition.title)}/Producer(Afternote)>>")
        self._writer.close(root, info)


def _boxes(scene: Scene) -> str:
    media, trim = scene.media, scene.trim
    bleed = trim.grown(scene.bleed)
    left, top = max(bleed.x, media.x), max(bleed.y, media.y)
    right, bottom = min(bleed.right, media.right), min(bleed.bottom, media.bottom)
    bled = Box(left, top, right - left, bottom - top)
    return f"/MediaBox{_box(media, media)}/BleedBox{_box(bled, media)}/TrimBox{_box(trim, media)}"


def _box(box: Box, media: Box) -> str:
    edges = (
        box.x - media.x,
        media.bottom - box.bottom,
        box.right - media.x,
        media.bottom - box.y,
    )
    return f"[{' '.join(map(points, edges))}]"
>>>>>>> 19ee94c (Write cards as PDF: vector type that can be searched, true boxes, tags in reading order)
