"""What would make a sound collection better. Advice never fails anything."""

from dataclasses import replace
from datetime import datetime

from contract import Collection, Fault

from .across import alone, names_unused, pictures_unused, tags_used_once
from .article import dates, lengths, needs, repeated, words


def advice_for(collection: Collection, now: datetime) -> list[Fault]:
    """Every piece of advice as its place and its words; `now` tells what is in the future."""
    advice: list[Fault] = []
    for document in [*collection.of("articles"), *collection.of("articles", published=False)]:
        place = replace(document.place, faults=advice)
        for advise in (lengths, repeated):
            advise(document.metadata, place)
        dates(document.metadata, place, now)
        if document.published:
            words(document, place)
        else:
            needs(document, place)
    for advise in (tags_used_once, alone, names_unused, pictures_unused):
        advise(collection, advice)
    return sorted(advice)
