"""Whatever is clipped: all of it is shown or listed, and none of it comes alive."""

from collections import Counter

from hypothesis import assume, given

from desk.clip.text import clipping_of
from desk.clip.unseen import reveal
from tests.clip.anything import TEXTS
from tests.clip.pieces import comments, draft_text, front, paragraphs, plain, render, words
from tests.support.properties import examples

MANY = examples(300)


@given(TEXTS)
@MANY
def test_every_letter_is_in_exactly_one_place(text):
    """Letters, not words: a dateline may stand before its sentence without a space."""
    text = reveal(text)[0]
    letters = "".join(words(clipping_of(text)))
    assert Counter(letters) == Counter("".join(text.split()))


@given(TEXTS)
@MANY
def test_the_draft_shows_the_clipped_text_and_nothing_else(text):
    clipping = clipping_of(reveal(text)[0])
    assume(clipping.blocks)
    assert paragraphs(draft_text(text)) == [plain(block.text) for block in clipping.blocks]


@given(TEXTS)
@MANY
def test_every_line_is_in_the_draft_or_among_the_discarded(text):
    assume(reveal(text)[0].split())
    draft = draft_text(text)
    values = front(draft).values
    photographs = [(image["caption"], image["credit"]) for image in values.get("images", [])]
    source = values["source"]
    pieces = [source["headline"], values["summary"], *comments(draft), *paragraphs(draft)]
    pieces += [f"{caption} ({credit})" for caption, credit in photographs]
    pieces += [line.text for line in draft.debris]
    all_of_it = "\n".join(plain(piece) for piece in pieces)
    # What opens the text as its dateline is printed apart from the sentence behind it.
    openings = [plain(comment) for comment in comments(draft)]
    for line in filter(str.strip, reveal(text)[0].splitlines()):
        line = plain(line)
        apart = [line.removeprefix(o).strip() for o in openings if line.startswith(o)]
        assert any(form in all_of_it for form in (line, *apart)), (line, draft.text)


@given(TEXTS)
@MANY
def test_nothing_comes_alive(text):
    assume(reveal(text)[0].split())
    page = render(draft_text(text))
    kinds = {element.tag for element in page.iter()}
    assert kinds <= {"div", "p", "h2", "code"}
    attributes = {(element.tag, name) for element in page.iter() for name in element.attrib}
    assert attributes <= {("h2", "id")}  # Markdown's own, made of the subhead's letters


@given(TEXTS)
@MANY
def test_the_same_clipping_gives_the_same_bytes(text):
    assume(reveal(text)[0].split())
    assert draft_text(text).text.encode() == draft_text(text).text.encode()
