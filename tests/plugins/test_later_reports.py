"""What came after an article, and of what month it is."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest

from plugins.later_reports import MOST, from_month, later_reports
from tests.support.site import words


def article(slug, tags="", day=1, hour=0):
    return SimpleNamespace(
        slug=slug,
        tags=[SimpleNamespace(slug=tag) for tag in tags.split()],
        date=datetime(2023, 6, day, hour, tzinfo=UTC),
    )


def later(*articles) -> list[str]:
    """The slugs of what came later than the article `one`."""
    newest_first = sorted(articles, key=lambda a: (a.date, a.slug), reverse=True)
    return [found.slug for found in later_reports(newest_first)["one"]]


def test_later_reports_come_in_the_order_of_time():
    assert later(
        article("one", "a", 2), article("old", "a", 1), article("y", "a", 4), article("x", "a", 3)
    ) == ["x", "y"]


def test_what_shares_no_tag_or_is_of_the_same_day_is_left_out():
    assert later(article("one", "a", 2), article("b", "b", 3), article("c", "a", 2, 23)) == []


def test_the_rarest_tags_count_most():
    common = [article(f"c{day}", "a", day) for day in range(3, 9)]
    assert later(article("one", "a rare", 2), *common, article("kin", "a rare", 9)) == [
        "c3",
        "c4",
        "kin",
    ]


def test_a_newer_report_changes_nothing_once_there_are_enough():
    first = [article("one", "a", 1), *(article(f"s{n}", "a", n) for n in range(2, 2 + MOST))]
    assert later(*first) == later(*first, article("new", "a", 20)) == ["s2", "s3", "s4"]


@pytest.mark.parametrize(
    ("kind", "published", "sentence"),
    [
        ("report", date(2023, 6, 3), "This report is from June 2023."),
        ("analysis", date(2023, 6, 3), "This analysis is from June 2023."),
        ("statement", date(2023, 6, 3), "This official statement is from June 2023."),
        ("report", "unknown", "This report is filed under June 2023."),
    ],
)
def test_the_month_is_said_in_words(kind, published, sentence):
    one = SimpleNamespace(kind=kind, source={"published": published}, published_on=date(2023, 6, 3))
    assert from_month(one) == sentence


def test_every_article_says_its_month_and_leads_to_what_came_later(site):
    for path, page in site.articles.items():
        day = page.select_one(".story__meta time")["datetime"][:10]
        month = f"{date.fromisoformat(day):%B %Y}"
        assert month in words(page.select_one(".story__age")), path
        days = [time["datetime"][:10] for time in page.select(".later time")]
        assert days == sorted(days), path
        assert [other for other in days if other <= day] == [], path
        assert bool(page.select('.story__age a[href="#later"]')) == bool(days), path
    assert sum(bool(page.select(".later li")) for page in site.articles.values()) > 10
