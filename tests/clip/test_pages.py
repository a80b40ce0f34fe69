"""Pages as ten kinds of news sites print them, pasted: what the draft says of each."""

from pathlib import Path

import pytest
import yaml

from desk.clip.command import clip
from desk.clip.draft import make_draft
from desk.clip.shelf import shelf
from tests.clip.pieces import front, render
from tests.support.sample import ROOT

PAGES = sorted((Path(__file__).parent / "text").glob("*.txt"))


def describe_draft(page: Path) -> dict:
    """What a draft says, under the names of the YAML file beside the page."""
    draft = make_draft(clip(page.read_bytes()), shelf(ROOT / "content"))
    values, body = front(draft).values, render(draft)
    source = values["source"]
    keys = ("date", "dateline", "kind", "tags", "author", "authors")
    return {
        **{key: values.get(key) or ("" if key != "tags" else []) for key in keys},
        "headline": source["headline"],
        "deck": values["summary"],
        **{key: source.get(key, "") for key in ("outlet", "agency", "language")},
        "note": source.get("published_note", ""),
        "captions": [image[k] for image in values.get("images", []) for k in ("caption", "credit")],
        "paragraphs": len(body.findall("p")),
        "subheads": [heading.text for heading in body.findall("h2")],
        "discarded": [line.text for line in draft.debris],
        "needs": [
            n for n in values["needs"] if n.startswith(("author", "date: ")) and "without" not in n
        ],
    }


def load_expected(page: Path) -> dict:
    values = yaml.safe_load(page.with_suffix(".yaml").read_text("utf-8"))
    lists = {key: [] for key in ("captions", "subheads", "tags", "discarded", "needs")}
    texts = ("deck", "outlet", "agency", "dateline", "note", "author", "authors")
    values["date"] = str(values["date"])
    return {**dict.fromkeys(texts, ""), **lists, "kind": "report", **values}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_is_understood(page):
    actual, expected = describe_draft(page), load_expected(page)
    assert actual == expected


def test_there_are_ten_pages():
    assert len(PAGES) >= 10
