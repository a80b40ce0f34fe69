"""Saved pages of ten kinds, e-mails and items of feeds: what the draft says of each."""

from pathlib import Path

import pytest

from desk.clip.command import clip
from desk.clip.draft import make_draft
from desk.clip.shelf import shelf
from tests.clip.pieces import front, render
from tests.clip.test_pages import describe_draft, load_expected
from tests.support.sample import ROOT

HERE = Path(__file__).parent
PAGES = sorted((HERE / "pages").glob("*.html"))
FILES = sorted(f for f in (HERE / "files").iterdir() if f.suffix != ".yaml")
OURS = ("title:", "tags:", "images:", "summary: this is the report's")  # the editor's work


def describe_file(file: Path) -> dict:
    """What a draft says, under the names of the YAML file beside the page."""
    draft = make_draft(clip(file.read_bytes()), shelf(ROOT / "content"))
    values, body = front(draft).values, render(draft)
    texts = [" ".join(paragraph.text_content().split()) for paragraph in body.findall("p")]
    items = [item.text_content().strip() for item in body.iter("li")]
    return {
        **describe_draft(file),
        "url": values["source"]["url"],
        "seen": values["source"]["seen"],
        "needs": [need for need in values["needs"] if not need.startswith(OURS)],
        "begins": texts[0][:40],
        "ends": texts[-1][-40:],
        "items": items,
    }


@pytest.mark.parametrize("file", [*PAGES, *FILES], ids=lambda file: file.name)
def test_what_was_saved_is_understood(file):
    texts = dict.fromkeys(("url", "seen", "headline", "language"), "")
    assert describe_file(file) == {**texts, "items": [], **load_expected(file)}


def test_there_are_ten_pages():
    assert len(PAGES) >= 10
