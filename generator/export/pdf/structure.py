"""Tags: what a page says, in the order in which it is read aloud."""

from array import array
from collections.abc import Sequence
from typing import NamedTuple

from generator.export.pdf.writer import Writer, refs, words


class Tagged(NamedTuple):
    """Something that is read: its tag, its slot, its language, the words in place of a picture."""

    tag: str
    slot: str
    lang: str
    alt: str


class Structure:
    """The tree of tags; the tags of a page are written with the page."""

    def __init__(self, writer: Writer, lang: str) -> None:
        self._writer, self._lang = writer, lang
        self.root = writer.reserve()
        self._document = writer.reserve()
        self._sections = array("Q")
        self._parents = array("Q")

    def add_page(self, page: int, tagged: Sequence[Tagged], reading: Sequence[str]) -> int:
        """Write a page's tags, which are numbered as marked; return the page's key in the tree."""
        section = self._writer.reserve()
        numbers = [
            self._writer.add(self._element(item, mark, page, section))
            for mark, item in enumerate(tagged)
        ]
        order = sorted(range(len(tagged)), key=lambda mark: _place(tagged[mark], reading))
        kids = refs([numbers[mark] for mark in order])
        self._writer.add(
            f"<</Type/StructElem/S/Sect/P {self._document} 0 R/K{kids}>>",
            section,
        )
        self._sections.append(section)
        self._parents.append(self._writer.add(refs(numbers)))
        return len(self._parents) - 1

    def finish(self) -> None:
        """Write the head of the tree."""
        nums = "".join(f"{key} {number} 0 R " for key, number in enumerate(self._parents))
        tree = self._writer.add(f"<</Nums[{nums}]>>")
        self._writer.add(
            f"<</Type/StructElem/S/Document/P {self.root} 0 R/K{refs(self._sections)}>>",
            self._document,
        )
        self._writer.add(
            f"<</Type/StructTreeRoot/K {self._document} 0 R/ParentTree {tree} 0 R"
            f"/ParentTreeNextKey {len(self._parents)}>>",
            self.root,
        )

    def _element(self, item: Tagged, mark: int, page: int, section: int) -> str:
        lang = "" if item.lang in {"", self._lang} else f"/Lang{words(item.lang)}"
        alt = f"/Alt{words(item.alt)}" if item.alt else ""
        return (
            f"<</Type/StructElem/S/{item.tag}/P {section} 0 R/Pg {page} 0 R/K {mark}{lang}{alt}>>"
        )


def _place(item: Tagged, reading: Sequence[str]) -> int:
    return reading.index(item.slot) if item.slot in reading else len(reading)
