"""The lead article carries its author, date, tags, dateline and source wherever it appears."""

import pytest

from tests.support.site import ATOM, words

PATH = "2023/06/real-time-missile-information-sharing/"
SOURCE = "http://m.koreaherald.com/view.php?ud=20230603000113"
HEADLINE = (
    "S. Korea, US, Japan to begin real-time information sharing on NK missiles from this year"
)
TAGS = [
    "Missile warning data",
    "Information sharing",
    "Trilateral cooperation",
    "Defense ministers",
    "Joint exercises",
    "Debris salvage",
]
QUOTATIONS = [
    "this is a major step for deterrence, peace and stability of the Korean Peninsula and the region",
    "stressed the importance of the rule of law and expressed strong opposition to any unilateral"
    " actions that seek to alter the status quo by force or coercion and increase tensions in the"
    " region",
    "emphasized the importance of peace and stability across the Taiwan Strait",
    "serious violation",
]


@pytest.fixture
def page(site):
    return site.pages[PATH]


def test_the_byline_says_who_reported_and_what_we_are(page):
    assert words(page.select_one(".story__byline")) == (
        "Reported by Ji Da-gyum for The Korea Herald . Digest by Standing Watch."
    )


def test_the_page_tells_date_dateline_and_source(page):
    assert page.select_one(".story__meta time")["datetime"] == "2023-06-03"
    assert words(page.select_one(".story__dateline")) == "SINGAPORE"
    source = page.select_one(".source")
    assert source.select_one("cite").string == HEADLINE
    assert source.select_one(".source__link")["href"] == SOURCE
    assert "16:53, without a time zone" in words(source)
    assert "English" in words(source)
    assert [words(a) for a in page.select(".tags a")] == TAGS


def test_both_photographs_are_described_with_their_credits(page):
    captions = [words(c) for c in page.select(".photograph figcaption")]
    assert "Lee Jong-sup" in captions[0]
    assert "Yonhap" in captions[0]
    assert "Yulgok YiYi" in captions[1]
    assert "USS Nimitz" in captions[1]
    assert "Republic of Korea Navy" in captions[1]


@pytest.mark.parametrize("quotation", QUOTATIONS)
def test_quotations_are_word_for_word(page, quotation):
    assert f"“{quotation}" in words(page.select_one(".prose"))


def test_structured_data_tell_the_same(site):
    data = site.structured_data(PATH)
    assert data["@type"] == "NewsArticle"
    assert data["headline"] == words(site.pages[PATH].h1)
    assert data["datePublished"] == "2023-06-03"
    assert data["dateline"] == "SINGAPORE"
    assert data["keywords"] == TAGS
    assert data["author"]["name"] == data["publisher"]["name"] == "Standing Watch"
    assert data["inLanguage"] == "en"
    original = data["isBasedOn"]
    assert original["author"] == [{"@type": "Person", "name": "Ji Da-gyum"}]
    assert original["publisher"]["name"] == "The Korea Herald"
    assert (original["headline"], original["url"]) == (HEADLINE, SOURCE)
    assert (original["datePublished"], original["inLanguage"]) == ("2023-06-03", "en")


def test_the_atom_feed_tells_the_same(site):
    entries = site.feed().findall(f"{ATOM}entry")
    entry = next(e for e in entries if e.findtext(f"{ATOM}id") == f"{site.siteurl}/{PATH}")
    assert "Ji Da-gyum" in entry.findtext(f"{ATOM}author/{ATOM}name")
    assert entry.findtext(f"{ATOM}published").startswith("2023-06-03T")
    assert [c.get("label") for c in entry.findall(f"{ATOM}category")] == TAGS
    assert entry.find(f'{ATOM}link[@rel="via"]').get("href") == SOURCE
    assert "SINGAPORE" in entry.findtext(f"{ATOM}content")


def test_the_json_feed_tells_the_same(site):
    item = next(i for i in site.json_feed["items"] if i["id"] == f"{site.siteurl}/{PATH}")
    assert item["external_url"] == SOURCE
    assert item["authors"][0]["name"] == "Ji Da-gyum"
    assert item["date_published"].startswith("2023-06-03T")
    assert item["tags"] == TAGS
    assert "SINGAPORE" in item["content_html"]
