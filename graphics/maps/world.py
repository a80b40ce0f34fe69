"""The world that maps show: Natural Earth's land and borders, cut to the view of a map.

A unit of a map is half a pixel where it is as wide as the narrowest phone leaves it.
"""

import json
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from formats.text import JsonObject
from graphics.maps.geometry import (
    EARTH,
    Bounds,
    Point,
    Projection,
    area,
    choose_projection,
    clip_line,
    clip_ring,
    simplify,
)

CUT = Path(__file__).parent / "natural-earth.json"  # `python -m desk map-data` writes it

WIDTH = 576
LOWEST, LOW, HIGHEST = 300, 400, 600  # of the world, of a part of it, of both
FEW, MORE = 4, 30  # for how many places that is enough, and what each further one adds
MARGIN_X, MARGIN_Y = 108, 80  # around the outermost places, for their names
LEAST = {"near": 1000, "world": 2200}  # km that a map shows at least, in fine and in coarse lines
NORTHMOST, SOUTHMOST = 78, -58  # degrees, of what a map of the world shows
WHOLE = 5.41  # the width of all longitudes, projected
OUTSIDE = 8  # units that land reaches out of a map, so that its edge is not drawn as a coast
TOLERANCE = 1.1  # units that a line may be off
ISLET = 7  # square units, below which land is left out


class Level(NamedTuple):
    """Lines of longitudes and latitudes within bounds; a map of it shows at least so many km.

    A country has the degrees from its inmost point to its edge, and where its name can stand.
    """

    least: int
    bounds: Bounds
    land: list[list[Point]]
    borders: list[list[Point]]
    disputed: list[list[Point]]
    countries: dict[str, tuple[float, list[Point]]]


@cache
def levels() -> dict[str, Level]:
    """The coarse `world`, and what there is in finer lines as `near`."""
    data = json.loads(CUT.read_text(encoding="utf-8"))
    return {name: load_level(level, LEAST[name]) for name, level in data.items()}


def load_level(data: JsonObject, least: int) -> Level:
    """A level of the file, where the points of a country are one list of numbers."""
    land, borders, disputed = (
        [decode(line, data["units"]) for line in data[kind]]
        for kind in ("land", "borders", "disputed")
    )
    countries = {
        name: (depth, list(zip(points[::2], points[1::2], strict=True)))
        for name, (depth, *points) in data["countries"].items()
    }
    return Level(least, data["box"], land, borders, disputed, countries)


def decode(steps: list[int], units: int) -> list[Point]:
    """The points of a line that is written as differences in 1/`units` degree."""
    xs, ys = accumulate(steps[::2]), accumulate(steps[1::2])
    return [(x / units, y / units) for x, y in zip(xs, ys, strict=True)]


def choose_level(places: Sequence[Point]) -> Level:
    """The fine lines where they reach well beyond all places, else the coarse ones."""
    fine = levels()["near"]
    west, south, east, north = fine.bounds
    inside = all(west + 7 <= x <= east - 6 and south + 6 <= y <= north - 5 for x, y in places)
    wide = max(x for x, _ in places) - min(x for x, _ in places)
    high = max(y for _, y in places) - min(y for _, y in places)
    return fine if inside and wide < 17 and high < 10 else levels()["world"]


class View(NamedTuple):
    """What a map shows: its size in units, and the projection, scaled and moved to that."""

    width: int
    height: int
    projection: Projection
    scale: float  # units of a radian
    left: float
    top: float

    def locate(self, x: float, y: float) -> Point:
        """Where a point of the earth is, in units from the upper left corner."""
        x, y = self.projection.project(x, y)
        return (x - self.left) * self.scale, (self.top - y) * self.scale

    def locate_place(self, place: Point) -> Point:
        """Where a place is, whichever way around its longitude is."""
        return self.locate(*self.projection.turn(place))

    def land(self, level: Level) -> list[list[Point]]:
        """Rings of land, on the map and a little beyond, that are large enough to be seen."""
        outer = (-OUTSIDE, -OUTSIDE, self.width + OUTSIDE, self.height + OUTSIDE)
        bounds, rings = self.projection.bounds, []
        for ring in turn_into(level.land, bounds):
            part = clip_ring(ring, bounds)
            part = clip_ring([self.locate(*point) for point in part], outer)
            if len(part) > 2 and abs(area(part)) >= ISLET:
                rings.append(simplify([*part, part[0]], TOLERANCE)[:-1])
        return [ring for ring in rings if len(ring) > 2]

    def lines(self, borders: list[list[Point]]) -> list[list[Point]]:
        """The parts of borders that are on the map."""
        return [
            simplify(line, TOLERANCE)
            for border in turn_into(borders, self.projection.bounds)
            for part in clip_line(border, self.projection.bounds)
            for line in clip_line([self.locate(*p) for p in part], (0, 0, self.width, self.height))
        ]


def fit_view(places: Sequence[Point], kilometers: int) -> View:
    """The smallest part of the world around places that still tells where they are.

    `kilometers` is how wide it is at least.
    """
    projection = choose_projection(places)
    project, world = projection.project, projection.world
    xs, ys = zip(*(project(*projection.turn(place)) for place in places), strict=True)
    wide, high = max(xs) - min(xs), max(ys) - min(ys)
    scale = min(
        (WIDTH - 2 * MARGIN_X) / max(wide, 1e-9),
        (HIGHEST - 2 * MARGIN_Y) / max(high, 1e-9),
        WIDTH / (kilometers / EARTH),
    )
    scale = max(scale, WIDTH / WHOLE) if world else scale
    least = (LOWEST if world else LOW) + MORE * max(0, len(places) - FEW)
    most = scale * (project(0, NORTHMOST)[1] - project(0, SOUTHMOST)[1])
    most = min(HIGHEST, most) if world else HIGHEST
    height = round(min(most, max(least, high * scale + 2 * MARGIN_Y)))
    left = (max(xs) + min(xs)) / 2 - WIDTH / 2 / scale
    top = (max(ys) + min(ys)) / 2 + height / 2 / scale
    top = min(top, project(0, NORTHMOST)[1]) if world else top
    return View(WIDTH, height, projection, scale, left, top)


def turn_into(lines: list[list[Point]], bounds: Bounds) -> Iterator[list[Point]]:
    """Lines as often as they may be within bounds, whose longitudes can reach beyond 180."""
    west, south, east, north = bounds
    for line in lines:
        xs, ys = zip(*line, strict=True)
        for turn in (-360, 0, 360):
            across = min(xs) + turn < east and max(xs) + turn > west
            if across and min(ys) <= north and max(ys) >= south:
                yield [(x + turn, y) for x, y in line]
