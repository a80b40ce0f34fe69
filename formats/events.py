"""Events: what reports tell of, each with its date as exactly as it is known."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

PRECISION = {4: "year", 7: "month", 10: "day"}


@dataclass(frozen=True)
class Event:
    """What happened on a day, in a month or a year of ISO 8601, and the articles that tell it."""

    date: str
    label: str
    articles: tuple

    @property
    def precision(self) -> str:
        """Either day, month or year."""
        return PRECISION[len(self.date)]

    @property
    def first(self) -> date:
        """The first day on which it can have happened."""
        return date.fromisoformat(self.date + "-01-01"[len(self.date) - 4 :])

    @property
    def last(self) -> date:
        """The last day on which it can have happened."""
        if self.precision == "day":
            return self.first
        month = 12 if self.precision == "year" else self.first.month
        return date(self.first.year, month, monthrange(self.first.year, month)[1])

    @property
    def words(self) -> str:
        """June 3, 2023, or June 2023, or 2023."""
        day = f"{self.first:%B} {self.first.day}, {self.first.year}"
        return {"day": day, "month": f"{self.first:%B} {self.first.year}"}.get(
            self.precision, self.date
        )


def events_of(told: Iterable[dict], article) -> list[Event]:
    """The events that an article lists."""
    return [Event(one["date"], one["label"], (article,)) for one in told]


def in_order(events: Iterable[Event]) -> list[Event]:
    """Events from the earliest on; what several articles tell in the same words is one event."""
    told: dict[tuple[str, str], dict] = {}
    for event in events:
        known = told.setdefault((event.date, event.label), {})
        known.update({article.slug: article for article in event.articles})
    joined = [Event(*key, tuple(articles.values())) for key, articles in told.items()]
    return sorted(joined, key=lambda event: event.date)
