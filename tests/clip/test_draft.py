"""What the writer of drafts makes of clippings, whichever reader they come from."""

from contract.front_matter import read_front_matter
from desk.clip.clipping import Block, Caption, Clipping
from desk.clip.draft import make_draft
from desk.clip.markdown import MOST_SIGNS, literal
from tests.clip.pieces import SHELF, render

TEXT = (Block("paragraph", "The navies trade warning data in drills.", 1),)


def values(**fields) -> dict:
    return read_front_matter(make_draft(Clipping(blocks=TEXT, **fields), SHELF).text).values


def test_text_crammed_with_signs_stands_as_one_piece_of_code():
    for kind in ("paragraph", "item", "quote", "subhead"):
        block = Block(kind, "[<a `*_" * MOST_SIGNS, 1)
        page = render(make_draft(Clipping(blocks=(block,)), SHELF))
        assert [code.text for code in page.iter("code")] == [block.text], kind
    assert literal("[a] " * 10).count("`") == 0


def test_blocks_of_every_kind_are_shown_as_such():
    kinds = {"paragraph": "p", "subhead": "h2", "quote": "blockquote/p", "item": "ul/li"}
    for kind, path in kinds.items():
        page = render(make_draft(Clipping(blocks=(Block(kind, "1. # > - text #", 1),)), SHELF))
        assert page.find(path).text_content() == "1. # > - text #", kind


def test_what_the_contract_would_refuse_is_a_need_and_stays_as_printed():
    draft = make_draft(
        Clipping(
            headline="A headline",
            blocks=TEXT,
            url="javascript:alert(1)",
            deck="word " * 90,
            captions=(Caption("A ship. " * 90, "Navy", 4, "A ship. " * 90 + "(Navy)"),),
            authors=("🚀", "Ann Example"),
        ),
        SHELF,
    )
    keys = read_front_matter(draft.text).values
    assert (keys["source"]["url"], keys["summary"], keys["author"]) == ("", "", "Ann Example")
    for value in ("javascript:alert(1)", ("word " * 90).strip(), ("A ship. " * 90).strip(), "🚀"):
        assert any(value in line for line in draft.text.split("\n") if line.startswith("# "))
    for need in ("source.url:", "summary:", "images.1.caption:", "author:"):
        assert any(words.startswith(need) for words in draft.needs), need


def test_tags_are_proposed_where_their_words_occur_together():
    assert values()["tags"] == ["drills", "warning-data"]
    apart = (Block("paragraph", "A warning.", 1), Block("paragraph", "The data.", 2))
    draft = make_draft(Clipping(blocks=apart), SHELF)
    assert (
        "tags: no word of the vocabulary occurs - choose from drills, warning-data" in draft.needs
    )


def test_a_long_headline_is_whole_under_source_and_short_in_the_title():
    headline = "Three navies agree on a line for rescue at sea " * 4
    keys = values(headline=headline)
    assert keys["source"]["headline"] == headline.strip()
    assert len(keys["title"]) <= 140
    assert keys["title"].endswith("…")


def test_slugs_are_short_and_always_there():
    assert values(headline="The Navy's line, and what it is for")["slug"] == "navys-line-what"
    for headline in ("", "???", "2023", "about"):
        slug = values(headline=headline)["slug"]
        assert slug == "about" or slug.startswith("clipping-")


def test_names_of_one_address_are_named_once():
    assert values(authors=("Ann Example", "ANN EXAMPLE", "Bo"))["authors"] == ["Ann Example", "Bo"]
