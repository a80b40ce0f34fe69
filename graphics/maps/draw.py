"""What stands on a locator map, from the names and coordinates of places and nothing else."""

from typing import NamedTuple

from graphics.maps.bearing import wind
from graphics.maps.countries import country_names
from graphics.maps.data import Level, levels
from graphics.maps.far import at_the_edge, parted
from graphics.maps.frame import Frame, framed, near
from graphics.maps.label import Box, Label
from graphics.maps.labels import DOT, beside, over
from graphics.maps.lines import path
from graphics.maps.projection import chosen
from graphics.maps.settle import settled
from graphics.maps.shapes import lines, rings

TYPE = 28  # height of type, in units


class Place(NamedTuple):
    """A place by its name and its coordinates in degrees; an `area`, such as a sea, has no dot."""

    name: str
    latitude: float
    longitude: float
    area: bool = False

    @property
    def point(self) -> tuple[float, float]:
        return self.longitude, self.latitude


class Map(NamedTuple):
    """All that is drawn, in units.

    `labels` are in the order of the places, those told at the edge last; None without room.
    """

    frame: Frame
    land: str
    borders: str
    disputed: str
    dots: list[tuple[float, float]]
    labels: list[Label | None]
    countries: list[Label]


def mapped(named: list[Place]) -> Map:
    """The map of one or more places."""
    places, far = parted(named)
    points = [place.point for place in places]
    level, fine = chosen_level(points)
    view = chosen(points)
    frame = framed(view, points, fine=fine)
    borders = [lines(of, view, frame) for of in (level.borders, level.disputed)]
    land = path(rings(level.land, view, frame), "z")
    middles = [frame.place(*view.project(*near(point, view))) for point in points]
    dots = [at for at, place in zip(middles, places, strict=True) if not place.area]
    taken = [Box(x - DOT, y - DOT, x + DOT, y + DOT) for x, y in dots]
    wanted = [
        (over if place.area else beside)(place.name, *at, TYPE)
        for place, at in zip(places, middles, strict=True)
    ]
    wanted += [edged(place, places, frame) for place in far]
    labels = settled(wanted, taken, frame.width, frame.height)
    taken += [label.box for label in labels if label]
    told = {place.name for place in named}
    countries = country_names(level, view, frame, taken, middles, told)
    return Map(frame, land, *map(path, borders), dots, labels, countries)


def edged(place: Place, near: list[Place], frame: Frame) -> list[Label]:
    """Where the name of a far place can stand, on the side that it is on."""
    x, y = (sum(of) / len(near) for of in zip(*(one.point for one in near), strict=True))
    way = wind((x, y), place.point)
    return at_the_edge(place.name, way, frame.width, frame.height, TYPE)


def chosen_level(points: list[tuple[float, float]]) -> tuple[Level, bool]:
    """The fine lines where they reach well beyond all the places, else the coarse ones."""
    fine = levels()["near"]
    west, south, east, north = fine.box
    inside = all(west + 7 <= x <= east - 6 and south + 6 <= y <= north - 5 for x, y in points)
    wide = max(x for x, _ in points) - min(x for x, _ in points)
    high = max(y for _, y in points) - min(y for _, y in points)
    return (fine, True) if inside and wide < 17 and high < 10 else (levels()["world"], False)
