"""Land and borders in the units of a map, cut to its frame."""

from math import hypot

from graphics.maps.clip import Box, Point, clipped_line, clipped_ring
from graphics.maps.data import Line
from graphics.maps.frame import Frame
from graphics.maps.lines import flattened
from graphics.maps.projection import View

OUTSIDE = 8  # units that land reaches out of the frame, so that its edge is not drawn as a coast
TOLERANCE = 1.1
ISLET = 7  # square units


def rings(land: list[Line], view: View, frame: Frame) -> list[list[Point]]:
    """Rings of land, in the frame and a little beyond, that are large enough to be seen."""
    outer = (-OUTSIDE, -OUTSIDE, frame.width + OUTSIDE, frame.height + OUTSIDE)
    sight = in_sight(view, frame, OUTSIDE)
    found = []
    for ring in land:
        for turned in near(ring, sight):
            ring_in = clipped_ring(turned, view.box)
            drawn = clipped_ring([frame.place(*view.project(*point)) for point in ring_in], outer)
            if len(drawn) > 2 and abs(area(drawn)) >= ISLET:
                found.append(flattened([*drawn, drawn[0]], TOLERANCE)[:-1])
    return [ring for ring in found if len(ring) > 2]


def lines(borders: list[Line], view: View, frame: Frame) -> list[list[Point]]:
    sight, inside = in_sight(view, frame), (0, 0, frame.width, frame.height)
    found = []
    for border in borders:
        for turned in near(border, sight):
            for part in clipped_line(turned, view.box):
                drawn = [frame.place(*view.project(*point)) for point in part]
                found += [flattened(one, TOLERANCE) for one in clipped_line(drawn, inside)]
    return found


def in_sight(view: View, frame: Frame, beyond: int = 0) -> Box:
    """The longitudes and latitudes of the view that can be in a frame, and some units beyond."""
    x, y = frame.place(0, 0)
    wide, high = max(abs(x), abs(frame.width - x)), max(abs(y), abs(frame.height - y))
    away = hypot(wide + beyond, high + beyond) / frame.scale
    west, south, east, north = view.around(away)
    box = view.box
    return max(west, box[0]), max(south, box[1]), min(east, box[2]), min(north, box[3])


def near(line: Line, box: Box) -> list[list[Point]]:
    """A line as often as it is in a box of longitudes that may reach beyond 180."""
    west, south, east, north = line.extent
    if north < box[1] or south > box[3]:
        return []
    turns = [turn for turn in (-360, 0, 360) if west + turn < box[2] and east + turn > box[0]]
    return [[(x + turn, y) for x, y in line] if turn else line for turn in turns]


def area(ring: list[Point]) -> float:
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs) / 2
