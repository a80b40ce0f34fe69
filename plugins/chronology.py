"""Gives templates `chronology`, all events by year, and writes its pages."""

from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from pelican import signals
from pelican.generators import Generator

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


class ChronologyGenerator(Generator):
    """Writes the pages of the years, and all events as a calendar and JSON."""

    def generate_output(self, writer):
        template, root = self.get_template("chronology_year"), self.settings["SITEURL"]
        years = self.context["chronology"]
        row = [None, *years, None]
        for before, year, after in zip(row, years, row[2:], strict=False):
            for page in year.pages:
                variables = {"year": year, "page_of_year": page, "before": before, "after": after}
                writer.write_file(f"{page.url}index.html", template, self.context, **variables)
        events = [event for year in years for page in year.pages for event in page.events]
        if not events:
            return  # a calendar cannot be empty
        title = f"{self.settings['SITENAME']}: Chronology"
        write_event_files(Path(writer.output_path), events, title, PATH, root)


def add_chronology(generators):
    context = generators[0].context
    events = [event for article in context["articles"] for event in article.events]
    events += [event for dossier in context["dossiers"] for event in dossier.own_events]
    context["chronology"] = by_year(merge_events(events))


def generator(_pelican):
    return ChronologyGenerator


def register():
    signals.all_generators_finalized.connect(add_chronology)
    signals.get_generators.connect(generator)
