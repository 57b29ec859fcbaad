"""What all pages of a document share: resources by name, each written once."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field

from generator.export.pdf.fonts import Fonts
from generator.export.pdf.paints import Inks
from generator.export.pdf.writer import Writer


@dataclass(slots=True)
class Used:
    """The resources that one content stream names, by kind."""

    named: dict[str, dict[str, int]] = field(default_factory=dict)

    def name(self, kind: str, letter: str, number: int) -> str:
        """Return the name by which the stream calls an object."""
        name = f"{letter}{number}"
        self.named.setdefault(kind, {})[name] = number
        return name

    def dictionary(self) -> str:
        """Return the resources as a PDF dictionary, in the order of names."""
        kinds = (
            f"/{kind}<<" + "".join(f"/{n} {i} 0 R" for n, i in sorted(names.items())) + ">>"
            for kind, names in sorted(self.named.items())
        )
        return f"<<{''.join(kinds)}>>"


class Shelf:
    """The shared objects of a document, found again by what they are made of."""

    def __init__(self, writer: Writer, inks: Inks) -> None:
        self.writer, self.inks = writer, inks
        self.fonts = Fonts(writer)
        self._known: dict[Hashable, int] = {}

    def once(self, key: Hashable, write: Callable[[], int]) -> int:
        """Return the number of the object with a key, written by `write` the first time."""
        number = self._known.get(key)
        if number is None:
            number = self._known[key] = write()
        return number

    def dictionary(self, body: str) -> int:
        """Return the number of a dictionary, the same for equal ones."""
        return self.once(("dictionary", body), lambda: self.writer.add(body))
