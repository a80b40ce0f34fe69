"""The world that maps show: Natural Earth's land and borders, cut to the view of a map.

A unit of a map is half a pixel where it is as wide as the narrowest phone leaves it.
"""

import json
from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple, TypedDict

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


class Line(list[Point]):
    """The points of a line or a ring."""

    @cached_property
    def extent(self) -> Bounds:
        """West, south, east and north of it."""
        xs, ys = zip(*self, strict=True)
        return min(xs), min(ys), max(xs), max(ys)


class Country(NamedTuple):
    """How far, in degrees, its inmost point is from its edge, and where its name can stand."""

    depth: float
    points: list[Point]


class Level(NamedTuple):
    """Lines of longitudes and latitudes within bounds, and countries by their names.

    A map of it shows at least so many kilometers.
    """

    least: int
    bounds: Bounds
    land: list[Line]
    borders: list[Line]
    disputed: list[Line]
    countries: dict[str, Country]


class LevelData(TypedDict):
    """A level as the file has it, with lines as `decode` takes them; `units` are 1/degree.

    A country is its depth and the longitudes and latitudes of its points, the inmost first.
    """

    box: Bounds
    units: int
    land: list[list[int]]
    borders: list[list[int]]
    disputed: list[list[int]]
    countries: dict[str, list[float]]


@cache
def levels() -> dict[str, Level]:
    """The coarse `world`, and what there is in finer lines as `near`."""
    data: dict[str, LevelData] = json.loads(CUT.read_text(encoding="utf-8"))
    return {name: load_level(level, LEAST[name]) for name, level in data.items()}


def load_level(data: LevelData, least: int) -> Level:
    land, borders, disputed = (
        [decode(line, data["units"]) for line in lines]
        for lines in (data["land"], data["borders"], data["disputed"])
    )
    countries = {
        name: Country(depth, list(zip(points[::2], points[1::2], strict=True)))
        for name, (depth, *points) in data["countries"].items()
    }
    west, south, east, north = data["box"]
    return Level(least, (west, south, east, north), land, borders, disputed, countries)


def decode(steps: list[int], units: int) -> Line:
    """The points of a line that is written as differences in 1/`units` degree."""
    xs, ys = accumulate(steps[::2]), accumulate(steps[1::2])
    return Line((x / units, y / units) for x, y in zip(xs, ys, strict=True))


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

    def locate_place(self, place: Point) -> Point | None:
        """Where a place is, whichever way around its longitude is; None far outside the map."""
        turned = self.projection.turn(place)
        return self.locate(*turned) if turned else None

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

    def lines(self, borders: list[Line]) -> list[list[Point]]:
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
    projected = [project(*turned) for place in places if (turned := projection.turn(place))]
    xs, ys = [x for x, _ in projected], [y for _, y in projected]
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


def turn_into(lines: list[Line], bounds: Bounds) -> Iterator[list[Point]]:
    """Lines as often as they are within bounds, whose longitudes may reach beyond 180."""
    for line in lines:
        west, south, east, north = line.extent
        if north < bounds[1] or south > bounds[3]:
            continue
        for turn in (-360, 0, 360):
            if west + turn < bounds[2] and east + turn > bounds[0]:
                yield [(x + turn, y) for x, y in line] if turn else line
