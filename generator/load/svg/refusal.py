"""What cannot be read from a drawing, said before its place is known."""


class Refusal(Exception):
    """Something that a drawing may not hold, and what to do in the editor."""

    def __init__(self, what: str, hint: str) -> None:
        super().__init__(what)
        self.what, self.hint = what, hint
