"""Takes a Markdown text apart into sentences, and finds those that a digest has word for word.

A fingerprint is the first 8 hex digits of SHA-256 over the words of a sentence outside quotation
marks, in lower case, joined by single spaces. It says nothing of the text. However a text is
wrapped, escaped or punctuated: line ends, emphasis, links, kinds of quotation marks and dashes make
no difference.
"""

import re
from collections.abc import Collection, Iterator
from hashlib import sha256
from html import unescape
from typing import NamedTuple
from unicodedata import category, normalize

BLANK, FILLER = "\0", "\1"
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
# What a full stop shortens: an initial, as in U.S., or a title.
SHORT_FORM = re.compile(
    "(?i:[a-z]|adm|brig|capt|cmdr|col|dr|gen|gov|lt|maj|mr|mrs|ms|no|prof|rep|sen|sgt|st|vs)",
    re.ASCII,
)
FEWEST_WORDS = 6
DIGITS = 8
# Scripts that put no space between words: each of their letters counts as a word.
UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff]"
)


class Sentence(NamedTuple):
    """Its line from 0, its text without Markdown's signs, and the same with quotations blanked."""

    line: int
    text: str
    unquoted: str


def fingerprints(text: str) -> list[str]:
    """The fingerprint of every sentence of a Markdown text that has enough words, each once."""
    prints = (fingerprint(sentence.unquoted) for sentence in split_sentences(text))
    return list(dict.fromkeys(filter(None, prints)))


def find_clipped(text: str, prints: Collection[str]) -> list[tuple[int, str]]:
    """The sentences of a Markdown text whose fingerprint is among `prints`, each with its line.

    Lines are counted from 0.
    """
    prints = set(prints) - {""}
    return [(s.line, s.text) for s in split_sentences(text) if fingerprint(s.unquoted) in prints]


def fingerprint(unquoted: str) -> str:
    """Eight hex digits, or nothing for a sentence so short that anyone could have written it."""
    words = split_words(unquoted)
    if len(words) < FEWEST_WORDS:
        return ""
    return sha256(" ".join(words).encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]


def split_words(text: str) -> list[str]:
    """Letters and digits in lower case; dashes, like spaces, stand between words."""
    return "".join(map(_word_character, UNSPACED.sub(r" \g<0> ", text.lower()))).split()


def _word_character(character: str) -> str:
    """The character if it belongs to a word, a space between words, or nothing."""
    kind = category(character)
    apart = " " if kind == "Pd" or character.isspace() else ""
    return character if kind[0] in "LMN" else apart


def split_sentences(text: str) -> Iterator[Sentence]:
    """The sentences of a Markdown text; a blank line ends one too."""
    plain = visible(text)
    unquoted = QUOTED.sub(blank, plain)
    line = previous = 0
    for start, end in spans(unquoted):
        line += plain.count("\n", previous, start)
        previous = start
        yield Sentence(line, " ".join(plain[start:end].split()), unquoted[start:end])


def visible(text: str) -> str:
    """The text without escapes, signs and targets of links, its marks alike; its lines stay."""
    text = ENTITY.sub(lambda hit: unescape(f"&{hit[1]}").replace("\n", " "), compatible(text))
    lines = (
        FILLER if LONE.match(line) else SIGNS.sub("", line) for line in compatible(text).split("\n")
    )
    return TARGET.sub("]", "\n".join(lines)).translate(ALIKE)


def compatible(text: str) -> str:
    return normalize("NFKC", PILE.sub("", text))


def blank(quotation: re.Match[str]) -> str:
    """As long as the quotation, without its words; the stop before its end stays."""
    marks, inside = quotation[0], quotation[0][1:-1]
    stop = inside[-1:] if inside.endswith((".", "!", "?", "。")) else BLANK * len(inside[-1:])
    return f"{marks[0]}{BLANK * (len(inside) - 1)}{stop}{marks[-1]}"


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


def runs_on(text: str, stop: re.Match[str]) -> bool:
    """Whether a stop ends no sentence but an initial, a title, or a question within it."""
    if (stop[1] or "").islower():
        return True
    before = BEFORE.search(text, max(0, stop.start() - 5), stop.start())
    return bool(stop[0][0] == "." and before and SHORT_FORM.fullmatch(before[0]))
