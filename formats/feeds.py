"""Articles as JSON: JSON Feed, and the index of the collection's data.

JSON Feed 1.1: https://www.jsonfeed.org/version/1.1/
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from formats.article import Article, Site, authors
from formats.dates import isodate, timestamp
from formats.ninjs import licence
from formats.text import JsonObject

# The data of one article, beside its page.
ARTICLE_DATA = "article.json"


class FeedSite(Site):
    """What a feed says of its site besides."""

    SITESUBTITLE: str
    DEFAULT_LANG: str


def json_feed(
    articles: Sequence[Article], site: FeedSite, render: Callable[[Article], object]
) -> JsonObject:
    """A JSON Feed; `render` gives the HTML of an article."""
    root = site["SITEURL"]
    return {
        "version": "https://jsonfeed.org/version/1.1",
        "title": site["SITENAME"],
        "description": site["SITESUBTITLE"],
        "home_page_url": f"{root}/",
        "feed_url": f"{root}/feed.json",
        "language": site["DEFAULT_LANG"],
        "items": [feed_item(article, root, str(render(article))) for article in articles],
    }


def feed_item(article: Article, root: str, html: str) -> JsonObject:
    """One article; its dates are whole timestamps, as RFC 3339 asks."""
    address = f"{root}/{article.url}"
    people = [{"name": a.name, "url": f"{root}/{a.url}"} for a in authors(article)]
    return {
        "id": address,
        "url": address,
        "external_url": article.source["url"],
        "title": article.title,
        "summary": article.summary,
        "content_html": html,
        "date_published": timestamp(article.published_on),
        "date_modified": article.updated,
        "authors": people or [{"name": article.byline_text}],
        "tags": [tag.name for tag in article.tags],
        "language": article.lang,
    }


class IndexPage(NamedTuple):
    """A page of the index: its path and that of the next, its articles, and how many there are."""

    path: str
    next_path: str | None
    articles: Sequence[Article]
    total: int


def index_pages(articles: Sequence[Article], size: int) -> list[IndexPage]:
    """The pages of an index with so many articles on each."""
    starts = range(0, len(articles), size)
    folders = [f"page-{n}/" if n > 1 else "" for n in range(1, len(starts) + 1)]
    paths = [f"data/{folder}articles.json" for folder in folders]
    return [
        IndexPage(path, next_path, articles[start : start + size], len(articles))
        for path, next_path, start in zip(paths, [*paths[1:], None], starts, strict=True)
    ]


def index_data(page: IndexPage, site: Site) -> JsonObject:
    """A page of the index as plain values."""
    root = site["SITEURL"]
    data: JsonObject = {
        "title": site["SITENAME"],
        "about": f"{root}/data/",
        "count": page.total,
        "url": f"{root}/{page.path}",
        "articles": [index_entry(article, root) for article in page.articles],
    }
    return data | ({"next": f"{root}/{page.next_path}"} if page.next_path else {})


def index_entry(article: Article, root: str) -> JsonObject:
    """A line of the index. The day is that of the report, as on the page."""
    address = f"{root}/{article.url}"
    return {
        "url": address,
        "json": f"{address}{ARTICLE_DATA}",
        "headline": article.title,
        "summary": article.summary,
        "date": isodate(article.published_on),
        "changed": article.changed,
        "kind": article.kind,
        "outlet": article.source["outlet"],
        "tags": [tag.slug for tag in article.tags],
        "original": article.source["url"],
        "license": licence(article),
    }
