"""Which line of a page is the headline, the deck, about who and when, or the text."""

from collections import Counter
from dataclasses import dataclass, field

from ..bylines import Credits
from ..clipping import Line
from ..debris import parted
from . import head
from .claims import Claim
from .paragraphs import ENDED, is_subhead
from .visible import Visible

SUBHEADS = {"h2", "h3", "h4"}


@dataclass
class Sorted:
    """Indexes of lines; `about` has what its lines tell."""

    headline: int | None = None
    deck: int | None = None
    about: dict[int, Credits] = field(default_factory=dict)
    text: list[int] = field(default_factory=list)

    @property
    def used(self) -> set[int | None]:
        return {self.headline, self.deck, *self.about, *self.text}


def sort(
    lines: list[Visible], chosen: set[int], said: dict[str, list[Claim]], known: dict
) -> Sorted:
    """Sort the lines of a page of which `chosen` are its text; `known` are facts about it."""
    chosen = completed(lines, chosen)
    top = head.headline(lines, said["headline"], known["outlet"], head.first_long(lines, chosen))
    area = head.area(lines, top, chosen)
    told = head.about(lines, area, known["language"] or "en", known["authors"])
    if top is None:
        top = head.above(lines, told)
    start = -1 if top is None else top
    deck = head.deck(lines, range(start + 1, min(area.stop + 1, len(lines))), chosen, said["deck"])
    about = {n: one for n, one in told.items() if n not in {top, deck}}
    kept = [n for n in without_debris(lines, chosen) if n > start and n != deck and n not in about]
    text = [n for n in kept if n >= area.stop or is_text(lines[n])]
    while text and is_subhead(lines[text[-1]]):
        text.pop()
    return Sorted(top, deck, about, text)


def completed(lines: list[Visible], chosen: set[int]) -> set[int]:
    """What was chosen without links, with lines of the same elements and the headings above."""
    counts = Counter(lines[n].element for n in chosen)
    same = {n for n, line in enumerate(lines) if counts[line.element] > 1}
    first = min(chosen, default=0)
    above = {n - 1 for n in chosen if n - 1 > first}
    heads = {n for n in above if lines[n].element.tag in SUBHEADS}
    return {n for n in chosen | same | heads if not is_link(lines[n])}


def is_link(line: Visible) -> bool:
    """Whether a line is a link to something else and no sentence."""
    return line.is_whole({"a"}) and not ENDED.search(line.text)


def is_text(line: Visible) -> bool:
    """Whether a line above the first long one is text: a subhead or a sentence, not buttons."""
    return is_subhead(line) or bool(ENDED.search(line.text))


def without_debris(lines: list[Visible], chosen: set[int]) -> list[int]:
    """What was chosen, in its order, without buttons, lists of other stories and rights."""
    kept, _ = parted(Line(n, lines[n].text) for n in sorted(chosen))
    return [line.line for line in kept]
