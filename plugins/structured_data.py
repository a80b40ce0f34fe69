"""Adds `article.structured_data`: the article as schema.org JSON-LD."""

from pelican.contents import Article

from engine.pages import add_lazy_attribute
from formats.schema_org import article_data, image, subjects


def structured_data(article) -> dict:
    """Its data, what it is about and mentions, and its pictures after its social card."""
    site, root = article.settings, article.settings["SITEURL"]
    pictures = [entry["picture"] for entry in article.images if entry.get("picture")]
    images = [image(article.social_card, root)]
    images += [image(picture.whole, root, picture.rights) for picture in pictures]
    return article_data(article, site) | subjects(article.names, article.about) | {"image": images}


def register():
    add_lazy_attribute(Article, "structured_data", structured_data)
