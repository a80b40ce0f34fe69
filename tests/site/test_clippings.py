"""A report that is republished says whose it is and under what licence, to people and machines."""

import json
from pathlib import Path

import pytest

from pelicanconf import SITENAME
from tests.support.site import Site, words

PATH = "2023/06/sound-story/"
CC = "https://licences.example/by/4.0/"


@pytest.fixture(scope="module", params=[CC, "public domain"], ids=["address", "words"])
def licence(request) -> str:
    return request.param


@pytest.fixture(scope="module")
def folder(shared_sample, licence) -> Path:
    shared_sample.article("kind: report", f"kind: clipping\nlicence: {licence}")
    shared_sample.build()
    return shared_sample.output


@pytest.fixture
def republished(folder) -> Site:
    """To be read and taken apart."""
    return Site(folder, "")


def test_the_page_says_whose_the_text_is(republished, licence):
    page = republished.pages[PATH]
    told = page.select_one(".republished")
    assert "own text, not a digest" in words(told)
    assert licence in words(told)
    assert [a["href"] for a in told.select("a")] == ([CC] if licence == CC else [])
    for told in page.select(".republished"):
        told.decompose()
    assert "igest" not in words(page.select_one("article"))


def test_machines_are_told_the_same(republished, licence):
    data = republished.structured_data(PATH)
    assert data["author"] == [{"@type": "Person", "name": "Ann Example"}]
    assert licence in json.dumps(data["license"])
    assert data["sameAs"] == "https://example.com/report"
    assert "isBasedOn" not in data


def test_no_citation_and_no_feed_claims_it(republished, licence):
    for name in ("digest", "original"):
        (item,) = json.loads(republished.text(f"{PATH}{name}.json"))
        assert item["author"] == [{"literal": "Ann Example"}]
    author = republished.pages[PATH].find("meta", attrs={"name": "citation_author"})
    assert author["content"] == "Ann Example,"
    assert "igest" not in republished.text("atom.xml")
    assert f"republished by {SITENAME} under the licence “{licence}”" in republished.text(
        "atom.xml"
    )
    (entry,) = republished.json_feed["items"]
    assert [author["name"] for author in entry["authors"]] == ["Ann Example"]
