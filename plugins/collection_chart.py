"""Gives templates `collection_chart`: how many articles there are of each month and outlet.

One strip for all and one for each of the outlets with most; in each a bar for a month, on an axis
that leaves no month out. A strip is a path in units of one month and one article.
"""

from collections import Counter
from typing import NamedTuple

from pelican import signals

from formats.dates import UNDATED

MOST = 5
Month = tuple[int, int]


class Strip(NamedTuple):
    name: str
    count: int
    path: str


class Row(NamedTuple):
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


def chart(articles: list[tuple[Month, str]]) -> Chart | None:
    """The chart of articles, each given as its month and its outlet's name; None without any."""
    if not articles:
        return None
    start, end = min(articles)[0], max(articles)[0]
    all_, outlets = Counter(month for month, _ in articles), Counter(o for _, o in articles)
    most = max(all_.values())
    named = [name for name, _ in ranked(outlets)[:MOST]] if len(outlets) > 1 else []
    strips = [Strip("All outlets", len(articles), bars(all_, start, most))]
    for name in named:
        months = Counter(month for month, outlet in articles if outlet == name)
        strips.append(Strip(name, outlets[name], bars(months, start, most)))
    others = Counter(month for month, outlet in articles if outlet not in named)
    if named and others:
        rest = len(outlets) - len(named)
        name = f"{rest} other outlet{'s' if rest > 1 else ''}"
        strips.append(Strip(name, others.total(), bars(others, start, most)))
    ticks = "".join(
        f"M{12 * (y - start[0]) + 1 - start[1]} 0v1" for y in range(start[0] + 1, end[0] + 1)
    )
    length = since(start, end) + 1
    return Chart(spelled(start), spelled(end), length, most, ticks, strips, table(articles))


def ranked(counts: Counter) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


def since(start: Month, month: Month) -> int:
    """The number of months from one to another."""
    return 12 * (month[0] - start[0]) + month[1] - start[1]


def bars(counts: Counter, start: Month, most: int) -> str:
    """An SVG path with a bar for each month that has articles; the base line is at `most`."""
    return "".join(
        f"M{since(start, month)} {most}v-{count}h.8v{count}z"
        for month, count in sorted(counts.items())
    )


def spelled(month: Month) -> str:
    return f"{NAMES[month[1] - 1]} {month[0]}"


NAMES = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def table(articles: list[tuple[Month, str]]) -> list[Row]:
    """The same as numbers, newest first; months without articles are left out."""
    by_month: dict[Month, Counter] = {}
    for month, outlet in articles:
        by_month.setdefault(month, Counter())[outlet] += 1
    return [
        Row(spelled(month), by_month[month].total(), ranked(by_month[month]))
        for month in sorted(by_month, reverse=True)
    ]


def add_chart(generator):
    dated = (a for a in generator.articles if a.published_on != UNDATED)
    told = [((a.date.year, a.date.month), a.source["outlet"]) for a in dated]
    generator.context["collection_chart"] = chart(told)


def register():
    signals.article_generator_finalized.connect(add_chart)
