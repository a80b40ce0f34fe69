"""The chart of a collection: how many articles there are of each month and outlet.

One strip for all and one for each of the outlets with most; in each a bar for a month, on an axis
that leaves no month out. A strip is a path in units of one month and one article.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

MOST = 5
Month = tuple[int, int]


@dataclass(frozen=True)
class Strip:
    """The bars of some articles."""

    name: str
    count: int
    path: str


@dataclass(frozen=True)
class Row:
    """A month with its articles, in all and by outlet, the most first."""

    name: str
    count: int
    outlets: list[tuple[str, int]]


class Chart(NamedTuple):
    """`months` is how many the axis has, `most` how high a bar can be."""

    first: str
    last: str
    months: int
    most: int
    years: str
    strips: list[Strip]
    rows: list[Row]


def draw_chart(articles: list[tuple[Month, str]]) -> Chart | None:
    """The chart of articles, each as its month and its outlet's name; None without any."""
    if not articles:
        return None
    articles = sorted(articles)
    start, end = articles[0][0], articles[-1][0]
    most = max(Counter(month for month, _ in articles).values())
    ticks = "".join(f"M{since(start, (y, 1))} 0v1" for y in range(start[0] + 1, end[0] + 1))
    return Chart(
        month_name(start),
        month_name(end),
        since(start, end) + 1,
        most,
        ticks,
        draw_strips(articles, start, most),
        list_rows(articles),
    )


def draw_strips(articles: list[tuple[Month, str]], start: Month, most: int) -> list[Strip]:
    """A strip for all; where there are several outlets, of those with most, and of all others."""
    outlets = Counter(sorted(outlet for _, outlet in articles))
    top = [name for name, _ in outlets.most_common(MOST)] if len(outlets) > 1 else []
    rest = len(outlets) - len(top)
    groups = [("All outlets", articles)]
    groups += [(name, [a for a in articles if a[1] == name]) for name in top]
    others = [a for a in articles if a[1] not in top]
    if top and others:
        groups.append((f"{rest} other outlet{'s' if rest > 1 else ''}", others))
    return [
        Strip(name, len(group), draw_bars(Counter(month for month, _ in group), start, most))
        for name, group in groups
    ]


def since(start: Month, month: Month) -> int:
    """The number of months from one to another."""
    return 12 * (month[0] - start[0]) + month[1] - start[1]


def draw_bars(counts: Counter[Month], start: Month, most: int) -> str:
    """An SVG path with a bar for each month that has articles; the base line is at `most`."""
    return "".join(
        f"M{since(start, month)} {most}v-{count}h.8v{count}z" for month, count in counts.items()
    )


def month_name(month: Month) -> str:
    """June 2023."""
    return f"{date(*month, 1):%B %Y}"


def list_rows(articles: list[tuple[Month, str]]) -> list[Row]:
    """The same as numbers, newest first; months without articles are left out."""
    by_month: defaultdict[Month, Counter[str]] = defaultdict(Counter)
    for month, outlet in articles:
        by_month[month][outlet] += 1
    return [
        Row(month_name(month), counts.total(), counts.most_common())
        for month, counts in reversed(by_month.items())
    ]
