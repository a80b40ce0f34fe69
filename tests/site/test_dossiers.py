"""Dossiers, timelines and the chronology of the built site."""

import json
import re
from urllib.parse import urlsplit
from xml.etree import ElementTree

from contract.front_matter import read_front_matter
from tests.support.sample import ROOT
from tests.support.site import ATOM, SITEMAP, Site, words

SVG = "{http://www.w3.org/2000/svg}"
NEW = ("dossiers/", "chronology/")


def dossiers(site: Site) -> list[str]:
    """The paths of all dossiers."""
    return [path for path in site.pages if re.fullmatch("dossiers/[^/]+/", path)]


def parts(site: Site, dossier: str) -> list[str]:
    """The paths of the reports of a dossier, the oldest first."""
    return [a["href"][1:] for a in site.pages[dossier].select(".list .card__headline a")]


def dates(page) -> list[str]:
    return [time["datetime"] for time in page.select(".timeline__date")]


def test_every_part_of_a_dossier_leads_to_it_and_to_its_neighbors(site):
    for dossier in dossiers(site):
        paths = parts(site, dossier)
        assert paths, dossier
        for n, path in enumerate(paths):
            navs = site.pages[path].select(".part")
            nav = next(nav for nav in navs if nav.find("a", href=f"/{dossier}"))
            links = [a["href"][1:] for a in nav.select("a")]
            assert links == [dossier, *paths[max(0, n - 1) : n], *paths[n + 1 : n + 2]]
            assert f"Part {n + 1} of {len(paths)}" in words(nav)


def test_timelines_are_in_order_and_name_their_sources(site):
    for path, page in site.pages.items():
        if path.startswith(NEW):
            assert dates(page) == sorted(dates(page)), path
            assert all(p.select("a[href]") for p in page.select(".timeline__sources")), path


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
    host = urlsplit(published.siteurl).hostname
    for path in [*dossiers(published), "chronology/"]:
        given = json.loads(published.text(f"{path}events.json"))["events"]
        calendar = (published.folder / f"{path}events.ics").read_bytes().decode()
        assert calendar.count("BEGIN:VEVENT\r\n") == len(given)
        unique = re.findall(r"UID:(.*)\r\n", calendar)
        assert len(set(unique)) == len(given)
        assert all(one.endswith(f"@{host}") for one in unique)
        links = [source["url"] for event in given for source in event["sources"]]
        assert [link for link in links if not link.startswith(f"{published.siteurl}/")] == []


def test_the_feed_of_a_dossier_has_its_reports_newest_first(site):
    for path in dossiers(site):
        feed = site.feed(f"{path}atom.xml")
        stamps = [entry.findtext(f"{ATOM}published") for entry in feed.iter(f"{ATOM}entry")]
        assert len(stamps) == len(parts(site, path))
        assert stamps == sorted(stamps, reverse=True)
        assert site.pages[path].find("link", href=f"{site.siteurl}/{path}atom.xml")


def test_the_sitemap_has_the_new_pages(site):
    root = ElementTree.fromstring(site.text("sitemap.xml"))
    told = {loc.text.removeprefix(f"{site.siteurl}/") for loc in root.iter(f"{SITEMAP}loc")}
    assert {path for path in site.pages if path.startswith(NEW)} <= told


def test_drawings_need_no_style_of_their_own(site):
    styled = "svg [style], svg[style], svg script"
    assert [path for path, page in site.pages.items() if page.select(styled)] == []


def test_every_diagram_has_a_title_and_its_words(site):
    for path, page in site.articles.items():
        drawings = page.select(".diagram img[loading=lazy]")
        assert len(drawings) == len(page.select(".diagram__panel")), path
        for drawing in drawings:
            root = ElementTree.fromstring(site.text(drawing["src"][1:]))
            assert root.findtext(f"{SVG}title") == drawing["alt"] == drawing.parent.h3.string
            assert (root.get("width"), root.get("height")) == (drawing["width"], drawing["height"])
            assert page.find(id=drawing["aria-describedby"]).select("li"), path


def test_the_chart_of_the_archive_is_a_table_too(site):
    chart = site.pages["archive/"].select_one(".chart")
    counts = [int(row.td.string) for row in chart.select("tbody tr")]
    assert sum(counts) == len(site.articles) == int(chart.select_one(".index__count").string)


def test_a_long_year_has_several_pages(sample):
    told = "".join(f"  - date: 2022-{n % 12 + 1:02}\n    label: Event {n}\n" for n in range(130))
    sample.article("kind: report\n", f"kind: report\nevents:\n{told}")
    sample.build()
    built = sample.published()
    for page in ("", "page-2/", "page-3/", "page-4/"):
        assert f"chronology/2022/{page}index.html" in built
    assert built["chronology/2022/page-4/index.html"].count(b"timeline__sources") >= 10
