"""Adds `article.moved_from`, its former addresses, and writes a redirecting page at each.

`redirects.json` lists them all, for hosts that can redirect.
"""

from pelican import signals


def file_of(address: str) -> str:
    """Where the page at an address stands, as in 2023/06/old-slug/index.html."""
    return (f"{address}index.html" if address.endswith("/") else address).removeprefix("/")


def add_moved_from(generator):
    for article in generator.articles:
        article.moved_from = article.metadata.get("moved-from") or []


def write_former_addresses(generator, writer):
    template = generator.get_template("moved")
    for article in generator.articles:
        for address in article.moved_from:
            writer.write_file(file_of(address), template, generator.context, article=article)


def register():
    signals.article_generator_finalized.connect(add_moved_from)
    signals.article_writer_finalized.connect(write_former_addresses)
