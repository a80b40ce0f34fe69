"""Corrections can be read in one place and followed in a feed."""

import pytest

from tests.support.sample import PAGE
from tests.support.site import ATOM, Site, words

BUILT = "http://127.0.0.1:8000"
POLICY = PAGE.replace("About", "Corrections").replace("about", "corrections")
HOSTILE = "The ship is <b>a frigate</b> & no more."
NEWER, OLDER = ("2027-01-05", "The port is Busan."), ("2023-06-05", HOSTILE)


def corrected(*corrections: tuple[str, str]) -> tuple[str, str]:
    """The change of the sound article that gives it these corrections."""
    lines = "".join(f"  - date: {day}\n    note: {note}\n" for day, note in corrections)
    newest = max(day for day, _ in corrections)
    return "kind: report\n", f"kind: report\nmodified: {newest}\ncorrections:\n{lines}"


@pytest.fixture(scope="module")
def built(shared_sample) -> Site:
    """Two articles with a correction each, one with two, and the page of the policy."""
    sample = shared_sample
    sample.write("pages/corrections.md", POLICY)
    sample.article(*corrected(OLDER, NEWER))
    sample.another("other", corrected(("2024-02-03", "It was Tuesday.")))
    sample.build()
    return Site(sample.output, BUILT)


def test_all_corrections_stand_on_their_page_newest_first(built):
    told = built.pages["corrections/"].select(".corrected article")
    assert [words(one.p) for one in told] == [
        "January 5, 2027 : The port is Busan.",
        "February 3, 2024 : It was Tuesday.",
        f"June 5, 2023 : {HOSTILE}",
    ]
    assert "No correction so far." not in words(built.pages["corrections/"])


def test_each_leads_to_the_note_at_its_article(built):
    for one in built.pages["corrections/"].select(".corrected article"):
        path, _, fragment = one.a["href"][1:].partition("#")
        assert words(built.pages[path].find(id=fragment)) == words(one.p)


def test_the_page_changed_with_its_newest_correction(built):
    assert built.pages["corrections/"].select_one(".meta time")["datetime"] == "2027-01-05"
    assert "corrections/</loc><lastmod>2027-01-05<" in built.text("sitemap.xml")


def test_the_feed_tells_the_same(built):
    feed = built.feed("corrections/atom.xml")
    entries = feed.findall(f"{ATOM}entry")
    page = built.pages["corrections/"]
    assert feed.findtext(f"{ATOM}updated") == "2027-01-05T00:00:00+00:00"
    assert [e.findtext(f"{ATOM}content") for e in entries] == [
        NEWER[1],
        "It was Tuesday.",
        HOSTILE,
    ]
    assert [e.findtext(f"{ATOM}id") for e in entries] == [
        f"{BUILT}{a['href']}" for a in page.select(".corrected h3 a")
    ]
    assert page.find("link", href=f"{BUILT}/corrections/atom.xml")
    assert page.select_one('.corrected a[href="/corrections/atom.xml"]')


def test_structured_data_hold_corrections(built):
    assert built.structured_data("2023/06/sound-story/")["correction"] == [
        {"@type": "CorrectionComment", "datePublished": day, "text": note}
        for day, note in (NEWER, OLDER)
    ]


def test_before_the_first_correction_page_and_feed_say_so(sample):
    sample.write("pages/corrections.md", POLICY)
    sample.build()
    site = Site(sample.output, BUILT)
    feed = site.feed("corrections/atom.xml")
    assert "No correction so far." in words(site.pages["corrections/"].main)
    assert feed.findall(f"{ATOM}entry") == []
    assert feed.findtext(f"{ATOM}updated") == "2026-11-22T00:00:00+00:00"
    assert "correction" not in site.structured_data("2023/06/sound-story/")


def test_the_collection_has_its_page_of_corrections(site):
    page = site.pages["corrections/"]
    notes = sum(len(p.select(".corrections li")) for p in site.articles.values())
    assert len(page.select(".corrected article")) == notes
    assert ("No correction so far." in words(page)) == (notes == 0)
