"""A shape's fill and stroke as one path, or as two where one shines through."""

from generator.load.svg.state import State
from generator.model.paint import Paint, Stroke
from generator.model.scene import Group, Item, Path


def stack_paints(
    d: str,
    fill: Paint | None,
    stroke: Stroke | None,
    shares: tuple[float, float],
    even_odd: bool,
    state: State,
) -> tuple[Item, ...]:
    """Return a shape as paths: one if it can be, two where fill and stroke shine through."""
    fill_share, stroke_share = (round(1000 * share) for share in shares)
    fill = fill if fill_share else None
    stroke = stroke if stroke_share else None
    filled, lined = Path(d, fill, None, even_odd), Path(d, None, stroke, even_odd)
    is_lined_first = state["paint-order"].split()[:1] == ["stroke"]
    if fill is None and stroke is None:
        return ()
    if fill_share == stroke_share == 1000 and not (is_lined_first and fill and stroke):
        return (Path(d, fill, stroke, even_odd),)
    parts = [(filled, fill_share)] if fill else []
    parts += [(lined, stroke_share)] if stroke else []
    if is_lined_first:
        parts.reverse()
    return tuple(path if share == 1000 else Group((path,), opacity=share) for path, share in parts)
