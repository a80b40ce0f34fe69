"""Reads TopoJSON, and simplifies its arcs. https://github.com/topojson/topojson-specification

Points are (longitude, latitude) in degrees.
"""

import heapq
from collections import defaultdict
from collections.abc import Callable
from itertools import groupby, pairwise, product
from math import cos, dist, radians

from graphics.maps import geometry
from graphics.maps.geometry import clip_ring

SMALLEST = 0.8  # square degrees of a country whose name maps can show
LARGE = 150
ONE_STATE = {("China", "Hong Kong"), ("China", "Macao")}


class Topology:
    """The countries of a TopoJSON file and the lines that they share."""

    def __init__(self, data: dict):
        scale, translate = data["transform"]["scale"], data["transform"]["translate"]
        self.arcs = [decode_arc(arc, scale, translate) for arc in data["arcs"]]
        self.objects = data["objects"]

    def borders(self) -> list[tuple[int, tuple[str, str]]]:
        """Every arc that two countries share, with their names in alphabetical order."""
        users = defaultdict(set)
        for country in self.objects["countries"]["geometries"]:
            for arc in flatten(country.get("arcs", [])):
                users[arc if arc >= 0 else ~arc].add(country["properties"]["name"])
        pairs = [(arc, tuple(sorted(of))) for arc, of in sorted(users.items()) if len(of) == 2]
        return [(arc, pair) for arc, pair in pairs if pair not in ONE_STATE]

    def land(self, box: tuple, islet: float) -> list[list]:
        """Rings of land that reach into a box and enclose at least so many square degrees."""
        shapes = self.objects["land"]["geometries"]
        rings = [
            self.ring(ring) for shape in shapes for polygon in polygons(shape) for ring in polygon
        ]
        rings = [clip_ring(ring, box) for ring in rings if abs(area(ring)) >= islet]
        return [ring for ring in rings if len(ring) > 2]

    def ring(self, arcs: list[int]) -> list:
        points = []
        for arc in arcs:
            line = self.arcs[arc] if arc >= 0 else self.arcs[~arc][::-1]
            turn = 360 * round((points[-1][0] - line[0][0]) / 360) if points else 0
            points += [(x + turn, y) for x, y in line[bool(points) :]]
        return points

    def label_points(self, box: tuple) -> dict[str, list[float]]:
        """For each country how far, in degrees, its inmost point is from its edge, and longitudes
        and latitudes of points where its name can stand."""
        countries = {}
        for country in self.objects["countries"]["geometries"]:
            rings = [clip_ring(self.ring(polygon[0]), box) for polygon in polygons(country)]
            largest = max(rings, key=lambda ring: abs(area(ring)) if ring else 0)
            if largest and abs(area(largest)) >= SMALLEST:
                points = find_inner_points(largest)
                values = [depth(points[0], largest), *(v for point in points for v in point)]
                countries[country["properties"]["name"]] = [round(v, 1) for v in values]
        return countries


def decode_arc(arc: list, scale: list[float], translate: list[float]) -> list[tuple[float, float]]:
    """The points of an arc. One that crosses the antimeridian goes on beyond 180."""
    x = y = 0
    points = []
    for right, up in arc:
        x, y = x + right, y + up
        degrees = x * scale[0] + translate[0]
        turn = 360 * round((points[-1][0] - degrees) / 360) if points else 0
        points.append((degrees + turn, y * scale[1] + translate[1]))
    return points


def polygons(shape: dict) -> list:
    arcs = shape.get("arcs", [])
    return [arcs] if shape["type"] == "Polygon" else arcs if shape["type"] == "MultiPolygon" else []


def flatten(arcs) -> list[int]:
    return [arcs] if isinstance(arcs, int) else [one for part in arcs for one in flatten(part)]


def area(ring: list) -> float:
    """The signed area in square degrees of latitude: longitudes shrink towards the poles."""
    return geometry.area(ring) * cos(radians(sum(y for _, y in ring) / len(ring)))


def simplify(points: list, least: float) -> list:
    """The points whose triangle with their neighbors is no smaller than `least` square degrees.

    Visvalingam and Whyatt, Line generalisation by repeated elimination of points, 1993.
    """
    before, after = list(range(-1, len(points) - 1)), list(range(1, len(points) + 1))
    heap = [(triangle_area(points, i - 1, i, i + 1), i) for i in range(1, len(points) - 1)]
    heapq.heapify(heap)
    current = {i: size for size, i in heap}
    while heap and heap[0][0] < least:
        size, i = heapq.heappop(heap)
        if current.get(i) != size:
            continue
        del current[i]
        a, b = before[i], after[i]
        after[a], before[b] = b, a
        for j in (a, b):
            if j in current:
                current[j] = max(size, triangle_area(points, before[j], j, after[j]))
                heapq.heappush(heap, (current[j], j))
    return [p for i, p in enumerate(points) if i in current or i in (0, len(points) - 1)]


def triangle_area(points: list, a: int, b: int, c: int) -> float:
    (x, y), (u, v), (r, s) = points[a], points[b], points[c]
    return abs((u - x) * (s - y) - (r - x) * (v - y)) / 2 * cos(radians(v))


def split_line(line: list, claim: Callable[[tuple, tuple], bool]) -> list[tuple[bool, list]]:
    """A line in parts, each with whether the claim holds for its segments."""
    groups = [(holds, list(pairs)) for holds, pairs in groupby(pairwise(line), lambda p: claim(*p))]
    return [(holds, [pairs[0][0], *(end for _, end in pairs)]) for holds, pairs in groups]


def is_in_box(point: tuple, box: tuple) -> bool:
    west, south, east, north = box
    return west <= point[0] <= east and south <= point[1] <= north


def find_inner_points(ring: list) -> list[tuple[float, float]]:
    """Points of a grid within a ring, those farthest from its edge first; more for large ones."""
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    step = max(max(xs) - min(xs), max(ys) - min(ys)) / 12
    columns, rows = (int((max(of) - min(of)) / step) + 1 for of in (xs, ys))
    grid = [
        (min(xs) + step * (i + 0.5), min(ys) + step * (j + 0.5))
        for i, j in product(range(columns), range(rows))
    ]
    inside = [point for point in grid if is_within(point, ring)]
    deepest = sorted(inside, key=lambda point: -depth(point, ring))
    return deepest[: 80 if abs(area(ring)) > LARGE else 16]


def depth(point: tuple, ring: list) -> float:
    return min(dist(point, corner) for corner in ring)


def is_within(point: tuple, ring: list) -> bool:
    x, y = point
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    crossings = (
        (a[1] > y) != (b[1] > y) and x < a[0] + (y - a[1]) / (b[1] - a[1]) * (b[0] - a[0])
        for a, b in pairs
    )
    return sum(crossings) % 2 == 1
