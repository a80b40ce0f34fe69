"""Adds `article.moved_from`, its former addresses, and writes a redirecting page at each.

`redirects.json` lists them all, for hosts that can redirect.
"""

from pelican import signals
from pelican.generators import Generator


def file_of(address: str) -> str:
    """Where the page at an address stands, as in 2023/06/old-slug/index.html."""
    return (f"{address}index.html" if address.endswith("/") else address).removeprefix("/")


class FormerAddresses(Generator):
    """Writes the pages at former addresses."""

    def generate_output(self, writer):
        for article in self.context["articles"]:
            for address in article.moved_from:
                writer.write_file(
                    file_of(address), self.get_template("moved"), self.context, article=article
                )


def add_moved_from(generator):
    for article in generator.articles:
        article.moved_from = article.metadata.get("moved-from") or []


def generator(_pelican):
    return FormerAddresses


def register():
    signals.article_generator_finalized.connect(add_moved_from)
    signals.get_generators.connect(generator)
