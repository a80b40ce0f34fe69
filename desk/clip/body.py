"""The text of a pasted page below its head: captions, paragraphs, subheads, and the tail."""

import re
from collections.abc import Iterable, Iterator

from .bylines import credits_in
from .captions import credited, may_be_caption
from .clipping import Block, Caption, Line
from .debris import SENTENCE
from .head import Head

TAIL = 3
LONGEST_CAPTION, LONGEST_SUBHEAD = 600, 90
ADDRESS = re.compile(r"(?i)(?:(?:source|url|link|original)\s*:\s*)?(?P<url>https?://\S+)")


def take_tail(head: Head, language: str) -> None:
    """Move the bylines that stand at the end from the text to the credits."""
    for line in head.rest[1:][-TAIL:]:
        if told := credits_in(line.text, language):
            head.rest.remove(line)
            head.credits.append((line, told))


def take_addresses(head: Head) -> list[Line]:
    """Take the line that is nothing but a web address, if it is the only one."""
    found = [line for line in head.rest if ADDRESS.fullmatch(line.text)]
    if len(found) != 1:
        return []
    head.rest.remove(found[0])
    return found


def captions_apart(head: Head) -> tuple[list[Caption], list[Line]]:
    """The captions of the text, and its other lines."""
    captions, others = [], []
    last = max((line.line for line, _ in head.credits), default=-1)
    for line in _pairs(head.rest):
        beside = line.line == last + 1
        caption = credited(line.text, line.line, beside_byline=beside)
        if caption and len(caption.text) <= LONGEST_CAPTION:
            captions.append(caption)
            last = line.line if beside else last
        else:
            others.append(line)
    return captions, others


def _pairs(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines, with the source of an image, as broadcasters print it, before its caption."""
    held = None
    for line in lines:
        if held and line.text.startswith("Image caption,"):
            yield Line(held.line, f"{held.text} {line.text}")
            held = None
            continue
        if held:
            yield held
        held = line if line.text.startswith("Image source,") else None
        if not held:
            yield line
    if held:
        yield held


def blocks_of(lines: list[Line]) -> Iterator[Block]:
    """Paragraphs and subheads: short lines without a full stop that have a paragraph below them."""
    for number, line in enumerate(lines):
        below = lines[number + 1].text if number + 1 < len(lines) else ""
        head = number > 0 and _is_subhead(line.text) and bool(SENTENCE.search(below))
        yield Block("subhead" if head else "paragraph", line.text, line.line)


def _is_subhead(text: str) -> bool:
    return len(text) <= LONGEST_SUBHEAD and text[-1].isalnum() and not text.startswith("http")


def perhaps_captions(lines: Iterable[Line]) -> Iterator[str]:
    for line in lines:
        if may_be_caption(line.text):
            yield f"images: line {line.line} may be a caption, as it ends with a name in brackets"
