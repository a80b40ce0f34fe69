"""What was measured, its medians, and whether the goals are met."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from statistics import median
from typing import NamedTuple

from bench.measure import Cost

Key = tuple[str, str, int]


@dataclass
class Results:
    """Costs by case, side and number of articles; bytes of memory and files written likewise."""

    costs: dict[Key, list[Cost]] = field(default_factory=lambda: defaultdict(list))
    memory: dict[Key, int] = field(default_factory=dict)
    writes: dict[int, int] = field(default_factory=dict)

    def wall(self, case: str, side: str, size: int) -> float | None:
        """The median of seconds by the clock; None where it was not measured."""
        costs = self.costs.get((case, side, size))
        return median(cost.wall for cost in costs) if costs else None

    def cpu(self, case: str, side: str, size: int) -> float | None:
        costs = self.costs.get((case, side, size))
        return median(cost.cpu for cost in costs) if costs else None


def ratio(one: float | None, other: float | None) -> float | None:
    return None if one is None or not other else one / other


class Goal(NamedTuple):
    """What is wanted, the figure that tells, and the most that it may be."""

    words: str
    figure: Callable[[Results], float | None]
    most: float
    unit: str = ""


def against(case: str, size: int, side: str) -> Callable[[Results], float | None]:
    """Our seconds in a case over those of a side's whole build."""
    return lambda r: ratio(r.wall(case, "ours", size), r.wall("cold", side, size))


def beyond_empty(results: Results) -> float | None:
    ours, empty = results.wall("collection", "ours", 0), results.wall("empty", "stock", 0)
    return None if ours is None or empty is None else ours - empty


GOALS = [
    Goal("cold, 1,000 articles, to stock Pelican", against("cold", 1_000, "stock"), 0.40),
    Goal("cold, 10,000 articles, to stock Pelican", against("cold", 10_000, "stock"), 0.35),
    Goal(
        "an article of 10,000 to one of 1,000, cold",
        lambda r: ratio(ratio(r.wall("cold", "ours", 10_000), 10), r.wall("cold", "ours", 1_000)),
        1.1,
    ),
    Goal(
        "memory, 10,000 articles, to stock Pelican",
        lambda r: ratio(
            r.memory.get(("cold", "ours", 10_000)), r.memory.get(("cold", "stock", 10_000))
        ),
        1.5,
    ),
    Goal("one edit, 1,000 articles, to stock Pelican", against("one edit", 1_000, "stock"), 0.10),
    Goal("one edit, 1,000 articles, to minimal Hugo", against("one edit", 1_000, "hugo"), 1),
    Goal(
        "no change, 1,000 articles, to one edit",
        lambda r: ratio(r.wall("no change", "ours", 1_000), r.wall("one edit", "ours", 1_000)),
        1,
    ),
    Goal("no change, 1,000 articles: files written", lambda r: r.writes.get(1_000), 0),
    Goal("save to page, 1,000 articles", lambda r: r.wall("serve", "ours", 1_000), 0.5, " s"),
    Goal("save to page, 100 articles", lambda r: r.wall("serve", "ours", 100), 0.2, " s"),
    Goal("the real collection, cold, beyond an empty Pelican site", beyond_empty, 0.5, " s"),
]
