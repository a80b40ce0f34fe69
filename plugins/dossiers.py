"""Dossiers: articles chosen and put in order, with a standing summary and a timeline.

Adds `article.dossiers`, its place in each; gives templates `dossiers`; writes their pages, feeds,
calendars and JSON.
"""

from pathlib import Path
from typing import NamedTuple

from pelican import signals
from pelican.contents import Content
from pelican.generators import Generator

from contract import Document
from formats.article import newest_first
from formats.dates import timestamp
from formats.events import Event, merge_events
from plugins.article_reader import for_pelican
from plugins.events import write_event_files


class Dossier(Content):
    """One file of content/dossiers/. `articles` are in its order, `timeline` in that of time."""

    mandatory_properties = ("title", "slug")
    default_template = "dossier"


class Part(NamedTuple):
    """The place of an article in a dossier, from 1, and the articles before and after it."""

    dossier: Dossier
    number: int
    before: object | None
    after: object | None


def complete(dossier: Dossier, by_slug: dict) -> Dossier:
    """The dossier with its articles in the place of their slugs, and all their events."""
    entries = getattr(dossier, "events", [])
    own = [Event(e["date"], e["label"], (by_slug[e["article"]],)) for e in entries]
    dossier.articles = [by_slug[slug] for slug in dossier.articles]
    dossier.own_events = own
    reported = [event for article in dossier.articles for event in article.events]
    dossier.events = merge_events([*own, *reported])
    changes = [timestamp(dossier.modified_on), *(a.updated for a in dossier.articles)]
    dossier.changed = max(changes)[:10]
    return dossier


def parts(dossier: Dossier) -> list[tuple[object, Part]]:
    """Every article of a dossier with its place there."""
    row = [None, *dossier.articles, None]
    return [
        (article, Part(dossier, n, row[n - 1], row[n + 1]))
        for n, article in enumerate(dossier.articles, start=1)
    ]


class DossierGenerator(Generator):
    """Reads the dossiers once the articles are there, and writes what belongs to each."""

    def generate_context(self):
        articles = self.context["articles"]
        self.context["dossiers"] = [self.read(d, articles) for d in self.documents]
        for article in articles:
            article.dossiers = []
        for dossier in self.context["dossiers"]:
            for article, part in parts(dossier):
                article.dossiers.append(part)

    @property
    def documents(self) -> list[Document]:
        return self.build.collection.of("dossiers")

    def read(self, document: Document, articles: list) -> Dossier:
        metadata, path = for_pelican(document.metadata), str(Path(self.path, document.path))
        dossier = Dossier(document.html, metadata, self.settings, path, self.context)
        return complete(dossier, {article.slug: article for article in articles})

    def generate_output(self, writer):
        root = self.settings["SITEURL"]
        for dossier in self.context["dossiers"]:
            template = self.get_template(dossier.template)
            writer.write_file(dossier.save_as, template, self.context, dossier=dossier)
            newest = sorted(dossier.articles, key=newest_first)
            feed = f"{dossier.url}atom.xml"
            writer.write_feed(newest, self.context, feed, feed, feed_title=dossier.title)
            if dossier.events:
                folder = Path(writer.output_path)
                write_event_files(folder, dossier.events, dossier.title, dossier.url, root)


def generator(_pelican):
    return DossierGenerator


def register():
    signals.get_generators.connect(generator)
