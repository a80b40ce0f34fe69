"""The top of a pasted page: headline, deck, and the lines that tell who and when."""

import re
from dataclasses import dataclass, field, replace

from .bylines import Credits, credits_in, join_labels
from .captions import parse_caption
from .clipping import Line
from .datelines import opening
from .debris import SENTENCE

NEAR, MOST = 8, 12
IMAGE_LABELS = ("Image source,", "Image caption,")
LONGEST_HEADLINE, LONGEST_DECK = 300, 320
SECTION = (
    r"(?:asia(?: pacific)?|business|defen[cs]e|diplomacy|europe|foreign affairs|home"
    r"|international|korea|japan"
    r"|land|latest|military|national|nation|naval|naval news|news|north korea|opinion|pacific"
    r"|politics|security"
    r"|u\.?s\.?|us news|world(?: news)?|exclusive|analysis|breaking"
    r"|정치|국방|북한|외교|政治|国際|防衛)"
)
SECTIONS = re.compile(
    rf"(?i){SECTION}(?: (?:(?:and|&) )?{SECTION})*"
    r"(?:\s*[>/|]\s*[\w .&-]{2,30})*"
)


@dataclass
class Head:
    """`credits` pairs each line that tells of the report with what it tells; `rest` is the text.

    `later` are lines from above the byline that belong to the text.
    """

    headline: Line | None = None
    deck: list[Line] = field(default_factory=list)
    credits: list[tuple[Line, Credits]] = field(default_factory=list)
    sections: list[Line] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    rest: list[Line] = field(default_factory=list)
    later: list[Line] = field(default_factory=list)


def parse_head(lines: list[Line], language: str) -> Head:
    """Part the head of a page from its text."""
    head = Head(rest=join_labels(lines))
    _take_credits(head, language)
    while len(head.rest) > 2 and SECTIONS.fullmatch(head.rest[0].text):
        head.sections.append(head.rest.pop(0))
    between = _before_byline(head.rest, language)
    if between:
        _take_headline(head, between, language)
    elif len(head.rest) > 1 and _is_headline(head.rest[0].text):
        head.headline = head.rest.pop(0)
    _take_credits(head, language)
    head.rest[:0] = head.later
    if head.headline and not head.deck and _opens_with_deck(head.rest):
        head.deck = [head.rest.pop(0)]
        head.doubts.append("summary: the first line has no full stop and was taken for the deck")
        _take_credits(head, language)
    return head


def _take_credits(head: Head, language: str) -> None:
    """Take the lines that tell of the report; captions among them stay where they are."""
    at = 0
    while at < len(head.rest) and len(head.credits) < MOST:
        line = head.rest[at]
        if line_credits := credits_in(line.text, language):
            head.credits.append((head.rest.pop(at), line_credits))
        elif at < NEAR and (parse_caption(line.text, 0) or line.text.startswith(IMAGE_LABELS)):
            at += 1
        else:
            return


def _before_byline(lines: list[Line], language: str) -> int:
    """How many lines stand above the byline; 0 where there is none, or only one below the text."""
    for number, line in enumerate(lines[:NEAR]):
        if credits_in(line.text, language):
            return number
        is_text = number and bool(SENTENCE.search(line.text)) and not parse_caption(line.text, 0)
        if len(line.text) > LONGEST_DECK or (is_text and (number > 1 or opening(line.text))):
            return 0
    return 0


def _take_headline(head: Head, between: int, language: str) -> None:
    """Take the lines above the byline: headline and deck; captions among them stay in the text."""
    above, below = head.rest[:between], head.rest[between:]
    head.headline, *others = above
    if others and (line_credits := _name_beside(others[-1], below[0], language)):
        head.credits.append((others.pop(), line_credits))
    captions = [line for line in others if parse_caption(line.text, line.line)]
    deck = [line for line in others if line not in captions]
    fits = sum(len(line.text) + 1 for line in deck) <= LONGEST_DECK + 1
    head.deck = deck if fits else deck[:1]
    head.rest, head.later = below, [*captions, *([] if fits else deck[1:])]


def _name_beside(line: Line, date_line: Line, language: str) -> Credits | None:
    """What a line above a date tells, if it is a short one that can be a reporter's name."""
    both = credits_in(f"{line.text} | {date_line.text}", language)
    alone = both and not parse_caption(line.text, line.line) and len(line.text.split()) <= 5
    return replace(both, published=None, updated=None) if alone and both.authors else None


def _is_headline(text: str) -> bool:
    ends = SENTENCE.search(text) and not text.endswith(("?", "!"))
    return len(text) <= LONGEST_HEADLINE and not ends and not opening(text)


def _opens_with_deck(lines: list[Line]) -> bool:
    if len(lines) < 2 or len(lines[0].text) > LONGEST_DECK:
        return False
    text, following = lines[0].text, lines[1].text
    own = not (SENTENCE.search(text) or opening(text) or parse_caption(text, 0, beside_byline=True))
    return own and bool(SENTENCE.search(following) or opening(following))
