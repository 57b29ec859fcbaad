"""What the pages of a document share: faces, forms, patterns, opacities, pictures."""

from collections.abc import Hashable
from typing import Literal

from generator.export.pdf.fonts import Font
from generator.export.pdf.objects import Writer, number
from generator.export.pdf.type import TypeLines
from generator.model.length import Box
from generator.model.scene import Face, Picture


class Resources:
    """One dictionary for the whole document, so that each thing is written once."""

    def __init__(self, writer: Writer, inks: Literal["rgb", "cmyk"], *, is_tagged: bool) -> None:
        self.inks = inks
        self.is_tagged = is_tagged
        self.number = writer.reserve()
        self._writer = writer
        self._fonts: dict[str, tuple[Font, int]] = {}
        self._forms: dict[Hashable, str] = {}
        self.type = TypeLines(self.font)
        self._named: dict[str, dict[str, int]] = {"XObject": {}, "Pattern": {}, "ExtGState": {}}
        self._bodies: dict[str, str] = {}

    def font(self, face: Face) -> Font:
        """Return the document's font for a face, whatever size or scale it is set in."""
        if face.id not in self._fonts:
            name = f"F{len(self._fonts)}"
            self._fonts[face.id] = Font(face, name), self._writer.reserve()
        return self._fonts[face.id][0]

    def known_form(self, key: Hashable) -> str | None:
        """Return the name of the form that was written for a key."""
        return None if key is None else self._forms.get(key)

    def form(self, data: bytes, box: Box, key: Hashable, *, is_group: bool) -> str:
        """Write a form XObject and return its name; a group is painted as one."""
        group = "/Group<</S/Transparency>>" if is_group else ""
        entries = (
            f"/Type/XObject/Subtype/Form/BBox[{box.x} {box.y} {box.right} {box.bottom}]"
            f"/Resources {self.number} 0 R{group}"
        )
        name = self._name("XObject", self._writer.stream(entries, data))
        if key is not None:
            self._forms[key] = name
        return name

    def pattern(self, body: str) -> str:
        """Return the name of a pattern, written once for each body."""
        return self._once("Pattern", body)

    def opacity(self, per_mille: int) -> str:
        """Return the name of a state that paints at an opacity of 0 to 1000."""
        part = number(per_mille / 1000)
        return self._once("ExtGState", f"<</ca {part}/CA {part}>>")

    def mask(self, data: bytes, box: Box) -> str:
        """Return the name of a state that lets through as much as what `data` draws is bright."""
        key = ("mask", data)
        if key not in self._forms:
            form = self._writer.stream(
                f"/Type/XObject/Subtype/Form/BBox[{box.x} {box.y} {box.right} {box.bottom}]"
                f"/Resources {self.number} 0 R/Group<</S/Transparency/CS/DeviceGray>>",
                data,
            )
            state = f"<</SMask<</S/Luminosity/G {form} 0 R>>>>"
            self._forms[key] = self._once("ExtGState", state)
        return self._forms[key]

    def picture(self, picture: Picture) -> str:
        """Return the name of a picture's XObject, its pixels as they are or converted to CMYK."""
        known = self.known_form(picture.blob)
        if known is not None:
            return known
        # Pillow is only worth loading where there is a picture.
        from generator.export.pdf.pictures import write_picture

        place = write_picture(self._writer, picture.blob, self.inks)
        self._forms[picture.blob] = self._name("XObject", place)
        return self._forms[picture.blob]

    def finish(self) -> None:
        """Write the fonts and the dictionary."""
        for font, number_ in self._fonts.values():
            font.write(self._writer, number_)
        fonts = "".join(f"/{font.name} {place} 0 R" for font, place in self._fonts.values())
        named = "".join(
            f"/{kind}<<{''.join(f'/{name} {place} 0 R' for name, place in names.items())}>>"
            for kind, names in self._named.items()
            if names
        )
        self._writer.write(f"<</Font<<{fonts}>>{named}>>", self.number)

    def _once(self, kind: str, body: str) -> str:
        if body not in self._bodies:
            self._bodies[body] = self._name(kind, self._writer.write(body))
        return self._bodies[body]

    def _name(self, kind: str, place: int) -> str:
        names = self._named[kind]
        name = f"{kind[0]}{len(names)}"
        names[name] = place
        return name
