"""Writes the collection for others to build on: `article.json` beside each page, and an index.

The index is `data/articles.json`, newest first; where it is long it goes on in `next`.
"""

import json
from pathlib import Path

from pelican import signals

from plugins.dates import isodate
from plugins.ninjs import licence, ninjs

NAME = "article.json"
MANY = 500


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


def index(articles: list, site: dict, many: int = MANY) -> dict[str, dict]:
    """The pages of the index by their path; `site` holds SITEURL and SITENAME."""
    root, count = site["SITEURL"], len(articles)
    paths = [f"data/{f'page-{n}/' if n > 1 else ''}articles.json" for n in range(1, count + 2)]
    pages = {}
    for n, begin in enumerate(range(0, count, many)):
        part = articles[begin : begin + many]
        page = {"title": site["SITENAME"], "url": f"{root}/{paths[n]}", "about": f"{root}/data/"}
        page |= {"count": count, "articles": [entry(article, root) for article in part]}
        more = {"next": f"{root}/{paths[n + 1]}"} if begin + many < count else {}
        pages[paths[n]] = page | more
    return pages


def written(value: dict) -> bytes:
    return f"{json.dumps(value, ensure_ascii=False, indent=1)}\n".encode()


def write_data(generator, writer):
    articles = [article for article in generator.articles if not article.draft]
    files = index(articles, generator.settings)
    files |= {f"{a.url}{NAME}": ninjs(a, generator.settings) for a in articles}
    for path, value in files.items():
        file = Path(writer.output_path, path)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(written(value))


def register():
    signals.article_writer_finalized.connect(write_data)
