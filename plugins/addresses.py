"""Works out the address of an article once; Pelican does so at each use."""

from functools import cached_property

from pelican import signals
from pelican.contents import Article


class Settled(Article):
    """An article whose date and slug stay as they are."""

    url = cached_property(lambda article: article.get_url_setting("url"))
    save_as = cached_property(lambda article: article.get_url_setting("save_as"))


def settle(content):
    if type(content) is Article:
        content.__class__ = Settled


def register():
    signals.content_object_init.connect(settle)
