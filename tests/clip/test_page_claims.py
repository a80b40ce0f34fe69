"""What a page says of itself: taken where it agrees, listed where it does not."""

import pytest

from desk.clip.clipping import Clipping
from desk.clip.command import clip

TEXT = "".join(f"<p>{n} The patrol left the harbor at dawn with nine ships.</p>" for n in range(9))


def page(head: str = "", above: str = "", lang: str = "en") -> Clipping:
    body = f"<body><article><h1>Nine ships leave</h1>{above}{TEXT}</article></body>"
    return clip(f'<html lang="{lang}"><head>{head}</head>{body}</html>'.encode())


def json_ld(fields: str) -> str:
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", {fields}}}</script>'


def about(clipping: Clipping, key: str) -> list[str]:
    return [doubt for doubt in clipping.doubts if doubt.startswith(f"{key}:")]


def test_dates_that_contradict_each_other_are_left_open():
    clipping = page(json_ld('"datePublished": "2023-06-03T10:00:00+09:00"'), "<p>June 5, 2023</p>")
    assert clipping.published.value is None
    assert "2023-06-03T10:00:00+09:00" in clipping.published.doubt
    assert "June 5, 2023" in clipping.published.doubt


def test_a_moment_and_its_printed_day_agree():
    clipping = page(json_ld('"datePublished": "2023-06-03T10:00:00+09:00"'), "<p>June 3, 2023</p>")
    assert (str(clipping.published.value), clipping.published.doubt) == (
        "2023-06-03 10:00:00+09:00",
        "",
    )


def test_a_moment_in_utc_may_be_another_day_where_it_was_printed():
    clipping = page(json_ld('"datePublished": "2023-06-02T23:10:00Z"'), "<p>June 3, 2023</p>")
    assert str(clipping.published.value) == "2023-06-02 23:10:00+00:00"
    assert "June 3, 2023" in clipping.published.doubt


def test_midnight_is_a_day_and_a_time_without_zone_too():
    assert (
        str(page(json_ld('"datePublished": "2023-06-03T00:00:00Z"')).published.value)
        == "2023-06-03"
    )
    stamp = page('<meta property="article:published_time" content="2023-06-03T16:53:00">').published
    assert (str(stamp.value), stamp.clock) == ("2023-06-03", "16:53:00")


def test_an_ambiguous_date_stays_open():
    assert page('<meta name="pubdate" content="03/04/2023">').published.value is None


@pytest.mark.parametrize(
    "name", ["The Example", "desk@example.com", "https://example.com/staff/ann", "admin"]
)
def test_what_is_no_person_is_no_author(name):
    clipping = page(
        f'<meta property="og:site_name" content="The Example"><meta name="author" content="{name}">'
    )
    assert clipping.authors == ()
    assert name in "".join(about(clipping, "author"))


def test_an_author_that_the_page_prints_otherwise_is_a_doubt():
    clipping = page(
        json_ld('"author": {"name": "Ann Example"}'), '<p class="byline">By Bo Sample</p>'
    )
    assert clipping.authors == ("Ann Example",)
    assert about(clipping, "author") == ["author: the page prints Bo Sample"]


@pytest.mark.parametrize(
    ("key", "head"),
    [
        (
            "source.url",
            '<meta property="og:url" content="https://example.com/b">'
            '<link rel="canonical" href="https://example.com/a">',
        ),
        (
            "source.outlet",
            json_ld('"publisher": "A"') + '<meta property="og:site_name" content="B">',
        ),
        ("source.language", '<meta property="og:locale" content="ko_KR">'),
        ("source.headline", '<meta property="og:title" content="Another headline altogether">'),
        ("summary", '<meta name="description" content="What the page itself does not print.">'),
        ("source.seen", json_ld('"isAccessibleForFree": "False"')),
        ("metadata", '<script type="application/ld+json">{"@type": broken</script>'),
    ],
)
def test_what_a_page_says_in_two_ways_or_does_not_print_is_a_doubt(key, head):
    assert about(page(head), key)


def test_addresses_that_are_not_of_the_web_are_left_out():
    assert page('<link rel="canonical" href="javascript:alert(1)">').url == ""


def test_a_text_that_only_scripts_print_is_taken_from_the_data():
    body = "The patrol left the harbor at dawn with nine ships. " * 9
    data = (
        f"<html><head>{json_ld(f'{chr(34)}articleBody{chr(34)}: {chr(34)}{body}{chr(34)}')}</head>"
    )
    clipping = clip(f"{data}<body><h1>Nine ships leave</h1><p>Loading</p></body></html>".encode())
    assert clipping.blocks[0].text == body.strip()
    assert about(clipping, "text")


def test_pasted_text_with_signs_of_markup_is_no_page():
    clipping = clip(b"<b> is what the manual says.\n\nFrom: the editor\n\nA sentence of text.")
    assert "<b> is what the manual says." in " ".join(
        [clipping.headline, *(b.text for b in clipping.blocks)]
    )
