"""Articles as JSON: JSON Feed, and the index of the collection's data.

JSON Feed 1.1: https://www.jsonfeed.org/version/1.1/
"""

from collections.abc import Callable, Sequence

from formats.article import Article, Site, authors
from formats.dates import isodate, timestamp
from formats.ninjs import licence
from formats.text import JsonObject

# The data of one article, beside its page.
ARTICLE_DATA = "article.json"


def json_feed(
    articles: Sequence[Article], site: Site, render: Callable[[Article], object]
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


def index_pages(articles: Sequence[Article], site: Site, size: int) -> dict[str, JsonObject]:
    """The pages of an index by their paths, with so many articles on each."""
    root, starts = site["SITEURL"], range(0, len(articles), size)
    folders = [f"page-{n}/" if n > 1 else "" for n in range(1, len(starts) + 1)]
    paths = [f"data/{folder}articles.json" for folder in folders]
    pages: dict[str, JsonObject] = {}
    for path, next_path, start in zip(paths, [*paths[1:], None], starts, strict=True):
        pages[path] = {
            "title": site["SITENAME"],
            "about": f"{root}/data/",
            "count": len(articles),
            "url": f"{root}/{path}",
            "articles": [index_entry(one, root) for one in articles[start : start + size]],
        }
        if next_path:
            pages[path]["next"] = f"{root}/{next_path}"
    return pages


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
