"""Every article can be cited, and so can its original; the page says how."""

import json
from itertools import product

import pytest

from pelicanconf import SITENAME
from tests.support.citation_readers import read_bibtex, read_ris, read_title
from tests.support.site import Site, words

TYPES = {
    "bib": "application/x-bibtex",
    "ris": "application/x-research-info-systems",
    "json": "application/vnd.citationstyles.csl+json",
}
WORKS = ("digest", "original")


def articles(site: Site):
    """The articles' pages with their paths, of a site that has some."""
    assert site.articles
    return site.articles.items()


def test_every_article_offers_six_files_that_are_there(published):
    for path, page in articles(published):
        links = {a["href"]: a for a in page.select(".citation a[download]")}
        folder = f"/news/watch/{path}"
        assert list(links) == [f"{folder}{name}.{end}" for name, end in product(WORKS, TYPES)]
        for address, link in links.items():
            name, end = address.removeprefix(folder).split(".")
            assert link["type"] == TYPES[end]
            assert link["download"].startswith(f"{name}-{path[:4]}-{path[5:7]}-")
            assert link["download"].endswith(f".{end}")
            data = (published.folder / path / f"{name}.{end}").read_bytes()
            assert data.decode().endswith("\n") and b"\r" not in data


def test_every_article_shows_both_works_in_three_styles(site):
    for path, page in articles(site):
        works = page.select(".citations details.citation")
        assert len(works) == 2, path
        for work, name in zip(works, WORKS, strict=True):
            (item,) = json.loads(site.text(f"{path}{name}.json"))
            assert [words(dt) for dt in work.select("dt")] == ["APA", "Chicago", "MLA"]
            for reference in work.select("dd"):
                told = reference.get_text()
                assert item["URL"] in told
                assert told == " ".join(told.split()), path
                assert ".." not in told.replace(". . .", ""), path


def test_reference_managers_see_a_newspaper_article(published):
    for path, page in articles(published):
        (item,) = json.loads(published.text(f"{path}digest.json"))
        meta = {tag["name"]: tag["content"] for tag in page.select("meta[name]")}
        assert meta["citation_title"] == item["title"]
        assert meta["citation_author"] == f"{SITENAME},"
        days = [meta.get(f"citation_{name}_date") for name in ("publication", "online")]
        known = (
            "/".join(f"{part:02}" for part in item["issued"]["date-parts"][0])
            if "issued" in item
            else None
        )
        assert days == [known] * 2
        assert meta["citation_public_url"] == page.find("link", rel="canonical")["href"]
        assert meta["dc.type"] == "newspaperArticle"
        assert "citation_journal_title" not in meta
        assert page.find("meta", property="og:site_name")["content"] == SITENAME


def undated(site: Site) -> list[str]:
    """The articles whose source shows no day of publication."""
    return [path for path, page in articles(site) if "day is not known" in words(page)]


def test_a_day_that_is_not_known_is_given_nowhere(published):
    for path in undated(published):
        assert not {"datePublished", "dateModified"} & published.structured_data(path).keys(), path
        page = published.pages[path]
        assert page.find("meta", property="article:published_time") is None, path
        assert page.select("meta[name$=_date]") == [], path
        _, _, fields = read_bibtex(published.text(f"{path}digest.bib"))
        assert not {"year", "month", "day"} & fields.keys(), path
        assert not {"PY", "DA"} & dict(read_ris(published.text(f"{path}digest.ris"))).keys(), path
        assert "issued" not in json.loads(published.text(f"{path}digest.json"))[0], path
        assert "(n.d.)" in words(page.select_one(".citation dd")), path


def test_other_pages_are_not_cited(site):
    others = site.pages.keys() - site.articles.keys()
    assert others
    assert [p for p in others if site.pages[p].select('.citation, meta[name^="citation_"]')] == []


def test_hostile_text_is_whole_in_every_file(sample):
    title = '</script> }} {{ 7*7 }} \\ " & R&D 100 %'
    sample.article("A sound headline", json.dumps(title))
    sample.build()
    site, folder = Site(sample.output, ""), "2023/06/sound-story/"
    assert json.loads(site.text(f"{folder}digest.json"))[0]["title"] == title
    assert read_title(read_bibtex(site.text(f"{folder}digest.bib"))[2]["title"]) == title
    assert dict(read_ris(site.text(f"{folder}digest.ris")))["TI"] == title
    assert title in site.pages[folder].select_one(".citation dd").get_text()


@pytest.mark.parametrize("style", ["APA", "Chicago", "MLA"])
def test_a_foreign_headline_carries_its_language_on_the_page(sample, style):
    sample.article("headline: An example", "headline: 세 나라")
    file = sample.folder / "content/articles/sound.md"
    file.write_text(file.read_text("utf-8").replace("language: en", "language: ko"), "utf-8")
    sample.build()
    page = Site(sample.output, "").pages["2023/06/sound-story/"]
    entry = page.select("details.citation")[1].find("dt", string=style).find_next("dd")
    assert [(tag.get_text(), tag.name) for tag in entry.select('[lang="ko"]')] == [
        ("세 나라", "span")
    ]


def test_a_draft_leaves_no_file(sample):
    sample.another("b", ("kind: report", "kind: report\nstatus: draft"))
    sample.build()
    files = [path for path in sample.published() if path.endswith((".bib", ".ris"))]
    assert len(files) == 4
    assert [path for path in files if "/b/" in path] == []
