"""Lays out the front page: the lead story of content/data/front.yaml, three more, then by day."""

from itertools import groupby

from pelican import signals

SECONDARY = 3
LATEST = 9


def lead_first(articles: list, slug: str | None) -> list:
    """The article with that slug, or the newest, and then the others in their order."""
    lead = next((article for article in articles if article.slug == slug), articles[0])
    return [lead, *(article for article in articles if article is not lead)]


def by_day(articles: list) -> list[tuple]:
    """Articles under their day, as (day, articles) pairs in the order given."""
    return [(day, list(group)) for day, group in groupby(articles, key=lambda a: a.date.date())]


def add_front_page(generator):
    lead, *others = lead_first(generator.articles, generator.build.collection.lead)
    secondary, latest = others[:SECONDARY], others[SECONDARY : SECONDARY + LATEST]
    generator.context.update(lead=lead, secondary=secondary, latest=by_day(latest))


def register():
    signals.article_generator_finalized.connect(add_front_page)
