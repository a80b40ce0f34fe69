"""Where names can stand beside the places that they name.

Candidate positions around each dot, the nearest and the right side first, as in E. Imhof,
Positioning names on maps, 1975.
"""

from graphics.maps.label import Box, Label
from graphics.maps.type import LINE, lines_of, width_of

DOT = 7  # half a dot's width, with what has to stay free around it
NEAR = 13  # from the middle of a dot to its name
LEADERS = (34, 58, 86, 120, 160, 210)  # how long the lines to farther names are
AROUND = ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (1, 1), (-1, -1), (-1, 1))
SHIFTS = tuple(
    sorted(
        ((x, y) for x in range(-48, 49, 16) for y in range(-32, 33, 16)),
        key=lambda shift: (abs(shift[0]) + 2 * abs(shift[1]), shift),
    )
)


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
    """Where the name of a sea can stand: close to its middle, or else at the end of a line."""
    words = boxed(name, size)
    close = [centered(words, x + right, y + down, size) for right, down in SHIFTS]
    return close + [label for label in beside(name, x, y, size) if label.leader]


def centered(words: tuple[list[str], float, float], x: float, y: float, size: int) -> Label:
    """A name with its middle at a point."""
    lines, wide, high = words
    return Label(lines, Box(x - wide / 2, y - high / 2, x + wide / 2, y + high / 2), size)
