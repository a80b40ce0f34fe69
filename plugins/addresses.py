"""Where pages are: the address of an article, worked out once, and `BASE`, the path of the site.

Pelican works out an address at each use. Links in pages begin at the host's root, so that a copy on
another host stays whole, below any path; feeds, the sitemap and canonical addresses are absolute,
from SITEURL. Addresses of pictures are rendered with their text, before either is known; the filter
`add_root` completes them.
"""

from functools import cached_property
from urllib.parse import urlsplit

from pelican import signals
from pelican.contents import Article

from formats.text import add_root


class CachedArticle(Article):
    """An article whose date and slug stay as they are."""

    url = cached_property(lambda article: article.get_url_setting("url"))
    save_as = cached_property(lambda article: article.get_url_setting("save_as"))


def cache_addresses(content):
    if type(content) is Article:
        content.__class__ = CachedArticle


def add_base(generator):
    base = urlsplit(generator.settings["SITEURL"]).path.rstrip("/")
    generator.context.update(BASE=base, localsiteurl=base)


def add_filter(generator):
    generator.env.filters["add_root"] = add_root


def register():
    signals.content_object_init.connect(cache_addresses)
    signals.generator_init.connect(add_base)
    signals.generator_init.connect(add_filter)
