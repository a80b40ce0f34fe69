"""Adds `article.events`: what its report mentions, each with its date as exactly as it is known."""

from pathlib import Path

from pelican import signals

from formats.events import Event, event_files, list_events


def write_event_files(folder: Path, events: list[Event], title: str, path: str, root: str) -> None:
    """Write events.ics and events.json for the page at `path` below the address `root`."""
    (folder / path).mkdir(parents=True, exist_ok=True)
    for name, data in event_files(events, title, path, root).items():
        (folder / path / name).write_bytes(data)


def add_events(generator):
    for article in generator.articles:
        article.events = list_events(article.events, article)


def register():
    signals.article_generator_finalized.connect(add_events)
