"""The keys under `source` of a draft: the report's own data."""

from contract.schema import SOURCE

from .clipping import Clipping, Stamp
from .notes import Notes
from .shelf import Shelf


def source(clipping: Clipping, published: str, shelf: Shelf, notes: Notes) -> dict:
    """The report's own data; keys that need not be there only where they are known."""
    values = {
        "outlet": clipping.outlet,
        "agency": clipping.agency,
        "headline": clipping.headline,
        "url": clipping.url,
        "published": published,
        "published_note": date_note(clipping.published, clipping.updated),
        "language": clipping.language,
        "seen": clipping.seen,
    }
    names = {"outlet": shelf.objection("outlet", clipping.outlet) if clipping.outlet else ""}
    sound = {
        key: notes.accept(f"source.{key}", SOURCE[key].validator, value, names.get(key, ""))
        for key, value in values.items()
    }
    return {key: value for key, value in sound.items() if value or SOURCE[key].required}


def date_note(published: Stamp | None, updated: Stamp | None) -> str:
    """What the dates of our digest leave of those that the report prints."""
    sentences = []
    if published and published.clock:
        without = ", without a time zone" if published.doubt.endswith("without a zone") else ""
        sentences.append(f"Printed as {published.text}{without}.")
    if updated:
        sentences.append(f"Updated, as printed: {updated.text}.")
    return " ".join(sentences)
