"""Writes the collection for others to build on: `article.json` beside each page, and an index.

The index is `data/articles.json`, newest first; where it is long it goes on in `next`.
"""

from functools import partial

from pelican import signals

from contract.terms import strip_marks
from formats.feeds import ARTICLE_DATA, IndexPage, index_data, index_pages
from formats.ninjs import ninjs
from formats.text import add_root, to_json

PAGE_SIZE = 500
# What a line of the index looks at of an article.
READS = ("changed", "kind", "licence", "published_on", "source", "summary", "tags", "title", "url")


def render_page(page: IndexPage, site: dict) -> list[tuple[str, bytes]]:
    return [(page.path, to_json(index_data(page, site)))]


def render_article(article, site: dict) -> list[tuple[str, bytes]]:
    """The article as ninjs, its text as feeds have it."""
    root = site["SITEURL"]
    html = str(add_root(strip_marks(article.get_content(root)), root))
    return [(f"{article.url}{ARTICLE_DATA}", to_json(ninjs(article, site, html)))]


def write_data(generator, writer):
    articles = [article for article in generator.articles if not article.draft]
    for page in index_pages(articles, PAGE_SIZE):
        make = partial(render_page, page, generator.settings)
        writer.add_target(page.path, [page.total, page.articles], READS, make)
    for article in articles:
        make = partial(render_article, article, generator.settings)
        writer.add_target(f"{article.url}{ARTICLE_DATA}", article, (), make)


def register():
    signals.article_writer_finalized.connect(write_data)
