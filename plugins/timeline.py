"""Gives templates `timeline`: events as entries, with the time that lies between them.

The line between two entries is as long as that time: half a pixel is a day. Where it would be
longer than the events of two pages, it is broken, and only the words say how long it was.
"""

from itertools import groupby
from typing import NamedTuple

from pelican import signals

from formats.events import Event

SCALE = 0.5  # pixels for a day
LONGEST = 400  # days that are drawn to scale
BROKEN = 56  # pixels


class Gap(NamedTuple):
    """The time before an entry: in words, and as the length of a line in pixels."""

    words: str
    length: int
    broken: bool


class Entry(NamedTuple):
    """The events of one date, and the time since those before, if any."""

    gap: Gap | None
    date: str
    words: str
    events: list[Event]


def elapsed(days: int) -> str:
    """A time in words, as exact as readers need it."""
    if days < 14:
        return "1 day" if days == 1 else f"{days} days"
    if days < 61:
        return f"{round(days / 7)} weeks"
    months = round(days / 30.44)
    years, rest = divmod(months, 12)
    if months < 24:
        return f"{months} months"
    return f"{years} years" + (f" {rest} month{'s' if rest > 1 else ''}" if rest else "")


def gap(before: Event, after: Event) -> Gap | None:
    """The time between two events; none where one may fall into the time of the other."""
    days = (after.first - before.last).days
    if days <= 0:
        return None
    exact = before.precision == after.precision == "day"
    words = elapsed(days) if exact else f"about {elapsed(days)}"
    broken = days > LONGEST
    return Gap(words, BROKEN if broken else max(1, round(days * SCALE)), broken)


def timeline(events: list[Event]) -> list[Entry]:
    """The entries of events that are in order."""
    entries, before = [], None
    for _, group in groupby(events, lambda event: event.date):
        same = list(group)
        entries.append(Entry(before and gap(before, same[0]), same[0].date, same[0].words, same))
        before = same[0]
    return entries


def add_timeline(generator):
    generator.env.globals["timeline"] = timeline


def register():
    signals.generator_init.connect(add_timeline)
