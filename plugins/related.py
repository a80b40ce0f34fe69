"""Adds `article.related_articles`: those it declares, or those that share its rarest tags."""

from collections import defaultdict
from heapq import nsmallest

from pelican import signals

MOST = 3
REACH = 6  # bearers of a tag that are looked at, before an article and after it


def related(articles: list) -> dict[str, list]:
    """For the slug of every article the articles to read next, best first.

    A shared tag counts the more the fewer articles bear it; of equals the nearer in time is first.
    """
    by_slug = {article.slug: article for article in articles}
    weights = shared_tags(articles)
    return {
        slug: [by_slug[other] for other in article.related]
        or nearest(article, weights[slug], by_slug)
        for slug, article in by_slug.items()
    }


def shared_tags(articles: list) -> dict[str, dict[str, float]]:
    """For the slug of every article those that share its tags, with the weight of these tags.

    Of every tag only the bearers nearest in time count, so that a collection can grow.
    """
    bearers: dict[str, list[str]] = defaultdict(list)
    for article in sorted(articles, key=lambda article: (article.date, article.slug)):
        for tag in {tag.slug for tag in article.tags}:
            bearers[tag].append(article.slug)
    weights: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for _, slugs in sorted(bearers.items()):  # a sum of floats depends on the order
        for n, slug in enumerate(slugs):
            for other in slugs[max(n - REACH, 0) : n + REACH + 1]:
                if other != slug:
                    weights[slug][other] += 1 / len(slugs)
    return weights


def nearest(article, weights: dict[str, float], by_slug: dict) -> list:
    """Those of the greatest weight; of equals the nearer in time is first."""

    def rank(slug: str) -> tuple:
        return -weights[slug], abs(article.date - by_slug[slug].date), slug

    return [by_slug[slug] for slug in nsmallest(MOST, weights, key=rank)]


def add_related(generator):
    by_slug = related(generator.articles)
    for article in generator.articles:
        article.related_articles = by_slug[article.slug]


def register():
    signals.article_generator_finalized.connect(add_related)
