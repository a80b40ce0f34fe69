"""Saved pages of ten kinds, e-mails and items of feeds: what the draft says of each."""

from pathlib import Path

import pytest

from desk.clip.command import clipped
from desk.clip.draft import draft
from desk.clip.shelf import shelf
from tests.clip.pieces import front, rendered
from tests.clip.test_pages import as_drafted, expected
from tests.support.sample import ROOT

HERE = Path(__file__).parent
PAGES = sorted((HERE / "pages").glob("*.html"))
FILES = sorted(f for f in (HERE / "files").iterdir() if f.suffix != ".yaml")
OURS = ("title:", "tags:", "images:", "summary: this is the report's")  # the editor's work


def as_saved(file: Path) -> dict:
    """What a draft says, under the names of the YAML file beside the page."""
    made = draft(clipped(file.read_bytes()), shelf(ROOT / "content"))
    told, body = front(made).values, rendered(made)
    shown = [" ".join(paragraph.text_content().split()) for paragraph in body.findall("p")]
    items = [item.text_content().strip() for item in body.iter("li")]
    return {
        **as_drafted(file),
        "url": told["source"]["url"],
        "seen": told["source"]["seen"],
        "needs": [need for need in told["needs"] if not need.startswith(OURS)],
        "begins": shown[0][:40],
        "ends": shown[-1][-40:],
        "items": items,
    }


@pytest.mark.parametrize("file", [*PAGES, *FILES], ids=lambda file: file.name)
def test_what_was_saved_is_understood(file):
    texts = dict.fromkeys(("url", "seen", "headline", "language"), "")
    assert as_saved(file) == {**texts, "items": [], **expected(file)}


def test_there_are_ten_pages():
    assert len(PAGES) >= 10
