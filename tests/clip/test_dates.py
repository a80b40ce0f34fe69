"""A printed date counts if it can mean one day only, its time if the zone is certain."""

import pytest

from desk.clip.dates import stamp

CERTAIN = {
    "Saturday, June 3, 2023": "2023-06-03",
    "3rd of June 2023": "2023-06-03",
    "2023.06.03.": "2023-06-03",
    "13/04/2023": "2023-04-13",
    "04/13/2023": "2023-04-13",
    "03/03/2023": "2023-03-03",
    "2023年6月3日": "2023-06-03",
    "2023-06-03 16:53 KST": "2023-06-03 16:53:00+09:00",
    "2023-06-03T07:53:00.000Z": "2023-06-03 07:53:00+00:00",
    "10:13 JST, November 13, 2023": "2023-11-13 10:13:00+09:00",
    "June 3, 2023 at 4:53 p.m. ET": "2023-06-03 16:53:00-04:00",
    "Jan. 3, 2023 12:05 a.m. EST": "2023-01-03 00:05:00-05:00",
    "3 June 2023, 16:53 (GMT+9)": "2023-06-03 16:53:00+09:00",
}
OPEN = {
    "03/04/2023": "can be 2023-04-03 or 2023-03-04",
    "03.04.2023": "can be 2023-04-03 or 2023-03-04",
    "03/04/23": "can be 2023-04-03 or 2023-03-04 or 2003-04-23",
    "June 31, 2023": "is no day of the calendar",
}
DAY_ALONE = {
    "June 3, 2023 - 16:53": 'the time "16:53" is printed without a zone',
    "2023.06.03. 오후 4:53": 'the time "오후 4:53" is printed without a zone',
    "June 3, 2023 16:53 IST": 'which zone "IST" is there is not certain',
    "June 3, 2023 16:53 CST": 'which zone "CST" is there is not certain',
    "June 3, 2023 4:53 p.m. EST": 'which zone "EST" is there is not certain',
    "June 3, 2023 25:61": '"25:61" is no time of day',
}


@pytest.mark.parametrize(("text", "value"), CERTAIN.items())
def test_what_is_certain_is_known(text, value):
    assert (str(stamp(text).value), stamp(text).doubt) == (value, "")


@pytest.mark.parametrize(("text", "doubt"), OPEN.items())
def test_what_is_ambiguous_stays_open(text, doubt):
    assert stamp(text).value is None
    assert stamp(text).doubt == f'"{text}" {doubt}'


@pytest.mark.parametrize(("text", "doubt"), DAY_ALONE.items())
def test_a_time_without_a_certain_zone_leaves_the_day(text, doubt):
    assert str(stamp(text).value) == "2023-06-03"
    assert doubt in stamp(text).doubt


@pytest.mark.parametrize("text", ["yesterday", "June 2023", "10:30", "2023-24", "3 men 2023"])
def test_what_is_no_date_is_none(text):
    assert stamp(text) is None


def test_names_of_months_are_read_in_the_language_of_the_report():
    assert str(stamp("3. Juni 2023, 16:53 Uhr", "de").value) == "2023-06-03"
    assert stamp("3. Juni 2023", "en") is None
