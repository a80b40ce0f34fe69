"""Whatever is clipped: all of it is shown or listed, and none of it comes alive."""

from collections import Counter

from hypothesis import assume, given

from desk.clip.text import clipping_of
from desk.clip.unseen import shown
from tests.clip.anything import TEXTS
from tests.clip.pieces import comments, drafted, front, paragraphs, plain, rendered, words
from tests.support.properties import examples

MANY = examples(300)


@given(TEXTS)
@MANY
def test_every_letter_is_in_exactly_one_place(text):
    """Letters, not words: a dateline may stand before its sentence without a space."""
    text = shown(text)[0]
    told = "".join(words(clipping_of(text)))
    assert Counter(told) == Counter("".join(text.split()))


@given(TEXTS)
@MANY
def test_the_draft_shows_the_clipped_text_and_nothing_else(text):
    clipping = clipping_of(shown(text)[0])
    assume(clipping.blocks)
    assert paragraphs(drafted(text)) == [plain(block.text) for block in clipping.blocks]


@given(TEXTS)
@MANY
def test_every_line_is_in_the_draft_or_among_the_discarded(text):
    assume(shown(text)[0].split())
    made = drafted(text)
    told = front(made).values
    photographs = [(image["caption"], image["credit"]) for image in told.get("images", [])]
    source = told["source"]
    pieces = [source["headline"], told["summary"], *comments(made), *paragraphs(made)]
    pieces += [f"{caption} ({credit})" for caption, credit in photographs]
    pieces += [line.text for line in made.discarded]
    all_of_it = "\n".join(plain(piece) for piece in pieces)
    # What opens the text as its dateline is printed apart from the sentence behind it.
    openings = [plain(printed) for printed in comments(made)]
    for line in filter(str.strip, shown(text)[0].splitlines()):
        line = plain(line)
        apart = [line.removeprefix(o).strip() for o in openings if line.startswith(o)]
        assert any(form in all_of_it for form in (line, *apart)), (line, made.text)


@given(TEXTS)
@MANY
def test_nothing_comes_alive(text):
    assume(shown(text)[0].split())
    page = rendered(drafted(text))
    kinds = {element.tag for element in page.iter()}
    assert kinds <= {"div", "p", "h2", "code"}
    attributes = {(element.tag, name) for element in page.iter() for name in element.attrib}
    assert attributes <= {("h2", "id")}  # Markdown's own, made of the subhead's letters


@given(TEXTS)
@MANY
def test_the_same_clipping_gives_the_same_bytes(text):
    assume(shown(text)[0].split())
    assert drafted(text).text.encode() == drafted(text).text.encode()
