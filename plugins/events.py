"""Adds `article.events`: what its report mentions, each with its date as exactly as it is known."""

from pathlib import Path

from pelican import signals
from pelican.writers import Writer

from formats.events import Event, calendar, events_data
from formats.text import to_json


def write_event_files(writer: Writer, events: list[Event], title: str, path: str) -> None:
    """Write events.ics and events.json for the page at `path`; none without events.

    A calendar cannot be empty.
    """
    folder, root = Path(writer.output_path, path), writer.settings["SITEURL"]
    if events:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "events.ics").write_bytes(calendar(events, title, root).encode())
        data = events_data(events, title, f"{root}/{path}", root)
        (folder / "events.json").write_bytes(to_json(data))


def add_events(generator):
    for article in generator.articles:
        entries = article.events
        article.events = [Event(e["date"], e["label"], (article,)) for e in entries]


def register():
    signals.article_generator_finalized.connect(add_events)
