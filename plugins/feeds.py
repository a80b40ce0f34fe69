"""Feeds made like pages: Atom from a template, JSON Feed from plain values.

Atom: RFC 4287. JSON Feed 1.1: https://www.jsonfeed.org/version/1.1/
"""

from datetime import datetime

from pelican import signals

from engine.pages import LazyTemplate, PageWriter
from formats.dates import timestamp


class FeedWriter(PageWriter):
    """Writes feeds from `atom.xml`: Pelican's own strips what looks like a tag from titles."""

    def write_feed(self, elements, context, path=None, url=None, feed_title=None, **_):
        newest = max(elements, key=lambda article: datetime.fromisoformat(article.updated))
        self.write_file(
            path,
            context["feed_template"],
            context,
            articles=elements[: self.settings["FEED_MAX_ITEMS"]],
            feed_updated=newest.updated,
            feed_title=feed_title,
            feed_url=url,
        )


def json_feed(articles: list, site: dict, html) -> dict:
    """A JSON Feed; `site` holds SITEURL, SITENAME and SITESUBTITLE, `html` renders an article."""
    root = site["SITEURL"]
    return {
        "version": "https://jsonfeed.org/version/1.1",
        "title": site["SITENAME"],
        "description": site["SITESUBTITLE"],
        "home_page_url": f"{root}/",
        "feed_url": f"{root}/feed.json",
        "language": site["DEFAULT_LANG"],
        "items": [json_item(article, root, html(article)) for article in articles],
    }


def json_item(article, root: str, html: str) -> dict:
    """One article; its dates are whole timestamps, as RFC 3339 asks."""
    address = f"{root}/{article.url}"
    return {
        "id": address,
        "url": address,
        "external_url": article.source["url"],
        "title": article.title,
        "summary": article.summary,
        "content_html": str(html),
        "date_published": timestamp(article.published_on),
        "date_modified": article.updated,
        "authors": [
            {"name": author.name, "url": f"{root}/{author.url}"}
            for author in getattr(article, "authors", [])
        ]
        or [{"name": article.byline_text}],
        "tags": [tag.name for tag in article.tags],
        "language": article.lang,
    }


json_feed.reads = ("authors", "byline_text", "lang", "published_on", "source", "tags", "title")
json_feed.reads += ("summary", "updated", "url")


def add_feeds(generator):
    generator.context["feed_template"] = LazyTemplate(generator.env, "atom.xml")
    generator.env.globals["json_feed"] = json_feed


def use_writer(_pelican):
    return FeedWriter


def register():
    signals.get_writer.connect(use_writer)
    signals.generator_init.connect(add_feeds)
