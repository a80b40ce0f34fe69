"""Hostile text stays text: in pages, attributes, structured data and feeds."""

import json
import re

import pytest
from bs4 import BeautifulSoup

from tests.support.sample import TAGS
from tests.support.site import ATOM, Site, words

TITLE = """</script><script>alert(1)</script> " onmouseover="alert(2) R&D ' ]]> {{ 7*7 }} <b>"""
SUMMARY = """</title><script>alert(3)</script> "quoted" & &lt;b&gt; --> <!-- {% raw %}"""
AUTHOR = """Bo <bo@example.org> "><img src=x onerror=alert(4)>"""
OUTLET = """The <i>Example</i> & "Sons" </script>"""
TAG = """<script>alert(5)</script> "tags" & more"""
CREDIT = """<svg onload=alert(6)> & "us\""""
BODY = """<script>alert(7)</script>

<img src=x onerror=alert(8)> and <iframe src="https://evil.example"></iframe> <base href="//evil.example">

<plaintext> <style> <textarea> {: onclick="alert(9)" } &#x3C;script&#x3E; {{ 7*7 }}

[a](https://example.com/"onmouseover="alert(1) "t\\"><b>")
"""
HOSTILE = [TITLE, SUMMARY, AUTHOR, OUTLET, TAG, CREDIT]


@pytest.fixture(scope="module")
def hostile(shared_sample) -> Site:
    sample = shared_sample
    quote = json.dumps
    sample.another(
        "hostile",
        ("A sound headline", quote(TITLE)),
        ("A deck that says a little more.", quote(SUMMARY)),
        ("Ann Example", quote(AUTHOR)),
        ("The Example", quote(OUTLET)),
        ("SEOUL", quote(CREDIT)),
        ("An example", quote(TITLE)),
        (
            "kind: report",
            f"kind: report\nimages:\n  - caption: {quote(TITLE)}\n    credit: {quote(CREDIT)}",
        ),
        ("A paragraph of text.", BODY),
    )
    tag = TAGS.replace("What drills are.", quote(SUMMARY)).replace("Drills", quote(TAG))
    sample.write("data/tags.yaml", tag)
    sample.build()
    return Site(sample.output, "http://127.0.0.1:8000")


def test_nothing_hostile_comes_alive(hostile):
    assert len(hostile.pages) > 10
    for path, page in hostile.pages.items():
        scripts = page.select('script:not([type="application/ld+json"])')
        alive = page.select(
            "img, main svg:not(.chart svg), iframe, base, plaintext, textarea, b, i, form:not(.search), object"
        )
        handlers = [
            tag for tag in page.find_all(True) if any(a.startswith("on") for a in tag.attrs)
        ]
        name = "search" if path == "search/" else "comfort"
        assert [script["src"].split(".")[0] for script in scripts] == [f"/theme/{name}"], path
        assert (alive, handlers) == ([], []), path
        assert len(page.find_all("style")) == 1, path


def test_hostile_text_is_shown_as_it_was_typed(hostile):
    article = hostile.pages["2023/06/hostile/"]
    said = words(article)
    for text in HOSTILE:
        assert " ".join(text.split()) in said
    for text in ("<script>alert(7)</script>", "<plaintext> <style> <textarea>", "{{ 7*7 }}"):
        assert text in words(article.select_one(".prose"))
    assert words(article.title).startswith(" ".join(TITLE.split()))
    assert article.find("meta", attrs={"name": "description"})["content"] == SUMMARY
    assert article.find("meta", property="og:title")["content"] == TITLE


def test_hostile_text_is_whole_in_lists(hostile):
    for path in ("", "archive/", "tags/drills/", "2023/06/", "outlets/the-example-sons/"):
        heads = [
            words(a) for a in hostile.pages[path].select(".card__headline a, .lead__headline a")
        ]
        assert TITLE in heads, path
    assert words(hostile.pages["tags/drills/"].h1) == TAG
    assert any(words(page.h1) == AUTHOR for page in hostile.pages.values())


def test_hostile_text_is_whole_in_structured_data(hostile):
    raw = str(hostile.pages["2023/06/hostile/"].find("script"))
    assert "</script>" not in raw.removesuffix("</script>")
    data = hostile.structured_data("2023/06/hostile/")
    assert data["headline"] == data["isBasedOn"]["headline"] == TITLE
    assert data["description"] == SUMMARY
    assert data["keywords"] == [TAG]
    assert data["isBasedOn"]["author"][0]["name"] == AUTHOR


def test_hostile_text_is_whole_in_feeds(hostile):
    entries = hostile.feed().findall(f"{ATOM}entry")
    entry = next(e for e in entries if e.findtext(f"{ATOM}id").endswith("/hostile/"))
    item = next(i for i in hostile.json_feed["items"] if i["url"].endswith("/hostile/"))
    assert entry.findtext(f"{ATOM}title") == item["title"] == TITLE
    assert entry.findtext(f"{ATOM}summary") == item["summary"] == SUMMARY
    assert AUTHOR in entry.findtext(f"{ATOM}author/{ATOM}name")
    assert item["authors"][0]["name"] == AUTHOR
    assert entry.find(f"{ATOM}category").get("label") == item["tags"][0] == TAG
    for html in (entry.findtext(f"{ATOM}content"), item["content_html"]):
        soup = BeautifulSoup(html, "lxml")
        assert soup.select("script, img, iframe, base, style, svg, b") == []
        assert "<script>alert(7)</script>" in words(soup)


def test_links_in_the_text_keep_their_quotes_to_themselves(hostile):
    link = hostile.pages["2023/06/hostile/"].select_one('.prose a[href^="https://example.com"]')
    assert not link or set(link.attrs) <= {"href", "title"}


def test_no_raw_angle_bracket_of_ours_is_left_in_feeds(hostile):
    assert not re.search(r"<script|<img|<iframe", hostile.text("atom.xml"))
