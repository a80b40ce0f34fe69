"""Dossiers, timelines and the chronology of the built site."""

import json
import re
from xml.etree import ElementTree

from contract.front_matter import read_front_matter
from tests.support.sample import ROOT
from tests.support.site import ATOM, SITEMAP, words

LEAD = "2023/06/real-time-missile-information-sharing/"
DOSSIER = "dossiers/missile-warning-link/"
SVG = "{http://www.w3.org/2000/svg}"
NEW = ("dossiers/", "chronology/")


def dates(page) -> list[str]:
    return [time["datetime"] for time in page.select(".timeline__date")]


def test_every_part_of_a_dossier_leads_to_it_and_to_its_neighbors(site):
    parts = [a["href"][1:] for a in site.pages[DOSSIER].select(".list .card__headline a")]
    assert len(parts) == 8
    for n, path in enumerate(parts):
        nav = site.pages[path].select_one(".part")
        links = [a["href"][1:] for a in nav.select("a")]
        assert links == [DOSSIER, *parts[max(0, n - 1) : n], *parts[n + 1 : n + 2]]
        assert f"Part {n + 1} of 8" in words(nav)


def test_two_clicks_from_the_lead_tell_whether_the_promise_was_kept(site):
    link = site.pages[LEAD].select_one(".part__of a")["href"][1:]
    page = site.pages[link]
    assert "was kept" in words(page.select_one(".dossier__summary"))
    report = page.find("a", href="/2023/12/data-sharing-activated/")
    assert "that says so" in words(report.parent)


def test_timelines_are_in_order_and_name_their_sources(site):
    pages = [page for path, page in site.pages.items() if path.startswith(NEW)]
    pages = [page for page in pages if page.select_one(".timeline")]
    assert len(pages) > 4
    for page in pages:
        assert dates(page) == sorted(dates(page))
        assert all(p.select("a[href]") for p in page.select(".timeline__sources"))


def test_the_chronology_has_every_event_of_articles_and_dossiers_once(site):
    files = [*ROOT.glob("content/articles/*.md"), *ROOT.glob("content/dossiers/*.md")]
    told = [read_front_matter(f.read_text("utf-8")).values.get("events", []) for f in files]
    expected = {(event["date"], event["label"]) for events in told for event in events}
    given = json.loads(site.text("chronology/events.json"))["events"]
    assert sorted(expected) == sorted((event["date"], event["label"]) for event in given)
    shown = [e for path, page in site.pages.items() if re.match(r"chronology/\d", path)
             for e in page.select(".timeline__sources")]  # fmt: skip
    assert len(shown) == len(given)


def test_calendar_and_json_tell_the_same_events(published):
    for path in (DOSSIER, "chronology/"):
        given = json.loads(published.text(f"{path}events.json"))["events"]
        calendar = (published.folder / f"{path}events.ics").read_bytes().decode()
        assert calendar.count("BEGIN:VEVENT\r\n") == len(given)
        unique = re.findall(r"UID:(.*)\r\n", calendar)
        assert len(set(unique)) == len(given)
        assert all(one.endswith("@example.org") for one in unique)
        links = [source["url"] for event in given for source in event["sources"]]
        assert all(link.startswith(f"{published.siteurl}/20") for link in links)


def test_the_feed_of_a_dossier_has_its_reports_newest_first(site):
    feed = site.feed(f"{DOSSIER}atom.xml")
    stamps = [entry.findtext(f"{ATOM}published") for entry in feed.iter(f"{ATOM}entry")]
    assert len(stamps) == 8
    assert stamps == sorted(stamps, reverse=True)
    link = site.pages[DOSSIER].find("link", title=re.compile("missile warning link"))
    assert link["href"] == f"{site.siteurl}/{DOSSIER}atom.xml"


def test_the_sitemap_has_the_new_pages(site):
    root = ElementTree.fromstring(site.text("sitemap.xml"))
    told = {loc.text.removeprefix(f"{site.siteurl}/") for loc in root.iter(f"{SITEMAP}loc")}
    assert {path for path in site.pages if path.startswith(NEW)} <= told


def test_drawings_need_no_style_of_their_own(site):
    pages = [site.pages[path] for path in (DOSSIER, "archive/")]
    assert all(page.select("main svg") for page in pages)
    assert [
        tag for page in pages for tag in page.select("svg [style], svg[style], svg script")
    ] == []


def test_every_diagram_has_a_title_and_its_words(site):
    page = site.pages[LEAD]
    drawings = page.select(".diagram img[loading=lazy]")
    assert len(drawings) == len(page.select(".diagram__panel")) == 2
    for drawing in drawings:
        root = ElementTree.fromstring(site.text(drawing["src"][1:]))
        assert root.findtext(f"{SVG}title") == drawing["alt"] == drawing.parent.h3.string
        assert (root.get("width"), root.get("height")) == (drawing["width"], drawing["height"])
        assert len(page.find(id=drawing["aria-describedby"]).select("li")) > 3


def test_the_chart_of_the_archive_is_a_table_too(site):
    chart = site.pages["archive/"].select_one(".chart")
    counts = [int(row.td.string) for row in chart.select("tbody tr")]
    assert sum(counts) == len(site.articles) == int(chart.select_one(".index__count").string)


def test_a_long_year_has_several_pages(newsroom):
    told = "".join(f"  - date: 2022-{n % 12 + 1:02}\n    label: Event {n}\n" for n in range(130))
    newsroom.article("kind: report\n", f"kind: report\nevents:\n{told}")
    newsroom.build()
    built = newsroom.published()
    for page in ("", "page-2/", "page-3/", "page-4/"):
        assert f"chronology/2022/{page}index.html" in built
    assert built["chronology/2022/page-4/index.html"].count(b"timeline__sources") >= 10
