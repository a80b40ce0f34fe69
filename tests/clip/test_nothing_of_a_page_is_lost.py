"""Whatever page is clipped: all that it shows is somewhere, and nothing of it comes alive."""

from collections import Counter

import pytest
from hypothesis import given

from desk.clip.command import clipped
from desk.clip.draft import draft
from desk.clip.page import parse
from desk.clip.page.charset import decode
from tests.clip.markup import PAGES, pieces, shown_by, squeezed, visible
from tests.clip.pieces import SHELF, rendered
from tests.clip.test_saved_pages import PAGES as FIXTURES
from tests.support.properties import examples

MANY = examples(300)
KINDS = {"div", "p", "h2", "code", "blockquote", "ul", "li"}


def lost(shown: list[str], data: bytes) -> list[str]:
    """The text nodes that are nowhere; what opens the text stands apart from its paragraph."""
    clipping = clipped(data)
    kept = pieces(clipping)
    openings = [squeezed(line.text) for line in clipping.printed]
    return [
        node
        for node in shown
        if node not in kept
        and not any(node.startswith(o) and node.removeprefix(o) in kept for o in openings)
    ]


@given(PAGES)
@MANY
def test_every_visible_text_is_in_the_clipping_or_among_the_discarded(page):
    shown = shown_by(page)
    assert not lost(shown, page.encode("utf-8", "replace"))
    letters = Counter("".join(shown))
    assert letters <= Counter(pieces(clipped(page.encode("utf-8", "replace"))))


@pytest.mark.parametrize("file", FIXTURES, ids=lambda file: file.name)
def test_nothing_of_a_saved_page_is_lost(file):
    data = file.read_bytes()
    assert not lost(visible(parse(decode(data)[0])), data)


@given(PAGES)
@MANY
def test_nothing_comes_alive(page):
    shows = rendered(draft(clipped(page.encode("utf-8", "replace")), SHELF))
    assert {element.tag for element in shows.iter()} <= KINDS
    attributes = {(element.tag, name) for element in shows.iter() for name in element.attrib}
    assert attributes <= {("h2", "id")}  # Markdown's own, made of the subhead's letters


@given(PAGES)
@MANY
def test_the_same_page_gives_the_same_bytes(page):
    data = page.encode("utf-8", "replace")
    assert draft(clipped(data), SHELF).text == draft(clipped(data), SHELF).text
