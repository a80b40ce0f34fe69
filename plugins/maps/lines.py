"""Cuts lines and rings to a box, flattens what cannot be seen, and writes them as SVG paths.

A box is least x, least y, greatest x, greatest y.
"""

from itertools import pairwise
from math import hypot

Point = tuple[float, float]
Box = tuple[float, float, float, float]


def clipped_ring(ring: list[Point], box: Box) -> list[Point]:
    """A ring within a box. Sutherland and Hodgman, Reentrant polygon clipping, 1974."""
    for axis, limit, sign in ((0, box[0], 1), (0, box[2], -1), (1, box[1], 1), (1, box[3], -1)):
        kept: list[Point] = []
        for a, b in zip([*ring[-1:], *ring[:-1]], ring, strict=True):
            inside, was = (sign * (p[axis] - limit) >= 0 for p in (b, a))
            if inside != was:
                kept.append(crossing(a, b, axis, limit))
            if inside:
                kept.append(b)
        ring = kept
    return ring


def crossing(a: Point, b: Point, axis: int, limit: float) -> Point:
    part = (limit - a[axis]) / (b[axis] - a[axis])
    return a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1])


def clipped_line(line: list[Point], box: Box) -> list[list[Point]]:
    """The parts of a line within a box."""
    parts: list[list[Point]] = []
    for a, b in pairwise(line):
        cut = clipped_segment(a, b, box)
        if not cut:
            continue
        if not parts or parts[-1][-1] != cut[0]:
            parts.append([cut[0]])
        parts[-1].append(cut[1])
    return parts


def clipped_segment(a: Point, b: Point, box: Box) -> tuple[Point, Point] | None:
    for axis, limit, sign in ((0, box[0], 1), (0, box[2], -1), (1, box[1], 1), (1, box[3], -1)):
        inside_a, inside_b = (sign * (p[axis] - limit) >= 0 for p in (a, b))
        if not (inside_a or inside_b):
            return None
        if not inside_a:
            a = crossing(a, b, axis, limit)
        elif not inside_b:
            b = crossing(a, b, axis, limit)
    return a, b


def flattened(line: list[Point], tolerance: float) -> list[Point]:
    """The fewest points from which no other is farther than the tolerance.

    Ramer, 1972; Douglas and Peucker, 1973.
    """
    keep, todo = {0, len(line) - 1}, [(0, len(line) - 1)]
    while todo:
        first, last = todo.pop()
        far, at = max(
            ((distance(line[i], line[first], line[last]), i) for i in range(first + 1, last)),
            default=(0, 0),
        )
        if far > tolerance:
            keep.add(at)
            todo += [(first, at), (at, last)]
    return [line[i] for i in sorted(keep)]


def distance(p: Point, a: Point, b: Point) -> float:
    """How far a point is from a segment."""
    x, y = b[0] - a[0], b[1] - a[1]
    long = x * x + y * y
    part = max(0, min(1, ((p[0] - a[0]) * x + (p[1] - a[1]) * y) / long)) if long else 0
    return hypot(p[0] - a[0] - part * x, p[1] - a[1] - part * y)


def path(lines: list[list[Point]], end: str = "") -> str:
    """Lines as the data of an SVG path in whole numbers, each point relative to the one before."""
    told = []
    for line in lines:
        x, y = (round(v) for v in line[0])
        steps = []
        for point in line[1:]:
            u, v = (round(n) for n in point)
            if (u, v) != (x, y):
                steps.append(f"{u - x} {v - y}".replace(" -", "-"))
                x, y = u, v
        if steps:
            start = " ".join(str(round(v)) for v in line[0]).replace(" -", "-")
            told.append(f"M{start}l{' '.join(steps)}".replace(" -", "-") + end)
    return "".join(told)
