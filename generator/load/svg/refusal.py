"""What cannot be read from a drawing, said before its place is known."""

from generator.load.place import Place


class Refusal(Exception):
    """Something that a drawing may not hold, what to do in the editor, and its place if known."""

    def __init__(self, what: str, hint: str, place: Place | None = None) -> None:
        super().__init__(what)
        self.what, self.hint, self.place = what, hint, place
