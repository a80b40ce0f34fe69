"""What a printed time zone means, where it can mean only one thing.

Source: https://data.iana.org/time-zones/tz-link.html, the abbreviations of the tz database.
"""

import re
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

EAST = {
    0: "GMT UTC Z WET",
    1: "CET",
    2: "CEST EET",
    3: "EEST MSK",
    7: "WIB",
    8: "SGT HKT",
    9: "KST JST",
    10: "AEST",
    11: "AEDT",
    12: "NZST",
    13: "NZDT",
    -4: "EDT",
    -5: "EST",
    -6: "MDT",
    -7: "PDT",
}
HOURS = {name: hours for hours, names in EAST.items() for name in names.split()}
AMBIGUOUS = ("AMT", "AST", "BST", "CDT", "CST", "CT", "IST", "MST", "MT", "PST", "PT", "SST", "WST")
EASTERN = "America/New_York"
NUMBER = re.compile(
    r"(?:GMT|UTC)?\s?(?P<sign>[+\u2212-])(?P<hours>\d{1,2})(?::?(?P<minutes>\d{2}))?"
)
WORDS = rf"{NUMBER.pattern}(?!\d)|(?:ET|{'|'.join([*HOURS, *AMBIGUOUS])})\b"


def in_zone(clock: datetime, word: str) -> datetime | None:
    """The moment at which a clock in the zone `word` showed `clock`; None where that is open."""
    if number := NUMBER.fullmatch(word):
        minutes = int(number["hours"]) * 60 + int(number["minutes"] or 0)
        east = timedelta(minutes=minutes if number["sign"] == "+" else -minutes)
        return clock.replace(tzinfo=timezone(east)) if minutes <= 14 * 60 else None
    if word in {"ET", "EST", "EDT"}:
        return _eastern(clock, word)
    return clock.replace(tzinfo=timezone(timedelta(hours=HOURS[word]))) if word in HOURS else None


def _eastern(clock: datetime, word: str) -> datetime | None:
    """Eastern Time; EST printed in summer, or an hour that the change makes twice, is open."""
    try:
        both = {clock.replace(tzinfo=ZoneInfo(EASTERN), fold=fold).utcoffset() for fold in (0, 1)}
    except ZoneInfoNotFoundError:
        both = {timedelta(hours=HOURS[word])} if word in HOURS else set()
    offset = both.pop() if len(both) == 1 else None
    if offset is None or (word in HOURS and offset != timedelta(hours=HOURS[word])):
        return None
    return clock.replace(tzinfo=timezone(offset))
