"""Takes a Markdown text apart into sentences, however it is wrapped, escaped or punctuated."""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple
from unicodedata import normalize

HUSH, FILLER = "\0", "\1"
# More accents on one letter than any language has; sorting them would take quadratic time.
PILE = re.compile(r"[^\w\s\0-\u02ff\u2010-\u206f\u3000-\u3020\uff00-\uffef]{32,}")
ENTITY = re.compile(r"&(?:amp;)*(#?\w{1,32};)")
# A line of nothing but signs is no blank line, unless it is one of a quotation: ">".
LONE = re.compile(r"[^\S\n]*[\\*_`~#|](?:[^\S\n]|[\\*_`~#|])*\Z")
SIGNS = re.compile(r"[\0\1\\*_`~#>|\u00ad\u200b-\u200f\u2060\ufeff]")
TARGET = re.compile(r"\]\([^()\s]*\)")
DOUBLE, SINGLE = "“”„\u201f«»\u2039\u203a", "\u2018\u2019\u201a\u201b"
ALIKE = str.maketrans(dict.fromkeys(DOUBLE, '"') | dict.fromkeys(SINGLE, "'"))
# Said by others: in double marks, in those of Japanese, in single marks that are no apostrophes.
QUOTED = re.compile(
    r"""(?<![0-9])"[^"]*"|「[^「」]*」|『[^『』]*』|"""
    r"""(?<![\w'])'(?=\w)(?:[^'"]|(?<=\w)'(?=\w))*+'(?!\w)"""
)
PARAGRAPH = re.compile(r"\S(?:[^\n]|\n(?![^\S\n]*(?:\n|\Z)))*+")
# A stop and what closes after it, then a space and what opens before the next sentence.
END = re.compile(
    r"""(?<![.!?])[.!?]++["')\]」』]*+(?:\s++|(?=[\u3040-\u9fff]))(?=["'(\[「『\s\1]*+(\S))|"""
    r"""[。।\u06d4؟]++["')\]」』]*+"""
)
BEFORE = re.compile(r"(?<!\w)\w{1,4}\Z")
TITLES = re.compile(
    "adm|brig|capt|cmdr|col|dr|gen|gov|lt|maj|mr|mrs|ms|no|prof|rep|sen|sgt|st|vs", re.IGNORECASE
)


class Sentence(NamedTuple):
    """Its line from 0, its text without Markdown's signs, and the same with quotations hushed."""

    line: int
    text: str
    unquoted: str


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of a Markdown text; a blank line ends one too."""
    plain = visible(text)
    unquoted = QUOTED.sub(hushed, plain)
    line = counted = 0
    for start, end in spans(unquoted):
        line += plain.count("\n", counted, start)
        counted = start
        yield Sentence(line, " ".join(plain[start:end].split()), unquoted[start:end])


def visible(text: str) -> str:
    """The text without escapes, signs and targets of links, its marks alike; its lines stay."""
    told = ENTITY.sub(lambda hit: unescape(f"&{hit[1]}").replace("\n", " "), compatible(text))
    lines = (
        FILLER if LONE.match(line) else SIGNS.sub("", line) for line in compatible(told).split("\n")
    )
    return TARGET.sub("]", "\n".join(lines)).translate(ALIKE)


def compatible(text: str) -> str:
    return normalize("NFKC", PILE.sub("", text))


def hushed(quotation: re.Match) -> str:
    """As long as the quotation, without its words; the stop before its end stays."""
    marks, inside = quotation[0], quotation[0][1:-1]
    stop = inside[-1:] if inside.endswith((".", "!", "?", "。")) else HUSH * len(inside[-1:])
    return f"{marks[0]}{HUSH * (len(inside) - 1)}{stop}{marks[-1]}"


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Where sentences begin and end."""
    for paragraph in PARAGRAPH.finditer(text):
        start, end = paragraph.span()
        for stop in END.finditer(text, start, end):
            if not runs_on(text, stop):
                yield start, stop.end()
                start = stop.end()
        if start < end:
            yield start, end


def runs_on(text: str, stop: re.Match) -> bool:
    """Whether a stop ends no sentence but an initial, a title, or a question within it."""
    if (stop[1] or "").islower():
        return True
    before = BEFORE.search(text, max(0, stop.start() - 5), stop.start())
    return bool(stop[0][0] == "." and before and titled(before[0]))


def titled(word: str) -> bool:
    """Whether a full stop after the word shortens it: an initial, as in U.S., or a title."""
    return bool(re.fullmatch("[A-Za-z]", word) or TITLES.fullmatch(word))
