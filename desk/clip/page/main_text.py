"""Which of a page's lines are the report: trafilatura chooses, by the words of the page.

Each line is given a mark of its own before the tree goes to trafilatura, and the marks that come
back name the lines. So the text itself stays as it stands in the page, and a paragraph that
appears twice is two.
"""

import re
from collections.abc import Iterable
from logging import NullHandler, getLogger

from lxml import html
from trafilatura import bare_extraction

from .visible import Visible

ELEMENTS = 20_000  # trafilatura takes a second for as many, and half a minute for a million
PLAUSIBLE = 400  # bytes; less is a teaser, or a page in which no text was found
MARK = re.compile(r"⣀([⠁-⠉⠐]+)⣀")
DIGITS = str.maketrans("0123456789", "⠐⠁⠂⠃⠄⠅⠆⠇⠈⠉")  # printable, in no alphabet, one word
NUMBERS = {ord(sign): str(number) for number, sign in enumerate("⠐⠁⠂⠃⠄⠅⠆⠇⠈⠉")}

CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # lxml reads, but writes none
getLogger("trafilatura").addHandler(NullHandler())  # what it has to say is said as a doubt


def main_text(tree: html.HtmlElement, lines: list[Visible]) -> tuple[set[int], list[str]]:
    """The indexes in `lines` of what is the report's text, and doubts.

    The tree is marked on the way: take everything else from it before.
    """
    fallback = _below_article(lines)
    if sum(1 for _ in tree.iter()) > ELEMENTS:
        return fallback, _doubt("the page is too large to look for its text")
    _mark(lines)
    document = bare_extraction(tree, include_comments=False, include_tables=True)
    marks = MARK.findall(document.text) if document and document.text else []
    indexes = {int(mark.translate(NUMBERS)) for mark in marks}
    indexes &= set(range(len(lines)))  # a page can hold marks of its own
    if length(lines, indexes) >= PLAUSIBLE:
        return indexes, []
    if length(lines, indexes) * 2 >= length(lines, fallback):
        return indexes, _doubt("little was found, perhaps the page has only the beginning")
    return fallback, _doubt("it could not be told from the rest of the page with certainty")


def length(lines: list[Visible], indexes: Iterable[int]) -> int:
    """Bytes of text, as a letter of Korean or Japanese says more than a Latin one."""
    return sum(len(lines[n].text.encode()) for n in indexes)


def _doubt(reason: str) -> list[str]:
    return [f"text: {reason} - compare it with the page"]


def _mark(lines: list[Visible]) -> None:
    for number, line in enumerate(lines):
        element, where = line.first
        mark = f"⣀{str(number).translate(DIGITS)}⣀"
        setattr(element, where, f" {mark} {CONTROLS.sub(' ', getattr(element, where))}")


def _below_article(lines: list[Visible]) -> set[int]:
    """What stands in the page's article, or in its main part, or else all of it."""
    for holder in ("article", "main"):
        indexes = {n for n, line in enumerate(lines) if _within(line, holder)}
        if length(lines, indexes) >= PLAUSIBLE:
            return indexes
    return set(range(len(lines)))


def _within(line: Visible, holder: str) -> bool:
    return line.element.tag == holder or next(line.element.iterancestors(holder), None) is not None
