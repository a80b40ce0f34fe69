from datetime import date
from types import SimpleNamespace

import pytest

from formats.article import LABEL
from formats.schema_org import article_data

SITE = {"SITEURL": "https://example.org", "SITENAME": "Standing Watch"}


def article(**changes):
    source = {
        "outlet": "The Example",
        "agency": None,
        "headline": "Theirs",
        "url": "https://example.com/report",
        "published": date(2023, 6, 3),
        "language": "ko",
        **changes.pop("source", {}),
    }
    told = {
        "title": "Ours",
        "summary": "A deck.",
        "url": "2023/06/ours/",
        "kind": "report",
        "dateline": "SEOUL",
        "lang": "en",
        "published_on": date(2023, 6, 3),
        "authors": [SimpleNamespace(name="Ann")],
        "tags": [SimpleNamespace(name="Drills")],
        "source": source,
    }
    return SimpleNamespace(**{**told, **changes})


def test_the_digest_is_ours_and_the_report_theirs():
    data = article_data(article(), SITE)
    assert data["author"] == data["publisher"]
    assert data["author"]["name"] == "Standing Watch"
    assert data["isBasedOn"] == {
        "@type": "ReportageNewsArticle",
        "headline": "Theirs",
        "url": "https://example.com/report",
        "datePublished": "2023-06-03",
        "inLanguage": "ko",
        "author": [{"@type": "Person", "name": "Ann"}],
        "publisher": {"@type": "Organization", "name": "The Example"},
    }


def test_an_agency_and_an_office_are_organizations():
    agency = article_data(article(source={"agency": "Ann"}), SITE)
    office = article_data(article(kind="statement"), SITE)
    for data in (agency, office):
        assert data["isBasedOn"]["author"] == [{"@type": "Organization", "name": "Ann"}]


def test_what_is_unknown_is_left_out():
    source = {"headline": "unknown", "published": "unknown"}
    data = article_data(article(source=source, dateline="none", authors=[]), SITE)
    assert "dateline" not in data
    assert not {"headline", "datePublished", "author"} & data["isBasedOn"].keys()


def test_a_correction_moves_the_date_of_change():
    data = article_data(article(modified_on=date(2024, 1, 2)), SITE)
    assert (data["datePublished"], data["dateModified"]) == ("2023-06-03", "2024-01-02")


def test_a_day_that_is_not_known_is_left_out():
    data = article_data(article(source={"published": "unknown"}), SITE)
    assert not {"datePublished", "dateModified"} & data.keys()


@pytest.mark.parametrize(
    ("licence", "told"),
    [
        ("https://example.org/by/4.0/", "https://example.org/by/4.0/"),
        ("public domain", {"@type": "CreativeWork", "name": "public domain"}),
    ],
)
def test_a_republished_report_is_theirs(licence, told):
    data = article_data(article(kind="clipping", licence=licence), SITE)
    assert data["license"] == told
    assert data["author"] == [{"@type": "Person", "name": "Ann"}]
    assert data["sourceOrganization"]["name"] == "The Example"
    assert data["sameAs"] == "https://example.com/report"
    assert "isBasedOn" not in data
    unsigned = article_data(article(kind="clipping", licence=licence, authors=[]), SITE)
    assert unsigned["author"]["name"] == "The Example"


def test_the_kind_shows_in_genre_and_type():
    kinds = ("report", "analysis", "statement")
    told = {kind: article_data(article(kind=kind), SITE) for kind in kinds}
    assert {kind: data["genre"] for kind, data in told.items()} == {k: LABEL[k] for k in kinds}
    assert {kind: data["@type"] for kind, data in told.items()} == {
        "report": "NewsArticle",
        "analysis": ["NewsArticle", "AnalysisNewsArticle"],
        "statement": "NewsArticle",
    }
    assert {kind: data["isBasedOn"]["@type"] for kind, data in told.items()} == {
        "report": "ReportageNewsArticle",
        "analysis": "AnalysisNewsArticle",
        "statement": "CreativeWork",
    }
