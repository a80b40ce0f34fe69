"""Plain text as Markdown that shows exactly this text, whatever it is.

Quotes, dashes and dots are left to typography. A text crammed with signs stands as code, in one
piece: Python-Markdown copies the whole paragraph for every escape in it.
"""

import re
from collections.abc import Iterable

from .clipping import Block
from .unseen import one_line

CRAMMED = 100
ACTIVE = re.compile(r"[\\`*_\[\]<>|!\"'&]")
ESCAPED = re.compile(r"[\\`*_\[\]]")
ENTITY = re.compile(r"&(?=#|\w+;)")
BEGINS = re.compile(r"\d+[.)]|[#>+-]")
SIGNS = {"paragraph": "", "subhead": "## ", "quote": "> ", "item": "- ", "row": ""}


def body(blocks: Iterable[Block]) -> str:
    """The blocks as the text of an article."""
    return "\n\n".join(SIGNS[block.kind] + literal(block.text, block.kind) for block in blocks)


def literal(text: str, kind: str = "paragraph") -> str:
    """Markdown for a text that stands as a block of this kind."""
    text = one_line(text)
    if len(ACTIVE.findall(text)) > CRAMMED:
        return code(text)
    text = ESCAPED.sub(r"\\\g<0>", ENTITY.sub("&amp;", text)).replace("<", "&lt;")
    if kind == "subhead":
        return text.replace("#", r"\#")
    if begun := BEGINS.match(text):
        return f"{text[: begun.end() - 1]}\\{text[begun.end() - 1 :]}"
    return text


def code(text: str) -> str:
    """A span of code between more backticks than the text has in a row."""
    fence = "`" * (max(map(len, re.findall("`+", text)), default=0) + 1)
    return f"{fence} {text} {fence}"
