"""Adds `article.byline`, who said it and for whom, and `article.label`, what kind it is."""

from pelican import signals

from formats.article import LABEL, byline


def add_bylines(generator):
    for article in [*generator.articles, *generator.drafts]:
        people = [(author.name, author.url) for author in getattr(article, "authors", [])]
        outlet = (article.category.name, article.category.url)
        article.byline = byline(article.kind, people, outlet, article.source.get("agency"))
        article.label = LABEL[article.kind]
        article.byline_text = "".join(text for text, _ in article.byline)


def register():
    signals.article_generator_finalized.connect(add_bylines)
