"""From the bytes of a saved page to a clipping: what it shows, sorted by what it says of itself."""

import re
from collections.abc import Iterable

from lxml import html

from ..clipping import Clipping, Line
from . import figures, linked_data, tree
from .captions import captions
from .charset import decode
from .claims import Claim, claims
from .facts import facts
from .in_data import IN_DATA, longer_in_data
from .main_text import main_text
from .paragraphs import sorted_out
from .sorting import sort
from .telling import byline, opened, titles
from .visible import Visible, blocks

HTML = re.compile(rb"(?i)<(?:!doctype\s+html|html|head|body|article|div|meta|p)[\s>]")


def recognizes(data: bytes) -> bool:
    """Whether the bytes begin as HTML does."""
    start = data[:4000].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return start.startswith(b"<") and bool(HTML.search(start))


def read(data: bytes, told: str = "") -> Clipping:
    """Clip a page; `told` is an encoding that came with it.

    Raises UnusableError where it has no text, or is nested too deeply.
    """
    text, doubt = decode(data, told)
    root = tree.parse(text)
    linked, broken = linked_data.article(root)
    said = claims(root, linked)
    said["url"] += [Claim(address, "the browser's note") for address in tree.saved_from(text)]
    return clip(root, linked, said, [d for d in (doubt, broken) if d])


def clip(
    root: html.HtmlElement,
    linked: dict,
    said: dict[str, list[Claim]],
    doubts: list[str],
    *,
    whole: bool = False,
) -> Clipping:
    """Sort what a page shows; `linked` and `said` are what it says of itself.

    With `whole`, all of it is the report.
    """
    parts = figures.parts(tree.body(root))
    seen = blocks(tree.body(root), figures.borders(parts))
    lines = [line for line in seen if not parts[line.element].role]
    known, of_facts = facts(said, linked, " ".join(line.text for line in lines))
    chosen, of_choice = (set(range(len(lines))), []) if whole else main_text(root, lines)
    page = sort(lines, chosen, said, known)
    text = sorted_out([lines[n] for n in page.text])
    if in_data := longer_in_data(text, linked):
        page.text, text, of_choice = [], in_data, [IN_DATA]
    text, opening = opened(text)
    top, of_titles = titles(lines, page, said, known["outlet"])
    told, of_byline = byline(lines, page, said, known, opening)
    return Clipping(
        **known | top | told,
        dateline=opening.dateline if opening else "",
        captions=captions(seen, parts),
        blocks=tuple(text),
        printed=_as_lines(lines, page.about)
        + ((Line(text[0].line, opening.printed),) if opening else ()),
        doubts=(*doubts, *of_titles, *of_byline, *of_facts, *of_choice),
        discarded=_as_lines(lines, set(range(len(lines))) - page.used),
    )


def _as_lines(lines: list[Visible], numbers: Iterable[int]) -> tuple[Line, ...]:
    return tuple(Line(lines[n].line, lines[n].text) for n in sorted(numbers))
