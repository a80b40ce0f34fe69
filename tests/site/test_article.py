"""What stands in an article and beside it arrives on its page, in the data and in the feeds."""

from tests.support.sample import SHOWN
from tests.support.site import ATOM, Site, words


def test_a_correction_shows_on_the_page_in_data_and_in_feeds(sample):
    note = (
        "modified: 2023-06-05\ncorrections:\n  - date: 2023-06-05\n    note: The ship is a frigate."
    )
    sample.article("kind: report", f"kind: report\n{note}")
    sample.build()
    site = Site(sample.output, "http://127.0.0.1:8000")
    page = site.pages["2023/06/sound-story/"]
    assert words(page.select_one(".corrections li")) == "June 5, 2023 : The ship is a frigate."
    assert page.select_one('.story__meta a[href="#corrections"] time')["datetime"] == "2023-06-05"
    assert site.structured_data("2023/06/sound-story/")["dateModified"] == "2023-06-05"
    entry = site.feed().find(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}updated") == "2023-06-05T00:00:00+00:00"
    assert site.json_feed["items"][0]["date_modified"] == "2023-06-05T00:00:00+00:00"
    assert "<lastmod>2023-06-05</lastmod>" in site.text("sitemap.xml")


def test_pictures_and_links_in_the_text_arrive(sample):
    sample.another("b")
    sample.another(
        "a",
        ("kind: report", f"kind: report\n{SHOWN}"),
        (
            "A paragraph of text.",
            "See [B](b.md), [B again]({filename}b.md#top), [about](../pages/about.md).\n\n"
            "![A ship](../images/ship.jpg)\n\n![A ship]({static}/images/ship.jpg)",
        ),
    )
    sample.build()
    prose = Site(sample.output, "").pages["2023/06/a/"].select_one(".prose")
    assert [a["href"] for a in prose.select("a")] == ["/2023/06/b/", "/2023/06/b/#top", "/about/"]
    first, second = (image["src"] for image in prose.select("img"))
    assert first == second
    assert (sample.output / first[1:]).is_file()
