"""What a map shows: how large it is, and where on it a point of the earth stands.

A unit is half a pixel where a map is as wide as the narrowest phone leaves it.
"""

from collections.abc import Callable
from typing import NamedTuple

from graphics.maps.projection import Point, View

WIDTH = 576
LOWEST, LOW, HIGHEST = 300, 400, 600  # of the world, of a part of it, of both
FEW, MORE = 4, 30  # for how many places that is enough, and what each further one adds
MARGIN_X, MARGIN_Y = 108, 80  # around the outermost places, for their names
EARTH = 6371  # km, of the radius 1 that projections have
AROUND = {True: 1000, False: 2200}  # km that a map shows at least, in fine and in coarse lines
NORTHMOST, SOUTHMOST = 78, -58  # degrees, of what a map of the world shows
WHOLE = 5.41  # the width of all longitudes


class Frame(NamedTuple):
    """`place` gives the units, from the upper left corner, of a projected point."""

    width: int
    height: int
    scale: float  # units of a radian
    place: Callable[[float, float], Point]


def framed(view: View, places: list[Point], *, fine: bool) -> Frame:
    """The smallest frame around places that still tells where they are."""
    projected = [view.project(*near(place, view)) for place in places]
    xs, ys = [x for x, _ in projected], [y for _, y in projected]
    wide, high = max(xs) - min(xs), max(ys) - min(ys)
    scale = min(
        (WIDTH - 2 * MARGIN_X) / max(wide, 1e-9),
        (HIGHEST - 2 * MARGIN_Y) / max(high, 1e-9),
        WIDTH / (AROUND[fine] / EARTH),
    )
    scale = max(scale, WIDTH / WHOLE) if view.world else scale
    least = (LOWEST if view.world else LOW) + MORE * max(0, len(places) - FEW)
    most = scale * (view.project(0, NORTHMOST)[1] - view.project(0, SOUTHMOST)[1])
    most = min(HIGHEST, most) if view.world else HIGHEST
    height = round(min(most, max(least, high * scale + 2 * MARGIN_Y)))
    left = (max(xs) + min(xs)) / 2 - WIDTH / 2 / scale
    top = (max(ys) + min(ys)) / 2 + height / 2 / scale
    top = min(top, view.project(0, NORTHMOST)[1]) if view.world else top

    def place(x: float, y: float) -> Point:
        return (x - left) * scale, (top - y) * scale

    return Frame(WIDTH, height, scale, place)


def near(place: Point, view: View) -> Point | None:
    """A place with the longitude that is in the view, if one is."""
    west, _, east, _ = view.box
    turned = (place[0], place[0] + 360, place[0] - 360)
    return next(((x, place[1]) for x in turned if west <= x <= east), None)
