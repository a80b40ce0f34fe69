"""The tests of any site find enough in ours that they could fail."""

import json

from bs4 import BeautifulSoup

from tests.support.kinds import FIXED, ONE_OF, find_kinds
from tests.support.site import ATOM, words

NAMES = ("people/", "organisations/", "places/", "systems/", "agreements/")


def test_there_is_a_page_of_every_kind(site):
    assert find_kinds(site).keys() == {*FIXED, *ONE_OF, "article"}


def test_there_are_pages_lists_and_names_enough(site):
    assert len(site.articles) > 15
    assert len(site.pages) > 50
    lists = ("tags/", "authors/", "outlets/")
    assert sum(path.startswith(lists) and path.count("/") == 2 for path in site.pages) > 20
    assert sum(path.startswith(NAMES) and path not in NAMES for path in site.pages) > 80
    assert "people/lloyd-austin/" in site.pages


def test_articles_explain_name_and_show_enough(site):
    pages = site.articles.values()
    assert sum(len(page.select("[popover]")) for page in pages) > 60
    marks = [mark for page in pages for mark in page.select(".term")]
    assert {parent.name for mark in marks for parent in mark.find_parents()} & {"p", "li"}
    assert sum(len(page.select(".prose a.name")) for page in pages) > 100
    assert [path for path, page in site.articles.items() if not page.select(".names a")] == []
    assert [path for path, page in site.articles.items() if not page.select(".related .card")] == []
    assert sum("day is not known" in words(page) for page in pages) > 2
    assert site.articles["2023/06/real-time-missile-information-sharing/"].select_one(
        ".map img[alt]"
    )


def test_maps_and_cards_are_many_and_some_articles_share_a_map(site):
    shown = [img["src"] for page in site.articles.values() for img in page.select(".map img")]
    assert len(set(shown)) < len(shown)
    for kind in ("maps/*.svg", "cards/*.png"):
        assert len([*(site.folder / "images").glob(kind)]) > 10, kind
    drawn = [
        site.pages[path].select("main svg")
        for path in ("dossiers/missile-warning-link/", "archive/")
    ]
    assert all(drawn)


def test_timelines_are_several(site):
    new = ("dossiers/", "chronology/")
    pages = [page for path, page in site.pages.items() if path.startswith(new)]
    assert sum(bool(page.select_one(".timeline")) for page in pages) > 4
    assert json.loads(site.text("chronology/events.json"))["events"]


def test_pages_differ_in_the_styles_that_they_carry(site):
    assert len({page.style.string for page in site.pages.values() if page.style}) > 8


def test_feeds_have_names_and_terms_in_their_texts(site):
    contents = [e.findtext(f"{ATOM}content") for e in site.feed().iter(f"{ATOM}entry")]
    assert any("(TISA), signed" in html for html in contents)
    links = [a for html in contents for a in BeautifulSoup(html, "lxml").select("a.name")]
    assert len(links) > 100
