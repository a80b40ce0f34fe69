"""Adds `article.events`: what its report tells of, each with its date as exactly as it is known."""

from pelican import signals

from formats.events import events_of


def add_events(generator):
    for article in generator.articles:
        article.events = events_of(article.events, article)


def register():
    signals.article_generator_finalized.connect(add_events)
