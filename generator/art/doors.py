"""A door ajar in true perspective, and the light that it lets fall on the floor."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import cos, radians, sin
from typing import Literal, TypeAlias, get_args

from generator.art.pathdata import Pen, Point, polygon

Part: TypeAlias = Literal["light", "leaf", "edge", "knob"]
Spot: TypeAlias = tuple[float, float]
"""A place on the floor: across the opening from its left, and ahead of the wall, in mm."""
EYE = 0.56
"""The eye's height, as a share of the door's."""
STAND = 2.6
"""How far the eye is from the wall, in heights of the door."""
THICK = 0.024
"""How thick the leaf is, as a share of the door's height."""
HANDLE = 0.88
"""How far along the leaf its knob is."""
ROUND = 0.5523
"""Where a quarter circle's control points lie."""


@dataclass(frozen=True, slots=True)
class Room:
    """A wall with a door as seen from the room: the opening in mm, the view it is seen from."""

    x: float
    y: float
    width: float
    height: float
    view: float

    def at(self, across: float, up: float, ahead: float) -> Point:
        """Return where a point of the room is seen; `ahead` is its distance from the wall."""
        scale = STAND * self.height / (STAND * self.height - ahead)
        floor = self.y + self.height
        eye = complex(self.view, floor - EYE * self.height)
        return eye + (complex(self.x + across, floor - up) - eye) * scale


def door(
    x: float,
    y: float,
    width: float,
    height: float,
    *,
    part: Part,
    ajar: float = 62,
    view: float | None = None,
    reach: float = 200,
    lamp: tuple[float, float] = (0.14, 0.47),
) -> str:
    """Return one part of a door hung on the right, opened `ajar` degrees into the room.

    The opening is a rectangle in mm; `view` is the x of the eye. Light fills the opening and
    goes `reach` mm down the page from the sill; its `lamp` stands so many widths across and
    heights behind the opening.
    """
    room = Room(x, y, width, height, x + width / 2 if view is None else view)
    turn = radians(ajar)
    free = (width - width * cos(turn), width * sin(turn))
    match part:
        case "leaf":
            return polygon(*_upright(room, (width, 0), free))
        case "edge":
            back = (free[0] - THICK * height * sin(turn), free[1] - THICK * height * cos(turn))
            return polygon(*_upright(room, free, back))
        case "knob":
            return _knob(room, turn)
        case "light":
            return _light(room, free, reach, lamp)
        case _:
            raise ValueError(f"part is one of {', '.join(get_args(Part))}, not {part!r}")


def _upright(room: Room, one: Spot, other: Spot) -> Iterator[Point]:
    """Yield the corners of a board that stands on the floor between two spots."""
    for (across, ahead), up in ((one, 0), (one, 1), (other, 1), (other, 0)):
        yield room.at(across, up * room.height, ahead)


def _knob(room: Room, turn: float) -> str:
    near = HANDLE * room.width
    centre = room.at(room.width - near * cos(turn), 0.47 * room.height, near * sin(turn))
    tall = 0.016 * room.height
    wide = 0.8 * tall

    def at(across: float, down: float) -> Point:
        return centre + complex(across * wide, down * tall)

    pen = Pen().move(at(0, -1))
    pen.cubic(at(ROUND, -1), at(1, -ROUND), at(1, 0))
    pen.cubic(at(1, ROUND), at(ROUND, 1), at(0, 1))
    pen.cubic(at(-ROUND, 1), at(-1, ROUND), at(-1, 0))
    pen.cubic(at(-1, -ROUND), at(-ROUND, -1), at(0, -1))
    return pen.close().d


def _light(room: Room, free: Spot, reach: float, lamp: tuple[float, float]) -> str:
    eye_height = EYE * room.height
    ahead = STAND * room.height * reach / (eye_height + reach)
    lamp_across, behind = lamp[0] * room.width, lamp[1] * room.height
    left = -lamp_across * ahead / behind
    right = free[0] + (free[0] - lamp_across) * (ahead - free[1]) / (free[1] + behind)
    return polygon(
        room.at(0, room.height, 0),
        room.at(0, 0, 0),
        room.at(left, 0, ahead),
        room.at(right, 0, ahead),
        room.at(free[0], 0, free[1]),
        room.at(room.width, 0, 0),
        room.at(room.width, room.height, 0),
    )
