"""Gives templates `BASE`, the path of the site on its host: links work below any path.

Links in pages begin at the host's root, so that a copy on another host stays whole; feeds, the
sitemap and canonical addresses are absolute, from SITEURL. Addresses of pictures are rendered with
their text, before either is known; the filter `rooted` completes them.
"""

from urllib.parse import urlsplit

from pelican import signals

from formats.addresses import rooted


def add_base(generator):
    base = urlsplit(generator.settings["SITEURL"]).path.rstrip("/")
    generator.context.update(BASE=base, localsiteurl=base)


def add_filter(generator):
    generator.env.filters["rooted"] = rooted


def register():
    signals.generator_init.connect(add_base)
    signals.generator_init.connect(add_filter)
