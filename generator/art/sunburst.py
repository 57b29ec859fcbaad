"""A glory: engraved rays in stepped lengths, which make points of light round an open disc."""

from math import pi

from generator.art.chance import between, choice
from generator.art.curves import unit
from generator.art.limits import count_pieces
from generator.art.pathdata import Pen

POINTS = (12, 16, 20)
"""Multiples of four, so that a long point stands straight up and another straight down."""
MOST_RAYS = 2000
TIP = 0.1
"""Width of a ray where it ends, in mm: a hairline, which still prints."""


def sunburst(
    cx: float,
    cy: float,
    inner: float,
    outer: float,
    seed: str,
    *,
    points: int = 0,
    pitch: float = 0.62,
    share: float = 0.56,
) -> str:
    """Return closed rays between two radii, long points and short ones by turns.

    Rays are `pitch` mm apart at the inner radius and take a `share` of it there; they taper to a
    hairline. The longest reaches `outer`. 0 points leaves the seed to choose; the seed also chooses
    how slender the points are and how far the short ones reach.
    """
    points = points or choice(POINTS, seed, "points")
    short = between(0.42, 0.58, seed, "short")
    count_pieces(2 * pi * inner, pitch, "rays", MOST_RAYS)
    rays = max(3, round(2 * pi * inner / (points * pitch)) // 2 * 2 + 1)
    turn = 2 * pi / (points * rays)
    half = turn * inner * share / 2
    centre, pen = complex(cx, cy), Pen()
    for point in range(points):
        length = (outer - inner) * (short if point % 2 else 1)
        for ray, step in enumerate(ray_steps(rays, seed)):
            way = unit(turn * (point * rays + ray - rays // 2) - pi / 2)
            near, far = centre + way * inner, centre + way * (inner + length * step)
            pen.move(near - 1j * way * half).line(
                far - 1j * way * TIP / 2, far + 1j * way * TIP / 2, near + 1j * way * half
            ).close()
    return pen.d


def ray_steps(rays: int, seed: str) -> list[float]:
    """Return how long each ray of a point is, as shares of the one in its middle."""
    slender = between(1.7, 2.4, seed, "slender")
    valley = between(0.1, 0.2, seed, "valley")
    middle = rays // 2
    return [
        valley + (1 - valley) * (1 - abs(ray - middle) / (middle + 0.5)) ** slender
        for ray in range(rays)
    ]
