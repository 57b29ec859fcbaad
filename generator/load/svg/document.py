"""An SVG file as a tree of elements with places, read by expat within limits.

Entities are refused where they are declared, so none can grow; nothing is ever fetched.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NoReturn
from xml.parsers import expat

from generator.load.place import Place
from generator.load.svg.marks import ATTRIBUTE, last_mark, mark_at, read_mark
from generator.model.problem import Problem, Problems

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
NAMES = (
    "http://www.inkscape.org/namespaces/inkscape label",
    "http://www.serif.com/ id",
    "data-name",
)
"""Where editors write what a shape is called in their list of objects."""
NAME = "data-name"
"""The attribute of an element that holds it, where it is a slot's."""
SLOT = "slot-"
MOST_BYTES = 4_000_000
MOST_LEVELS = 64
MOST_ELEMENTS = 50_000
RESAVE = "save it as Plain SVG (Inkscape), or without editing data (Illustrator: SVG options)"
_BEGINNING = (
    expat.errors.codes[expat.errors.XML_ERROR_UNCLOSED_TOKEN],
    expat.errors.codes[expat.errors.XML_ERROR_JUNK_AFTER_DOC_ELEMENT],
)
_NO_END = expat.errors.codes[expat.errors.XML_ERROR_NO_ELEMENTS]


@dataclass(slots=True)
class Element:
    """An element of SVG: its name, its attributes (xlink:href as href), its children."""

    tag: str
    attributes: Mapping[str, str]
    place: Place
    children: list["Element"] = field(default_factory=list)
    text: str = ""

    def walk(self) -> Iterator["Element"]:
        """Yield the element and all below it, in the order of the file."""
        yield self
        for child in self.children:
            yield from child.walk()


def parse_document(text: str, name: str) -> Element:
    """Return a drawing's root element; what other namespaces hold is left out.

    Raises Problems: not XML, a document type with declarations, too deep, too large, no svg.
    """
    builder = _Builder(name)
    try:
        builder.parse(text)
    except expat.ExpatError as error:
        at = len(text.encode()[: builder.error_index].decode(errors="ignore"))
        # Some errors are of the tag that begins there, the others of what stands before.
        place = (
            (mark_at(text, at) if error.code in _BEGINNING else None)
            or last_mark(text[:at])
            or Place(name, error.lineno, error.offset + 1)
        )
        is_cut = bool(text.strip()) and error.code == _NO_END
        found = (
            "it ends before all elements are closed" if is_cut else expat.ErrorString(error.code)
        )
        what = f"this is not XML: {found}"
        raise Problems([Problem(str(place), what, "open it in an editor and save it again")]) from (
            error
        )
    root = builder.root
    if root is None or root.tag != "svg":
        found = root.tag if root else "something else"
        hint = 'the first element has to be <svg xmlns="http://www.w3.org/2000/svg" …>'
        raise Problems([Problem(str(Place(name)), f"{found} stands where svg should", hint)])
    return root


class _Builder:
    """Builds the tree from expat's calls."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.root: Element | None = None
        self._open: list[Element | None] = []
        self._elements = 0
        parser = expat.ParserCreate("utf-8", " ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.StartDoctypeDeclHandler = self._doctype
        parser.EntityDeclHandler = self._entity
        parser.SkippedEntityHandler = self._skipped
        parser.ProcessingInstructionHandler = self._instruction
        self._parser = parser

    def parse(self, text: str) -> None:
        data = text.encode("utf-8")
        if len(data) > MOST_BYTES:
            self._refuse("the drawing is larger than 4 MB", "simplify its paths")
        self._parser.Parse(data, True)

    @property
    def error_index(self) -> int:
        """How many bytes were read when the parser stopped."""
        return self._parser.ErrorByteIndex

    @property
    def _place(self) -> Place:
        parser = self._parser
        return Place(self.name, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)

    def _refuse(self, what: str, hint: str, place: Place | None = None) -> NoReturn:
        raise Problems([Problem(str(place or self._place), what, hint)])

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._elements += 1
        mark = attributes.pop(ATTRIBUTE, None)
        place = self._place if mark is None else read_mark(mark)
        if len(self._open) >= MOST_LEVELS:
            what = f"more than {MOST_LEVELS} elements stand inside each other"
            self._refuse(what, "ungroup", place)
        if self._elements > MOST_ELEMENTS:
            self._refuse(f"there are more than {MOST_ELEMENTS} elements", "combine paths", place)
        namespace, _, tag = name.rpartition(" ")
        outside = bool(self._open) and self._open[-1] is None
        if outside or namespace not in (SVG, ""):
            self._open.append(None)
            return
        element = Element(tag, _own(attributes), place)
        if self._open and self._open[-1] is not None:
            self._open[-1].children.append(element)
        elif self.root is None:
            self.root = element
        self._open.append(element)

    def _end(self, name: str) -> None:
        self._open.pop()

    def _characters(self, data: str) -> None:
        if self._open and self._open[-1] is not None:
            self._open[-1].text += data

    def _doctype(self, name: str, system: str | None, public: str | None, internal: int) -> None:
        if internal:
            self._refuse("the document type holds declarations of its own", RESAVE)

    def _entity(self, name: str, *rest: object) -> None:
        self._refuse(f"the entity {name} is declared", RESAVE)

    def _skipped(self, name: str, is_parameter: int) -> None:
        self._refuse(f"the entity &{name}; is unknown", "write the character itself")

    def _instruction(self, target: str, data: str) -> None:
        if target == "xml-stylesheet":
            self._refuse("a style sheet outside the file", "save with styles as attributes")


def _own(attributes: Mapping[str, str]) -> dict[str, str]:
    """Return SVG's own attributes, and a slot's name; a plain href beats an xlink:href."""
    own = {}
    for name, value in attributes.items():
        namespace, _, local = name.rpartition(" ")
        if name in NAMES:
            if value.lstrip("#").startswith(SLOT):
                own[NAME] = value.lstrip("#")
        elif not namespace:
            own[local] = value
        elif namespace == XLINK and local == "href":
            own.setdefault("href", value)
    return own
