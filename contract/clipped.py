"""Fingerprints of a report's sentences, to find those that a digest still has word for word.

A fingerprint is the first 8 hex digits of SHA-256 over the words of a sentence outside quotation
marks, in lower case, joined by single spaces. It says nothing of the text. Line ends, escapes,
emphasis, links, kinds of quotation marks and dashes make no difference.
"""

import re
from collections.abc import Collection
from hashlib import sha256
from unicodedata import category

from contract.sentences import sentences

FEWEST = 6
DIGITS = 8
# Scripts that put no space between words: each of their letters counts as a word.
UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff]"
)


def fingerprints(text: str) -> list[str]:
    """The fingerprint of every sentence of a Markdown text that has enough words, each once."""
    return list(dict.fromkeys(filter(None, (fingerprint(s.unquoted) for s in sentences(text)))))


def still_clipped(text: str, marks: Collection[str]) -> list[tuple[int, str]]:
    """The sentences of a Markdown text whose fingerprint is among `marks`, each with its line.

    Lines are counted from 0.
    """
    known = set(marks) - {""}
    return [(s.line, s.text) for s in sentences(text) if fingerprint(s.unquoted) in known]


def fingerprint(unquoted: str) -> str:
    """Eight hex digits, or nothing for a sentence so short that anyone could have written it."""
    told = words(unquoted)
    if len(told) < FEWEST:
        return ""
    return sha256(" ".join(told).encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]


def words(text: str) -> list[str]:
    """Letters and digits in lower case; dashes, like spaces, stand between words."""
    return UNSPACED.sub(r" \g<0> ", text.lower()).translate(KEPT).split()


class _Kept(dict):
    """What becomes of a character in and between words, worked out when it is first met."""

    def __missing__(self, code):
        character, kind = chr(code), category(chr(code))
        apart = " " if kind == "Pd" or character.isspace() else ""
        return self.setdefault(code, character if kind[0] in "LMN" else apart)


KEPT = _Kept()
