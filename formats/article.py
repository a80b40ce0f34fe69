"""What formats read of an article, its byline, and what its kind is called.

Pelican's articles have these attributes by the metadata that the contract requires, and by plugins.
"""

import datetime
from collections.abc import Sequence
from typing import NotRequired, Protocol, TypeAlias, TypedDict

from formats import UNKNOWN

OPENING = {
    "report": "Reported by ",
    "analysis": "Analysis by ",
    "statement": "Statement by ",
    "clipping": "Reported by ",
    UNKNOWN: "By ",
}
LABEL = {
    "report": "Report",
    "analysis": "Analysis",
    "statement": "Official statement",
    "clipping": "Republished report",
    UNKNOWN: "Kind not known yet",
}
BylinePart: TypeAlias = tuple[str, str]


class Source(TypedDict):
    """The report behind an article. A headline and a day may be UNKNOWN."""

    outlet: str
    headline: str
    url: str
    published: datetime.date | str
    language: str
    agency: NotRequired[str | None]
    via: NotRequired[str | None]


class Site(TypedDict):
    """Of the settings, what says where the site is, what it is called and in which language."""

    SITEURL: str
    SITENAME: str
    SITESUBTITLE: str
    DEFAULT_LANG: str


class Page(Protocol):
    """What has a name and a page of its own: an author, a tag, an outlet."""

    name: str
    slug: str
    url: str


class Article(Protocol):
    """An article. `authors`, `corrections` and `modified_on` are attributes of some alone.

    A day without a time is a date, a time with its zone a datetime, as the report has it.
    """

    title: str
    summary: str
    slug: str
    url: str
    lang: str
    kind: str
    dateline: str
    licence: str
    source: Source
    tags: Sequence[Page]
    date: datetime.datetime
    published_on: datetime.date
    changed_on: datetime.date
    changed: str
    updated: str
    byline_text: str


def authors(article: Article) -> Sequence[Page]:
    """The people or offices that signed the report."""
    people: Sequence[Page] = getattr(article, "authors", ())
    return people


def day_of_report(article: Article) -> datetime.date | None:
    """When the report was published, None where that is not known."""
    published = article.source["published"]
    return None if isinstance(published, str) else published


def newest_first(article: Article) -> tuple[float, str]:
    """The key by which lists are sorted; of two at the same time the slug decides."""
    return -article.date.timestamp(), article.slug


def byline(
    kind: str, people: list[BylinePart], outlet: BylinePart, agency: str | None = None
) -> list[BylinePart]:
    """The byline as (text, address) parts; the address is empty for plain words.

    `people` and `outlet` are (name, address) pairs; `people` is empty where nobody is named.
    """
    if not people and agency:
        people = [(agency, "")]
    if not people:
        return [(OPENING[kind], ""), outlet, ("; author unknown", "")]
    parts = [(OPENING[kind], ""), *join_people(people)]
    if outlet[0] in {name for name, _ in people}:
        return parts
    return [*parts, (", published by " if kind == "statement" else " for ", ""), outlet]


def join_people(people: list[BylinePart]) -> list[BylinePart]:
    """Names set apart as in a sentence: A; A and B; A, B and C."""
    parts: list[BylinePart] = []
    for n, person in enumerate(people):
        if n:
            parts.append((" and " if n == len(people) - 1 else ", ", ""))
        parts.append(person)
    return parts
