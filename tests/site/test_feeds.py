"""Feeds, the sitemap and robots.txt parse and agree with the pages."""

from datetime import datetime

from bs4 import BeautifulSoup

from tests.support.site import ATOM, SITEMAP, words


def entries(feed) -> dict[str, object]:
    return {entry.findtext(f"{ATOM}id"): entry for entry in feed.findall(f"{ATOM}entry")}


def test_the_feeds_hold_every_article_in_full(published):
    atom = entries(published.feed())
    items = {item["url"]: item for item in published.json_feed["items"]}
    assert len(atom) == len(published.articles) > 0
    for path, page in published.articles.items():
        address = f"{published.siteurl}/{path}"
        html = [atom[address].findtext(f"{ATOM}content"), items[address]["content_html"]]
        titles = [atom[address].findtext(f"{ATOM}title"), items[address]["title"]]
        assert titles == [words(page.h1)] * 2
        for content in html:
            soup = BeautifulSoup(content, "lxml")
            text = words(soup)
            assert " ".join(page.select_one(".prose").text.split()) in " ".join(soup.text.split())
            assert page.select_one(".source__link")["href"] in text


def test_addresses_in_feeds_are_absolute(published):
    for text in (published.text("atom.xml"), published.text("feed.json")):
        assert 'href="/' not in text.replace("&quot;", '"').replace('\\"', '"').replace(
            "&#34;", '"'
        )


def test_atom_feeds_say_when_they_changed(site):
    for file in site.folder.rglob("atom.xml"):
        feed = site.feed(file.relative_to(site.folder).as_posix())
        moments = [e.findtext(f"{ATOM}updated") for e in feed.findall(f"{ATOM}entry")]
        if file == site.folder / "corrections/atom.xml" and not moments:
            moments = [site.pages["corrections/"].select_one(".meta time")["datetime"] + "T00:00Z"]
        newest = max(datetime.fromisoformat(moment) for moment in moments)
        assert newest.tzinfo
        assert datetime.fromisoformat(feed.findtext(f"{ATOM}updated")) == newest


def test_every_tag_author_and_outlet_has_a_feed_that_agrees_with_its_list(site):
    lists = [
        p
        for p in site.pages
        if p.startswith(("tags/", "authors/", "outlets/")) and p.count("/") == 2
    ]
    assert lists
    for path in lists:
        page, feed = site.pages[path], site.feed(f"{path}atom.xml")
        stories = [f"{site.siteurl}{a['href']}" for a in page.select(".card__headline a")]
        assert list(entries(feed)) == stories
        assert words(page.h1) in feed.findtext(f"{ATOM}title")
        assert page.find("link", href=f"{site.siteurl}/{path}atom.xml")


def test_json_feed_is_of_version_1_1(site):
    feed = site.json_feed
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == f"{site.siteurl}/feed.json"
    for item in feed["items"]:
        assert datetime.fromisoformat(item["date_published"]).tzinfo
        assert item["authors"][0]["name"]


def test_the_sitemap_names_every_page_with_its_last_change(published):
    tree = published.feed("sitemap.xml")
    found = {u.findtext(f"{SITEMAP}loc"): u.findtext(f"{SITEMAP}lastmod") for u in tree}
    expected = {f"{published.siteurl}/{path}" for path in published.pages if path != "404.html"}
    assert found.keys() == expected
    for path, page in published.articles.items():
        moments = [t["datetime"][:10] for t in page.select(".story__meta time")]
        assert found[f"{published.siteurl}/{path}"] == max(moments)
    newest = max(found[f"{published.siteurl}/{path}"] for path in published.articles)
    assert found[f"{published.siteurl}/archive/"] == found[f"{published.siteurl}/"] == newest


def test_robots_txt_names_the_sitemap(published):
    assert f"Sitemap: {published.siteurl}/sitemap.xml" in published.text("robots.txt")
