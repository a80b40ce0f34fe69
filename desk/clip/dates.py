"""Dates as pages print them. A date counts only if it can mean one day, a time only with its zone.

Names of months are read by dateparser; which part of a date is which is settled here, as no
library says that it guessed.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

import dateparser

from .clipping import Stamp
from .clocks import beside, time_of
from .zones import in_zone

WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
SIGNS = r"\s?[-./]\s?"
DAY = re.compile(
    rf"""(?ix)(?<![\w.:/-])(?:{WEEKDAY}(?:
    (?P<y1>\d{{4}}){SIGNS}(?P<m1>\d{{1,2}}){SIGNS}(?P<d1>\d{{1,2}})(?!\d)\.?
    |(?P<y2>\d{{4}})\s?[年년]\s?(?P<m2>\d{{1,2}})\s?[月월]\s?(?P<d2>\d{{1,2}})\s?[日일]
    |(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?\.?[\s-](?:of\s|de\s)?(?P<m3>[^\W\d_]{{3,10}})\.?,?[\s-](?:de\s)?(?P<y3>\d{{4}})\b
    |(?P<m4>[^\W\d_]{{3,10}})\.?[\s-](?P<d4>\d{{1,2}})(?:st|nd|rd|th)?,?[\s-](?P<y4>\d{{4}})\b
    |(?P<a>\d{{1,2}})[-./](?P<b>\d{{1,2}})[-./](?P<y5>\d{{4}}|\d{{2}})(?!\d)
    ))"""
)


def stamps(line: str, language: str = "en") -> Iterator[tuple[int, int, Stamp]]:
    """Every date in a line with its time: where it begins, where it ends, and what it says.

    `language` is that of the report; names of months are looked for there and in English.
    """
    end = 0
    for day in DAY.finditer(line):
        if day.start() < end:
            continue
        readings = _readings(day, language)
        if readings is None:
            continue
        start, end = day.span()
        if clock := beside(line, start, end):
            start, end = min(start, clock.start()), max(end, clock.end())
        yield start, end, _stamp(line[start:end], readings, clock)


def stamp(text: str, language: str = "en") -> Stamp | None:
    """The first date in `text`, or None."""
    return next((result for _, _, result in stamps(text, language)), None)


def _readings(day: re.Match, language: str) -> list[date] | None:
    """Every day that a match can mean, none where the calendar lacks it; None if it is no date."""
    part = day.groupdict()
    if part["a"]:
        return _numeric(int(part["a"]), int(part["b"]), part["y5"])
    form = next(n for n in "1234" if part[f"y{n}"])
    year, month, number = (part[f"{name}{form}"] for name in "ymd")
    if month.isdigit():
        return _days((int(year), int(month), int(number)))
    month_number = _month(f"1 {month} {year}", language)
    return _days((int(year), month_number, int(number))) if month_number else None


def _numeric(a: int, b: int, year: str) -> list[date]:
    """The readings of numbers alone, day or month first; of a short year any part may be it."""
    if len(year) == 4:
        return _days((int(year), b, a), (int(year), a, b))
    short = int(year)
    return _days((2000 + short, b, a), (2000 + short, a, b), (2000 + a, b, short))


def _days(*parts: tuple[int, int, int]) -> list[date]:
    days = []
    for year, month, number in parts:
        try:
            day = date(year, month, number)
        except ValueError:
            continue
        if day not in days:
            days.append(day)
    return days


@cache
def _month(words: str, language: str) -> int | None:
    """The month that the first of a month falls in, its name in the language or in English."""
    settings = {
        "PARSERS": ["absolute-time"],
        "REQUIRE_PARTS": ["day", "month", "year"],
        "DATE_ORDER": "DMY",
    }
    languages = list(dict.fromkeys(["en", language.partition("-")[0] or "en"]))
    first_day = dateparser.parse(words, languages=languages, settings=settings)
    return first_day.month if first_day else None


def _stamp(text: str, readings: list[date], clock: re.Match | None) -> Stamp:
    if len(readings) != 1:
        days = " or ".join(map(str, readings))
        problem = f"can be {days}" if days else "is no day of the calendar"
        return Stamp(text, doubt=f'"{text}" {problem}')
    if not clock:
        return Stamp(text, readings[0])
    day, time_text = readings[0], clock[0].strip(" ,|·–—-")
    time, zone = time_of(day, clock), clock["zone"]
    if time and zone and (moment := in_zone(time, zone)):
        return Stamp(text, moment)
    doubt = f'the time "{time_text}" is printed without a zone'
    if not time:
        doubt = f'"{time_text}" is no time of day'
    elif zone:
        doubt = f'the time is "{time_text}", and which zone "{zone}" is there is not certain'
    return Stamp(text, day, time_text, doubt)
