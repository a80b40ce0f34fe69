"""Pages as ten kinds of news sites print them, pasted: what the draft says of each."""

from pathlib import Path

import pytest
import yaml

from desk.clip.command import clipped
from desk.clip.draft import draft
from desk.clip.shelf import shelf
from tests.clip.pieces import front, rendered
from tests.support.sample import ROOT

PAGES = sorted((Path(__file__).parent / "text").glob("*.txt"))


def as_drafted(page: Path) -> dict:
    """What a draft says, under the names of the YAML file beside the page."""
    made = draft(clipped(page.read_bytes()), shelf(ROOT / "content"))
    told, body = front(made).values, rendered(made)
    source = told["source"]
    keys = ("date", "dateline", "kind", "tags", "author", "authors")
    return {
        **{key: told.get(key) or ("" if key != "tags" else []) for key in keys},
        "headline": source["headline"],
        "deck": told["summary"],
        **{key: source.get(key, "") for key in ("outlet", "agency", "language")},
        "note": source.get("published_note", ""),
        "captions": [image[k] for image in told.get("images", []) for k in ("caption", "credit")],
        "paragraphs": len(body.findall("p")),
        "subheads": [heading.text for heading in body.findall("h2")],
        "discarded": [line.text for line in made.discarded],
        "needs": [
            n for n in told["needs"] if n.startswith(("author", "date: ")) and "without" not in n
        ],
    }


def expected(page: Path) -> dict:
    told = yaml.safe_load(page.with_suffix(".yaml").read_text("utf-8"))
    lists = {key: [] for key in ("captions", "subheads", "tags", "discarded", "needs")}
    texts = ("deck", "outlet", "agency", "dateline", "note", "author", "authors")
    told["date"] = str(told["date"])
    return {**dict.fromkeys(texts, ""), **lists, "kind": "report", **told}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_is_understood(page):
    made, wanted = as_drafted(page), expected(page)
    assert made == wanted


def test_there_are_ten_pages():
    assert len(PAGES) >= 10
