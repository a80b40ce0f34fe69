"""From A to Z everything has its place, and browsers can be told to search here."""

from xml.etree import ElementTree

from plugins.search_page import Entry, a_to_z
from tests.support.site import words

OPENSEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"


def test_everything_stands_under_its_letter():
    names = ["the Zebra", "“Quoted”", "2023 plan", "apple", "한국", "Élan", "Quiz"]
    placed = {
        letter: [e.name for e in of] for letter, of in a_to_z(Entry(n, "", "") for n in names)
    }
    assert placed == {
        "#": ["2023 plan", "Élan", "한국"],
        "A": ["apple"],
        "Q": ["Quiz", "“Quoted”"],
        "Z": ["the Zebra"],
    }


def test_topics_names_and_headlines_all_stand_there(site):
    shown = {a["href"].lstrip("/") for a in site.pages["search/"].select(".atoz .index a")}
    kinds = ("tags/", "outlets/", "authors/", "dossiers/", "people/", "organisations/", "places/")
    kinds += ("systems/", "agreements/")
    wanted = {path for path in site.pages if path.startswith(kinds) and path not in kinds}
    assert {*wanted, *site.articles} - shown == set()


def test_every_page_leads_to_the_search(site):
    without = [
        path for path, page in site.pages.items() if not page.select_one(".masthead a[rel=search]")
    ]
    assert without == []


def test_every_page_tells_browsers_of_the_search(published):
    for path, page in published.pages.items():
        link = page.select_one("link[rel=search]")
        assert link["href"] == "/news/watch/opensearch.xml", path
    told = ElementTree.fromstring(published.text("opensearch.xml"))
    assert told.find(f"{OPENSEARCH}Url").get("template") == (
        f"{published.siteurl}/search/?q={{searchTerms}}"
    )
    assert 0 < len(told.findtext(f"{OPENSEARCH}ShortName")) <= 16
    assert len(told.findtext(f"{OPENSEARCH}Description")) <= 1024


def test_what_can_be_chosen_is_what_the_reports_have(site):
    page = site.pages["search/"]
    outlets = {words(option) for option in page.select("select[name=outlet] option")}
    listed = {words(a) for a in site.pages["outlets/"].select(".index a")}
    assert outlets - {"All"} == listed
