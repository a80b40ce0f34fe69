"""Land and borders in the units of a map, cut to its frame."""

from .clip import Box, Point, clipped_line, clipped_ring
from .lines import flattened
from .projection import View

OUTSIDE = 8  # units that land reaches out of the frame, so that its edge is not drawn as a coast
TOLERANCE = 1.1
ISLET = 7  # square units


def rings(land: list[list[Point]], view: View, place, frame: Box) -> list[list[Point]]:
    """Rings of land, in the frame and a little beyond, that are large enough to be seen."""
    outer = (frame[0] - OUTSIDE, frame[1] - OUTSIDE, frame[2] + OUTSIDE, frame[3] + OUTSIDE)
    found = []
    for ring in land:
        for turned in near(ring, view.box):
            ring_in = clipped_ring(turned, view.box)
            drawn = clipped_ring([place(*view.project(*point)) for point in ring_in], outer)
            if len(drawn) > 2 and abs(area(drawn)) >= ISLET:
                found.append(flattened([*drawn, drawn[0]], TOLERANCE)[:-1])
    return [ring for ring in found if len(ring) > 2]


def lines(borders: list[list[Point]], view: View, place, frame: Box) -> list[list[Point]]:
    found = []
    for border in borders:
        for turned in near(border, view.box):
            for part in clipped_line(turned, view.box):
                drawn = [place(*view.project(*point)) for point in part]
                found += [flattened(one, TOLERANCE) for one in clipped_line(drawn, frame)]
    return found


def near(line: list[Point], box: Box) -> list[list[Point]]:
    """A line as often as it is in a box of longitudes that may reach beyond 180."""
    west, east = min(x for x, _ in line), max(x for x, _ in line)
    south, north = min(y for _, y in line), max(y for _, y in line)
    if north < box[1] or south > box[3]:
        return []
    turns = [turn for turn in (-360, 0, 360) if west + turn < box[2] and east + turn > box[0]]
    return [[(x + turn, y) for x, y in line] if turn else line for turn in turns]


def area(ring: list[Point]) -> float:
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs) / 2
