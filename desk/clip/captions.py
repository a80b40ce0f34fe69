"""Captions of photographs: what stands before a credit, and the credit."""

import re

from .agencies import AGENCIES
from .clipping import Caption

CREDIT_WORDS = re.compile(
    rf"(?:^|\W)(?:{AGENCIES})(?:$|\W)|\b(?i:photos?|photograph|pool|courtesy|handout|file|via"
    rf"|provided"
    r"|picture|illustration|screen ?grab|captured?|getty)\b|사진|제공|写真|提供"
)
IN_BRACKETS = re.compile(
    r"(?P<text>.{10,}?)\s*[(\[（［](?P<label>(?i:(?:photo|picture|image)? ?credit):\s*)?"
    r"(?P<credit>[^()\[\]（）［］]{2,120})[)\]）］]"
)
AFTER_LABEL = re.compile(
    r"(?P<text>.{10,}[.!?”\"])\s*(?i:photo(?:graph)?|picture|image|credit)(?i: credit| by"
    r"| courtesy of)?"
    r"(?:\s*[:/]\s*|(?<=by) |(?<=of) )(?P<credit>.{2,120})"
)
AFTER_SLASH = re.compile(
    rf"(?P<text>.{{10,}}[.!?”\"])\s*[/|—–·-]\s*(?P<credit>(?:{AGENCIES})\b[^.]{{0,80}})"
)
PAIR = re.compile(r"Image source, ?(?P<credit>.{2,120}?) Image caption, ?(?P<text>.+)")


def parse_caption(text: str, line: int, *, beside_byline: bool = False) -> Caption | None:
    """The caption that a line is, or None. Beside the byline any credit in brackets will do."""
    for form in (PAIR, IN_BRACKETS, AFTER_LABEL, AFTER_SLASH):
        match = form.fullmatch(text)
        if match and (form is not IN_BRACKETS or _is_credit(match, beside_byline)):
            return Caption(match["text"], match["credit"].strip(), line, text)
    return None


def _is_credit(match: re.Match, beside_byline: bool) -> bool:
    words = match["credit"]
    has_label = match["label"] or CREDIT_WORDS.search(words)
    return bool(has_label) or (beside_byline and words[:1].isupper())


def may_be_caption(text: str) -> bool:
    """Whether a line ends as captions do, with a name in brackets that nobody knows."""
    match = IN_BRACKETS.fullmatch(text)
    return bool(match and match["text"][-1:] in '.!?”"' and match["credit"][:1].isupper())
