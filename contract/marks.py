"""Marks around terms in a text's tree, and the way back.

A mark is a span with the words themselves and an empty button over them, which opens the meaning
(a popover: https://html.spec.whatwg.org/multipage/popover.html). The words stay plain text: they
wrap, are selected, copied and read as if there were no button, and `unmarked` frees them again.
Where a term is all the words of a name's link the mark takes its place: the meaning leads on.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement

CLOSED = {"a", "button", "code", "h1", "h2", "h3", "h4", "h5", "h6", "pre"}
MARK = re.compile(r'<span class="term">(.*?)<button[^>]*></button></span>', re.DOTALL)


class Hit(NamedTuple):
    """A term in the text of `parent` before its first child, or in the text behind `child`."""

    parent: Element
    child: Element | None
    match: re.Match
    slug: str
    proper: bool


def unmarked(html: str) -> str:
    """Rendered HTML without the marks, as feeds want it."""
    return MARK.sub(r"\1", html)


def texts(parent: Element) -> Iterator[tuple[Element, Element | None, str]]:
    """Every piece of text below `parent` that may hold marks, in reading order."""
    yield parent, None, parent.text or ""
    for child in parent:
        if child.tag not in CLOSED or is_name(child):
            yield from texts(child)
        yield parent, child, child.tail or ""


def is_name(element: Element) -> bool:
    """Whether an element links a name, of plain words, to its page."""
    return element.get("class") == "name" and not len(element)


def first_uses(hits: list[Hit]) -> list[Hit]:
    """Of every term the first hit, preferably one of the term as such."""
    best: dict[str, Hit] = {}
    for hit in hits:
        if hit.slug not in best or (hit.proper and not best[hit.slug].proper):
            best[hit.slug] = hit
    return [hit for hit in hits if best[hit.slug] is hit]


def wrap(hit: Hit) -> None:
    """Put a mark around a hit; of several in one piece of text the last must come first."""
    parent, child, (start, end) = hit.parent, hit.child, hit.match.span()
    if is_name(parent):
        become_mark(parent, hit.slug)
        return
    text = parent.text if child is None else child.tail
    mark = Element("span")
    mark.text, mark.tail = text[start:end], text[end:]
    become_mark(mark, hit.slug)
    if child is None:
        parent.text = text[:start]
        parent.insert(0, mark)
    else:
        child.tail = text[:start]
        parent.insert(list(parent).index(child) + 1, mark)


def become_mark(element: Element, slug: str) -> None:
    """Make an element the mark of a term; its words are there."""
    element.tag, element.attrib = "span", {"class": "term"}
    opens = {"popovertarget": f"term-{slug}", "aria-label": f"What {element.text} means"}
    SubElement(element, "button", {"type": "button", **opens})
