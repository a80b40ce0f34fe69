"""Every article that names places shows them on a map, drawn at build and light."""

import gzip
from xml.etree.ElementTree import fromstring

from tests.support.site import words

SVG = "{http://www.w3.org/2000/svg}"
MOST = 6_000  # bytes of a map on its way


def maps(site) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in (site.folder / "images/maps").glob("*.svg")}


def test_articles_that_name_places_have_a_map(site):
    shown = {path for path, page in site.articles.items() if page.select_one(".map img[alt]")}
    assert "2023/06/real-time-missile-information-sharing/" in shown
    assert len(shown) > 10


def test_a_dossier_has_a_map_of_all_that_its_reports_name(site):
    dossier = site.pages["dossiers/missile-warning-link/"]
    alt = dossier.select_one(".map img")["alt"]
    parts = [a["href"][1:] for a in dossier.select(".list .card__headline a")]
    told = [dt for path in parts for dt in site.pages[path].select(".names a[href^='/places/']")]
    places = {words(a) for a in told if site.pages[a["href"][1:]].select_one(".map")}
    assert len(places) > 3
    assert {place for place in places if place not in alt} == set()


def test_the_page_of_a_place_has_its_map(site):
    page = site.pages["places/seoul/"]
    assert page.select_one(".map img")["alt"] == "Map of Seoul."


def test_a_sea_has_its_name_and_no_dot(site):
    drawn = {
        place: site.folder
        / site.pages[f"places/{place}/"].select_one(".map img")["src"].lstrip("/")
        for place in ("yellow-sea", "seoul")
    }
    dots = {place: file.read_text("utf-8").count("<circle") for place, file in drawn.items()}
    assert dots == {"yellow-sea": 0, "seoul": 1}


def test_a_map_says_in_words_where_its_places_are(site):
    page = site.pages["2023/10/maritime-interdiction-exercise/"]
    alt = page.select_one(".map img")["alt"]
    assert alt == (
        "Map of Camp David, Jeju and Singapore. Jeju is 11,500 km west of Camp David. "
        "Singapore is 15,500 km west of Camp David."
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
    assert len(heavy) > 10
    assert {name: size for name, size in heavy.items() if size > MOST} == {}


def test_every_map_has_a_title_and_a_description(site):
    for name, data in maps(site).items():
        root = fromstring(data)
        assert root.get("role") == "img", name
        assert root.find(f"{SVG}title").text.startswith("Map of "), name
        assert root.find(f"{SVG}desc").text, name


def test_pages_with_the_same_places_share_a_map(site):
    shown = [img["src"] for path in site.articles for img in site.pages[path].select(".map img")]
    assert len(set(shown)) < len(shown)
    assert {src.rsplit("/", 1)[1] for page in site.pages.values() for src in sources(page)} == set(
        maps(site)
    )


def sources(page) -> list[str]:
    return [image["src"] for image in page.select(".map img")]
