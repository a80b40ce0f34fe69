"""Adds `article.later_reports`, what happened after it, and `article.from_month`.

`from_month` says of what month an article is. That it is old shows from its date and from what
came later in the collection, never from the clock of a build.
"""

from bisect import bisect_right

from pelican import signals

from formats import UNKNOWN
from formats.dates import UNDATED

MOST = 3
NOUN = {"report": "report", "analysis": "analysis", "statement": "official statement"}
NOUN |= {"clipping": "report", UNKNOWN: "draft"}


def from_month(article) -> str:
    """This report is from June 2023; filed under it where the day of publication is unknown."""
    if article.published_on == UNDATED:
        return f"The date of this {NOUN[article.kind]} is not known yet."
    place = "filed under" if article.source["published"] == UNKNOWN else "from"
    return f"This {NOUN[article.kind]} is {place} {article.published_on:%B %Y}."


def later_reports(articles: list) -> dict[str, list]:
    """For the slug of every article up to three of later days, in the order of time.

    Of every tag the next three are considered; a shared tag counts the more the fewer bear it.
    """
    bearers: dict[str, list] = {}
    for article in reversed(articles):
        for tag in article.tags:
            bearers.setdefault(tag.slug, []).append(article)

    def shared(one, other) -> float:
        theirs = {tag.slug for tag in other.tags}
        return sum(1 / len(bearers[tag.slug]) for tag in one.tags if tag.slug in theirs)

    result = {}
    for one in articles:
        candidates = {}
        for tag in (tag.slug for tag in one.tags):
            after = bisect_right(bearers[tag], one.date.date(), key=lambda a: a.date.date())
            candidates |= {a.slug: a for a in bearers[tag][after : after + MOST]}
        closest = sorted(candidates.values(), key=lambda a: (-shared(one, a), a.date, a.slug))
        result[one.slug] = sorted(closest[:MOST], key=lambda a: (a.date, a.slug))
    return result


def add_later_reports(generator):
    by_slug = later_reports(generator.articles)
    for article in generator.articles:
        article.from_month = from_month(article)
        article.later_reports = by_slug[article.slug]


def register():
    signals.article_generator_finalized.connect(add_later_reports)
