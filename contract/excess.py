"""Texts of so many marks that they would take long to render are refused before that, by line.

Python-Markdown is fast on prose and slow, with the square of their number, on marks that stand in
one paragraph and find no partner, and on parts that follow each other.
"""

import re
from collections.abc import Iterator
from itertools import groupby

# How many a paragraph may have. For scale: 20,000 characters of prose have 1,000 marks.
MOST = {"[": 60, "|": 1_500, "marks (* _ ` \" ' \\ < &)": 1_000, "lines": 400}
MARKS = dict(zip(MOST, map(re.compile, (r"\[", r"\|", r"[*_`\"'\\<&]", r"(?m)^")), strict=True))
FENCE = re.compile("`*")
DEEP = re.compile(r"(?m)^[ \t]*(?:(?:[-+*]|[0-9]+\.)[ \t]+|>[ \t]*){11}")
PARAGRAPHS = 3_000
PART, PARTS = re.compile(r"[ \t]*(?:[-+*>#=]|[0-9]+\.)|.*\|"), 1_000


def overloaded(text: str) -> Iterator[tuple[int, str]]:
    """The line, from 0, of every paragraph with too many marks, and what to say of it."""
    lines, first, paragraphs = text.split("\n"), 0, 0
    for full, numbers in groupby(range(len(lines)), lambda n: bool(lines[n].strip())):
        paragraph = [lines[n] for n in numbers]
        if full:
            yield from ((first, message) for message in _too_many("\n".join(paragraph)))
        first += len(paragraph)
        paragraphs += full
    if paragraphs > PARAGRAPHS:
        yield 0, f"{paragraphs:,} paragraphs; at most {PARAGRAPHS:,} - divide the text"
    parts = sum(1 for line in lines if PART.match(line))
    if parts > PARTS:
        what = f"{parts:,} headings, list items, quoted lines and table rows"
        yield 0, f"{what}; at most {PARTS:,} - divide the text"


def _all_code(paragraph: str) -> bool:
    """Whether a paragraph is one span of code, whose marks are never looked for a partner."""
    fence = FENCE.match(paragraph)[0]
    return bool(fence) and paragraph.count(fence) == 2 and paragraph.endswith(fence)


def _too_many(paragraph: str) -> Iterator[str]:
    if _all_code(paragraph):
        return
    for marks, most in MOST.items():
        number = sum(1 for _ in MARKS[marks].finditer(paragraph))
        if number > most:
            yield f"a paragraph with {number:,} {marks}; at most {most:,} - divide it"
    if DEEP.search(paragraph):
        yield "more than 10 lists or quotations begin in one line - flatten them"
