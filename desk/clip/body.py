"""The text of a pasted page below its head: captions, paragraphs, subheads, and the tail."""

import re
from collections.abc import Iterable, Iterator

from .bylines import credits_in
from .captions import may_be_caption, parse_caption
from .clipping import Block, Caption, Line
from .debris import SENTENCE
from .head import IMAGE_LABELS, Head

TAIL = 3
LONGEST_CAPTION, LONGEST_SUBHEAD = 600, 90
INNER = re.compile(r"[.:;] ")
ADDRESS = re.compile(r"(?i)(?:(?:source|url|link|original)\s*:\s*)?(?P<url>https?://\S+)")


def take_tail(head: Head, language: str) -> None:
    """Move the bylines that stand at the end from the text to the credits."""
    for line in head.rest[1:][-TAIL:]:
        if line_credits := credits_in(line.text, language):
            head.rest.remove(line)
            head.credits.append((line, line_credits))


def take_addresses(head: Head) -> list[Line]:
    """Take the line that is nothing but a web address, if it is the only one."""
    addresses = [line for line in head.rest if ADDRESS.fullmatch(line.text)]
    if len(addresses) != 1:
        return []
    head.rest.remove(addresses[0])
    return addresses


def captions_apart(head: Head) -> tuple[list[Caption], list[Line]]:
    """The captions of the text, and its other lines."""
    captions, others = [], []
    at_head = bool(head.credits)
    for line in _pairs(head.rest):
        caption = parse_caption(line.text, line.line, beside_byline=at_head)
        if caption and len(caption.text) <= LONGEST_CAPTION:
            captions.append(caption)
        else:
            others.append(line)
            at_head = False
    return captions, others


def _pairs(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines, with the source of an image, as broadcasters print it, before its caption."""
    pending = None
    for line in lines:
        if pending and line.text.startswith(IMAGE_LABELS[1]):
            yield Line(pending.line, f"{pending.text} {line.text}")
            pending = None
            continue
        if pending:
            yield pending
        pending = line if line.text.startswith(IMAGE_LABELS[0]) else None
        if not pending:
            yield line
    if pending:
        yield pending


def blocks_of(lines: list[Line]) -> Iterator[Block]:
    """Paragraphs and subheads: short lines without a full stop that have a paragraph below them."""
    texts = ["", *(line.text for line in lines), ""]
    for line, above, below in zip(lines, texts[:-2], texts[2:], strict=True):
        between = _is_whole(above) and _is_whole(below)
        head = between and _is_subhead(line.text, below)
        yield Block("subhead" if head else "paragraph", line.text, line.line)


def _is_whole(text: str) -> bool:
    return bool(SENTENCE.search(text)) or may_be_caption(text)


def _is_subhead(text: str, below: str) -> bool:
    ends = text[-1].isalnum() or (text.endswith("?") and len(text) < len(below))
    return len(text) <= LONGEST_SUBHEAD and text[0].isalnum() and ends and not INNER.search(text)


def perhaps_captions(lines: Iterable[Line]) -> Iterator[str]:
    for line in lines:
        if may_be_caption(line.text):
            yield (
                f"images: line {line.line} of the clipping may be a caption, as it ends with a name"
                " in brackets"
            )
