"""The files of citations parse, and say what the page and its structured data say."""

import json
from itertools import product

from tests.support.citation_readers import read_bibtex, read_names, read_ris, read_title, untex
from tests.support.content import article_file, front_matter
from tests.support.site import Site

WORKS = ("digest", "original")


def items(site: Site):
    """(path, name, item) of every work that can be cited."""
    assert site.articles
    for path, name in product(site.articles, WORKS):
        (item,) = json.loads(site.text(f"{path}{name}.json"))
        yield path, name, item


def literals(item: dict) -> list[str]:
    return [author["literal"] for author in item.get("author", [])]


def test_csl_json_agrees_with_the_page_and_its_structured_data(published):
    for path, name, item in items(published):
        data = published.structured_data(path)
        work = data if name == "digest" else data["isBasedOn"]
        assert item["URL"] == work["url"]
        assert item["container-title"] == work["publisher"]["name"]
        assert item["title"] == work.get("headline", item["title"])
        assert item["language"] == work["inLanguage"]
        told = item["issued"]["date-parts"][0] if "issued" in item else []
        assert told == [int(n) for n in work.get("datePublished", "")[:10].split("-") if n]
        authors = work.get("author", [])
        people = [a["name"] for a in (authors if isinstance(authors, list) else [authors])]
        agency = front_matter(article_file(path))["source"].get("agency")
        assert literals(item) in ([people] if people else [[], [agency]])


def test_bibtex_and_ris_say_what_csl_json_says(published):
    for path, name, item in items(published):
        kind, key, fields = read_bibtex(published.text(f"{path}{name}.bib"))
        told = read_ris(published.text(f"{path}{name}.ris"))
        ris = dict(told)
        assert key == ris["ID"] == item["id"]
        assert (kind, ris["TY"]) == {
            "article-newspaper": ("article", "NEWS"),
            "webpage": ("misc", "ELEC"),
        }[item["type"]]
        assert read_names(fields.get("author", "")) == literals(item)
        assert [tag for tag, _ in told].count("AU") == len(literals(item))
        assert read_title(fields["title"]) == ris["TI"] == item["title"]
        site = fields.get("journal") or fields["howpublished"]
        assert untex(site) == ris["T2"] == item["container-title"]
        assert fields["url"] == ris["UR"] == item["URL"]
        day = "/".join(f"{n:02}" for n in item.get("issued", {"date-parts": [[]]})["date-parts"][0])
        assert ris.get("DA", "") == day
        assert fields.get("year", "") == day[:4]


def test_every_key_is_of_one_work(site):
    keys = [item["id"] for _, _, item in items(site)]
    assert len(set(keys)) == len(keys)
