"""Visible text as the blocks of a clipping: paragraphs, subheads, quotations, items, rows."""

import re
from dataclasses import replace
from itertools import groupby

from lxml import html

from ..clipping import Block
from .visible import Visible

KINDS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "subhead"),
    **dict.fromkeys(("li", "dt", "dd"), "item"),
    "blockquote": "quote",
}
CELLS = {"td", "th", "tr"}
CELL = 100  # characters; longer cells are those of a table that lays out the page
FULL_STOP = re.compile(r"[.!?…。！？][\"'”’」』)]*$")
BOLD = {"b", "strong"}


def to_blocks(visible: list[Visible]) -> list[Block]:
    """The blocks of a clipping in their order; the cells of a row make one."""
    blocks: list[Block] = []
    for row, group in groupby(visible, key=_row):
        lines = [*group]
        if row is not None and _are_cells(lines):
            blocks.append(Block("row", " | ".join(cell.text for cell in lines), lines[0].line))
        else:
            blocks += _join(lines)
    return blocks


def _join(lines: list[Visible]) -> list[Block]:
    """Lines as blocks; one that `<br>` ended within a sentence goes on in the next."""
    blocks: list[Block] = []
    before = None
    for line in lines:
        goes_on = before and line.element is before.element and line.breaks == 1
        if goes_on and not FULL_STOP.search(before.text):
            blocks[-1] = replace(blocks[-1], text=f"{blocks[-1].text} {line.text}")
        else:
            blocks.append(Block(_kind(line), line.text, line.line))
        before = line
    return blocks


def _kind(line: Visible) -> str:
    kind = next((KINDS[e.tag] for e in line.around if e.tag in KINDS), "")
    return kind or ("subhead" if is_subhead(line) else "paragraph")


def is_subhead(line: Visible) -> bool:
    """A heading, or a line that is bold from end to end and has no full stop."""
    if any(KINDS.get(e.tag) == "subhead" for e in line.around[:2]):
        return True
    return line.is_whole(BOLD) and not FULL_STOP.search(line.text)


def _row(line: Visible) -> html.HtmlElement | None:
    return next(line.element.iterancestors("tr"), None)


def _are_cells(lines: list[Visible]) -> bool:
    """Whether each stands in a cell of its own; the cells of a page's layout hold more."""
    cells = {_cell(line) for line in lines}
    return len(cells) == len(lines) > 1 and all(len(line.text) <= CELL for line in lines)


def _cell(line: Visible) -> html.HtmlElement:
    return next(e for e in line.around if e.tag in CELLS)
