"""What happened when: the dates of events, as exact as they are known."""

import re
from datetime import date

from contract.faults import did_you_mean
from contract.place import Place
from contract.shapes import described, text

WHEN = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
FIRST = "0001-01-01"


@described(type="string", pattern=f"^({WHEN.pattern})$")
def when(value, place: Place) -> str | None:
    """A day, a month or a year of ISO 8601, as typed: the form tells how exact it is."""
    words = text(80)(value, place)
    if not words:
        return None
    if not WHEN.fullmatch(words):
        return place.refuse(
            f'"{place.name}" cannot be "{words}" - write the day, 2023-06-03, or only what is known'
            " of it: the month, 2023-06, or the year, 2023"
        )
    try:
        date.fromisoformat(words + FIRST[len(words) :])
    except ValueError as error:
        return place.refuse(f'"{place.name}" cannot be "{words}": {error}')
    return words


def told_once(metadata: dict, place: Place) -> None:
    """Refuse an event that a document tells twice."""
    told = set()
    for i, event in enumerate(metadata.get("events") or []):
        key = event and (event["date"], event["label"])
        if key and key in told:
            place.into("events", i).refuse(f'event "{event["label"]}" a second time - keep one')
        told.add(key)


def named(word: str, names: dict[str, str]) -> str | None:
    """The slug that a slug or the name of a file in content/articles/ means."""
    return names.get(word.removeprefix("articles/").removesuffix(".md"))


def refuse_unknown(word: str, names: dict[str, str], place: Place) -> None:
    """Refuse the name of an article that is not there, with the nearest."""
    slugs = {*names.values()}
    place.refuse(
        f'no published article has the slug or file name "{word}"{did_you_mean(word, slugs)}'
    )
