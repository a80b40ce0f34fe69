"""Dates as they were given: a day stays a day, a time keeps its zone.

A date stands for a whole day, a datetime for a time with its zone.
"""

from datetime import UTC, date, datetime
from typing import TypeAlias

# Stands for the date of a draft while it is not known; lists have it first.
UNDATED = date(9999, 1, 1)

# Pelican's period of an archive: year, name of the month, day; the latter two of the finer ones.
Period: TypeAlias = tuple[int] | tuple[int, str] | tuple[int, str, int]


def longdate(moment: date) -> str:
    """June 3, 2023; or November 14, 2022, 17:07 (UTC+09:00) where the time is known."""
    if moment == UNDATED:
        return "date not known yet"
    words = f"{moment:%B} {moment.day}, {moment.year}"
    if not isinstance(moment, datetime):
        return words
    zone = moment.isoformat()[-6:]
    return f"{words}, {moment:%H:%M} (UTC{'' if zone.endswith('+00:00') else zone})"


def shortdate(moment: date) -> str:
    """June 3, 2023, whether the time is known or not."""
    return longdate(moment.date() if isinstance(moment, datetime) else moment)


def format_partial(day: str) -> str:
    """2021; January 2021; or January 22, 2021, of a year, a month or a day as ISO 8601 has it."""
    if len(day) == len("2021"):
        return day
    if len(day) == len("2021-01"):
        return f"{date.fromisoformat(f'{day}-01'):%B %Y}"
    return longdate(date.fromisoformat(day))


def isodate(moment: date) -> str:
    """ISO 8601 as in `<time datetime>` and JSON-LD; seconds only where they were given."""
    if moment == UNDATED:
        return ""
    if not isinstance(moment, datetime):
        return moment.isoformat()
    return moment.isoformat(timespec="seconds" if moment.second else "minutes")


def point_in_time(moment: date) -> datetime:
    """A date as a datetime that can be compared with any other; a day is its midnight in UTC."""
    if isinstance(moment, datetime):
        return moment
    return datetime(moment.year, moment.month, moment.day, tzinfo=UTC)


def timestamp(moment: date) -> str:
    """RFC 3339 with time and zone, as feeds want it; a plain day is its midnight in UTC."""
    return point_in_time(moment).isoformat()


def period_name(period: Period) -> str:
    """2023, or June 2023, of Pelican's period."""
    if period[0] == UNDATED.year:
        return longdate(UNDATED).capitalize()
    return " ".join(str(part) for part in reversed(period[:2]))


def month_name(period: tuple[int, str]) -> str:
    """June, of Pelican's period of a month."""
    return "Any month" if period[0] == UNDATED.year else period[1]
