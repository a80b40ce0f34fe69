"""Projections of the sphere, of radius 1, to the plane; chosen by how much a map shows.

J. P. Snyder, Map Projections: A Working Manual, 1987; B. Šavrič, T. Patterson and B. Jenny, The
Equal Earth map projection, 2019. Both keep areas true. Points are (longitude, latitude) in degrees.
"""

from collections.abc import Callable
from functools import partial
from math import asin, cos, degrees, radians, sin, sqrt
from typing import NamedTuple

from graphics.maps.clip import Box, Point

WIDE = 75  # degrees, beyond which a map shows the whole world


class View(NamedTuple):
    """A projection with north up, and the longitudes and latitudes that it is good for.

    `around` gives those that can be no farther from its middle than a distance on the plane.
    """

    project: Callable[[float, float], Point]
    around: Callable[[float], Box]
    box: Box
    world: bool


def spread(places: list[Point]) -> float:
    """How far places are apart, in degrees of longitude or latitude."""
    west, east = narrowest([x for x, _ in places])
    return max(east - west, max(y for _, y in places) - min(y for _, y in places))


def chosen(places: list[Point]) -> View:
    """Lambert's azimuthal projection around places that are near each other, else Equal Earth."""
    west, east = narrowest([x for x, _ in places])
    south, north = min(y for _, y in places), max(y for _, y in places)
    x, y = (west + east) / 2, (south + north) / 2
    if spread(places) > WIDE:
        whole = (x - 180, -60, x + 180, 84)
        return View(equal_earth(x), lambda _: whole, whole, world=True)
    box = (x - 60, max(-60, y - 60), x + 60, min(84, y + 60))
    return View(azimuthal(x, y), partial(cap, x, y), box, world=False)


def narrowest(longitudes: list[float]) -> tuple[float, float]:
    """West and east of the narrowest arc that has all; east may be beyond 180."""
    turned = sorted({x % 360 for x in longitudes})
    after = [*turned[1:], turned[0] + 360]
    gaps = [b - a for a, b in zip(turned, after, strict=True)]
    widest = gaps.index(max(gaps))
    west = after[widest] if widest + 1 < len(turned) else turned[0]
    return west, west + 360 - gaps[widest]


def cap(longitude: float, latitude: float, distance: float) -> Box:
    """What encloses all within a distance of the point around which Lambert's projection is.

    The chord of an arc is as long on the plane as in the sphere (Snyder, 24-1); a degree is added,
    since between two points lines are straight on the plane.
    """
    arc = 2 * asin(min(1, distance / 2))
    south, north = latitude - degrees(arc) - 1, latitude + degrees(arc) + 1
    narrow = max(-south, north) < 90
    wide = degrees(asin(sin(arc) / cos(radians(latitude)))) + 1 if narrow else 180
    return longitude - wide, south, longitude + wide, north


def azimuthal(longitude: float, latitude: float) -> Callable[[float, float], Point]:
    """Lambert's azimuthal equal-area projection around a point (Snyder, 24-2 to 24-4)."""
    sin_0, cos_0 = sin(radians(latitude)), cos(radians(latitude))

    def project(x: float, y: float) -> Point:
        around, up = radians(x - longitude), radians(y)
        nearness = 1 + sin_0 * sin(up) + cos_0 * cos(up) * cos(around)
        k = sqrt(2 / max(nearness, 1e-9))
        right = k * cos(up) * sin(around)
        return right, k * (cos_0 * sin(up) - sin_0 * cos(up) * cos(around))

    return project


def equal_earth(longitude: float) -> Callable[[float, float], Point]:
    a, b, c, d = 1.340264, -0.081106, 0.000893, 0.003796

    def project(x: float, y: float) -> Point:
        t = asin(sqrt(3) / 2 * sin(radians(y)))
        t2, t6 = t**2, t**6
        wide = 9 * d * t2 * t6 + 7 * c * t6 + 3 * b * t2 + a
        right = 2 * sqrt(3) * radians(x - longitude) * cos(t) / (3 * wide)
        return right, t * (d * t2 * t6 + c * t6 + b * t2 + a)

    return project
