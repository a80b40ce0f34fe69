"""The articles themselves: their length, and that they say what they do not know."""

import re

import pytest

from tests.support.content import body, published_files
from tests.support.site import words

FILES = published_files()


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_digest_has_250_to_800_words(file):
    assert 250 <= len(body(file).split()) <= 800, f"{file}: write 250 to 800 words"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_quotation_marks_are_straight_and_in_pairs(file):
    text = body(file)
    assert not re.search("[\u2018-\u201d]", text)
    assert [p for p in text.split("\n\n") if p.count('"') % 2] == []


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
