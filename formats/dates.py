"""Dates as they were given: a day stays a day, a time keeps its zone."""

from datetime import UTC, date, datetime

# Stands for the date of a draft while it is not known; lists have it first.
UNDATED = date(9999, 1, 1)


def longdate(moment: date | datetime) -> str:
    """June 3, 2023; or November 14, 2022, 17:07 (UTC+09:00) where the time is known."""
    if moment == UNDATED:
        return "date not known yet"
    words = f"{moment:%B} {moment.day}, {moment.year}"
    if not isinstance(moment, datetime):
        return words
    zone = moment.isoformat()[-6:]
    return f"{words}, {moment:%H:%M} (UTC{'' if zone.endswith('+00:00') else zone})"


def spoken(period: str) -> str:
    """2021; January 2021; or January 22, 2021, of a year, a month or a day as ISO 8601 has it."""
    if len(period) == len("2021"):
        return period
    if len(period) == len("2021-01"):
        return f"{date.fromisoformat(f'{period}-01'):%B %Y}"
    return longdate(date.fromisoformat(period))


def shortdate(moment: date | datetime) -> str:
    """June 3, 2023, whether the time is known or not."""
    return longdate(moment.date() if isinstance(moment, datetime) else moment)


def isodate(moment: date | datetime) -> str:
    """ISO 8601 as in `<time datetime>` and JSON-LD; seconds only where they were given."""
    if moment == UNDATED:
        return ""
    if not isinstance(moment, datetime):
        return moment.isoformat()
    return moment.isoformat(timespec="seconds" if moment.second else "minutes")


def period_name(period: tuple) -> str:
    """2023, or June 2023, of Pelican's (year, name of the month, day)."""
    if period[0] == UNDATED.year:
        return longdate(UNDATED).capitalize()
    return " ".join(str(part) for part in reversed(period[:2]))


def month_name(period: tuple) -> str:
    """June, of Pelican's (year, name of the month)."""
    return "Any month" if period[0] == UNDATED.year else period[1]


def timestamp(moment: date | datetime) -> str:
    """RFC 3339 with time and zone, as feeds want it; a plain day is its midnight in UTC."""
    if not isinstance(moment, datetime):
        moment = datetime(moment.year, moment.month, moment.day, tzinfo=UTC)
    return moment.isoformat()


def newest_first(article) -> tuple[float, str]:
    """The key by which lists are sorted; of two at the same time the slug decides."""
    return -article.date.timestamp(), article.slug
