"""Adds `article.related_articles`: those it declares, or those that share its rarest tags."""

from collections import defaultdict
from heapq import nsmallest

from pelican import signals

MOST = 3
REACH = 6  # bearers of a tag that are looked at, before an article and after it


def related(articles: list) -> dict[str, list]:
    """For the slug of every article the articles to read next, best first.

    A shared tag counts the more the fewer articles bear it; of equals the nearer in time is first.
    Of every tag only the bearers nearest in time count, so that a collection can grow.
    """
    by_slug = {article.slug: article for article in articles}
    when = {article.slug: article.date.timestamp() for article in articles}
    in_time = sorted(by_slug, key=lambda slug: (when[slug], slug))
    bearers: dict[str, list[str]] = defaultdict(list)
    for slug in in_time:
        for tag in tags(by_slug[slug]):
            bearers[tag].append(slug)
    position = {(tag, slug): n for tag, of in bearers.items() for n, slug in enumerate(of)}

    def nearest(slug: str) -> list:
        shared: dict[str, float] = defaultdict(float)
        for tag in tags(by_slug[slug]):
            n, of = position[tag, slug], bearers[tag]
            for other in of[max(n - REACH, 0) : n + REACH + 1]:
                shared[other] += 1 / len(of)
        shared.pop(slug, None)
        closest = nsmallest(
            MOST, shared, key=lambda other: (-shared[other], abs(when[slug] - when[other]), other)
        )
        return [by_slug[other] for other in closest]

    return {
        slug: [by_slug[other] for other in article.related] or nearest(slug)
        for slug, article in by_slug.items()
    }


def tags(article) -> list[str]:
    """The slugs of its tags, always in the same order."""
    return sorted({tag.slug for tag in article.tags})


def add_related(generator):
    chosen = related(generator.articles)
    for article in generator.articles:
        article.related_articles = chosen[article.slug]


def register():
    signals.article_generator_finalized.connect(add_related)
