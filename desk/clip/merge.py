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


def merge(parts: Iterable[Credits]) -> Credits:
    """The first answer to each question; all authors; a doubt where two dates differ."""
    whole = Credits()
    for one in parts:
        if whole.published and one.published and whole.published != one.published:
            whole.doubts += (f'date: another date is printed too, "{one.published.text}"',)
        whole = Credits(
            tuple(dict.fromkeys(whole.authors + one.authors)),
            *(
                getattr(whole, name) or getattr(one, name)
                for name in ("published", "updated", "outlet", "agency", "kind")
            ),
            doubts=whole.doubts + one.doubts,
        )
    if whole.updated and not whole.published:
        whole.doubts += (f'date: only an update is dated, "{whole.updated.text}"',)
    return whole


def complete(
    result: Credits, opening: Opening | None, owner: str, addresses: list[Line]
) -> Credits:
    """What the opening of the text and the debris add."""
    doubts = list(result.doubts)
    if owner and not result.outlet:
        doubts.append(f'source.outlet: "{owner}" is taken from the line on rights')
    if addresses:
        doubts.append("source.url: taken from a line of the text - is it the report's address?")
    if not opening:
        return replace(result, outlet=result.outlet or owner, doubts=tuple(doubts))
    if result.agency and opening.agency and result.agency != opening.agency:
        doubts.append(f'source.agency: the dateline has "{opening.agency}"')
    authors = result.authors or ((opening.name,) if opening.name else ())
    agency = result.agency or opening.agency
    outlet = result.outlet or owner
    return replace(result, authors=authors, agency=agency, outlet=outlet, doubts=tuple(doubts))


def owner_of(debris: Iterable[Line]) -> str:
    """Whom the line on rights names, or nothing."""
    matches = (OWNER.search(line.text) for line in debris)
    return next((hit["name"].strip() for hit in matches if hit), "")
