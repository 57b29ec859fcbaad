"""The structure of a tagged PDF: what is read, and in which order."""

from generator.export.pdf.content import Content
from generator.export.pdf.objects import Writer, text_string
from generator.model.scene import Group, Picture, Scene, Text


class Tags:
    """Collects the structure of a document: a section a page, in it each text and picture."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._root = writer.reserve()
        self._whole = writer.reserve()
        self._sections: list[int] = []
        self._parents: list[str] = []

    def add_page(self, page: int, content: Content, scene: Scene) -> int:
        """Write the elements of a page in its reading order; return its key for the parents."""
        section = self._writer.reserve()
        numbers = [
            self._writer.write(_element(item, mcid, page, section))
            for mcid, item in enumerate(content.texts)
        ]
        order = sorted(range(len(numbers)), key=lambda i: _place(content.texts[i], i, scene))
        kids = " ".join(f"{numbers[i]} 0 R" for i in order)
        body = f"<</Type/StructElem/S/Sect/P {self._whole} 0 R/Pg {page} 0 R/K[{kids}]>>"
        self._sections.append(self._writer.write(body, section))
        self._parents.append(f"[{' '.join(f'{number} 0 R' for number in numbers)}]")
        return len(self._parents) - 1

    def finish(self) -> int:
        """Write the tree and return its root's number."""
        kids = " ".join(f"{number} 0 R" for number in self._sections)
        self._writer.write(
            f"<</Type/StructElem/S/Document/P {self._root} 0 R/K[{kids}]>>", self._whole
        )
        numbers = "".join(f"{key}{value}" for key, value in enumerate(self._parents))
        return self._writer.write(
            f"<</Type/StructTreeRoot/K {self._whole} 0 R/ParentTree<</Nums[{numbers}]>>"
            f"/ParentTreeNextKey {len(self._parents)}>>",
            self._root,
        )


def _element(item: Text | Picture | Group, mcid: int, page: int, section: int) -> str:
    match item:
        case Text():
            kind, more = item.tag, f"/Lang{text_string(item.lang)}"
        case Picture() | Group():
            kind, more = "Figure", f"/Alt{text_string(item.alt)}"
    return f"<</Type/StructElem/S/{kind}/P {section} 0 R/Pg {page} 0 R/K {mcid}{more}>>"


def _place(item: Text | Picture | Group, painted: int, scene: Scene) -> tuple[int, int]:
    """Return where an item is read: by the Scene's order of slots, then as it is painted."""
    slot = item.slot if isinstance(item, Text) else ""
    reading = scene.reading
    return (reading.index(slot) if slot in reading else len(reading), painted)
