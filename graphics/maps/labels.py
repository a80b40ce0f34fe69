"""Where names stand on a map, so that none covers a dot or another name.

Each name has positions around its dot, the nearest and the right side first, as in E. Imhof,
Positioning names on maps, 1975, and farther ones at the end of a line. The names with the fewest
free positions are placed first, each at the best that is left, and each moves once more where a
better one has become free (the greedy algorithm with discrete descent of J. Christensen, J. Marks
and S. Shieber, An empirical study of algorithms for point-feature label placement, 1995). Where a
name finds no room, all are placed anew, this one first.
"""

from collections.abc import Sequence
from functools import cache, partial
from itertools import count, product
from math import radians
from textwrap import wrap
from typing import NamedTuple, Self
from unicodedata import east_asian_width

from graphics.maps.geometry import ARROWS, Point
from graphics.maps.world import Level, View

TYPE, SMALL = 28, 24  # heights of type, of places and of countries, in units
LINE = 1.16  # from one line to the next, in heights of type
LONGEST = 12  # characters of a line, unless a word is longer or there are too many lines
ROWS = 3
NARROW, BROAD = set("iljtfrI.,'|:;()[]- "), set("mwMW@%")

APART = 3  # units between what must not touch
BORDER = 4  # units between a name and the edge of the map
DOT = 7  # half a dot's width, with what has to stay free around it
NEAR = 13  # from the middle of a dot to its name
LEADERS = (34, 58, 86, 120, 160, 210)  # how long the lines to farther names are
PIECE = 10  # how long the parts of a line are that must touch nothing
SIDES = ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (1, 1), (-1, -1), (-1, 1))
# From the middle of a sea to the middle of its name.
SHIFTS = sorted(
    product(range(-48, 49, 16), range(-32, 33, 16)),
    key=lambda shift: (abs(shift[0]) + 2 * abs(shift[1]), shift),
)
ATTEMPTS = 6

EDGE = 8  # from a name to the edge that it points to
STEP = 16  # between two positions along an edge

MOST = 6  # countries whose names are shown
STRETCH = 9  # how much wider than the depth of a country its name can be
COMMON_NAMES = {"United States of America": "United States", "eSwatini": "Eswatini"}


class Box(NamedTuple):
    """A rectangle, in units."""

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def around(cls, point: Point, wide: float, high: float) -> Self:
        """The box whose middle is a point."""
        x, y = point
        return cls(x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)

    def touches(self, other: "Box") -> bool:
        across = self.left < other.right + APART and other.left < self.right + APART
        return across and self.top < other.bottom + APART and other.top < self.bottom + APART

    def within(self, width: float, height: float) -> bool:
        """Whether it is inside a map of this size, and off its edge."""
        across = self.left >= BORDER and self.right <= width - BORDER
        return across and self.top >= BORDER and self.bottom <= height - BORDER


class Label(NamedTuple):
    """Lines of a name in a box.

    `side` says where its dot is: 1 left of it, so that lines begin there, -1 right of it, or 0. A
    `leader` is a line from the dot to the box. Small boxes `along` it touch nothing else; there
    are none near the dot, since dots can be so near that they touch.
    """

    lines: list[str]
    box: Box
    size: int
    side: int = 0
    leader: tuple[Point, Point] | None = None
    along: Sequence[Box] = ()

    def baselines(self) -> list[float]:
        return [self.box.top + self.size * (LINE * n + 0.9) for n in range(len(self.lines))]

    def covers(self, box: Box) -> bool:
        """Whether the name or its leader touches a box."""
        return any(part.touches(box) for part in (self.box, *self.along))

    def clashes(self, other: "Label") -> bool:
        """Whether the names or leaders of two labels touch."""
        return any(map(self.covers, (other.box, *other.along)))


def center_name(name: str, size: int, x: float, y: float) -> Label:
    """The label of a name with its middle at a point."""
    lines, width, height = set_text(name, size)
    return Label(lines, Box.around((x, y), width, height), size)


@cache
def set_text(name: str, size: int) -> tuple[list[str], float, float]:
    """A name in lines of about the same length, and their width and height, in units."""
    fill = partial(wrap, name, break_long_words=False, break_on_hyphens=False)
    rows = min(ROWS, len(fill(LONGEST)))
    lines = next(x for x in map(fill, count(max(1, len(name) // rows))) if len(x) <= rows)
    width = max(size * sum(map(letter_width, line)) + 2 for line in lines)
    return lines, width, size * LINE * len(lines)


def letter_width(letter: str) -> float:
    """The width of a letter in heights of type: an estimate for system fonts, never too little."""
    if east_asian_width(letter) in "WF":
        return 1.02
    if letter in NARROW:
        return 0.42
    return 1.06 if letter in BROAD else 0.8 if letter.isupper() else 0.7


class Name(NamedTuple):
    """The positions where a name can stand, the best first, and the box of its dot, if any."""

    positions: list[Label]
    dot: Box | None = None


def name_of_dot(name: str, point: Point) -> Name:
    """The name of a place with a dot."""
    dot = Box.around(point, 2 * DOT, 2 * DOT)
    return Name(positions_around(name, point, (NEAR, *LEADERS)), dot)


def name_of_area(name: str, point: Point) -> Name:
    """The name of a sea and the like: close to its middle, or else at the end of a line."""
    x, y = point
    close = [center_name(name, TYPE, x + right, y + down) for right, down in SHIFTS]
    return Name(close + positions_around(name, point, LEADERS))


def positions_around(name: str, point: Point, distances: Sequence[int]) -> list[Label]:
    x, y = point
    _, width, height = set_text(name, TYPE)
    labels = []
    for distance, (right, down) in product(distances, SIDES):
        step = distance * (0.75 if right and down else 1)
        middle = x + right * (step + width / 2), y + down * (step + height / 2)
        label = center_name(name, TYPE, *middle)._replace(side=right)
        if distance != NEAR:
            reaches = range(round(DOT + (step - 3 - DOT) / 4) + PIECE // 2, round(step - 3), PIECE)
            along = [
                Box.around((x + right * r, y + down * r), PIECE * abs(right), PIECE * abs(down))
                for r in reaches
            ]
            start, end = ((x + right * r, y + down * r) for r in (DOT, step - 3))
            label = label._replace(leader=(start, end), along=along)
        labels.append(label)
    return labels


def name_at_edge(name: str, direction: str, view: View) -> Name:
    """A name with an arrow: along the edge that it points to, the middle first."""
    words = f"{name} {ARROWS[direction]}"
    _, width, height = set_text(words, TYPE)
    left, top = width / 2 + EDGE, height / 2 + EDGE
    right, bottom = view.width - left, view.height - top
    xs = {"east": [right], "west": [left]}.get(direction[-4:], middle_first(left, right))
    ys = {"north": [top], "south": [bottom]}.get(direction[:5], middle_first(top, bottom))
    return Name([center_name(words, TYPE, x, y) for x in xs for y in ys])


def middle_first(first: float, last: float) -> list[float]:
    """Points from `first` to `last`, from the middle outwards."""
    middle = (first + last) / 2
    points = [first + STEP * n for n in range(int(max(0, last - first) // STEP) + 1)]
    return sorted(points, key=lambda point: (abs(point - middle), point))


def place_labels(names: list[Name], view: View) -> list[Label | None]:
    """One position for each name; None where there is no room, which is so for as few as can be."""
    free = [free_positions(name, names, view) for name in names]
    order = sorted(range(len(names)), key=lambda n: len(free[n]))
    attempts = []
    for _ in range(ATTEMPTS):
        labels: list[Label | None] = [None] * len(names)
        for n in order * 2:  # in the second round better ones may have become free
            labels[n] = None
            labels[n] = first_free(free[n], [label for label in labels if label])
        attempts.append(labels)
        if None not in labels:
            break
        order = sorted(order, key=lambda n: labels[n] is not None)
    return min(attempts, key=lambda labels: labels.count(None))


def free_positions(name: Name, names: list[Name], view: View) -> list[Label]:
    """The positions on the map that cover no dot of another name."""
    dots = [other.dot for other in names if other.dot and other is not name]
    return [
        label
        for label in name.positions
        if label.box.within(view.width, view.height) and not any(map(label.covers, dots))
    ]


def first_free(positions: list[Label], others: list[Label]) -> Label | None:
    return next((label for label in positions if not any(map(label.clashes, others))), None)


def country_names(level: Level, view: View, dots: list[Point], without: set[str]) -> list[Name]:
    """Countries that can have their name on their land, those nearest to the dots first."""
    candidates = []
    for full_name, (depth, points) in level.countries.items():
        name = COMMON_NAMES.get(full_name, full_name)
        width = set_text(name, SMALL)[1]
        if name not in without and width <= view.scale * radians(depth) * STRETCH:
            located = [view.locate_place(point) for point in points]
            away = min(abs(x - u) + abs(y - v) for x, y in located for u, v in dots)
            candidates.append((away, Name([center_name(name, SMALL, *p) for p in located])))
    return [name for _, name in sorted(candidates)]


def place_countries(
    countries: list[Name], names: list[Name], labels: list[Label], view: View
) -> list[Label]:
    """Names of countries where those of the places, with these labels, leave room."""
    result: list[Label] = []
    for country in countries:
        label = first_free(free_positions(country, names, view), [*labels, *result])
        result += [label] if label else []
    return result[:MOST]
