"""What stands above a report's text: its headline, its deck, and the lines on who and when."""

import re
from collections.abc import Iterable
from itertools import islice

from lxml import html

from ..bylines import Credits, credits_in
from ..dates import stamp
from .claims import Claim
from .paragraphs import FULL_STOP
from .people import plain
from .visible import Visible

HEADINGS = ("h1", "h2", "h3", "h4")
DECK = re.compile(r"(?:^|[\s_-])(?:deck|dek|standfirst|sub-?tit|sub-?head|abstract)", re.IGNORECASE)
PERHAPS_DECK = re.compile(
    r"(?:^|[\s_-])(?:strap|intro|lede?|lead|summary|description)", re.IGNORECASE
)
ABOUT = re.compile(r"by-?line|author|publish|posted|updat|time-?stamp|date-?line", re.IGNORECASE)
IN_BRACKETS = re.compile(r"\s*\([^()]*\)")
SHORT = 200  # characters; what tells of a report takes a line
BEFORE = 4  # lines above the headline in which a date or a name still is the report's
TITLE = 12  # letters that a page's title and its headline have to share


def headline(lines: list[Visible], titles: list[Claim], outlet: str, text: int) -> int | None:
    """The line that prints a title of the metadata, or the only `<h1>`, or the last heading.

    `text` is the first line of the report's text.
    """
    rank = sorted(range(len(lines)), key=lambda n: _level(lines[n]))
    for title in titles:
        for n in rank:
            if _is_title(plain(lines[n].text), plain(title.value)) and _fits(lines[n], outlet):
                return n
    heads = [n for n in rank if _level(lines[n]) < len(HEADINGS) and _fits(lines[n], outlet)]
    first = [n for n in heads if _level(lines[n]) == 0]
    above = [n for n in heads if n < text]
    return first[0] if len(first) == 1 else max(above, default=None)


def _level(line: Visible) -> int:
    tags = [e.tag for e in _around(line)]
    return min((HEADINGS.index(tag) for tag in tags if tag in HEADINGS), default=len(HEADINGS))


def _fits(line: Visible, outlet: str) -> bool:
    return plain(line.text) not in {"", plain(outlet)}


def _is_title(text: str, title: str) -> bool:
    """Equal, or the beginning of a title that goes on with the outlet's name."""
    return text == title or (len(text) >= TITLE and title.startswith(text))


def other_titles(headline: str, titles: list[Claim]) -> list[str]:
    """A doubt about the first title of the metadata that is another than the printed one."""
    other = [c for c in titles if plain(headline) not in plain(c.value) and c.where != "<title>"]
    return [f'source.headline: {c.where} has another, "{c.value}"' for c in other[:1]]


def without_outlet(title: str, outlet: str) -> str:
    """A title of the metadata without the outlet's name at its end."""
    return re.sub(rf"\s+[|:·–—-]+\s+{re.escape(outlet)}\s*$", "", title) if outlet else title


def deck(lines: list[Visible], area: range, text: set[int], claims: list[Claim]) -> int | None:
    """The line below the headline that is called a deck, or says what the metadata say."""
    descriptions = {plain(claim.value) for claim in claims}
    for n in area:
        names, is_description = _names(lines[n]), plain(lines[n].text) in descriptions
        if DECK.search(names) or (is_description and (n not in text or PERHAPS_DECK.search(names))):
            return n
    return None


def missing_description(lines: list[Visible], claims: list[Claim]) -> str:
    """The first description in the metadata that is no piece of what the page prints."""
    page = plain(" ".join(line.text for line in lines))
    return next((claim.value for claim in claims if plain(claim.value) not in page), "")


def about(lines: list[Visible], area: range, language: str, names: tuple) -> dict[int, Credits]:
    """The lines around the headline that tell who and when, and what they tell."""
    plain_names = [plain(name) for name in names]
    by_line = {}
    for n in area:
        text = lines[n].text
        forms = (text, lines[n].apart, IN_BRACKETS.sub("", text))
        if line_credits := next(
            (one for form in forms if (one := credits_in(form, language))), None
        ):
            by_line[n] = line_credits
        elif len(text) <= SHORT and (
            ABOUT.search(_names(lines[n])) or any(name in plain(text) for name in plain_names)
        ):
            by_line[n] = Credits(published=stamp(lines[n].apart, language))
        elif len(text) < SHORT / 2 and text.startswith("By "):
            by_line[n] = Credits(doubts=(f'author: "{text}" was not understood',))
    return by_line


def above(lines: list[Visible], about: Iterable[int]) -> int | None:
    """The line above the first that tells who and when, where a page marks no headline."""
    n = min(about, default=0) - 1
    return (
        n if n >= 0 and len(lines[n].text) < SHORT and not FULL_STOP.search(lines[n].text) else None
    )


def first_long(lines: list[Visible], text: set[int], start: int = -1) -> int:
    """The first line that is long enough to be text, in bytes as Korean needs few characters."""
    long = (n for n in sorted(text) if n > start and len(lines[n].text.encode()) > SHORT / 2)
    return next(long, len(lines) if text else 0)


def area(lines: list[Visible], top: int | None, text: set[int]) -> range:
    """The lines from a little above the headline to where the text begins."""
    start = -1 if top is None else top
    return range(max(0, start - BEFORE), first_long(lines, text, start))


def _names(line: Visible) -> str:
    return " ".join(e.get(key, "") for e in _around(line) for key in ("class", "itemprop", "rel"))


def _around(line: Visible) -> list[html.HtmlElement]:
    return [line.element, *islice(line.element.iterancestors(), 2)]
