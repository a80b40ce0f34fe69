"""The fields of a clipping from what a page prints together with what its metadata say."""

from dataclasses import replace

from ..clipping import Block
from ..datelines import Opening, opening
from ..merge import merged
from . import head
from .claims import Claim
from .moments import printed, settle
from .people import plain
from .sorting import Sorted
from .visible import Visible

Said = dict[str, list[Claim]]
NOT_PRINTED = "it is from the page's metadata, the page does not print it"


def titles(lines: list[Visible], page: Sorted, said: Said, outlet: str) -> tuple[dict, list[str]]:
    """Headline and deck as printed; only where the page prints none, as its metadata have them."""
    said_titles, doubts = said["headline"], []
    headline = lines[page.headline].text if page.headline is not None else ""
    if headline:
        doubts += head.other_titles(headline, said_titles)
    elif said_titles:
        headline = head.without_outlet(said_titles[0].value, outlet)
        doubts.append(f"source.headline: {NOT_PRINTED}")
    deck = lines[page.deck].text if page.deck is not None else ""
    if not deck and (deck := head.unprinted(lines, said["deck"])):
        doubts.append(f"summary: {NOT_PRINTED}")
    return {"headline": headline, "deck": deck}, doubts


def byline(
    lines: list[Visible], page: Sorted, said: Said, known: dict, opened: Opening | None
) -> tuple[dict, list[str]]:
    """Who and when: metadata go before print, and a doubt says where these differ."""
    told = merged(page.about.values())
    dates = printed(page.about, lines)
    published, updated = (
        settle([*said[key], *dates[key]], known["language"]) for key in ("published", "updated")
    )
    if updated and published and updated.value == published.value:
        updated = None
    authors = known["authors"] or told.authors or ((opened.name,) if opened and opened.name else ())
    doubts = [d for d in told.doubts if d.startswith("author:") and not known["authors"]]
    names = {plain(name) for name in authors}
    if other := [name for name in told.authors if plain(name) not in names]:
        doubts.append(f"author: the page prints {', '.join(other)}")
    agency = told.agency or (opened.agency if opened else "")
    found = {"authors": authors, "published": published, "updated": updated, "agency": agency}
    return {**found, "kind": told.kind or "report"}, doubts


def opened(blocks: list[Block]) -> tuple[list[Block], Opening | None]:
    """The blocks without the dateline that the first one opens with."""
    first = blocks[0] if blocks else None
    found = opening(first.text) if first and first.kind == "paragraph" else None
    if not found:
        return blocks, None
    text = first.text.removeprefix(found.printed).lstrip()
    return [replace(first, text=text), *blocks[1:]], found
