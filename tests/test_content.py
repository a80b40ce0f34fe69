"""The articles themselves: their length, and that they say what they do not know."""

import re

import pytest

from tests.newsroom import PAGE, ROOT, SHOWN
from tests.site import ATOM, Site, words

ALL = sorted((ROOT / "content/articles").glob("*.md"))
FILES = [file for file in ALL if "\nstatus: draft\n" not in file.read_text("utf-8")]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_digest_has_250_to_800_words(file):
    body = file.read_text("utf-8").split("\n---\n", 1)[1]
    assert 250 <= len(body.split()) <= 800, f"{file}: write 250 to 800 words"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_quotation_marks_are_straight_and_in_pairs(file):
    body = file.read_text("utf-8").split("\n---\n", 1)[1]
    assert not re.search("[\u2018-\u201d]", body)
    assert [p for p in body.split("\n\n") if p.count('"') % 2] == []


def test_what_a_source_does_not_tell_is_said(site):
    box = words(site.pages["2024/07/security-cooperation-framework/"].select_one(".source"))
    assert "Headline Not known to us." in box
    assert "Author Not known to us." in box
    assert "The day is not known to us." in box
    head = words(site.pages["2024/07/security-cooperation-framework/"].select_one(".story__meta"))
    assert "Filed under July 28, 2024" in head


def test_an_excerpt_is_called_one(site):
    excerpt = site.pages["2022/11/phnom-penh-summit/"].select_one(".source")
    whole = site.pages["2023/08/camp-david-summit/"].select_one(".source")
    assert "Only an excerpt was visible to us" in words(excerpt)
    assert "The whole text was read" in words(whole)


def test_what_is_not_known_stays_out_of_structured_data(site):
    data = site.structured_data("2024/07/security-cooperation-framework/")
    assert data["isBasedOn"].keys() == {"@type", "url", "inLanguage", "publisher"}
    assert "dateline" not in data
    assert "unknown" not in str(data)


def test_the_time_of_a_report_stands_in_its_own_zone(site):
    time = site.pages["2022/11/phnom-penh-summit/"].select_one(".story__meta time")
    assert time["datetime"] == "2022-11-14T17:07+09:00"
    assert words(time) == "November 14, 2022, 17:07 (UTC+09:00)"


def test_bylines_are_honest(site):
    bylines = {
        path: words(page.select_one(".story__byline")) for path, page in site.articles.items()
    }
    assert bylines["2022/11/phnom-penh-summit/"].startswith(
        "Reported by The Hankyoreh ; author unknown"
    )
    assert bylines["2023/11/defense-chiefs-set-december/"].startswith(
        "Reported by Reuters for The Japan News"
    )
    assert bylines["2023/04/washington-declaration/"].startswith(
        "Statement by Office of the President of the Republic of Korea ."
    )
    assert bylines["2023/12/data-sharing-activated/"].startswith(
        "Statement by Government of Japan , Government of the Republic of Korea and"
    )
    assert [b for b in bylines.values() if not b.endswith("Digest by Standing Watch.")] == []


def test_a_correction_shows_on_the_page_in_data_and_in_feeds(newsroom):
    note = (
        "modified: 2023-06-05\ncorrections:\n  - date: 2023-06-05\n    note: The ship is a frigate."
    )
    newsroom.article("kind: report", f"kind: report\n{note}")
    newsroom.build()
    site = Site(newsroom.output, "http://127.0.0.1:8000")
    page = site.pages["2023/06/sound-story/"]
    assert words(page.select_one(".corrections li")) == "June 5, 2023 : The ship is a frigate."
    assert page.select_one('.story__meta a[href="#corrections"] time')["datetime"] == "2023-06-05"
    assert site.structured_data("2023/06/sound-story/")["dateModified"] == "2023-06-05"
    entry = site.feed().find(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}updated") == "2023-06-05T00:00:00+00:00"
    assert site.json_feed["items"][0]["date_modified"] == "2023-06-05T00:00:00+00:00"
    assert "<lastmod>2023-06-05</lastmod>" in site.text("sitemap.xml")


def test_pictures_and_links_in_the_text_arrive(newsroom):
    newsroom.another("b")
    newsroom.another(
        "a",
        ("kind: report", f"kind: report\n{SHOWN}"),
        (
            "A paragraph of text.",
            "See [B](b.md), [B again]({filename}b.md#top), [about](../pages/about.md).\n\n"
            "![A ship](../images/ship.jpg)\n\n![A ship]({static}/images/ship.jpg)",
        ),
    )
    newsroom.write("pages/about.md", PAGE + "\n[A](../articles/a.md#source)")
    newsroom.build()
    site = Site(newsroom.output, "")
    assert site.pages["about/"].select_one(".prose a")["href"] == "/2023/06/a/#source"
    prose = site.pages["2023/06/a/"].select_one(".prose")
    assert [a["href"] for a in prose.select("a")] == ["/2023/06/b/", "/2023/06/b/#top", "/about/"]
    first, second = (image["src"] for image in prose.select("img"))
    assert first == second
    assert (newsroom.output / first[1:]).is_file()
