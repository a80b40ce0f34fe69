"""Marks the first use of every term of the glossary in an article's text, and takes marks out.

A mark is a span with the words themselves and an empty button over them, which opens the meaning
(a popover: https://html.spec.whatwg.org/multipage/popover.html). The words stay plain text: they
wrap, are selected, copied and read as if there were no button, and `strip_marks` frees them again.
Where a term is all the words of a name's link the mark takes its place: the meaning leads on.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element, SubElement

from markdown.treeprocessors import Treeprocessor

# Elements in which no term is marked.
CLOSED = {"a", "button", "code", "h1", "h2", "h3", "h4", "h5", "h6", "pre"}
MARK = re.compile(r'<span class="term">(.*?)<button[^>]*></button></span>', re.DOTALL)
# Python-Markdown keeps a curly quotation mark as a number between these two characters.
APOSTROPHE = "(?:['\u2019]|\x02wzxhzdk:[0-9]+\x03)"


class Hit(NamedTuple):
    """A term in the text of `parent` before its first child, or in the text behind `child`.

    `proper` is whether it is the term as such, and not another way of writing it.
    """

    parent: Element
    child: Element | None
    start: int
    end: int
    slug: str
    proper: bool


def strip_marks(html: str) -> str:
    """Rendered HTML without the marks, as feeds want it."""
    return MARK.sub(r"\1", html)


class Terms(Treeprocessor):
    """Marks terms; of two that overlap the longer. Goes behind everything that changes the tree.

    `glossary` has under each slug the `term`, and under `also` other ways of writing it.
    `used` has the slugs of those in the last text, in reading order; `links` has by slug where the
    names led of which marks took the place.
    """

    def __init__(self, glossary: Mapping[str, Mapping[str, Any]]):
        super().__init__()
        ways = [(way, s) for s, e in glossary.items() for way in (e["term"], *e["also"])]
        self.ways = sorted(ways, key=lambda way: -len(way[0]))
        self.terms = {slug: entry["term"] for slug, entry in glossary.items()}
        self.pattern = _pattern([way for way, _ in self.ways]) if ways else None

    def begin(self, *, enabled: bool) -> None:
        """Take up the next text; not every text has its terms marked."""
        self.enabled = enabled
        self.used: list[str] = []
        self.links: dict[str, str] = {}

    def run(self, root: Element) -> None:
        if not self.enabled or not self.pattern:
            return
        hits = _first_uses(list(self._hits(root, self.pattern)))
        self.used = [hit.slug for hit in hits]
        self.links = {h.slug: h.parent.get("href", "") for h in hits if _is_name(h.parent)}
        for hit in reversed(hits):
            _wrap(hit)

    def _hits(self, root: Element, pattern: re.Pattern[str]) -> Iterator[Hit]:
        for parent, child, text in _texts(root):
            for match in pattern.finditer(text):
                if match.lastindex and (match[0] == text or not _is_name(parent)):
                    way, slug = self.ways[match.lastindex - 1]
                    proper = way == self.terms[slug]
                    yield Hit(parent, child, *match.span(), slug, proper)


def _pattern(ways: list[str]) -> re.Pattern[str]:
    """Matches any of these ways as whole words; the last group says which of them."""
    first = re.escape("".join(sorted({c for way in ways for c in way[0] + way[0].upper()})))
    words = "|".join(f"({_spelling(way)})" for way in ways)
    return re.compile(rf"(?=[{first}])(?<!\w)(?:{words})(?!\w)")


def _spelling(way: str) -> str:
    """The expression for a way to write a term, wherever its lines end and sentences begin."""
    way = way.replace("\u2019", "'")
    first = f"[{way[0]}{way[0].upper()}]" if way[0].islower() else re.escape(way[0])
    return first + re.escape(way[1:]).replace(r"\ ", r"\s+").replace("'", APOSTROPHE)


def _texts(parent: Element) -> Iterator[tuple[Element, Element | None, str]]:
    """Every piece of text below `parent` that may hold marks, in reading order."""
    yield parent, None, parent.text or ""
    for child in parent:
        if child.tag not in CLOSED or _is_name(child):
            yield from _texts(child)
        yield parent, child, child.tail or ""


def _is_name(element: Element) -> bool:
    """Whether an element links a name, of plain words, to its page."""
    return element.get("class") == "name" and not len(element)


def _first_uses(hits: list[Hit]) -> list[Hit]:
    """Of every term the first hit, preferably one of the term as such."""
    best: dict[str, Hit] = {}
    for hit in hits:
        if hit.slug not in best or (hit.proper and not best[hit.slug].proper):
            best[hit.slug] = hit
    return [hit for hit in hits if best[hit.slug] is hit]


def _wrap(hit: Hit) -> None:
    """Put a mark around a hit; of several in one piece of text the last must come first."""
    if _is_name(hit.parent):
        _become_mark(hit.parent, hit.slug)
        return
    text = (hit.parent.text if hit.child is None else hit.child.tail) or ""
    mark = Element("span")
    mark.text, mark.tail = text[hit.start : hit.end], text[hit.end :]
    _become_mark(mark, hit.slug)
    if hit.child is None:
        hit.parent.text = text[: hit.start]
        hit.parent.insert(0, mark)
    else:
        hit.child.tail = text[: hit.start]
        hit.parent.insert(list(hit.parent).index(hit.child) + 1, mark)


def _become_mark(element: Element, slug: str) -> None:
    """Make an element the mark of a term; its words are there."""
    element.tag, element.attrib = "span", {"class": "term"}
    opens = {"popovertarget": f"term-{slug}", "aria-label": f"What {element.text} means"}
    SubElement(element, "button", {"type": "button", **opens})
