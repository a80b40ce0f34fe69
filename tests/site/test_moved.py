"""Former addresses lead to the present ones, on hosts that redirect and on those that cannot."""

import json

import pytest

from engine.checks import find_broken_links
from tests.support.content import front_matter, published_files
from tests.support.site import SITEMAP, Site

OLD = ("/2022/05/former-slug/", "/news/item-7.html")


@pytest.fixture(scope="module")
def moved(shared_sample) -> Site:
    sample = shared_sample
    listed = "".join(f"  - {address}\n" for address in OLD)
    sample.another("launch", ("kind: report\n", f"kind: report\nmoved-from:\n{listed}"))
    sample.settings["SITEURL"] = "https://example.org/news/watch"
    sample.build()
    return Site(sample.output, sample.settings["SITEURL"])


def test_every_former_address_has_a_page_that_leads_on(moved):
    for path in ("2022/05/former-slug/", "news/item-7.html"):
        page = moved.pages[path]
        to = "/news/watch/2023/06/launch/"
        assert page.select_one("meta[http-equiv=refresh]")["content"] == f"0; url={to}"
        assert page.select_one("main a")["href"] == to
        assert page.select_one("link[rel=canonical]")["href"] == f"https://example.org{to}"
        assert page.select_one("meta[name=robots]")["content"] == "noindex"


def test_hosts_are_told_of_all(moved):
    assert json.loads(moved.text("redirects.json")) == dict.fromkeys(OLD, "/2023/06/launch/")


def test_they_stand_in_no_list(moved):
    sitemap = [loc.text for loc in moved.feed("sitemap.xml").iter(f"{SITEMAP}loc")]
    assert [loc for loc in sitemap if "former" in loc or "item-7" in loc] == []
    named = [p for p, page in moved.pages.items() if "former-slug" in page.main.decode()]
    assert named == []


def test_their_links_arrive(moved):
    faults = find_broken_links(moved.folder, moved.siteurl)
    assert [fault for fault in faults if "former" in fault or "item-7" in fault] == []


def test_the_list_of_a_site_has_what_its_articles_say(site):
    former = [one for file in published_files() for one in front_matter(file).get("moved-from", [])]
    assert json.loads(site.text("redirects.json")).keys() == set(former)


def test_a_site_where_nothing_moved_says_so(sample):
    sample.build()
    assert json.loads(sample.published()["redirects.json"]) == {}
