"""Chooses where names stand, all together, so that none covers another or a dot."""

from itertools import count

from .label import Box, Label

NONE = 1000  # the rank of a name that is left out
STEPS = 4_000  # of the search, after which the best found so far stands


def settled(
    wanted: list[list[Label]], taken: list[Box], width: float, height: float
) -> list[Label | None]:
    """One candidate for each name, with the least sum of ranks; None where there is no room."""
    free = [
        [(rank, one) for rank, one in enumerate(of) if fits(one, taken, width, height)]
        for of in wanted
    ]
    order = sorted(range(len(free)), key=lambda i: len(free[i]))
    least = [
        sum(free[i][0][0] if free[i] else NONE for i in order[n:]) for n in range(len(free) + 1)
    ]
    best: tuple[float, dict[int, Label]] = (float("inf"), {})
    steps = count()

    def search(depth: int, cost: float, chosen: dict[int, Label]) -> None:
        nonlocal best
        if cost + least[depth] >= best[0] or (best[1] and next(steps) > STEPS):
            return
        if depth == len(order):
            best = cost, chosen
            return
        one = order[depth]
        for rank, label in free[one]:
            if not any(clash(label, other) for other in chosen.values()):
                search(depth + 1, cost + rank, {**chosen, one: label})
        search(depth + 1, cost + NONE, chosen)

    search(0, 0, {})
    return [best[1].get(i) for i in range(len(wanted))]


def fits(label: Label, taken: list[Box], width: float, height: float) -> bool:
    boxes = [label.box, *leader_boxes(label)]
    return label.box.within(width, height) and not any(b.touches(t) for b in boxes for t in taken)


def clash(one: Label, other: Label) -> bool:
    if not hull(one).touches(hull(other)):
        return False
    mine, theirs = ([label.box, *leader_boxes(label)] for label in (one, other))
    return any(a.touches(b) for a in mine for b in theirs)


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
