"""Saved HTML as a tree: nothing is fetched, and what is nested beyond reason is refused."""

import re

from lxml import etree, html

from ..input import UnusableError

MOST = 100_000  # elements; a page of news has some thousands
DEPTH = 500  # libxml2 drops, without a word, what lies deeper than 2,048, and pages have 50
SOURCE_NOTE = re.compile(
    r"<!--\s*(?:saved from url=\(\d+\)|[^<>]{0,60}?\burl:\s*)(https?://[^\s<>]+)"
)


def parse(text: str) -> html.HtmlElement:
    """The tree of a page. Raises UnusableError where there is none, or it is too deep."""
    parser = html.HTMLParser(
        encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        tree = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:
        raise UnusableError("The page is empty. Save it again, or paste its text.") from None
    if sum(1 for _ in tree.iter()) > MOST:
        raise UnusableError(
            f"The page has more than {MOST:,} elements, as no page of news has."
            " Paste the report's text instead."
        )
    if depth(tree) > DEPTH:
        raise UnusableError(
            f"The page nests elements more than {DEPTH} deep, so that parts of it would be lost."
            " Paste its text instead."
        )
    return tree


def depth(tree: html.HtmlElement) -> int:
    """How many elements stand inside one another at most."""
    deepest = level = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        level += 1 if event == "start" else -1
        deepest = max(deepest, level)
    return deepest


def body(tree: html.HtmlElement) -> html.HtmlElement:
    """Where the visible text is. Raises UnusableError where the page has no body."""
    element = tree.find("body")
    if element is None and tree.find("frameset") is None:
        raise UnusableError("The page has no text. Save it again, or paste its text.")
    if element is None:
        raise UnusableError(
            "The page is a set of frames. Open the frame with the report by itself and save that."
        )
    return element


def source_addresses(text: str) -> list[str]:
    """The address that a browser or SingleFile noted while saving."""
    match = SOURCE_NOTE.search(text[:20_000])
    return [match[1]] if match else []
