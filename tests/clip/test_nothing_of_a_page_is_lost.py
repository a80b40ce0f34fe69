"""Whatever page is clipped: all that it shows is somewhere, and nothing of it comes alive."""

from collections import Counter

import pytest
from hypothesis import given

from desk.clip.command import clip
from desk.clip.draft import make_draft
from desk.clip.page import parse
from desk.clip.page.charset import decode
from tests.clip.markup import PAGES, pieces, squeeze, visible, visible_texts
from tests.clip.pieces import SHELF, render
from tests.clip.test_saved_pages import PAGES as FIXTURES
from tests.support.properties import examples

MANY = examples(300)
KINDS = {"div", "p", "h2", "code", "blockquote", "ul", "li"}


def find_missing(texts: list[str], data: bytes) -> list[str]:
    """The text nodes that are nowhere; what opens the text stands apart from its paragraph."""
    clipping = clip(data)
    all_text = pieces(clipping)
    openings = [squeeze(line.text) for line in clipping.verbatim]
    return [
        node
        for node in texts
        if node not in all_text
        and not any(node.startswith(o) and node.removeprefix(o) in all_text for o in openings)
    ]


@given(PAGES)
@MANY
def test_every_visible_text_is_in_the_clipping_or_among_the_discarded(page):
    texts = visible_texts(page)
    assert not find_missing(texts, page.encode("utf-8", "replace"))
    letters = Counter("".join(texts))
    assert letters <= Counter(pieces(clip(page.encode("utf-8", "replace"))))


@pytest.mark.parametrize("file", FIXTURES, ids=lambda file: file.name)
def test_nothing_of_a_saved_page_is_lost(file):
    data = file.read_bytes()
    assert not find_missing(visible(parse(decode(data)[0])), data)


@given(PAGES)
@MANY
def test_nothing_comes_alive(page):
    shows = render(make_draft(clip(page.encode("utf-8", "replace")), SHELF))
    assert {element.tag for element in shows.iter()} <= KINDS
    attributes = {(element.tag, name) for element in shows.iter() for name in element.attrib}
    assert attributes <= {("h2", "id")}  # Markdown's own, made of the subhead's letters


@given(PAGES)
@MANY
def test_the_same_page_gives_the_same_bytes(page):
    data = page.encode("utf-8", "replace")
    assert make_draft(clip(data), SHELF).text == make_draft(clip(data), SHELF).text
