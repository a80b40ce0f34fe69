"""Neighbors, related articles and the front page: which article stands beside which."""

from datetime import UTC, datetime
from types import SimpleNamespace

from plugins.front_page import by_day, lead_first
from plugins.neighbors import add_neighbors
from plugins.related import MOST, REACH, related


def article(slug, tags="", day=1, declared=()):
    return SimpleNamespace(
        slug=slug,
        tags=[SimpleNamespace(slug=tag) for tag in tags.split()],
        date=datetime(2023, 6, day, tzinfo=UTC),
        related=list(declared),
    )


def slugs(articles):
    return [article.slug for article in articles]


def test_neighbors_are_the_ones_before_and_after_in_time():
    new, middle, old = articles = [article("new"), article("middle"), article("old")]
    add_neighbors(SimpleNamespace(articles=articles))
    assert (new.later, new.earlier) == (None, middle)
    assert (middle.later, middle.earlier) == (new, old)
    assert (old.later, old.earlier) == (middle, None)


def test_the_rarest_shared_tag_relates_most():
    articles = [
        article("one", "common rare"),
        article("kin", "rare"),
        article("far", "common"),
        article("else", "common"),
    ]
    assert slugs(related(articles)["one"])[0] == "kin"


def test_of_equals_the_nearer_in_time_comes_first():
    articles = [article("one", "a", 10), article("far", "a", 1), article("near", "a", 12)]
    assert slugs(related(articles)["one"]) == ["near", "far"]


def test_what_shares_nothing_is_not_related():
    articles = [article("one", "a"), article("other", "b")]
    assert related(articles) == {"one": [], "other": []}


def test_what_is_declared_goes_before_what_is_found():
    articles = [article("one", "a", declared=["chosen"]), article("found", "a"), article("chosen")]
    assert slugs(related(articles)["one"]) == ["chosen"]


def test_no_more_than_a_few_are_related():
    assert len(related([article(str(n), "a") for n in range(9)])["0"]) == MOST


def test_only_the_nearest_bearers_of_a_tag_count():
    years = [article(f"y{n:02}", "a", n + 1) for n in range(28)]
    years[0].tags.append(SimpleNamespace(slug="rare"))
    years[27].tags.append(SimpleNamespace(slug="rare"))
    assert slugs(related(years)["y00"])[0] == "y27"
    assert slugs(related(years)["y14"]) == ["y13", "y15", "y12"]
    assert all(abs(int(a.slug[1:]) - 5) <= REACH for a in related(years)["y05"])


def test_an_article_without_tags_is_related_to_none():
    assert related([article("one"), article("other", "a")])["one"] == []


def test_the_chosen_story_leads_and_stands_nowhere_else():
    articles = [article(str(n)) for n in range(5)]
    assert slugs(lead_first(articles, "3")) == ["3", "0", "1", "2", "4"]


def test_the_newest_leads_where_none_is_chosen():
    assert slugs(lead_first([article("new"), article("old")], None)) == ["new", "old"]


def test_articles_of_one_day_stand_under_it():
    days = by_day([article("a", day=3), article("b", day=3), article("c", day=1)])
    assert [(day.isoformat(), slugs(stories)) for day, stories in days] == [
        ("2023-06-03", ["a", "b"]),
        ("2023-06-01", ["c"]),
    ]
