"""Names are linked where they are marked, listed with the article, and have pages."""

import json
import re

import pytest
from bs4 import BeautifulSoup

from formats.names import FOLDERS
from tests.support.content import article_file, data, front_matter
from tests.support.site import ATOM, SITEMAP, Site, words

REGISTRY = data("registry")
PATHS = {f"{FOLDERS[entry['kind']]}/{slug}/": slug for slug, entry in REGISTRY.items()}
MARKED = re.compile(r"\]\(name:([a-z0-9-]+)\)")
BUILT = "http://127.0.0.1:8000"
JEJU = "jeju:\n  kind: place\n  name: <b>Jeju</b>\n  description: An island.\n"


def listed(page) -> list[str]:
    return [a["href"].lstrip("/") for a in page.select(".names a")]


def test_every_name_has_a_page_and_every_page_a_name(site):
    tops = tuple(f"{folder}/" for folder in FOLDERS.values())
    assert {p for p in site.pages if p.startswith(tops) and p not in tops} == PATHS.keys()


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
        file = article_file(address)
        text, about = file.read_text("utf-8"), front_matter(file).get("about", [])
        names = [PATHS[path] for path in listed(article)]
        assert sorted(names) == sorted({*MARKED.findall(text), *about}), address


def test_a_name_is_linked_once_in_the_text_and_never_in_a_heading(site):
    for address, article in site.articles.items():
        links = [a["href"].lstrip("/") for a in article.select(".prose a.name")]
        assert len(set(links)) == len(links), address
        assert set(links) <= set(listed(article)), address
        assert article.select(".prose :is(h2, h3, button, .term) .name, .name button") == []


def test_names_that_appear_together_say_so_of_each_other(site):
    articles = [set(listed(page)) for page in site.articles.values()]
    for path in PATHS:
        beside = site.pages[path].select(".beside li")
        assert len(beside) <= 12, path
        for other in beside:
            together = sum({path, other.a["href"].lstrip("/")} <= names for names in articles)
            assert words(other).split()[-1] == str(together), path


def test_the_indexes_name_all_by_kind_from_a_to_z(site):
    entire = []
    for folder in FOLDERS.values():
        entries = [a["href"].lstrip("/") for a in site.pages[f"{folder}/"].select(".index a")]
        names = [words(site.pages[path].h1) for path in entries]
        assert names == sorted(names, key=str.casefold)
        entire += entries
    assert sorted(entire) == sorted(PATHS)
    assert [a["href"].lstrip("/") for a in site.pages["names/"].select(".index a")] == entire


def test_feeds_have_whole_addresses_and_the_sitemap_has_the_pages(published):
    contents = [e.findtext(f"{ATOM}content") for e in published.feed().iter(f"{ATOM}entry")]
    contents += [item["content_html"] for item in published.json_feed["items"]]
    links = [a["href"] for html in contents for a in BeautifulSoup(html, "lxml").select("a.name")]
    paths = {link.removeprefix(f"{published.siteurl}/") for link in links}
    assert paths <= PATHS.keys()
    located = {e.text for e in published.feed("sitemap.xml").iter(f"{SITEMAP}loc")}
    assert {f"{published.siteurl}/{path}" for path in [*PATHS, "names/", "people/"]} <= located


def test_without_a_registry_the_index_says_so(sample):
    sample.build()
    site = Site(sample.output, BUILT)
    assert "No name is registered so far." in words(site.pages["names/"].main)
    assert site.pages["2023/06/sound-story/"].select(".names") == []


def test_a_name_that_only_drafts_have_gets_no_page(sample):
    sample.write("data/registry.yaml", JEJU)
    sample.another("draft", ("kind: report", "kind: report\nstatus: draft\nabout: jeju"))
    sample.build()
    assert "places/jeju/index.html" not in sample.published()


@pytest.mark.parametrize("kind", ["report", "clipping"])
def test_what_is_typed_is_shown_as_it_is_and_long_lists_go_on(sample, kind):
    sample.write("data/registry.yaml", JEJU)
    licence = "\nlicence: public domain" if kind == "clipping" else ""
    told = ("kind: report", f"kind: {kind}{licence}\nabout: jeju")
    for n in range(25):
        sample.another(f"s{n}", told, ("2023-06-03", f"2023-06-{n + 1:02}"))
    sample.build()
    site = Site(sample.output, BUILT)
    assert words(site.pages["places/jeju/"].h1) == "<b>Jeju</b>"
    second = site.pages["places/jeju/page-2/"]
    assert len(second.select(".card")) == 5
    assert second.select(".entry") == []
    assert json.loads(second.find("script", type="application/ld+json").string)["name"]
