"""What the styles ask of an item: its names, its day, its title, and the stop after each."""

from datetime import date
from typing import NamedTuple

WITHIN = str.maketrans({"“": "\u2018", "”": "\u2019", '"': "'"})


class Part(NamedTuple):
    """A stretch of a citation: whether it is in italics, and its language if not English."""

    text: str
    italic: bool = False
    lang: str = ""


def names(item: dict) -> list[str]:
    """The authors as printed."""
    return [person["literal"] for person in item.get("author", [])]


def day(item: dict) -> date | None:
    """The day of publication, or None where it is not known."""
    return date(*item["issued"]["date-parts"][0]) if "issued" in item else None


def described(item: dict) -> bool:
    """Whether square brackets say that the title is a description, not a headline."""
    return item["title"].startswith("[") and item["title"].endswith("]")


def title(item: dict, italic: bool = False) -> Part:
    """The title as printed; a description is ours, in English and upright."""
    if described(item):
        return Part(item["title"])
    language = item["language"]
    return Part(item["title"], italic, "" if language.split("-")[0] == "en" else language)


def quoted(item: dict) -> list[Part]:
    """The title and its stop in double quotes, those within it single; a description has none."""
    part = title(item)
    if described(item):
        return [part, Part(". ")]
    inner = part.text.translate(WITHIN)
    return [Part("“"), part._replace(text=inner), Part(f"{stop(inner)}” ")]


def stop(text: str) -> str:
    """The full stop after a text that does not bring its own."""
    return "" if text.endswith((".", "?", "!", "…")) else "."


def listed(people: list[str], last: str, two: str) -> str:
    """A; A two B; A, B, last C."""
    if len(people) < 3:
        return f" {two} ".join(people)
    return f"{', '.join(people[:-1])}, {last} {people[-1]}"
