"""What a report has, as far as a clipping of it tells: what readers give and the draft is made of.

All text is plain text as a reader of the report saw it, without Markdown or HTML, one line each;
`line` is where it begins in the clipping, from 1. What is not known is empty, never a guess. Every
word that is visible in the clipping is in exactly one of `headline`, `deck`, `captions`, `blocks`,
`verbatim` and `debris`; the other fields are what these words say.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

Kind = Literal["paragraph", "subhead", "quote", "item", "row"]


@dataclass(frozen=True)
class Line:
    """A line of the clipping as it stands there."""

    line: int
    text: str


@dataclass(frozen=True)
class Block:
    """A paragraph, a subhead, a quotation set apart, an item of a list, a row of a table."""

    kind: Kind
    text: str
    line: int


@dataclass(frozen=True)
class Caption:
    """What stands under a photograph; `verbatim` is the line as it stands, with its credit."""

    text: str
    credit: str
    line: int
    verbatim: str


@dataclass(frozen=True)
class Stamp:
    """A date as printed in `text`, and the day or the moment with its zone, if that is certain.

    `doubt` is a sentence for the editor: the readings of an ambiguous date, or a time that has no
    zone, in which case `value` is the day alone and `clock` the time as printed.
    """

    text: str
    value: date | datetime | None = None
    clock: str = ""
    doubt: str = ""


@dataclass(frozen=True)
class Clipping:
    """A report that someone saved.

    `verbatim` has the lines that tell of the report, such as its byline, and the opening of a
    paragraph that became the dateline; `language` is a BCP 47 tag; `kind` and `seen` are words of
    the contract or empty. `doubts` are sentences for the editor, each with the key that it is
    about in front, as in `source.url: the page names two addresses`; `debris` is what is no
    part of the report.
    """

    headline: str = ""
    deck: str = ""
    authors: tuple[str, ...] = ()
    published: Stamp | None = None
    updated: Stamp | None = None
    outlet: str = ""
    agency: str = ""
    url: str = ""
    language: str = ""
    dateline: str = ""
    kind: str = "report"
    seen: str = ""
    captions: tuple[Caption, ...] = ()
    blocks: tuple[Block, ...] = ()
    verbatim: tuple[Line, ...] = ()
    doubts: tuple[str, ...] = ()
    debris: tuple[Line, ...] = ()
