"""What stands on a locator map, from the names and coordinates of places; the same in words."""

from typing import NamedTuple

from graphics.maps.geometry import WIDE, Point, direction, extent, kilometers, path_data
from graphics.maps.labels import (
    Label,
    country_names,
    name_at_edge,
    name_of_area,
    name_of_dot,
    place_countries,
    place_labels,
)
from graphics.maps.world import View, choose_level, fit_view

FEWEST, SHARE = 3, 2 / 3  # of the places must be near each other, for others to stand at the edge
CLOSE = 30  # km, within which no direction is named


class Place(NamedTuple):
    """A place by its name and its coordinates in degrees; an `area`, such as a sea, has no dot."""

    name: str
    latitude: float
    longitude: float
    area: bool = False

    @property
    def point(self) -> Point:
        return self.longitude, self.latitude


class Map(NamedTuple):
    """All that is drawn, in units; land and borders are SVG paths.

    `labels` are in the order of the places, those at the edge last; None without room.
    """

    view: View
    land: str
    borders: str
    disputed: str
    dots: list[Point]
    labels: list[Label | None]
    countries: list[Label]


def draw_map(places: list[Place]) -> Map:
    """The map of one or more places."""
    near, far = split_far(places)
    points = [place.point for place in near]
    level = choose_level(points)
    view = fit_view(points, level.least)
    located = [view.locate_place(point) for point in points]
    names = [
        (name_of_area if place.area else name_of_dot)(place.name, point)
        for place, point in zip(near, located, strict=True)
    ]
    middle = sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)
    names += [name_at_edge(p.name, direction(middle, p.point), view) for p in far]
    labels = place_labels(names, view)
    countries = country_names(level, view, located, {place.name for place in places})
    return Map(
        view,
        path_data(view.land(level), "z"),
        path_data(view.lines(level.borders)),
        path_data(view.lines(level.disputed)),
        [point for place, point in zip(near, located, strict=True) if not place.area],
        labels,
        place_countries(countries, names, [label for label in labels if label], view),
    )


def split_far(places: list[Place]) -> tuple[list[Place], list[Place]]:
    """Places to draw, and those so far from all others that the map's edge says where they are.

    There are none of these unless most places are near each other.
    """
    if extent([place.point for place in places]) <= WIDE:
        return places, []
    groups = [
        [p for p in places if (p.longitude - first.longitude) % 360 <= WIDE] for first in places
    ]
    near = max(groups, key=len)
    if len(near) < max(FEWEST, SHARE * len(places)) or extent([p.point for p in near]) > WIDE:
        return places, []
    return near, [place for place in places if place not in near]


def title(places: list[Place]) -> str:
    *most, last = [place.name for place in places]
    return f"Map of {', '.join(most)} and {last}" if most else f"Map of {last}"


def describe(places: list[Place]) -> str:
    """The title, and where every other place is from the first that has a dot."""
    first = next((place for place in places if not place.area), places[0])
    relations = [relation(first, place) for place in places if place != first]
    return ". ".join([title(places), *relations]) + "."


def relation(first: Place, other: Place) -> str:
    """As the map shows it; seas and the like are somewhere, but not so many kilometers away."""
    distance = kilometers(first.point, other.point)
    if distance < CLOSE:
        return f"{other.name} is close to {first.name}"
    away = f"{direction(first.point, other.point)} of {first.name}"
    if first.area or other.area:
        return f"{other.name} is {away}"
    step = 10 if distance < 1000 else 100
    return f"{other.name} is {round(distance / step) * step:,} km {away}"
