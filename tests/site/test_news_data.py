"""Every report is data as well: ninjs beside its page, a line in the index, and on what terms."""

import json
from datetime import datetime

from formats.feeds import index_pages
from pelicanconf import SITENAME
from tests.support.site import Site

# Of https://www.iptc.org/std/ninjs/ninjs-schema_3.0.json, those that we use, by their type.
FIELDS = {
    "uri": str, "standard": dict, "type": str, "representationType": str, "versionCreated": str,
    "pubStatus": str, "language": str, "copyrightHolder": str, "usageTerms": str,
    "rightsInfo": dict, "headlines": list, "descriptions": list, "bodies": list, "by": str,
    "located": str, "subjects": list, "genres": list, "infoSources": list, "renditions": list,
    "associations": list,
}  # fmt: skip
PARTS = {
    "headlines": {"role", "contentType", "value"},
    "descriptions": {"role", "contentType", "value"},
    "bodies": {"role", "contentType", "value"},
    "subjects": {"name", "uri", "rel"},
    "genres": {"name"},
    "infoSources": {"name", "role"},
    "renditions": {"name", "href", "contentType"},
    "associations": FIELDS.keys() | {"name", "rel"},
}


def ninjs(site: Site) -> dict[str, dict]:
    return {path: json.loads(site.text(f"{path}article.json")) for path in site.articles}


def test_every_report_is_ninjs_beside_its_page(published):
    for path, item in ninjs(published).items():
        assert item["uri"] == f"{published.siteurl}/{path}"
        assert [name for name, value in item.items() if type(value) is not FIELDS[name]] == [], path
        for name in PARTS.keys() & item.keys():
            assert [part for part in item[name] if part.keys() - PARTS[name]] == [], path
        assert datetime.fromisoformat(item["versionCreated"]).tzinfo, path


def test_the_data_say_what_the_page_says(site):
    for path, item in ninjs(site).items():
        page = site.structured_data(path)
        (original,) = item["associations"]
        assert item["headlines"][0]["value"] == page["headline"]
        assert item["descriptions"][0]["value"] == page["description"]
        assert original["uri"] == page["isBasedOn"]["url"], path
        assert item.get("located", "") == page.get("dateline", "").replace("unknown", ""), path
        assert item["rightsInfo"]["linkedRights"].startswith("https://creativecommons.org/"), path


def test_what_is_unknown_is_left_out(site):
    text = "".join(json.dumps(item) for item in ninjs(site).values())
    assert '"unknown"' not in text
    assert ": null" not in text


def test_texts_are_clean_html_with_whole_addresses(published):
    for path, item in ninjs(published).items():
        html = item["bodies"][0]["value"]
        assert "popovertarget" not in html, path
        assert 'href="/' not in html, path
        assert "\x1a" not in html, path


def test_the_head_of_a_report_names_its_data(published):
    for path, page in published.articles.items():
        link = page.select_one('link[rel=alternate][type="application/json"]')
        assert link["href"] == f"{published.siteurl}/{path}article.json"


def test_the_index_has_every_report_newest_first(site):
    told = json.loads(site.text("data/articles.json"))
    urls = [entry["url"].removeprefix(f"{site.siteurl}/") for entry in told["articles"]]
    assert sorted(urls) == sorted(site.articles)
    assert told["count"] == len(urls)
    assert [e["json"] for e in told["articles"] if e["json"] != f"{e['url']}article.json"] == []
    days = [entry["date"][:10] for entry in told["articles"]]
    assert days == sorted(days, reverse=True)


def test_a_long_index_goes_on(monkeypatch):
    monkeypatch.setattr("formats.feeds.index_entry", lambda article, root: article)
    site = {"SITEURL": "https://example.org", "SITENAME": "W"}
    pages = index_pages([1, 2, 3, 4, 5], site, size=2)
    assert [page["articles"] for page in pages.values()] == [[1, 2], [3, 4], [5]]
    named = [page["url"] for page in pages.values()]
    assert [page.get("next") for page in pages.values()] == [*named[1:], None]
    assert named == [f"https://example.org/{path}" for path in pages]


def test_language_models_are_told_the_policy_and_every_report(published):
    lines = published.text("llms.txt").splitlines()
    assert lines[0] == f"# {SITENAME}"
    assert lines[2].startswith("> ")
    text = "\n".join(lines)
    assert "CC BY 4.0" in text
    assert [path for path in published.articles if f"/{path}article.json)" not in text] == []


def test_the_page_of_data_links_all_of_it_and_names_the_license(site):
    page = site.pages["data/"]
    links = {a["href"] for a in page.main.select("a[href]")}
    wanted = {"/data/articles.json", "/feed.json", "/atom.xml", "/opensearch.xml", "/llms.txt"}
    assert wanted <= links
    assert page.select_one("a[rel~=license]")["href"].endswith("/licenses/by/4.0/")


def test_the_sitemap_has_both_pages(site):
    assert {"search/", "data/"} <= {
        loc.text.removeprefix(f"{site.siteurl}/")
        for loc in site.feed("sitemap.xml").iter()
        if loc.tag.endswith("}loc")
    }
