"""Marks the first use of every term of the glossary in an article's text."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from contract.marks import Hit, first_uses, is_name, texts, wrap

# Python-Markdown keeps a curly quotation mark as a number between these two characters.
APOSTROPHE = "(?:['\u2019]|\x02wzxhzdk:[0-9]+\x03)"


def spelled(way: str) -> str:
    """The expression for a way to write a term, wherever its lines end and sentences begin."""
    way = way.replace("\u2019", "'")
    first = f"[{way[0]}{way[0].upper()}]" if way[0].islower() else re.escape(way[0])
    return first + re.escape(way[1:]).replace(r"\ ", r"\s+").replace("'", APOSTROPHE)


def whole_words(ways: list[str]) -> re.Pattern | None:
    """The expression for any of these ways as whole words; its last group says which of them."""
    if not ways:
        return None
    first = re.escape("".join(sorted({c for way in ways for c in way[0] + way[0].upper()})))
    words = "|".join(f"({spelled(way)})" for way in ways)
    return re.compile(rf"(?=[{first}])(?<!\w)(?:{words})(?!\w)")


class TermMarks(Treeprocessor):
    """Marks terms; `used` has the slugs of those in the last text, in reading order.

    `links` has where the names led, by slug, of which marks took the place.
    """

    def know(self, glossary: dict[str, dict]) -> None:
        """Take up the glossary; of two terms that overlap the longer will be marked."""
        ways = [(way, s) for s, e in glossary.items() for way in (e["term"], *e["also"])]
        self.ways = sorted(ways, key=lambda way: -len(way[0]))
        self.terms = {slug: entry["term"] for slug, entry in glossary.items()}
        self.expression = whole_words([way for way, _ in self.ways])

    def begin(self, *, wanted: bool) -> None:
        """Take up the next text; not every text has its terms marked."""
        self.wanted, self.used, self.links = wanted, [], {}

    def hits(self, root: Element) -> Iterator[Hit]:
        for parent, child, text in texts(root):
            for match in self.expression.finditer(text):
                if is_name(parent) and match[0] != text:
                    continue
                way, slug = self.ways[match.lastindex - 1]
                yield Hit(parent, child, match, slug, way == self.terms[slug])

    def run(self, root):
        if self.wanted and self.expression:
            found = first_uses(list(self.hits(root)))
            self.used = [hit.slug for hit in found]
            self.links = {h.slug: h.parent.get("href") for h in found if is_name(h.parent)}
            for hit in reversed(found):
                wrap(hit)


class Terms(Extension):
    """Puts TermMarks behind everything that changes the tree."""

    def __init__(self, glossary: dict[str, dict]):
        super().__init__()
        self.glossary = glossary

    def extendMarkdown(self, md):
        self.marks = TermMarks(md)
        self.marks.know(self.glossary)
        md.treeprocessors.register(self.marks, "terms", -2)
