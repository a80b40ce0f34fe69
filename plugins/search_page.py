"""Gives templates the lists of /search/: `facets` to choose from, `a_to_z` of all that is there."""

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from pelican import signals

OTHER = "#"
QUOTES = "\"'\u201c\u2018"
ARTICLES = ("a ", "an ", "the ")


class Entry(NamedTuple):
    """Something that has a page: what it is called, where it is, what it is."""

    name: str
    url: str
    what: str

    @property
    def place(self) -> tuple[str, str]:
        """Where it stands from A to Z: quotation marks and articles do not count."""
        name = self.name.casefold().lstrip(QUOTES)
        first = next((len(word) for word in ARTICLES if name.startswith(word)), 0)
        return name[first:], self.what

    @property
    def letter(self) -> str:
        """Its letter, or a sign for all that does not begin with one of ours."""
        first = self.place[0][:1].upper()
        return first if "A" <= first <= "Z" else OTHER


def a_to_z(entries: Iterable[Entry]) -> list[tuple[str, list[Entry]]]:
    """Everything by its letter, what begins with none first."""
    ordered = sorted(entries, key=lambda entry: (entry.letter, *entry.place))
    return [(letter, list(group)) for letter, group in groupby(ordered, lambda e: e.letter)]


def facets(articles: list) -> list[tuple[str, str, list[str]]]:
    """What can be chosen among the reports: a name for the script, one for readers, the values."""
    values = {
        ("tag", "Topic"): {tag.name for a in articles for tag in a.tags},
        ("outlet", "Outlet"): {a.category.name for a in articles},
        ("year", "Year"): {str(a.published_on.year) for a in articles},
        ("kind", "Kind"): {a.label for a in articles},
    }
    return [(*names, sorted(of, reverse="year" in names)) for names, of in values.items()]


def add_lists(generators):
    context = generators[0].context
    articles = [article for article in context["articles"] if not article.draft]
    lists = {"Topic": "tags", "Outlet": "categories", "Author": "authors"}.items()
    entries = [Entry(one.name, one.url, what) for what, key in lists for one, _ in context[key]]
    entries += [Entry(a.title, a.url, a.label) for a in articles]
    entries += [Entry(dossier.title, dossier.url, "Dossier") for dossier in context["dossiers"]]
    entries += [
        Entry(name.name, name.url, kind.singular.capitalize())
        for kind, of in context["names"]
        for name, _ in of
    ]
    context["a_to_z"], context["facets"] = a_to_z(entries), facets(articles)


def register():
    signals.all_generators_finalized.connect(add_lists)
