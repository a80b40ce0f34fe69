"""Cuts lines and rings to a box.

A box is least x, least y, greatest x, greatest y.
"""

from itertools import pairwise

Point = tuple[float, float]
Box = tuple[float, float, float, float]


def clipped_ring(ring: list[Point], box: Box) -> list[Point]:
    """A ring within a box. Sutherland and Hodgman, Reentrant polygon clipping, 1974."""
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    if ring and box[0] <= min(xs) and max(xs) <= box[2] and box[1] <= min(ys) and max(ys) <= box[3]:
        return ring
    for axis, limit, sign in sides(box):
        kept: list[Point] = []
        inside = [sign * (point[axis] - limit) >= 0 for point in ring]
        if all(inside):
            continue
        was = inside[-1]
        for at, (point, now) in enumerate(zip(ring, inside, strict=True)):
            if now != was:
                kept.append(crossing(ring[at - 1], point, axis, limit))
            if now:
                kept.append(point)
            was = now
        ring = kept
    return ring


def sides(box: Box) -> tuple[tuple[int, float, int], ...]:
    """Of every side of a box: along which axis it cuts, where, and on which side is inside."""
    return (0, box[0], 1), (0, box[2], -1), (1, box[1], 1), (1, box[3], -1)


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
    for axis, limit, sign in sides(box):
        inside_a, inside_b = sign * (a[axis] - limit) >= 0, sign * (b[axis] - limit) >= 0
        if not (inside_a or inside_b):
            return None
        if not inside_a:
            a = crossing(a, b, axis, limit)
        elif not inside_b:
            b = crossing(a, b, axis, limit)
    return a, b
