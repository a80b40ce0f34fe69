from datetime import date, datetime
from types import SimpleNamespace

import pytest

from formats.article import newest_first
from formats.dates import isodate, longdate, timestamp

DAY = date(2023, 6, 3)
SEOUL = datetime.fromisoformat("2022-11-14T17:07+09:00")
UTC = datetime.fromisoformat("2022-11-14T17:07:09Z")


@pytest.mark.parametrize(
    ("moment", "long", "iso", "stamp"),
    [
        (DAY, "June 3, 2023", "2023-06-03", "2023-06-03T00:00:00+00:00"),
        (
            SEOUL,
            "November 14, 2022, 17:07 (UTC+09:00)",
            "2022-11-14T17:07+09:00",
            "2022-11-14T17:07:00+09:00",
        ),
        (
            UTC,
            "November 14, 2022, 17:07 (UTC)",
            "2022-11-14T17:07:09+00:00",
            "2022-11-14T17:07:09+00:00",
        ),
    ],
)
def test_a_date_is_printed_as_it_was_given(moment, long, iso, stamp):
    assert (longdate(moment), isodate(moment), timestamp(moment)) == (long, iso, stamp)


def test_of_two_at_the_same_time_the_slug_decides():
    a, b, c = (
        SimpleNamespace(date=date, slug=slug)
        for date, slug in ((SEOUL, "a"), (SEOUL, "b"), (UTC, "c"))
    )
    assert sorted([b, a, c], key=newest_first) == [c, a, b]
