"""The captions of a page, each with its credit, from the blocks that stand in figures."""

import re

from lxml import html

from ..captions import parse_caption
from ..clipping import Caption
from .figures import Part
from .visible import Visible

KIND = r"(?:photo(?:graph)?s?|images?|pictures?|사진|写真|file)"
LABEL = re.compile(
    rf"(?i)^(?:{KIND}\s*(?:source|credit|copyright)?\s*[,:：=]|{KIND}\s+(?:by|courtesy of)\b"
    r"|(?:credit|source|courtesy(?: of)?)\s*:?|©|\(c\))\s*"
)
CREDITS = (  # beyond those that are found in pasted text, as here it is certain to be a caption
    r"(?P<text>.+?[.!?。”\"])\s*(?P<credit>(?:/|©|\|)\s*[^/]{2,80})",
    r"(?P<text>.+?)\s*[(（\[](?P<credit>[^()（）\[\]]{2,120})[)）\]]\.?",
)


def captions(blocks: list[Visible], parts: dict[html.HtmlElement, Part]) -> tuple[Caption, ...]:
    """A caption for each figure that has one, in their order."""
    figures: dict[html.HtmlElement, list[Visible]] = {}
    for block in blocks:
        part = parts[block.element]
        if part.role:
            figures.setdefault(part.home, []).append(block)
    return tuple(_caption(members, parts) for members in figures.values())


def _caption(members: list[Visible], parts: dict[html.HtmlElement, Part]) -> Caption:
    verbatim = " ".join(block.text for block in members)
    texts = {
        role: " ".join(block.text for block in members if parts[block.element].role == role)
        for role in ("caption", "credit")
    }
    text, credit = texts["caption"], texts["credit"]
    if text and not credit:
        text, credit = split(text, members[0].line)
    return Caption(text, bare(credit), members[0].line, verbatim)


def split(text: str, line: int) -> tuple[str, str]:
    """A caption and the credit at its end, which is empty where none can be told."""
    caption = parse_caption(text, line, beside_byline=True)
    if caption:
        return caption.text, caption.credit
    match = next((hit for form in CREDITS if (hit := re.fullmatch(form, text))), None)
    return (match["text"].strip(), match["credit"].strip()) if match else (text, "")


def bare(credit: str) -> str:
    """A credit without brackets around it or a label in front."""
    return LABEL.sub("", credit.strip("()（）[]/ ")).strip() or credit
