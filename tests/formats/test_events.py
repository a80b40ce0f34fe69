"""Events, the time between them, and the files they are given away in."""

from datetime import date
from types import SimpleNamespace

import pytest

from formats.events import Event, calendar, fold, merge_events
from plugins.timeline import BROKEN, LONGEST, elapsed, timeline

ARTICLE = SimpleNamespace(
    slug="a", title="A, b; c\\d", url="2023/06/a/", changed_on=date(2023, 6, 5),
    published_on=date(2023, 6, 3), source={"outlet": "The Example", "url": "https://example.com/"},
)  # fmt: skip
OTHER = SimpleNamespace(**{**vars(ARTICLE), "slug": "b"})


def event(day: str, label: str = "x", article=ARTICLE) -> Event:
    return Event(day, label, (article,))


def between(*days: str):
    return [entry.gap for entry in timeline([event(day) for day in days])][1:]


@pytest.mark.parametrize(
    ("day", "first", "last", "words"),
    [
        ("2024-02-09", date(2024, 2, 9), date(2024, 2, 9), "February 9, 2024"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "February 2024"),
        ("2024", date(2024, 1, 1), date(2024, 12, 31), "2024"),
    ],
)
def test_a_date_is_as_exact_as_it_was_written(day, first, last, words):
    told = event(day)
    assert (told.first, told.last, told.words) == (first, last, words)


def test_what_two_articles_tell_in_the_same_words_is_one_event():
    events = merge_events([event("2024"), event("2023-06-03"), event("2023-06-03", article=OTHER)])
    assert [(e.date, [a.slug for a in e.articles]) for e in events] == [
        ("2023-06-03", ["a", "b"]),
        ("2024", ["a"]),
    ]


def test_lines_are_to_scale_or_broken():
    short, long = between("2023-01-01", "2023-03-02", "2023-10-28")  # 60 and 240 days
    assert (short.length, long.length) == (30, 120)
    (broken,) = between("2014-12-28", "2022-11-13")
    assert broken == ("7 years 11 months", BROKEN, True)
    assert LONGEST / 2 > BROKEN


def test_where_dates_overlap_no_time_is_told():
    assert between("2024-06", "2024-06-03") == [None]
    (about,) = between("2024-06", "2024-09-02")
    assert about.words == "about 2 months"


@pytest.mark.parametrize(
    ("days", "words"),
    [(1, "1 day"), (13, "13 days"), (14, "2 weeks"), (61, "2 months"), (426, "14 months"),
     (730, "2 years"), (761, "2 years 1 month"), (2920, "8 years")],
)  # fmt: skip
def test_time_is_told_as_exactly_as_it_is_needed(days, words):
    assert elapsed(days) == words


def test_a_calendar_has_whole_days_and_no_clock():
    text = calendar([event("2023-06-03"), event("2024-02")], "T", "https://example.org/w")
    assert text.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    assert text.endswith("END:VEVENT\r\nEND:VCALENDAR\r\n")
    assert text.count("DTSTAMP:20230605T000000Z\r\n") == 2
    assert "DTSTART;VALUE=DATE:20230603\r\nDTEND;VALUE=DATE:20230604\r\n" in text
    assert "DTSTART;VALUE=DATE:20240201\r\nDTEND;VALUE=DATE:20240301\r\n" in text
    assert "DESCRIPTION:Source: The Example\\, A\\, b\\; c\\\\d\r\n" in text


@pytest.mark.parametrize("line", ["a" * 75, "a" * 76, "é" * 200, "한국" * 60, ""])
def test_long_lines_are_folded_between_characters(line):
    parts = fold(line).split("\r\n")
    assert max(len(part.encode()) for part in parts) <= 75
    assert parts[0] + "".join(part[1:] for part in parts[1:]) == line
