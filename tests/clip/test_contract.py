"""What is clipped stands in the collection as a draft, and is never published by accident."""

import pytest
from hypothesis import assume, given

from desk.clip.command import clip
from desk.clip.draft import make_draft
from desk.clip.shelf import shelf
from desk.clip.unseen import reveal
from tests.clip.anything import TEXTS
from tests.clip.test_pages import PAGES
from tests.support.properties import examples
from tests.support.sample import SampleSite


@pytest.fixture(scope="module")
def room(tmp_path_factory) -> SampleSite:
    return SampleSite(tmp_path_factory.mktemp("room"))


def faults(room: SampleSite, data: bytes, *changes: tuple[str, str]) -> list[str]:
    """What the contract says of a collection with the draft of this clipping, changed or not."""
    content = room.folder / "content"
    draft = make_draft(clip(data), shelf(content))
    text = draft.text
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    file = room.write(draft.path, text)
    try:
        result = room.inspect()
    finally:
        file.unlink()
    return [str(fault) for fault in result.faults]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_is_a_sound_draft(room, page):
    assert faults(room, page.read_bytes()) == []


@given(text=TEXTS)
@examples(150)
def test_any_text_is_a_sound_draft(room, text):
    assume(reveal(text)[0].split())
    assert faults(room, text.encode("utf-8", "surrogatepass").replace(b"\xed\xa0\x80", b"")) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_published_as_it_is_a_page_is_refused(room, page):
    messages = faults(room, page.read_bytes(), ("status: draft", "status: published"))
    assert any("this sentence is still the report's" in fault for fault in messages)
    assert any("headline - write our own" in fault for fault in messages)
