"""What is clipped from pages, e-mails and feeds stands in the collection as a sound draft."""

import pytest
from hypothesis import given

from tests.clip import markup
from tests.clip.test_contract import faults, room  # noqa: F401 - a fixture
from tests.clip.test_saved_pages import FILES, PAGES
from tests.support.properties import examples


@pytest.mark.parametrize("file", [*PAGES, *FILES], ids=lambda file: file.name)
def test_what_was_saved_is_a_sound_draft(room, file):  # noqa: F811
    assert faults(room, file.read_bytes()) == []


@pytest.mark.parametrize("file", PAGES, ids=lambda file: file.name)
def test_published_as_it_is_a_page_is_refused(room, file):  # noqa: F811
    messages = faults(room, file.read_bytes(), ("status: draft", "status: published"))
    assert [fault for fault in messages if "needs" in fault or "still the report's" in fault]


@given(page=markup.PAGES)
@examples(100)
def test_any_page_is_a_sound_draft(room, page):  # noqa: F811
    assert faults(room, page.encode("utf-8", "replace")) == []
