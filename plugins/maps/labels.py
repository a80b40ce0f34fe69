"""Where names can stand beside the places that they name.

Candidate positions around each dot, the nearest and the right side first, as in E. Imhof,
Positioning names on maps, 1975.
"""

from typing import NamedTuple

from .type import LINE, lines_of, width_of

DOT = 7  # half a dot's width, with what has to stay free around it
NEAR = 13  # from the middle of a dot to its name
LEADERS = (34, 58, 86, 120)  # how long the lines to farther names are
AROUND = ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (1, 1), (-1, -1), (-1, 1))
SHIFTS = tuple(
    sorted(
        ((x, y) for x in range(-120, 121, 30) for y in range(-60, 61, 20)),
        key=lambda shift: (abs(shift[0]) + 2 * abs(shift[1]), shift),
    )
)
APART = 3  # between what must not touch


class Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    def touches(self, other: "Box") -> bool:
        across = self.left < other.right + APART and other.left < self.right + APART
        return across and self.top < other.bottom + APART and other.top < self.bottom + APART

    def within(self, width: float, height: float) -> bool:
        return (
            self.left >= 4
            and self.top >= 4
            and self.right <= width - 4
            and self.bottom <= height - 4
        )


class Label(NamedTuple):
    """Lines of a name in a box; `leader` is from the dot to the box, if there is one.

    `side` says where its dot is: 1 left of it, so that lines begin there, -1 right of it, or 0.
    """

    lines: list[str]
    box: Box
    size: int
    side: int = 0
    leader: tuple[float, float, float, float] | None = None

    @property
    def width(self) -> float:
        return self.box.right - self.box.left

    @property
    def anchor(self) -> tuple[str, float]:
        """The value of `text-anchor`, and where it is."""
        middle = (self.box.left + self.box.right) / 2
        ends = {1: ("start", self.box.left), -1: ("end", self.box.right), 0: ("middle", middle)}
        return ends[self.side]

    def baselines(self) -> list[float]:
        return [self.box.top + self.size * (LINE * n + 0.9) for n in range(len(self.lines))]


def boxed(name: str, size: int) -> tuple[list[str], float, float]:
    """A name in lines, with how wide and high they are."""
    lines = lines_of(name)
    return lines, max(width_of(line, size) for line in lines), size * LINE * len(lines)


def beside(name: str, x: float, y: float, size: int) -> list[Label]:
    """Where the name of a dot can stand, the best place first."""
    lines, wide, high = boxed(name, size)
    found = []
    for away in (NEAR, *LEADERS):
        for right, down in AROUND:
            step = away * (0.75 if right and down else 1)
            mid_x = x + right * (step + wide / 2) if right else x
            mid_y = y + down * (step + high / 2) if down else y
            box = Box(mid_x - wide / 2, mid_y - high / 2, mid_x + wide / 2, mid_y + high / 2)
            end = (x + right * (step - 3), y + down * (step - 3))
            start = (x + right * DOT, y + down * DOT)
            leader = None if away == NEAR else (*start, *end)
            found.append(Label(lines, box, size, right, leader))
    return found


def over(name: str, x: float, y: float, size: int) -> list[Label]:
    """Where the name of a sea or an island can stand: on it, or a little beside its middle."""
    lines, wide, high = boxed(name, size)
    middles = [(x + right, y + down) for right, down in SHIFTS]
    return [
        Label(lines, Box(a - wide / 2, b - high / 2, a + wide / 2, b + high / 2), size)
        for a, b in middles
    ]
