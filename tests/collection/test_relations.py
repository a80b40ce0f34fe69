"""What our articles name, explain and belong to: dossiers, names, terms and maps that we know."""

from tests.support.site import ATOM, words

LEAD = "2023/06/real-time-missile-information-sharing/"
DOSSIER = "dossiers/missile-warning-link/"


def listed(page) -> list[str]:
    return [a["href"].lstrip("/") for a in page.select(".names a")]


def test_two_clicks_from_the_lead_tell_whether_the_promise_was_kept(site):
    link = site.pages[LEAD].select_one(".part__of a")["href"][1:]
    page = site.pages[link]
    assert "was kept" in words(page.select_one(".dossier__summary"))
    report = page.find("a", href="/2023/12/data-sharing-activated/")
    assert "that says so" in words(report.parent)


def test_the_dossier_has_eight_parts(site):
    assert len(site.pages[DOSSIER].select(".list .card__headline a")) == 8
    assert len(site.feed(f"{DOSSIER}atom.xml").findall(f"{ATOM}entry")) == 8


def test_the_lead_shows_two_diagrams_in_words_too(site):
    page = site.pages[LEAD]
    drawings = page.select(".diagram img[loading=lazy]")
    assert len(drawings) == 2
    assert all(len(page.find(id=d["aria-describedby"]).select("li")) > 3 for d in drawings)


def test_the_lead_explains_what_it_abbreviates_and_who_takes_part(site):
    page = site.pages["2023/06/real-time-missile-information-sharing/"]
    opened = {button["popovertarget"] for button in page.select("[popovertarget]")}
    assert {"term-tisa", "term-usfk", "term-usfj", "term-indopacom", "term-jcs"} <= opened
    assert "Trilateral Information Sharing Arrangement" in words(page.select_one("#term-tisa"))


def test_the_meaning_of_a_term_that_is_a_name_leads_to_its_page(site):
    note = site.pages["2023/06/real-time-missile-information-sharing/"].select_one("#term-usfk")
    links = {a["href"]: words(a) for a in note.select("a")}
    assert links["/organisations/us-forces-korea/"] == "USFK in all reports"


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


def test_names_that_appear_together_say_so_of_each_other(site):
    lee = {a["href"]: a.parent for a in site.pages["people/lee-jong-sup/"].select(".beside a")}
    together = [p for p in site.articles.values() if "people/lee-jong-sup/" in listed(p)]
    number = sum("people/lloyd-austin/" in listed(page) for page in together)
    assert words(lee["/people/lloyd-austin/"]) == f"Lloyd Austin {number}"


def test_a_map_says_in_words_where_its_places_are(site):
    page = site.pages["2023/10/maritime-interdiction-exercise/"]
    alt = page.select_one(".map img")["alt"]
    assert alt == (
        "Map of Camp David, Jeju and Singapore. Jeju is 11,500 km west of Camp David. "
        "Singapore is 15,500 km west of Camp David."
    )


def test_a_sea_has_no_dot_and_a_city_has_one(site):
    drawn = {
        place: site.text(site.pages[f"places/{place}/"].select_one(".map img")["src"].lstrip("/"))
        for place in ("yellow-sea", "seoul")
    }
    dots = {place: svg.count("<circle") for place, svg in drawn.items()}
    assert dots == {"yellow-sea": 0, "seoul": 1}


def test_a_tag_says_what_it_is_about(site):
    about = words(site.pages["tags/missile-warning-data/"].main.header)
    assert "The sharing of warning data on North Korean missiles" in about
