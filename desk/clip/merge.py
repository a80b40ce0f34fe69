"""What several lines tell of one report, together, with what contradicts or is only inferred."""

import re
from collections.abc import Iterable
from dataclasses import replace

from .bylines import Credits
from .clipping import Line
from .datelines import Opening

OWNER = re.compile(
    r"(?i)(?:copyrights?|©|ⓒ|\(c\)|저작권자)(?:\s|[©ⓒ:]"
    r"|\(c\))*(?:\d{4})?(?:\s?[-–]\s?\d{4})?\s*(?:by )?"
    r"(?P<name>[^\W\d_][^.,|()<>©]{2,60}?)(?:\s\d{4})?\s*(?:[.,|()<>]|all rights|$)"
)


def merged(told: Iterable[Credits]) -> Credits:
    """The first answer to each question; all authors; a doubt where two dates differ."""
    whole = Credits()
    for one in told:
        if whole.published and one.published and whole.published != one.published:
            whole.doubts += (f'date: another date is printed too, "{one.published.typed}"',)
        whole = Credits(
            tuple(dict.fromkeys(whole.authors + one.authors)),
            *(
                getattr(whole, name) or getattr(one, name)
                for name in ("published", "updated", "outlet", "agency", "kind")
            ),
            doubts=whole.doubts + one.doubts,
        )
    if whole.updated and not whole.published:
        whole.doubts += (f'date: only an update is dated, "{whole.updated.typed}"',)
    return whole


def completed(told: Credits, opened: Opening | None, owner: str, addresses: list[Line]) -> Credits:
    """What the opening of the text and the debris add."""
    doubts = list(told.doubts)
    if owner and not told.outlet:
        doubts.append(f'source.outlet: "{owner}" is taken from the line on rights')
    if addresses:
        doubts.append("source.url: taken from a line of the text - is it the report's address?")
    if not opened:
        return replace(told, outlet=told.outlet or owner, doubts=tuple(doubts))
    if told.agency and opened.agency and told.agency != opened.agency:
        doubts.append(f'source.agency: the dateline has "{opened.agency}"')
    authors = told.authors or ((opened.name,) if opened.name else ())
    agency = told.agency or opened.agency
    outlet = told.outlet or owner
    return replace(told, authors=authors, agency=agency, outlet=outlet, doubts=tuple(doubts))


def owner_of(debris: Iterable[Line]) -> str:
    """Whom the line on rights names, or nothing."""
    found = (OWNER.search(line.text) for line in debris)
    return next((hit["name"].strip() for hit in found if hit), "")
