"""A draft taken apart again: what a reader of its page and its keys would see."""

import re
from collections.abc import Iterator

import yaml
from lxml import html
from markdown import Markdown

import pelicanconf
from contract.front_matter import FrontMatter, read_front_matter
from desk.clip.clipping import Clipping
from desk.clip.draft import Draft, make_draft
from desk.clip.shelf import Shelf
from desk.clip.text import clipping_of
from desk.clip.unseen import reveal

SHELF = Shelf({"drills": {"name": "Drills"}, "warning-data": {"name": "Warning data"}})
# What the renderer's typography makes of what was typed.
TYPOGRAPHY = str.maketrans(
    {
        **dict.fromkeys("\u201c\u201d", '"'),
        **dict.fromkeys("\u2018\u2019", "'"),
        "\u2014": "---",
        "\u2013": "--",
        "\u2026": "...",
    }
)


def draft_text(text: str, shelf: Shelf = SHELF) -> Draft:
    return make_draft(clipping_of(reveal(text)[0]), shelf)


def front(draft: Draft) -> FrontMatter:
    return read_front_matter(draft.text)


def render(draft: Draft) -> html.HtmlElement:
    """The body as the site renders it."""
    shows = Markdown(**pelicanconf.MARKDOWN).convert(front(draft).body)
    return html.fromstring(f"<div>{shows}</div>")


def paragraphs(draft: Draft) -> list[str]:
    return [plain(block.text_content()) for block in render(draft)]


def plain(text: str) -> str:
    """Words with single spaces, as typed."""
    return " ".join(text.translate(TYPOGRAPHY).split())


def comments(draft: Draft) -> list[str]:
    """What stands as printed below the keys, without the number of its line."""
    lines = (line for line in draft.text.split("\n---\n")[0].split("\n") if line.startswith('# "'))
    return [re.sub(r"^[\w. ]+: ", "", yaml.safe_load(line[2:])) for line in lines]


def words(clipping: Clipping) -> Iterator[str]:
    """Every word of a clipping, wherever it went."""
    yield from f"{clipping.headline} {clipping.deck}".split()
    for caption in clipping.captions:
        yield from caption.verbatim.split()
    for line in (*clipping.blocks, *clipping.verbatim, *clipping.debris):
        yield from line.text.split()
