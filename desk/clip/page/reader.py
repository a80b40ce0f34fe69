"""From the bytes of a saved page to a clipping: what it shows, sorted by what it says of itself."""

import re
from collections.abc import Iterable

from lxml import html

from ..clipping import Clipping, Line
from . import figures, linked_data, tree
from .captions import captions
from .charset import decode
from .claims import Claim, collect_claims
from .facts import facts
from .in_data import IN_DATA, longer_in_data
from .main_text import main_text
from .paragraphs import to_blocks
from .sorting import sort
from .telling import byline, take_dateline, titles
from .visible import Visible, blocks

HTML = re.compile(rb"(?i)<(?:!doctype\s+html|html|head|body|article|div|meta|p)[\s>]")


def recognizes(data: bytes) -> bool:
    """Whether the bytes begin as HTML does."""
    start = data[:4000].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return start.startswith(b"<") and bool(HTML.search(start))


def read(data: bytes, encoding: str = "") -> Clipping:
    """Clip a page; `encoding` is one that came with it.

    Raises UnusableError where it has no text, or is nested too deeply.
    """
    text, doubt = decode(data, encoding)
    root = tree.parse(text)
    article, broken = linked_data.article(root)
    claims = collect_claims(root, article)
    claims["url"] += [
        Claim(address, "the browser's note") for address in tree.source_addresses(text)
    ]
    return clip(root, article, claims, [d for d in (doubt, broken) if d])


def clip(
    root: html.HtmlElement,
    article: dict,
    claims: dict[str, list[Claim]],
    doubts: list[str],
    *,
    whole: bool = False,
) -> Clipping:
    """Sort what a page shows; `article` and `claims` are what it says of itself.

    With `whole`, all of it is the report.
    """
    parts = figures.parts(tree.body(root))
    visible = blocks(tree.body(root), figures.borders(parts))
    lines = [line for line in visible if not parts[line.element].role]
    fields, of_facts = facts(claims, article, " ".join(line.text for line in lines))
    indexes, of_choice = (set(range(len(lines))), []) if whole else main_text(root, lines)
    page = sort(lines, indexes, claims, fields)
    text = to_blocks([lines[n] for n in page.text])
    if in_data := longer_in_data(text, article):
        page.text, text, of_choice = [], in_data, [IN_DATA]
    text, opening = take_dateline(text)
    top, of_titles = titles(lines, page, claims, fields["outlet"])
    byline_fields, of_byline = byline(lines, page, claims, fields, opening)
    return Clipping(
        **fields | top | byline_fields,
        dateline=opening.dateline if opening else "",
        captions=captions(visible, parts),
        blocks=tuple(text),
        verbatim=_as_lines(lines, page.about)
        + ((Line(text[0].line, opening.verbatim),) if opening else ()),
        doubts=(*doubts, *of_titles, *of_byline, *of_facts, *of_choice),
        debris=_as_lines(lines, set(range(len(lines))) - page.indexes),
    )


def _as_lines(lines: list[Visible], numbers: Iterable[int]) -> tuple[Line, ...]:
    return tuple(Line(lines[n].line, lines[n].text) for n in sorted(numbers))
