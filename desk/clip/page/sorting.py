"""Which line of a page is the headline, the deck, about who and when, or the text."""

from collections import Counter
from dataclasses import dataclass, field

from ..bylines import Credits
from ..clipping import Line
from ..debris import split_debris
from . import head
from .claims import Claim
from .paragraphs import FULL_STOP, is_subhead
from .visible import Visible

SUBHEADS = {"h2", "h3", "h4"}


@dataclass
class Layout:
    """Indexes of lines; `about` has what its lines tell."""

    headline: int | None = None
    deck: int | None = None
    about: dict[int, Credits] = field(default_factory=dict)
    text: list[int] = field(default_factory=list)

    @property
    def indexes(self) -> set[int | None]:
        return {self.headline, self.deck, *self.about, *self.text}


def sort(
    lines: list[Visible], indexes: set[int], claims: dict[str, list[Claim]], fields: dict
) -> Layout:
    """Sort the lines of a page of which `indexes` are its text; `fields` are facts about it."""
    indexes = complete(lines, indexes)
    top = head.headline(
        lines, claims["headline"], fields["outlet"], head.first_long(lines, indexes)
    )
    area = head.area(lines, top, indexes)
    by_line = head.about(lines, area, fields["language"] or "en", fields["authors"])
    if top is None:
        top = head.above(lines, by_line)
    start = -1 if top is None else top
    deck = head.deck(
        lines, range(start + 1, min(area.stop + 1, len(lines))), indexes, claims["deck"]
    )
    about = {n: one for n, one in by_line.items() if n not in {top, deck}}
    candidates = [
        n for n in without_debris(lines, indexes) if n > start and n != deck and n not in about
    ]
    text = [n for n in candidates if n >= area.stop or is_text(lines[n])]
    while text and is_subhead(lines[text[-1]]):
        text.pop()
    return Layout(top, deck, about, text)


def complete(lines: list[Visible], indexes: set[int]) -> set[int]:
    """`indexes` without links, with lines of the same elements and the headings above."""
    counts = Counter(lines[n].element for n in indexes)
    same = {n for n, line in enumerate(lines) if counts[line.element] > 1}
    first = min(indexes, default=0)
    above = {n - 1 for n in indexes if n - 1 > first}
    heads = {n for n in above if lines[n].element.tag in SUBHEADS}
    return {n for n in indexes | same | heads if not is_link(lines[n])}


def is_link(line: Visible) -> bool:
    """Whether a line is a link to something else and no sentence."""
    return line.is_whole({"a"}) and not FULL_STOP.search(line.text)


def is_text(line: Visible) -> bool:
    """Whether a line above the first long one is text: a subhead or a sentence, not buttons."""
    return is_subhead(line) or bool(FULL_STOP.search(line.text))


def without_debris(lines: list[Visible], indexes: set[int]) -> list[int]:
    """`indexes` in their order, without buttons, lists of other stories and rights."""
    report, _ = split_debris(Line(n, lines[n].text) for n in sorted(indexes))
    return [line.line for line in report]
