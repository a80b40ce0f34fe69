"""Adds `article.earlier` and `article.later`: the ones before and after it in time, or None."""

from pelican import signals


def add_neighbors(generator):
    newest_first = [None, *generator.articles, None]
    for n, article in enumerate(generator.articles, start=1):
        article.later, article.earlier = newest_first[n - 1], newest_first[n + 1]


def register():
    signals.article_generator_finalized.connect(add_neighbors)
