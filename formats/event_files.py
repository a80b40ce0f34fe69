"""Events as files for others: a calendar and JSON.

iCalendar: RFC 5545. Days without a time need no time zones, and so no library for them.
"""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

from formats.dates import isodate, timestamp
from formats.events import Event

FOLDED = 75  # octets of a line, RFC 5545, 3.1


def escaped(text: str) -> str:
    """A value of the type TEXT: RFC 5545, 3.3.11."""
    for mark in ("\\", ";", ","):
        text = text.replace(mark, f"\\{mark}")
    return text.replace("\n", "\\n")


def folded(line: str) -> str:
    """A content line in parts of at most 75 octets that cut no character."""
    parts, part = [], ""
    for character in line:
        if len((part + character).encode()) > FOLDED - bool(parts):
            parts.append(part)
            part = ""
        part += character
    return "\r\n ".join([*parts, part])


def calendar(events: list[Event], title: str, siteurl: str) -> str:
    """An iCalendar object; an event of which only the month or year is known fills it."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Standing Watch//Events//EN"]
    lines += ["CALSCALE:GREGORIAN", f"NAME:{escaped(title)}", f"X-WR-CALNAME:{escaped(title)}"]
    for event in events:
        lines += entry(event, siteurl)
    return "".join(f"{folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


def entry(event: Event, siteurl: str) -> Iterator[str]:
    """The lines of one event; its stamp is that of its source, not of the build."""
    article = event.articles[0]
    known = sha256(f"{event.date} {event.label}".encode()).hexdigest()[:20]
    stamp = datetime.fromisoformat(timestamp(article.changed_on)).astimezone(UTC)
    source = f"Source: {article.source['outlet']}, {article.title}"
    when = "" if event.precision == "day" else f"Only the {event.precision} is known. "
    yield "BEGIN:VEVENT"
    yield f"UID:{known}@{urlsplit(siteurl).hostname}"
    yield f"DTSTAMP:{stamp:%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{event.first:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{event.last + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{escaped(event.label)}"
    yield f"DESCRIPTION:{escaped(when + source)}"
    yield f"URL:{siteurl}/{article.url}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def as_json(events: list[Event], title: str, address: str, siteurl: str) -> dict:
    """Events with their sources, as plain values; `address` is the page that shows them."""
    return {"title": title, "url": address, "events": [plain(event, siteurl) for event in events]}


def plain(event: Event, siteurl: str) -> dict:
    sources = [
        {
            "title": article.title,
            "url": f"{siteurl}/{article.url}",
            "outlet": article.source["outlet"],
            "original": article.source["url"],
            "date": isodate(article.published_on),
        }
        for article in event.articles
    ]
    told = {"date": event.date, "precision": event.precision, "label": event.label}
    return {**told, "sources": sources}


def write_event_files(folder: Path, events: list[Event], title: str, path: str, root: str) -> None:
    """Write events.ics and events.json for the page at `path` below the address `root`."""
    folder = folder / path
    folder.mkdir(parents=True, exist_ok=True)
    told = as_json(events, title, f"{root}/{path}", root)
    (folder / "events.ics").write_bytes(calendar(events, title, root).encode())
    text = json.dumps(told, ensure_ascii=False, indent=1)
    (folder / "events.json").write_bytes(f"{text}\n".encode())
