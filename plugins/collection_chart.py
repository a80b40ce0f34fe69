"""Gives templates `collection_chart`: how many articles there are of each month and outlet."""

from pelican import signals

from formats.dates import UNDATED
from graphics.chart import draw_chart


def add_chart(generator):
    dated = (a for a in generator.articles if a.published_on != UNDATED)
    articles = [((a.date.year, a.date.month), a.source["outlet"]) for a in dated]
    generator.context["collection_chart"] = draw_chart(articles)


def register():
    signals.article_generator_finalized.connect(add_chart)
