"""Events: what articles report, each with its date as exactly as it is known.

They become a calendar and JSON. iCalendar: RFC 5545. Days without a time need no time zones, and so
no library for them.
"""

import datetime
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import urlsplit

from formats.article import Article
from formats.dates import format_partial, isodate, point_in_time
from formats.text import JsonObject

PRECISION = {4: "year", 7: "month", 10: "day"}
LINE = 75  # octets, RFC 5545, 3.1
ESCAPES = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n"})


@dataclass(frozen=True)
class Event:
    """What happened on a day, in a month or a year of ISO 8601, and the articles that report it."""

    date: str
    label: str
    articles: tuple[Article, ...]

    @property
    def precision(self) -> str:
        """Either day, month or year."""
        return PRECISION[len(self.date)]

    @property
    def first(self) -> datetime.date:
        """The first day on which it can have happened."""
        return datetime.date.fromisoformat(self.date + "-01-01"[len(self.date) - 4 :])

    @property
    def last(self) -> datetime.date:
        """The last day on which it can have happened."""
        if self.precision == "day":
            return self.first
        month = 12 if self.precision == "year" else self.first.month
        return datetime.date(self.first.year, month, monthrange(self.first.year, month)[1])

    @property
    def words(self) -> str:
        """June 3, 2023, or June 2023, or 2023."""
        return format_partial(self.date)


def merge_events(events: Iterable[Event]) -> list[Event]:
    """Events from the earliest on; what several articles say in the same words is one event."""
    merged: dict[tuple[str, str], dict[str, Article]] = {}
    for event in events:
        articles = merged.setdefault((event.date, event.label), {})
        articles.update({article.slug: article for article in event.articles})
    unique = [Event(*key, tuple(articles.values())) for key, articles in merged.items()]
    return sorted(unique, key=lambda event: event.date)


def calendar(events: list[Event], title: str, siteurl: str) -> str:
    """An iCalendar object; an event of which only the month or year is known fills it."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Standing Watch//Events//EN"]
    lines += ["CALSCALE:GREGORIAN", f"NAME:{escape(title)}", f"X-WR-CALNAME:{escape(title)}"]
    for event in events:
        lines += calendar_event(event, siteurl)
    return "".join(f"{fold(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


def calendar_event(event: Event, siteurl: str) -> Iterator[str]:
    """The lines of one event; its stamp is that of its source, not of the build."""
    article = event.articles[0]
    uid = sha256(f"{event.date} {event.label}".encode()).hexdigest()[:20]
    stamp = point_in_time(article.changed_on).astimezone(datetime.UTC)
    source = f"Source: {article.source['outlet']}, {article.title}"
    when = "" if event.precision == "day" else f"Only the {event.precision} is known. "
    yield "BEGIN:VEVENT"
    yield f"UID:{uid}@{urlsplit(siteurl).hostname}"
    yield f"DTSTAMP:{stamp:%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{event.first:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{event.last + datetime.timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{escape(event.label)}"
    yield f"DESCRIPTION:{escape(when + source)}"
    yield f"URL:{siteurl}/{article.url}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def escape(text: str) -> str:
    """A value of the type TEXT: RFC 5545, 3.3.11."""
    return text.translate(ESCAPES)


def fold(line: str) -> str:
    """A content line in parts of at most 75 octets that cut no character."""
    parts: list[str] = []
    part = ""
    for character in line:
        if len((part + character).encode()) > LINE - bool(parts):
            parts.append(part)
            part = ""
        part += character
    return "\r\n ".join([*parts, part])


def events_data(events: list[Event], title: str, address: str, siteurl: str) -> JsonObject:
    """Events with their sources, as plain values; `address` is the page that shows them."""
    entries = [
        {
            "date": event.date,
            "precision": event.precision,
            "label": event.label,
            "sources": [_source(article, siteurl) for article in event.articles],
        }
        for event in events
    ]
    return {"title": title, "url": address, "events": entries}


def _source(article: Article, siteurl: str) -> JsonObject:
    return {
        "title": article.title,
        "url": f"{siteurl}/{article.url}",
        "outlet": article.source["outlet"],
        "original": article.source["url"],
        "date": isodate(article.published_on),
    }
