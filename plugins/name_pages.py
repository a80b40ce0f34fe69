"""Writes a page for every name that articles have, one for each kind, and one for all."""

from collections import Counter

from pelican import signals
from pelican.generators import Generator

from formats.names import Name
from formats.structured_names import name_data

MOST = 12


def beside(name: Name, articles: list) -> list[tuple[Name, int]]:
    """The names that appear in the most of these articles, and in how many."""
    others = Counter(other for article in articles for other in article.names if other != name)
    return sorted(others.items(), key=lambda pair: (-pair[1], pair[0].name, pair[0].slug))[:MOST]


class NamePages(Generator):
    """Writes the pages of `names`."""

    def generate_output(self, writer):
        kinds = self.context["names"]
        names = self.settings["NAMES_SAVE_AS"]
        writer.write_file(names, self.get_template("names"), self.context)
        for kind, entries in kinds:
            writer.write_file(
                f"{kind.url}index.html",
                self.get_template("names_of"),
                self.context,
                kind=kind,
                entries=entries,
            )
        for name, articles in (entry for _, entries in kinds for entry in entries):
            self.write_name(writer, name, articles)

    def write_name(self, writer, name: Name, articles: list) -> None:
        writer.write_file(
            f"{name.url}index.html",
            self.get_template("name"),
            self.context,
            entry=name,
            url=name.url,
            articles=articles,
            template_name="name",
            page_name=name.url,
            beside=beside(name, articles),
            structured_data=name_data(name, self.settings["SITEURL"]),
        )


def generator(_pelican):
    return NamePages


def register():
    signals.get_generators.connect(generator)
