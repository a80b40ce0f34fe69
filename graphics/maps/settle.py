"""Chooses where names stand, all together, so that none covers another or a dot."""

from itertools import count
from typing import NamedTuple

from graphics.maps.label import Box, Label

NONE = 1000  # the rank of a name that is left out
STEPS = 4_000  # of the search, after which the best found so far stands


class Candidate(NamedTuple):
    """A name at a place, the best of its places with rank 0, and the room that it takes."""

    number: int
    rank: int
    label: Label
    boxes: list[Box]
    hull: Box

    def clashes(self, other: "Candidate") -> bool:
        return self.hull.touches(other.hull) and any(
            one.touches(two) for one in self.boxes for two in other.boxes
        )


def settled(
    wanted: list[list[Label]], taken: list[Box], width: float, height: float
) -> list[Label | None]:
    """One candidate for each name, with the least sum of ranks; None where there is no room."""
    number = count()
    places = [[candidate(next(number), *one) for one in enumerate(of)] for of in wanted]
    free = [[one for one in of if fits(one, taken, width, height)] for of in places]
    order = sorted(range(len(free)), key=lambda i: len(free[i]))
    least = [
        sum(free[i][0].rank if free[i] else NONE for i in order[n:]) for n in range(len(free) + 1)
    ]
    best: tuple[float, dict[int, Candidate]] = (float("inf"), {})
    steps, known = count(), {}

    def clash(one: Candidate, other: Candidate) -> bool:
        pair = one.number, other.number
        if pair not in known:
            known[pair] = one.clashes(other)
        return known[pair]

    def search(depth: int, cost: float, chosen: dict[int, Candidate]) -> None:
        nonlocal best
        if cost + least[depth] >= best[0] or (best[1] and next(steps) > STEPS):
            return
        if depth == len(order):
            best = cost, chosen
            return
        one = order[depth]
        for this in free[one]:
            if not any(clash(this, other) for other in chosen.values()):
                search(depth + 1, cost + this.rank, {**chosen, one: this})
        search(depth + 1, cost + NONE, chosen)

    search(0, 0, {})
    return [best[1][i].label if i in best[1] else None for i in range(len(wanted))]


def candidate(number: int, rank: int, label: Label) -> Candidate:
    return Candidate(number, rank, label, [label.box, *leader_boxes(label)], hull(label))


def fits(one: Candidate, taken: list[Box], width: float, height: float) -> bool:
    inside = one.label.box.within(width, height)
    return inside and not any(box.touches(t) for box in one.boxes for t in taken)


def hull(label: Label) -> Box:
    """The box of a name with its leader."""
    x, y, u, v = label.leader or (*label.box[:2], *label.box[:2])
    left, top, right, bottom = label.box
    return Box(min(left, x, u), min(top, y, v), max(right, x, u), max(bottom, y, v))


def leader_boxes(label: Label) -> list[Box]:
    """Small boxes along a leader, whatever its slope."""
    if not label.leader:
        return []
    x, y, u, v = label.leader
    return [
        Box(a - 1, b - 1, a + 1, b + 1)
        for a, b in ((x + (u - x) * n / 8, y + (v - y) * n / 8) for n in range(2, 8))
    ]
