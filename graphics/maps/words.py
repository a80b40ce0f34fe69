"""A map in words: which places it shows, and how far from one the others are, which way."""

from math import asin, cos, radians, sin, sqrt

from graphics.maps.bearing import wind
from graphics.maps.draw import Place
from graphics.maps.frame import EARTH

CLOSE = 30  # km, within which no direction is told


def title(places: tuple[Place, ...]) -> str:
    return f"Map of {listed([place.name for place in places])}"


def description(places: tuple[Place, ...]) -> str:
    """The title, and where every other place is from the first that has a dot."""
    first = next((place for place in places if not place.area), places[0])
    others = [place for place in places if place != first]
    told = [relation(first, other) for other in others]
    return f"{title(places)}. {'. '.join(told)}." if told else f"{title(places)}."


def relation(first: Place, other: Place) -> str:
    """As the map shows it; seas and the like are somewhere, but not so many kilometers away."""
    far = kilometers(first, other)
    if far < CLOSE:
        return f"{other.name} is close to {first.name}"
    away = f"{wind(first.point, other.point)} of {first.name}"
    if first.area or other.area:
        return f"{other.name} is {away}"
    return f"{other.name} is {rounded(far):,} km {away}"


def listed(names: list[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last


def rounded(far: float) -> int:
    step = 10 if far < 1000 else 100
    return round(far / step) * step


def kilometers(a: Place, b: Place) -> float:
    """The distance along the sphere, by the haversine formula."""
    up, around = radians(b.latitude - a.latitude), radians(b.longitude - a.longitude)
    north = cos(radians(a.latitude)) * cos(radians(b.latitude))
    return 2 * EARTH * asin(sqrt(sin(up / 2) ** 2 + north * sin(around / 2) ** 2))
