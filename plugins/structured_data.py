"""Adds `article.structured_data`: the article as schema.org JSON-LD."""

from pelican.contents import Article

from engine.pages import add_lazy_attribute
from formats.image_objects import image_objects
from formats.structured_data import structured_data
from formats.structured_names import subjects


def of_article(article) -> dict:
    site = article.settings
    images = {"image": image_objects(article, site["SITEURL"])}
    named = subjects(article.names, article.about)
    return structured_data(article, site) | named | images


def register():
    add_lazy_attribute(Article, "structured_data", of_article)
