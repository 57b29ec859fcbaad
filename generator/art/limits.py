"""How many pieces an ornament may have: more would take long to draw and print as mud."""


def count_pieces(length: float, pitch: float, pieces: str, most: int) -> int:
    """Return how many pieces go into a length, at least one.

    Raises ValueError, in words for who wrote the drawing, where there are too many or none can be.
    """
    if pitch <= 0 or length <= 0:
        raise ValueError(f"{pieces} need room, and a distance above zero from one to the next")
    if length > most * pitch:
        raise ValueError(f"more than {most} {pieces} would be drawn: set them wider apart")
    return max(1, round(length / pitch))
