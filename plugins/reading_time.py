"""Adds `article.reading_time` in whole minutes.

238 words a minute is the mean for silent reading of English non-fiction in Brysbaert (2019),
"How many words do we read per minute?", Journal of Memory and Language 109.
"""

from math import ceil

from markupsafe import Markup
from pelican.contents import Article

from engine.pages import add_lazy_attribute

WORDS_A_MINUTE = 238


def minutes(html: str) -> int:
    """Minutes needed to read the text of `html`, at least 1."""
    text = Markup(html).striptags()  # noqa: S704 - only counted, never printed
    return max(1, ceil(len(text.split()) / WORDS_A_MINUTE))


def register():
    add_lazy_attribute(Article, "reading_time", lambda article: minutes(article._content))
