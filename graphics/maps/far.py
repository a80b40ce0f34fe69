"""Places so far from all others that the map's edge says where they are, instead of the world."""

from graphics.maps.label import Label
from graphics.maps.labels import boxed, centered
from graphics.maps.projection import WIDE, spread

FEWEST, SHARE = 3, 2 / 3  # of the places must be near each other
EDGE = 8  # from a name to the edge, in units
STEP = 16  # between two places where a name can stand
ARROWS = {
    "north": "\u2191",
    "northeast": "\u2197",
    "east": "\u2192",
    "southeast": "\u2198",
    "south": "\u2193",
    "southwest": "\u2199",
    "west": "\u2190",
    "northwest": "\u2196",
}


def parted(places: list) -> tuple[list, list]:
    """Those to be drawn, and those told at the edge: none unless most are near each other."""
    if spread([place.point for place in places]) <= WIDE:
        return places, []
    groups = [
        [p for p in places if (p.longitude - first.longitude) % 360 <= WIDE] for first in places
    ]
    near = max(groups, key=len)
    if len(near) < max(FEWEST, SHARE * len(places)) or spread([p.point for p in near]) > WIDE:
        return places, []
    return near, [place for place in places if place not in near]


def at_the_edge(name: str, wind: str, width: float, height: float, size: int) -> list[Label]:
    """Where a name with an arrow can stand: along the edge that it points to, the middle first."""
    words = boxed(f"{name} {ARROWS[wind]}", size)
    wide, high = words[1] / 2 + EDGE, words[2] / 2 + EDGE
    xs = {"east": [width - wide], "west": [wide]}.get(
        wind.removeprefix("north").removeprefix("south")
    )
    ys = {"nor": [high], "sou": [height - high]}.get(wind[:3])
    xs = xs or steps(wide, width - wide)
    ys = ys or steps(high, height - high)
    return [centered(words, x, y, size) for x in xs for y in ys]


def steps(first: float, last: float) -> list[float]:
    """Points from `first` to `last`, from the middle outwards."""
    middle = (first + last) / 2
    points = [first + STEP * n for n in range(int(max(0, last - first) // STEP) + 1)]
    return sorted(points, key=lambda point: (abs(point - middle), point))
