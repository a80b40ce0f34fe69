"""Dossiers: articles chosen and put in order, with a standing summary and a timeline.

Adds `article.dossiers`, its place in each; gives templates `dossiers`; writes their pages, feeds,
calendars and JSON.
"""

from pathlib import Path
from typing import NamedTuple

from pelican import signals
from pelican.contents import Content

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


def complete(dossier: Dossier, by_slug: dict) -> None:
    """Give the dossier its articles in the place of their slugs, and all their events."""
    entries = getattr(dossier, "events", [])
    dossier.own_events = [Event(e["date"], e["label"], (by_slug[e["article"]],)) for e in entries]
    dossier.articles = [by_slug[slug] for slug in dossier.articles]
    reported = [event for article in dossier.articles for event in article.events]
    dossier.events = merge_events([*dossier.own_events, *reported])
    changes = [timestamp(dossier.modified_on), *(a.updated for a in dossier.articles)]
    dossier.changed = max(changes)[:10]


def add_dossiers(generator):
    context, by_slug = generator.context, {article.slug: article for article in generator.articles}
    context["dossiers"] = []
    for article in generator.articles:
        article.dossiers = []
    for document in generator.build.collection.of("dossiers"):
        metadata, path = for_pelican(document.metadata), str(Path(generator.path, document.path))
        dossier = Dossier(document.html, metadata, generator.settings, path, context)
        complete(dossier, by_slug)
        context["dossiers"].append(dossier)
        row = [None, *dossier.articles, None]
        for n, article in enumerate(dossier.articles, start=1):
            article.dossiers.append(Part(dossier, n, row[n - 1], row[n + 1]))


def write_dossiers(generator, writer):
    context = generator.context
    for dossier in context["dossiers"]:
        template = generator.get_template(dossier.template)
        writer.write_file(dossier.save_as, template, context, dossier=dossier)
        newest = sorted(dossier.articles, key=newest_first)
        feed = f"{dossier.url}atom.xml"
        writer.write_feed(newest, context, feed, feed, feed_title=dossier.title)
        write_event_files(writer, dossier.events, dossier.title, dossier.url)


def register():
    signals.article_generator_finalized.connect(add_dossiers)
    signals.article_writer_finalized.connect(write_dossiers)
