"""Gives templates `chronology`, all events by year, and writes its pages."""

from itertools import groupby
from typing import NamedTuple

from pelican import signals

from formats.events import Event, merge_events
from plugins.events import write_event_files

PATH = "chronology/"
MOST = 40  # events of one page


class Page(NamedTuple):
    """Some events of a year; `number` is from 1."""

    number: int
    url: str
    events: list[Event]

    @property
    def changed(self) -> str:
        """The day of the last change of what its events rest on."""
        return max(article.changed for event in self.events for article in event.articles)


class Year(NamedTuple):
    """A year with its events, on one or several pages."""

    name: str
    pages: list[Page]

    @property
    def url(self) -> str:
        return self.pages[0].url

    @property
    def count(self) -> int:
        return sum(len(page.events) for page in self.pages)


def year(name: str, events: list[Event]) -> Year:
    """The year with its pages."""
    pages = []
    for n, start in enumerate(range(0, len(events), MOST), start=1):
        url = f"{PATH}{name}/" + (f"page-{n}/" if n > 1 else "")
        pages.append(Page(n, url, events[start : start + MOST]))
    return Year(name, pages)


def by_year(events: list[Event]) -> list[Year]:
    """The years of events that are in order."""
    return [year(name, list(some)) for name, some in groupby(events, lambda e: e.date[:4])]


def add_chronology(generators):
    context = generators[0].context
    events = [event for article in context["articles"] for event in article.events]
    events += [event for dossier in context["dossiers"] for event in dossier.own_events]
    context["chronology"] = by_year(merge_events(events))


def write_chronology(generator, writer):
    """Write the pages of the years, and all events as a calendar and JSON."""
    template, years = generator.get_template("chronology_year"), generator.context["chronology"]
    row = [None, *years, None]
    for before, year, after in zip(row, years, row[2:], strict=False):
        for page in year.pages:
            variables = {"year": year, "page_of_year": page, "before": before, "after": after}
            writer.write_file(f"{page.url}index.html", template, generator.context, **variables)
    events = [event for year in years for page in year.pages for event in page.events]
    title = f"{generator.settings['SITENAME']}: Chronology"
    write_event_files(writer, events, title, PATH)


def register():
    signals.all_generators_finalized.connect(add_chronology)
    signals.article_writer_finalized.connect(write_chronology)
