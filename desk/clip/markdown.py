"""Plain text as Markdown that shows exactly this text, whatever it is.

Quotes, dashes and dots are left to typography. A text crammed with signs stands as code, in one
piece: Python-Markdown copies the whole paragraph for every escape in it.
"""

import re
from collections.abc import Iterable

from .clipping import Block
from .unseen import one_line

MOST_SIGNS = 100
ACTIVE = re.compile(r"[\\`*_\[\]<>|!\"'&]")
TO_ESCAPE = re.compile(r"[\\`*_\[\]]")
ENTITY = re.compile(r"&(?=#|\w+;)")
BEGINS = re.compile(r"\d+[.)]|[#>+-]")
SIGNS = {"paragraph": "", "subhead": "## ", "quote": "> ", "item": "- ", "row": ""}


def body(blocks: Iterable[Block]) -> str:
    """The blocks as the text of an article."""
    return "\n\n".join(SIGNS[block.kind] + literal(block.text, block.kind) for block in blocks)


def literal(text: str, kind: str = "paragraph") -> str:
    """Markdown for a text that stands as a block of this kind."""
    text = one_line(text)
    if len(ACTIVE.findall(text)) > MOST_SIGNS:
        return code(text)
    text = TO_ESCAPE.sub(r"\\\g<0>", ENTITY.sub("&amp;", text)).replace("<", "&lt;")
    if kind == "subhead":
        return text.replace("#", r"\#")
    if match := BEGINS.match(text):
        return f"{text[: match.end() - 1]}\\{text[match.end() - 1 :]}"
    return text


def code(text: str) -> str:
    """A span of code between more backticks than the text has in a row."""
    fence = "`" * (max(map(len, re.findall("`+", text)), default=0) + 1)
    return f"{fence} {text} {fence}"
