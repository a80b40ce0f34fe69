"""Writes the collection for others to build on: `article.json` beside each page, and an index.

The index is `data/articles.json`, newest first; where it is long it goes on in `next`.
"""

from functools import partial

from pelican import signals

from contract.terms import strip_marks
from formats.feeds import ARTICLE_DATA, index_pages
from formats.ninjs import ninjs
from formats.text import add_root, to_json

PAGE_SIZE = 500


def render_page(path: str, data: dict) -> list[tuple[str, bytes]]:
    return [(path, to_json(data))]


def render_article(article, site: dict) -> list[tuple[str, bytes]]:
    """The article as ninjs, its text as feeds have it."""
    root = site["SITEURL"]
    html = str(add_root(strip_marks(article.get_content(root)), root))
    return [(f"{article.url}{ARTICLE_DATA}", to_json(ninjs(article, site, html)))]


def write_data(generator, writer):
    articles = [article for article in generator.articles if not article.draft]
    for path, data in index_pages(articles, generator.settings, PAGE_SIZE).items():
        writer.add_target(path, data, (), partial(render_page, path, data))
    for article in articles:
        make = partial(render_article, article, generator.settings)
        writer.add_target(f"{article.url}{ARTICLE_DATA}", article, (), make)


def register():
    signals.article_writer_finalized.connect(write_data)
