"""The text of a report that its page prints only with scripts, from the page's JSON-LD."""

from ..clipping import Block
from .main_text import PLAUSIBLE

IN_DATA = "text: it is from the page's JSON-LD, as the page prints less - compare it with the page"


def longer_in_data(blocks: list[Block], article: dict) -> list[Block]:
    """The paragraphs of `articleBody` where the page itself has no plausible text, or none."""
    body = article.get("articleBody")
    size = sum(len(block.text.encode()) for block in blocks)
    if size >= PLAUSIBLE or not isinstance(body, str) or len(body.encode()) <= size:
        return []
    lines = (" ".join(line.split()) for line in body.splitlines())
    return [Block("paragraph", line, 1) for line in lines if line]
