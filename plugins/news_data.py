"""Writes the collection for others to build on: `article.json` beside each page, and an index.

The index is `data/articles.json`, newest first; where it is long it goes on in `next`.
"""

import json
from collections.abc import Callable, Iterator
from functools import partial

from pelican import signals

from contract.terms import strip_marks
from formats.addresses import rooted
from formats.dates import isodate
from formats.ninjs import licence, ninjs

NAME = "article.json"
MANY = 500
# What a line of the index looks at of an article.
READS = ("changed", "kind", "licence", "published_on", "source", "summary", "tags", "title", "url")


def entry(article, root: str) -> dict:
    """A line of the index. The day is that of the report, as on the page."""
    return {
        "url": f"{root}/{article.url}",
        "json": f"{root}/{article.url}{NAME}",
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


def index(articles: list, site: dict, many: int = MANY) -> Iterator[tuple[str, list, Callable]]:
    """Of every page of the index its path, its articles, and what makes its contents.

    `site` holds SITEURL and SITENAME.
    """
    root, begins = site["SITEURL"], range(0, len(articles), many)
    paths = [
        f"data/{f'page-{n}/' if n > 1 else ''}articles.json" for n in range(1, len(begins) + 1)
    ]
    head = {"title": site["SITENAME"], "about": f"{root}/data/", "count": len(articles)}
    for path, after, begin in zip(paths, [*paths[1:], None], begins, strict=True):
        part = articles[begin : begin + many]
        yield path, part, partial(page, part, root, head | {"url": f"{root}/{path}"}, after)


def page(articles: list, root: str, head: dict, after: str | None) -> dict:
    """A page of the index; `after` is the path of the next one."""
    told = head | {"articles": [entry(article, root) for article in articles]}
    return told | ({"next": f"{root}/{after}"} if after else {})


def file(path: str, value: Callable[[], dict]) -> list[tuple[str, bytes]]:
    return [(path, f"{json.dumps(value(), ensure_ascii=False, indent=1)}\n".encode())]


def data_of(article, site: dict) -> dict:
    """The article as ninjs, its text as feeds have it."""
    root = site["SITEURL"]
    return ninjs(article, site, str(rooted(strip_marks(article.get_content(root)), root)))


def lay_data(generator, writer):
    articles = [article for article in generator.articles if not article.draft]
    for path, part, made in index(articles, generator.settings):
        writer.lay_part(path, [len(articles), part], READS, partial(file, path, made))
    for article in articles:
        path, made = f"{article.url}{NAME}", partial(data_of, article, generator.settings)
        writer.lay_part(path, article, (), partial(file, path, made))


def register():
    signals.article_writer_finalized.connect(lay_data)
