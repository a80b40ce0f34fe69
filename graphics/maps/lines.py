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
        far, at = farthest(line, first, last)
        if far > tolerance:
            keep.add(at)
            todo += [(first, at), (at, last)]
    return [line[i] for i in sorted(keep)]


def farthest(line: list[Point], first: int, last: int) -> tuple[float, int]:
    """How far the farthest point between two is from the segment between them, and which it is."""
    (left, top), (right, bottom) = line[first], line[last]
    x, y = right - left, bottom - top
    long, far, at = x * x + y * y, -1.0, 0
    for number in range(first + 1, last):
        u, v = line[number][0] - left, line[number][1] - top
        part = (u * x + v * y) / long if long else 0
        part = 0 if part < 0 else min(part, 1)
        away = hypot(u - part * x, v - part * y)
        if away >= far:
            far, at = away, number
    return far, at


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
