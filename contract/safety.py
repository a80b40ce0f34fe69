"""What keeps a text harmless: how many marks it may have, and which elements and attributes.

`find_excess` looks at the Markdown before it is rendered: Python-Markdown is fast on prose and
slow, with the square of their number, on marks that stand in one paragraph and find no partner, and
on parts that follow each other. `sanitize` takes out of the HTML whatever is not on the allow list,
which has exactly what our Markdown, figures and marks make: https://nh3.readthedocs.io/
"""

import re
from collections.abc import Iterator
from itertools import groupby

from nh3 import Cleaner

from formats.text import SITE

# How many a paragraph may have. For scale: 20,000 characters of prose have 1,000 marks.
LIMITS = {"[": 60, "|": 1_500, "marks (* _ ` \" ' \\ < &)": 1_000, "lines": 400}
MARKS = dict(zip(LIMITS, map(re.compile, (r"\[", r"\|", r"[*_`\"'\\<&]", r"(?m)^")), strict=True))
DEEP = re.compile(r"(?m)^[ \t]*(?:(?:[-+*]|[0-9]+\.)[ \t]+|>[ \t]*){11}")
MAX_PARAGRAPHS = 3_000
PART, MAX_PARTS = re.compile(r"[ \t]*(?:[-+*>#=]|[0-9]+\.)|.*\|"), 1_000

PLAIN = {"blockquote", "br", "code", "em", "figcaption", "figure", "hr", "li", "p", "picture"}
PLAIN |= {"pre", "small", "strong", "table", "tbody", "thead", "tr", "ul"}
HEADINGS = {"h2", "h3", "h4", "h5", "h6"}
ATTRIBUTES = {
    "a": {"href", "title"},
    "button": {"aria-label", "popovertarget"},
    "div": {"aria-label"},
    "img": {"alt", "height", "sizes", "src", "srcset", "title", "width"},
    "ol": {"start"},
    "source": {"sizes", "srcset"},
    **{heading: {"id"} for heading in HEADINGS},
}
VALUES = {
    "a": {"class": {"name"}, "rel": {"external"}},
    "button": {"type": {"button"}},
    "div": {"class": {"table"}, "role": {"region"}, "tabindex": {"0"}},
    "img": {"decoding": {"async"}, "loading": {"lazy"}},
    "source": {"type": {"image/avif", "image/webp"}},
    "span": {"class": {"term"}},
    **{cell: {"align": {"left", "center", "right"}} for cell in ("td", "th")},
}


def find_excess(text: str) -> Iterator[tuple[int, str]]:
    """The line, from 0, of every paragraph with too many marks, and what to say of it."""
    lines, first, paragraphs = text.split("\n"), 0, 0
    for has_words, group in groupby(lines, lambda line: bool(line.strip())):
        paragraph = list(group)
        if has_words:
            yield from ((first, message) for message in _find_in_paragraph("\n".join(paragraph)))
        first += len(paragraph)
        paragraphs += has_words
    if paragraphs > MAX_PARAGRAPHS:
        yield 0, f"{paragraphs:,} paragraphs; at most {MAX_PARAGRAPHS:,} - divide the text"
    parts = sum(1 for line in lines if PART.match(line))
    if parts > MAX_PARTS:
        what = f"{parts:,} headings, list items, quoted lines and table rows"
        yield 0, f"{what}; at most {MAX_PARTS:,} - divide the text"


def _find_in_paragraph(paragraph: str) -> Iterator[str]:
    if _is_code_span(paragraph):
        return
    for marks, limit in LIMITS.items():
        number = sum(1 for _ in MARKS[marks].finditer(paragraph))
        if number > limit:
            yield f"a paragraph with {number:,} {marks}; at most {limit:,} - divide it"
    if DEEP.search(paragraph):
        yield "more than 10 lists or quotations begin in one line - flatten them"


def _is_code_span(paragraph: str) -> bool:
    """Whether a paragraph is one span of code, whose marks are never looked for a partner."""
    fence = paragraph[: len(paragraph) - len(paragraph.lstrip("`"))]
    return bool(fence) and paragraph.count(fence) == 2 and paragraph.endswith(fence)


def _keep_own_files(_tag: str, attribute: str, value: str) -> str | None:
    """The value of an attribute, unless it would load what is not a file of the site."""
    loads = attribute in {"src", "srcset"}
    return None if loads and not value.startswith(SITE) else value


CLEANER = Cleaner(
    tags={*PLAIN, *ATTRIBUTES, *VALUES},
    attributes=ATTRIBUTES,
    tag_attribute_values=VALUES,
    attribute_filter=_keep_own_files,
    url_schemes={"http", "https", "mailto"},
    id_prefix="section-",
    link_rel=None,
)


def sanitize(html: str) -> str:
    """Rendered HTML with nothing in it that is not on the list; addresses are web or mail ones."""
    return CLEANER.clean(html)
