"""Times of day as pages print them beside a date."""

import re
from datetime import date, datetime

from .zones import WORDS

NEAR = 30
CLOCK = re.compile(
    rf"""(?x)(?P<early>(?i:am|a\.m\.|pm|p\.m\.|오전|오후|午前|午後)\s?)?
    (?P<hour>\d{{1,2}})(?:(?:[:.]|時|시\s?)(?P<minute>\d{{2}})(?::(?P<second>\d{{2}})(?:\.\d+)?)?
    (?!\d)(?:분|分)?|(?=\s?(?i:[ap]\.?m\b)))
    (?:\s?(?P<late>(?i:a\.m\.|p\.m\.|am\b|pm\b)))?
    (?:\s?\(?(?P<zone>{WORDS})\)?)?"""
)
BEFORE = re.compile(rf"{CLOCK.pattern}\s?(?:,|on|[|·–—-])?\s*$", re.VERBOSE)
BETWEEN = re.compile(
    r"(?i)(?:\s|[,T|(·•●@–—-]|at\b|um\b|à\b|mon|tue|wed|thu|fri|sat|sun|[月火水木金土日월화수목금토일]|\))*"
)
AFTER = {"pm", "p.m.", "오후", "午後"}


def beside(line: str, start: int, end: int) -> re.Match | None:
    """The time before or behind the date that stands from `start` to `end`."""
    behind = CLOCK.match(line, BETWEEN.match(line, end).end())
    return behind or BEFORE.search(line, max(0, start - NEAR), start)


def time_of(day: date, clock: re.Match) -> datetime | None:
    """The clock on that day, without a zone; None for what no clock shows."""
    hour, half = int(clock["hour"]), (clock["early"] or clock["late"] or "").strip().lower()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half in AFTER else 0)
    try:
        return datetime(
            *day.timetuple()[:3], hour, *(int(clock[n] or 0) for n in ("minute", "second"))
        )
    except ValueError:
        return None
