"""The opening of a report: where it was written, and which agency wrote it."""

import re
from typing import NamedTuple

DAY = r"[A-Z][a-z]{2,8}\.? \d{1,2}"
CAPITALS = r"[A-Z][A-Z.'’-]+(?:[ ,/]+(?:[A-Z][A-Z.'’-]*|D\.C\.|[A-Z][a-z]+\.?(?= ?[(—–-]|,)))*"
LATIN = re.compile(
    rf"(?P<place>{CAPITALS})(?:, (?:{DAY}))?(?: \((?P<agency>[^()]{{2,40}})\))?(?: ?—| ?--| ?–"
    rf"| -(?=\s*[\"“‘']?[A-Z0-9]))\s*"
)
KOREAN = re.compile(
    r"[(\[](?P<place>[^=()\[\]]{1,30})=(?P<agency>[^=()\[\]]{2,20})[)\]]\s*"
    r"(?:(?P<name>\S{2,5}) (?:특파원|기자)\s*=\s*)?"
)
JAPANESE = re.compile(r"【(?P<place>[^=＝【】]{1,20})(?:[=＝](?P<name>[^【】]{2,20}))?】\s*")


TITLE_CASE = re.compile(
    r"[A-Z][a-z]+(?:[ ,/]+[A-Z][a-z.]+){0,3}(?: \([^()]{2,40}\))?\s?(?:—|--|–)\s"
)


class Opening(NamedTuple):
    verbatim: str
    dateline: str
    agency: str
    name: str


def opening(text: str) -> Opening | None:
    """The dateline that a paragraph opens with, and how it is printed; None where it has none."""
    for form in (LATIN, KOREAN, JAPANESE):
        if (match := form.match(text)) and match.end() < len(text):
            groups = match.groupdict()
            place = re.sub(rf", {DAY}$", "", match["place"]).strip(" ,")
            return Opening(
                match[0].strip(), place, groups.get("agency") or "", groups.get("name") or ""
            )
    return None


def may_open(text: str) -> str:
    """The words that a paragraph opens with, if they can be a dateline that is not in capitals."""
    match = TITLE_CASE.match(text)
    return match[0].strip() if match else ""
