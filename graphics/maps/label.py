"""A name on a map, and the room that it takes, in units."""

from typing import NamedTuple

from graphics.maps.type import LINE

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
