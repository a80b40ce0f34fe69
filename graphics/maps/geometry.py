"""The geometry of maps: what is projected, where lines are cut and simplified, SVG paths, bearings.

A point is x and y: longitude and latitude in degrees on the earth, and units on a map. Bounds are
least x, least y, greatest x and greatest y. Both projections keep areas true: J. P. Snyder, Map
Projections: A Working Manual, 1987; B. Šavrič, T. Patterson and B. Jenny, The Equal Earth map
projection, 2019.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise
from math import asin, atan2, cos, degrees, hypot, radians, sin, sqrt
from typing import NamedTuple

Point = tuple[float, float]
Bounds = tuple[float, float, float, float]

EARTH = 6371  # km, of the radius 1 that projections have
WIDE = 75  # degrees, beyond which a map shows the whole world
DIRECTIONS = ("north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest")
ARROWS = dict(zip(DIRECTIONS, "↑↗→↘↓↙←↖", strict=True))


class Projection(NamedTuple):
    """A projection of the unit sphere with north up, and the bounds that it is good for."""

    project: Callable[[float, float], Point]
    bounds: Bounds
    world: bool

    def turn(self, place: Point) -> Point:
        """A place with its longitude as it is within the bounds, or east of them."""
        west = self.bounds[0]
        return west + (place[0] - west) % 360, place[1]


def choose_projection(places: Sequence[Point]) -> Projection:
    """Lambert's azimuthal projection around places that are near each other, else Equal Earth."""
    west, east = narrowest_arc([x for x, _ in places])
    south, north = min(y for _, y in places), max(y for _, y in places)
    x, y = (west + east) / 2, (south + north) / 2
    if extent(places) > WIDE:
        return Projection(equal_earth(x), (x - 180, -60, x + 180, 84), world=True)
    bounds = (x - 60, max(-60, y - 60), x + 60, min(84, y + 60))
    return Projection(azimuthal(x, y), bounds, world=False)


def extent(places: Sequence[Point]) -> float:
    """How far places are apart, in degrees of longitude or latitude, whichever is more."""
    west, east = narrowest_arc([x for x, _ in places])
    return max(east - west, max(y for _, y in places) - min(y for _, y in places))


def narrowest_arc(longitudes: Sequence[float]) -> tuple[float, float]:
    """West and east of the narrowest arc that has all longitudes; east may be beyond 180."""
    around = sorted({x % 360 for x in longitudes})
    gap, west = max(((x - around[i - 1]) % 360 or 360, x) for i, x in enumerate(around))
    return west, west + 360 - gap


def azimuthal(longitude: float, latitude: float) -> Callable[[float, float], Point]:
    """Lambert's azimuthal equal-area projection around a point (Snyder, 24-2 to 24-4)."""
    sin_0, cos_0 = sin(radians(latitude)), cos(radians(latitude))

    def project(x: float, y: float) -> Point:
        around, up = radians(x - longitude), radians(y)
        sin_up, cos_up, cos_around = sin(up), cos(up), cos(around)
        nearness = 1 + sin_0 * sin_up + cos_0 * cos_up * cos_around
        k = sqrt(2 / max(nearness, 1e-9))
        return k * cos_up * sin(around), k * (cos_0 * sin_up - sin_0 * cos_up * cos_around)

    return project


def equal_earth(longitude: float) -> Callable[[float, float], Point]:
    """The Equal Earth projection around a meridian."""
    a, b, c, d = 1.340264, -0.081106, 0.000893, 0.003796
    m = sqrt(3) / 2

    def project(x: float, y: float) -> Point:
        t = asin(m * sin(radians(y)))
        t2, t6 = t**2, t**6
        wide = 9 * d * t2 * t6 + 7 * c * t6 + 3 * b * t2 + a
        right = radians(x - longitude) * cos(t) / (m * wide)
        return right, t * (d * t2 * t6 + c * t6 + b * t2 + a)

    return project


def clip_ring(ring: list[Point], bounds: Bounds) -> list[Point]:
    """A ring within bounds. Sutherland and Hodgman, Reentrant polygon clipping, 1974."""
    for axis, limit, sign in edges(bounds):
        inside = [sign * (point[axis] - limit) >= 0 for point in ring]
        if all(inside):
            continue
        part: list[Point] = []
        for at, point in enumerate(ring):
            if inside[at] != inside[at - 1]:
                part.append(intersection(ring[at - 1], point, axis, limit))
            if inside[at]:
                part.append(point)
        ring = part
    return ring


def clip_line(line: list[Point], bounds: Bounds) -> list[list[Point]]:
    """The parts of a line within bounds."""
    parts: list[list[Point]] = []
    for a, b in pairwise(line):
        cut = clip_segment(a, b, bounds)
        if not cut:
            continue
        if not parts or parts[-1][-1] != cut[0]:
            parts.append([cut[0]])
        parts[-1].append(cut[1])
    return parts


def clip_segment(a: Point, b: Point, bounds: Bounds) -> tuple[Point, Point] | None:
    """The part of a segment within bounds, or None."""
    for axis, limit, sign in edges(bounds):
        inside_a, inside_b = sign * (a[axis] - limit) >= 0, sign * (b[axis] - limit) >= 0
        if not (inside_a or inside_b):
            return None
        if not inside_a:
            a = intersection(a, b, axis, limit)
        elif not inside_b:
            b = intersection(a, b, axis, limit)
    return a, b


def edges(bounds: Bounds) -> tuple[tuple[int, float, int], ...]:
    """Of every edge: along which axis it cuts, where, and on which side is inside."""
    return (0, bounds[0], 1), (0, bounds[2], -1), (1, bounds[1], 1), (1, bounds[3], -1)


def intersection(a: Point, b: Point, axis: int, limit: float) -> Point:
    part = (limit - a[axis]) / (b[axis] - a[axis])
    return a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1])


def simplify(line: list[Point], tolerance: float) -> list[Point]:
    """The fewest points from which no other is farther than the tolerance.

    Ramer, 1972; Douglas and Peucker, 1973.
    """
    farthest, at = max((distance(p, line[0], line[-1]), i) for i, p in enumerate(line))
    if farthest <= tolerance:
        return [line[0], line[-1]]
    return simplify(line[: at + 1], tolerance)[:-1] + simplify(line[at:], tolerance)


def distance(point: Point, a: Point, b: Point) -> float:
    """How far a point is from the segment between two others."""
    x, y = b[0] - a[0], b[1] - a[1]
    u, v = point[0] - a[0], point[1] - a[1]
    length = x * x + y * y
    part = (u * x + v * y) / length if length else 0
    part = 0 if part < 0 else min(part, 1)
    return hypot(u - part * x, v - part * y)


def area(ring: list[Point]) -> float:
    """The area within a ring, below zero where it runs the other way around."""
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs) / 2


def path_data(lines: list[list[Point]], end: str = "") -> str:
    """Lines as the data of an SVG path in whole numbers, each point relative to the one before."""
    parts = []
    for line in lines:
        points = [(round(x), round(y)) for x, y in line]
        steps = [f"{u - x} {v - y}" for (x, y), (u, v) in pairwise(points) if (u, v) != (x, y)]
        if steps:
            parts.append(f"M{points[0][0]} {points[0][1]}l{' '.join(steps)}{end}")
    return "".join(parts).replace(" -", "-")


def direction(one: Point, other: Point) -> str:
    """Which way the other is, one of eight, along a line of constant bearing as on the map."""
    east = (other[0] - one[0] + 180) % 360 - 180
    east *= cos(radians((one[1] + other[1]) / 2))
    return DIRECTIONS[round(degrees(atan2(east, other[1] - one[1])) / 45) % 8]


def kilometers(one: Point, other: Point) -> float:
    """The distance along the sphere, by the haversine formula."""
    up, around = radians(other[1] - one[1]), radians(other[0] - one[0])
    north = cos(radians(one[1])) * cos(radians(other[1]))
    return 2 * EARTH * asin(sqrt(sin(up / 2) ** 2 + north * sin(around / 2) ** 2))
