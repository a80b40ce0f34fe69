"""Adds `article.related_articles`: those it declares, or those that share its rarest tags."""

from collections import Counter
from datetime import timedelta

from pelican import signals

MOST = 3


def related(articles: list) -> dict[str, list]:
    """For the slug of every article the articles to read next, best first.

    A shared tag counts the more the fewer articles bear it; of equals the nearer in time is first.
    """
    by_slug = {article.slug: article for article in articles}
    bearers = Counter(tag.slug for article in articles for tag in article.tags)
    tags = {article.slug: {tag.slug for tag in article.tags} for article in articles}

    def closeness(one, other):
        shared = sum(1 / bearers[tag] for tag in sorted(tags[one.slug] & tags[other.slug]))
        return -shared, abs(one.date - other.date) / timedelta(days=1), other.slug

    chosen = {}
    for one in articles:
        others = [a for a in articles if a is not one and tags[a.slug] & tags[one.slug]]
        nearest = sorted(others, key=lambda other: closeness(one, other))
        chosen[one.slug] = [by_slug[slug] for slug in one.related] or nearest[:MOST]
    return chosen


def add_related(generator):
    chosen = related(generator.articles)
    for article in generator.articles:
        article.related_articles = chosen[article.slug]


def register():
    signals.article_generator_finalized.connect(add_related)
