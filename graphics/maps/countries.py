"""Names of countries, so that a map is understood without knowing its coasts."""

from math import radians

from graphics.maps.data import Level
from graphics.maps.frame import Frame, near
from graphics.maps.label import Box, Label
from graphics.maps.labels import boxed, centered
from graphics.maps.projection import Point, View

SMALL = 24  # height of type, in units
MOST = 6
STRETCH = 9  # how much wider than the depth of a country its name can be
CALLED = {"United States of America": "United States", "eSwatini": "Eswatini"}


def country_names(
    level: Level, view: View, frame: Frame, taken: list[Box], dots: list[Point], told: set[str]
) -> list[Label]:
    """Names of countries on their land where there is room, those nearest to the places first."""
    found = []
    for name, (depth, points) in level.countries.items():
        called = CALLED.get(name, name)
        words = boxed(called, SMALL)
        if called in told or words[1] > frame.scale * radians(depth) * STRETCH:
            continue
        at = [frame.place(*view.project(*p)) for p in filter(None, (near(p, view) for p in points))]
        names = [centered(words, x, y, SMALL) for x, y in at]
        names = [one for one in names if one.box.within(frame.width, frame.height)]
        if names:
            away = min(abs(x - u) + abs(y - v) for x, y in at for u, v in dots)
            found.append((away, called, names))
    return roomy([names for _, _, names in sorted(found)], taken)[:MOST]


def roomy(wanted: list[list[Label]], taken: list[Box]) -> list[Label]:
    """Of each the first that touches nothing, while there are any."""
    kept: list[Label] = []
    for names in wanted:
        boxes = [*taken, *(label.box for label in kept)]
        kept += [one for one in names if not any(one.box.touches(box) for box in boxes)][:1]
    return kept
