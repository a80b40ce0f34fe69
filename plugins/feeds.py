"""Feeds made like pages: Atom (RFC 4287) from a template, JSON Feed from plain values."""

from datetime import datetime

from pelican import signals

from engine.pages import LazyTemplate, PageWriter
from formats.feeds import json_feed


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


# What a JSON Feed looks at of an article.
json_feed.reads = ("authors", "byline_text", "lang", "published_on", "source", "tags", "title")
json_feed.reads += ("summary", "updated", "url")


def add_feeds(generator):
    generator.context["feed_template"] = LazyTemplate(generator.env, "atom.xml")
    generator.env.globals["json_feed"] = json_feed


def use_writer(_pelican):
    return FeedWriter


def register():
    signals.get_writer.connect(use_writer)
    signals.article_generator_finalized.connect(add_feeds)
