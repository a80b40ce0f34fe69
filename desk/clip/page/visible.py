"""What a reader sees of a page, line by line, in the order of the page.

Visible is the text below `<body>` that a browser would draw: no script, style, template, noscript
or other element of `UNSEEN`, nothing with `hidden` or an inline `display: none`. What style sheets
hide counts as visible.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import takewhile

from lxml import etree, html

UNSEEN = {
    *("head", "title", "script", "style", "template", "noscript", "noframes", "noembed", "iframe"),
    *("object", "canvas", "audio", "video", "datalist", "desc", "metadata"),
}
FLOWING = {  # stand in a line of text; all others make blocks
    *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "del", "dfn"),
    *("em", "font", "i", "img", "ins", "kbd", "label", "mark", "nobr", "q", "rp", "rt", "ruby"),
    *("s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tspan", "tt", "u"),
    *("var", "wbr"),
}
INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


@dataclass
class Visible:
    """A line of text: what stands between two borders of block elements, or up to a `<br>`.

    `element` is the block element that it stands in, `breaks` how many `<br>` come before it there;
    `first` says where its first piece of text is: in the text of a node, or in the tail.
    """

    element: html.HtmlElement
    line: int
    breaks: int = 0
    pieces: list[str] = field(default_factory=list)
    first: tuple[html.HtmlElement, str] | None = None

    @cached_property
    def text(self) -> str:
        return " ".join("".join(self.pieces).split())

    @property
    def apart(self) -> str:
        """The text with a space between what stands in different elements."""
        return " ".join(" ".join(self.pieces).split())

    @property
    def around(self) -> list[html.HtmlElement]:
        """The element that the line stands in, and those around that, from the inside."""
        return [self.element, *self.element.iterancestors()]

    def is_whole(self, tags: set[str]) -> bool:
        """Whether all of the line stands in one inline element with one of these tags."""
        node, where = self.first
        inside = [node] if where == "text" else []
        flowing = takewhile(lambda e: e is not self.element, [*inside, *node.iterancestors()])
        whole = next((e for e in flowing if e.tag in tags), None)
        return whole is not None and " ".join(whole.text_content().split()).endswith(self.text)


def unseen(element: html.HtmlElement) -> bool:
    if element.tag in UNSEEN or element.get("hidden") is not None:
        return True
    if element.tag == "dialog" and element.get("open") is None:
        return True
    return bool(INVISIBLE.search(element.get("style", "")))


def blocks(body: html.HtmlElement, apart: frozenset[html.HtmlElement]) -> list[Visible]:
    """Every line of visible text below `body`; the elements in `apart` are blocks too."""
    lines: list[Visible] = []
    for element, where, text in _pieces(body, apart):
        if where == "border":
            lines.append(Visible(element, element.sourceline or 1))
        elif where == "break" and lines[-1].first:
            lines.append(Visible(lines[-1].element, element.sourceline or 1, 1))
        elif where == "break":
            lines[-1].breaks += 1
        else:
            lines[-1].pieces.append(text)
            if text.strip():
                lines[-1].first = lines[-1].first or (element, where)
    return [block for block in lines if block.first]


def _pieces(body: html.HtmlElement, apart: frozenset) -> Iterator[tuple]:
    """Pieces of text in their order, and a border wherever a block element begins or ends."""
    walk, holders = etree.iterwalk(body, events=("start", "end")), []
    for event, element in walk:
        skip = unseen(element)
        block = element in apart or element.tag not in FLOWING
        if event == "start" and skip:
            walk.skip_subtree()
        elif event == "start":
            if block:
                holders.append(element)
                yield element, "border", ""
            yield element, "text", element.text or ""
        elif element is not body:
            if element.tag == "br":
                yield element, "break", ""
            elif block and not skip:
                holders.pop()
                yield holders[-1], "border", ""
            yield element, "tail", element.tail or ""
