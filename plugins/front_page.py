"""Chooses the front page's lead story, as content/data/front.yaml says, and what comes after."""

from pelican import signals

LATEST = 8


def lead_and_latest(articles: list, slug: str | None) -> tuple:
    """The article with that slug, or the newest; and the newest of the others."""
    lead = next((article for article in articles if article.slug == slug), articles[0])
    return lead, [article for article in articles if article is not lead][:LATEST]


def add_front_page(generator):
    lead, latest = lead_and_latest(generator.articles, generator.settings["COLLECTION"].lead)
    generator.context.update(lead=lead, latest=latest)


def register():
    signals.article_generator_finalized.connect(add_front_page)
