"""Flattens what cannot be seen of lines, and writes them as SVG paths."""

from math import hypot

Point = tuple[float, float]


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
