from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from formats.citations import digest, encode_address, original
from tests.support.citations import SITE, article


def literals(item):
    return [name["literal"] for name in item.get("author", [])]


def test_the_digest_is_by_standing_watch_and_at_its_own_address():
    assert digest(article("Ann Example"), SITE) == {
        "id": "digest-2023-06-ours",
        "type": "article-newspaper",
        "title": "Ours",
        "author": [{"literal": "Standing Watch"}],
        "container-title": "Standing Watch",
        "issued": {"date-parts": [[2023, 6, 3]]},
        "URL": "https://example.org/2023/06/ours/",
        "language": "en",
    }


def test_the_original_is_the_outlets():
    assert original(article("Ann Example", source={"via": "A Network"})) == {
        "id": "original-2023-06-ours",
        "type": "article-newspaper",
        "title": "Theirs",
        "author": [{"literal": "Ann Example"}],
        "container-title": "The Example",
        "issued": {"date-parts": [[2023, 6, 3]]},
        "URL": "https://example.com/a?b=c",
        "language": "en",
        "source": "A Network",
    }


@pytest.mark.parametrize(
    "names",
    [
        ["Ji Da-gyum"],
        ["지다겸"],
        ["山田 太郎", "毛泽东"],
        ["Ministry of National Defense, Republic of Korea"],
        ["Gabriel García Márquez", "bell hooks"],
    ],
)
def test_names_stand_as_printed_and_in_order(names):
    assert literals(original(article(*names))) == names


def test_an_agency_is_the_author_where_nobody_else_is_named():
    reuters = {"agency": "Reuters"}
    assert literals(original(article(source=reuters))) == ["Reuters"]
    assert literals(original(article("Reuters", source=reuters))) == ["Reuters"]
    assert literals(original(article("Ann", source=reuters))) == ["Ann"]
    assert literals(original(article())) == []


def test_what_is_not_known_is_left_out_or_described():
    source = {"headline": "unknown", "published": "unknown", "agency": None, "via": None}
    item = original(article(source=source))
    assert item["title"] == "[Report with unknown headline, source of “Ours”]"
    assert not {"author", "issued", "source", "genre"} & item.keys()
    assert "issued" not in digest(article(source=source), SITE)


def test_a_republished_report_is_not_signed_by_us():
    theirs = {"kind": "clipping", "source": {"agency": "Reuters"}}
    assert literals(digest(article("Ann", **theirs), SITE)) == ["Ann"]
    assert literals(digest(article(**theirs), SITE)) == ["Reuters"]
    assert literals(digest(article(kind="clipping"), SITE)) == ["The Example"]
    assert digest(article(kind="clipping"), SITE)["container-title"] == "Standing Watch"


@pytest.mark.parametrize(
    ("kind", "csl_type", "genre"),
    [
        ("report", "article-newspaper", None),
        ("analysis", "article-newspaper", "Analysis"),
        ("statement", "webpage", "Official statement"),
    ],
)
def test_the_kind_is_told(kind, csl_type, genre):
    item = original(article("An Office", kind=kind))
    assert (item["type"], item.get("genre")) == (csl_type, genre)


def test_the_day_is_that_of_the_reports_own_zone():
    late = datetime(2023, 12, 31, 23, 30, tzinfo=timezone(timedelta(hours=-8)))
    early = datetime(2024, 1, 1, 0, 30, tzinfo=UTC)
    for moment, parts in (
        (late, [2023, 12, 31]),
        (early, [2024, 1, 1]),
        (date(2024, 2, 29), [2024, 2, 29]),
    ):
        assert original(article(source={"published": moment}))["issued"] == {"date-parts": [parts]}


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("https://a.example/x?y=1&z=%20#f", "https://a.example/x?y=1&z=%20#f"),
        ("https://a.example/{b}\\<c>\"d'|^`", "https://a.example/%7Bb%7D%5C%3Cc%3E%22d'%7C%5E%60"),
        ("https://a.example/뉴스", "https://a.example/%EB%89%B4%EC%8A%A4"),
    ],
)
def test_addresses_are_ascii_and_encoded_once(typed, written):
    assert encode_address(typed) == written == encode_address(written)
