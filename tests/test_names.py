"""Names are linked where they are marked, listed with the article, and have pages."""

import json
import re

import pytest
import yaml
from bs4 import BeautifulSoup

from formats.names import FOLDERS
from tests.support.sample import ROOT
from tests.support.site import ATOM, SITEMAP, Site, words

REGISTRY = yaml.safe_load((ROOT / "content/data/registry.yaml").read_text("utf-8"))
PATHS = {f"{FOLDERS[entry['kind']]}/{slug}/": slug for slug, entry in REGISTRY.items()}
MARKED = re.compile(r"\]\(name:([a-z0-9-]+)\)")
BUILT = "http://127.0.0.1:8000"
JEJU = "jeju:\n  kind: place\n  name: <b>Jeju</b>\n  description: An island.\n"


def listed(page) -> list[str]:
    return [a["href"].lstrip("/") for a in page.select(".names a")]


def texts() -> dict[str, str]:
    """The text of every article's file by its slug."""
    files = [file.read_text("utf-8") for file in (ROOT / "content/articles").glob("*.md")]
    return {re.search(r"(?m)^slug: (.*)$", text)[1]: text for text in files}


def test_every_name_has_a_page_and_every_page_a_name(site):
    tops = tuple(f"{folder}/" for folder in FOLDERS.values())
    assert {p for p in site.pages if p.startswith(tops) and p not in tops} == PATHS.keys()
    assert len(PATHS) > 80


def test_the_page_says_who_or_what_it_is(site):
    for path, slug in PATHS.items():
        entry, page = REGISTRY[slug], site.pages[path]
        assert words(page.h1) == entry["name"]
        told = words(page.main)
        assert entry["description"] in told, path
        assert [role["role"] for role in entry.get("roles", []) if role["role"] not in told] == []
        if "native" in entry:
            native = page.select_one(".page__head [lang]")
            assert (words(native), native["lang"]) == tuple(entry["native"].values()), path
        elsewhere = [a["href"] for a in page.select('main a[rel="external"]')]
        items = [f"https://www.wikidata.org/wiki/{entry.get('wikidata')}"]
        assert elsewhere == (items if "wikidata" in entry else []), path


def test_the_page_lists_every_article_that_names_it_newest_first(site):
    users: dict[str, set] = {path: set() for path in PATHS}
    for address, article in site.articles.items():
        for path in listed(article):
            users[path].add(f"/{address}")
    for path, articles in users.items():
        cards = site.pages[path].select(".card")
        assert {card.h2.a["href"] for card in cards} == articles, path
        days = [card.time["datetime"][:10] for card in cards]
        assert days == sorted(days, reverse=True), path
        number = "one report" if len(days) == 1 else f"{len(days)} reports, newest first"
        assert f"Named in {number}." in words(site.pages[path].main)


def test_an_article_lists_what_it_marks_and_what_it_is_about_once(site):
    for address, article in site.articles.items():
        text = texts()[address.split("/")[2]]
        about = yaml.safe_load(text.split("---\n")[1]).get("about", [])
        names = [PATHS[path] for path in listed(article)]
        assert sorted(names) == sorted({*MARKED.findall(text), *about}), address
        assert names, address


def test_a_name_is_linked_once_in_the_text_and_never_in_a_heading(site):
    linked = 0
    for address, article in site.articles.items():
        links = [a["href"].lstrip("/") for a in article.select(".prose a.name")]
        assert len(set(links)) == len(links), address
        assert set(links) <= set(listed(article)), address
        assert article.select(".prose :is(h2, h3, button, .term) .name, .name button") == []
        linked += len(links)
    assert linked > 100


def test_the_meaning_of_a_term_that_is_a_name_leads_to_its_page(site):
    note = site.pages["2023/06/real-time-missile-information-sharing/"].select_one("#term-usfk")
    links = {a["href"]: words(a) for a in note.select("a")}
    assert links["/organisations/us-forces-korea/"] == "USFK in all reports"


def test_names_that_appear_together_say_so_of_each_other(site):
    lee = {a["href"]: a.parent for a in site.pages["people/lee-jong-sup/"].select(".beside a")}
    together = [p for p in site.articles.values() if "people/lee-jong-sup/" in listed(p)]
    number = sum("people/lloyd-austin/" in listed(page) for page in together)
    assert words(lee["/people/lloyd-austin/"]) == f"Lloyd Austin {number}"
    assert [path for path in PATHS if len(site.pages[path].select(".beside li")) > 12] == []


def test_the_indexes_name_all_by_kind_from_a_to_z(site):
    entire = []
    for folder in FOLDERS.values():
        entries = [a["href"].lstrip("/") for a in site.pages[f"{folder}/"].select(".index a")]
        names = [words(site.pages[path].h1) for path in entries]
        assert names == sorted(names, key=str.casefold)
        entire += entries
    assert sorted(entire) == sorted(PATHS)
    assert [a["href"].lstrip("/") for a in site.pages["names/"].select(".index a")] == entire


def test_structured_data_says_what_an_article_is_about_and_mentions(site):
    data = site.structured_data("2023/04/washington-declaration/")
    assert [thing["name"] for thing in data["about"]] == [
        "Washington Declaration",
        "Nuclear Consultative Group",
    ]
    biden = next(thing for thing in data["mentions"] if thing["name"] == "Joe Biden")
    same = "https://www.wikidata.org/wiki/Q6279"
    assert biden == {"@type": "Person", "name": "Joe Biden", "sameAs": same}
    place = site.structured_data("places/jeju/")
    assert (place["@type"], place["geo"]["latitude"]) == ("Place", 33.38)


def test_feeds_have_whole_addresses_and_the_sitemap_has_the_pages(published):
    contents = [e.findtext(f"{ATOM}content") for e in published.feed().iter(f"{ATOM}entry")]
    contents += [item["content_html"] for item in published.json_feed["items"]]
    links = [a["href"] for html in contents for a in BeautifulSoup(html, "lxml").select("a.name")]
    assert len(links) > 200
    paths = {link.removeprefix(f"{published.siteurl}/") for link in links}
    assert paths <= PATHS.keys()
    located = {e.text for e in published.feed("sitemap.xml").iter(f"{SITEMAP}loc")}
    assert {f"{published.siteurl}/{path}" for path in [*PATHS, "names/", "people/"]} <= located


def test_without_a_registry_the_index_says_so(newsroom):
    newsroom.build()
    site = Site(newsroom.output, BUILT)
    assert "No name is registered so far." in words(site.pages["names/"].main)
    assert site.pages["2023/06/sound-story/"].select(".names") == []


def test_a_name_that_only_drafts_have_gets_no_page(newsroom):
    newsroom.write("data/registry.yaml", JEJU)
    newsroom.another("draft", ("kind: report", "kind: report\nstatus: draft\nabout: jeju"))
    newsroom.build()
    assert "places/jeju/index.html" not in newsroom.published()


@pytest.mark.parametrize("kind", ["report", "clipping"])
def test_what_is_typed_is_shown_as_it_is_and_long_lists_go_on(newsroom, kind):
    newsroom.write("data/registry.yaml", JEJU)
    licence = "\nlicence: public domain" if kind == "clipping" else ""
    told = ("kind: report", f"kind: {kind}{licence}\nabout: jeju")
    for n in range(25):
        newsroom.another(f"s{n}", told, ("2023-06-03", f"2023-06-{n + 1:02}"))
    newsroom.build()
    site = Site(newsroom.output, BUILT)
    assert words(site.pages["places/jeju/"].h1) == "<b>Jeju</b>"
    second = site.pages["places/jeju/page-2/"]
    assert len(second.select(".card")) == 5
    assert second.select(".entry") == []
    assert json.loads(second.find("script", type="application/ld+json").string)["name"]
