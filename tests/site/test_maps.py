"""Every article that names places shows them on a map, drawn at build and light."""

import gzip
import re
from xml.etree.ElementTree import fromstring

from tests.support.content import data
from tests.support.site import Site, words

SVG = "{http://www.w3.org/2000/svg}"
DOTS = {"Sea": 0, "City": 1}
MOST = 6_000  # bytes of a map on its way


def maps(site) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in (site.folder / "images/maps").glob("*.svg")}


def places(site: Site, path: str) -> set[str]:
    """The paths of the places with a map of their own that a report names."""
    named = {a["href"][1:] for a in site.pages[path].select(".names a[href^='/places/']")}
    return {place for place in named if site.pages[place].select_one(".map")}


def test_articles_that_name_places_have_a_map(site):
    for path, page in site.articles.items():
        assert bool(places(site, path)) == bool(page.select_one(".map img[alt]")), path


def test_a_dossier_has_a_map_of_all_that_its_reports_name(site):
    for path in site.pages:
        if re.fullmatch("dossiers/[^/]+/", path):
            dossier = site.pages[path]
            parts = [a["href"][1:] for a in dossier.select(".list .card__headline a")]
            named = {words(site.pages[place].h1) for one in parts for place in places(site, one)}
            alt = dossier.select_one(".map img")["alt"] if named else ""
            assert {name for name in named if name not in alt} == set(), path


def test_the_page_of_a_place_has_its_map(site):
    for slug, entry in data("registry").items():
        page = site.pages.get(f"places/{slug}/")
        if page and "coordinates" in entry:
            assert page.select_one(".map img")["alt"] == f"Map of {entry['name']}.", slug


def test_a_city_has_a_dot_and_a_sea_its_name_alone(site):
    for slug, entry in data("registry").items():
        page = site.pages.get(f"places/{slug}/")
        if page and "coordinates" in entry:
            drawn = site.text(page.select_one(".map img")["src"].lstrip("/"))
            assert drawn.count("<circle") == DOTS.get(entry.get("sort"), drawn.count("<circle")), (
                slug
            )


def test_a_map_says_whose_borders_it_has(site):
    for page in site.pages.values():
        for caption in page.select(".map figcaption"):
            assert "Natural Earth 4.1, public domain" in words(caption)
            assert "Lines known to be disputed are dashed" in words(caption)


def test_maps_load_when_they_are_seen_and_keep_their_place(site):
    for path, page in site.pages.items():
        for image in page.select(".map img"):
            assert image["loading"] == "lazy", path
            root = fromstring((site.folder / image["src"].lstrip("/")).read_bytes())
            assert (root.get("width"), root.get("height")) == (image["width"], image["height"])


def test_no_map_is_heavy(site):
    heavy = {name: len(gzip.compress(data, 6)) for name, data in maps(site).items()}
    assert {name: size for name, size in heavy.items() if size > MOST} == {}


def test_every_map_has_a_title_and_a_description(site):
    for name, svg in maps(site).items():
        root = fromstring(svg)
        assert root.get("role") == "img", name
        assert root.find(f"{SVG}title").text.startswith("Map of "), name
        assert root.find(f"{SVG}desc").text, name


def test_pages_with_the_same_places_share_a_map(site):
    shown = [img["src"] for path in site.articles for img in site.pages[path].select(".map img")]
    assert len(set(shown)) <= len(shown)
    assert {src.rsplit("/", 1)[1] for page in site.pages.values() for src in sources(page)} == set(
        maps(site)
    )


def sources(page) -> list[str]:
    return [image["src"] for image in page.select(".map img")]
