"""The fields of a clipping from what a page prints together with what its metadata say."""

from dataclasses import replace

from ..clipping import Block
from ..datelines import Opening, opening
from ..merge import merge
from . import head
from .claims import Claim
from .moments import date_claims, settle
from .people import plain
from .sorting import Layout
from .visible import Visible

Claims = dict[str, list[Claim]]
FROM_METADATA = "it is from the page's metadata, the page does not print it"


def titles(
    lines: list[Visible], page: Layout, claims: Claims, outlet: str
) -> tuple[dict, list[str]]:
    """Headline and deck as printed; only where the page prints none, as its metadata have them."""
    title_claims, doubts = claims["headline"], []
    headline = lines[page.headline].text if page.headline is not None else ""
    if headline:
        doubts += head.other_titles(headline, title_claims)
    elif title_claims:
        headline = head.without_outlet(title_claims[0].value, outlet)
        doubts.append(f"source.headline: {FROM_METADATA}")
    deck = lines[page.deck].text if page.deck is not None else ""
    if not deck and (deck := head.missing_description(lines, claims["deck"])):
        doubts.append(f"summary: {FROM_METADATA}")
    return {"headline": headline, "deck": deck}, doubts


def byline(
    lines: list[Visible], page: Layout, claims: Claims, fields: dict, dateline: Opening | None
) -> tuple[dict, list[str]]:
    """Who and when: metadata go before print, and a doubt says where these differ."""
    print_credits = merge(page.about.values())
    dates = date_claims(page.about, lines)
    published, updated = (
        settle([*claims[key], *dates[key]], fields["language"]) for key in ("published", "updated")
    )
    if updated and published and updated.value == published.value:
        updated = None
    authors = (
        fields["authors"]
        or print_credits.authors
        or ((dateline.name,) if dateline and dateline.name else ())
    )
    doubts = [d for d in print_credits.doubts if d.startswith("author:") and not fields["authors"]]
    names = {plain(name) for name in authors}
    if other := [name for name in print_credits.authors if plain(name) not in names]:
        doubts.append(f"author: the page prints {', '.join(other)}")
    agency = print_credits.agency or (dateline.agency if dateline else "")
    values = {"authors": authors, "published": published, "updated": updated, "agency": agency}
    return {**values, "kind": print_credits.kind or "report"}, doubts


def take_dateline(blocks: list[Block]) -> tuple[list[Block], Opening | None]:
    """The blocks without the dateline that the first one opens with."""
    first = blocks[0] if blocks else None
    dateline = opening(first.text) if first and first.kind == "paragraph" else None
    if not dateline:
        return blocks, None
    text = first.text.removeprefix(dateline.verbatim).lstrip()
    return [replace(first, text=text), *blocks[1:]], dateline
