"""Works out the address of an article once; Pelican does so at each use."""

from functools import cached_property

from pelican import signals
from pelican.contents import Article


class Settled(Article):
    """An article whose date and slug stay as they are."""

    url = cached_property(lambda article: article.get_url_setting("url"))
    save_as = cached_property(lambda article: article.get_url_setting("save_as"))
    own_path = cached_property(lambda article: Article.get_relative_source_path(article))

    def get_relative_source_path(self, source_path=None):
        return super().get_relative_source_path(source_path) if source_path else self.own_path


def settle(content):
    if type(content) is Article:
        content.__class__ = Settled


def register():
    signals.content_object_init.connect(settle)
