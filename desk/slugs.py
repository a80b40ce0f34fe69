"""The slug of a new article: short enough to be read aloud, from its title or a headline."""

import unicodedata
from hashlib import sha256

from pelican.settings import DEFAULT_CONFIG
from pelican.utils import slugify

LONGEST, MAX_WORDS = 60, 6
RULES = DEFAULT_CONFIG["SLUG_REGEX_SUBSTITUTIONS"]
SMALL = "a an and are as at be by for from has have in into is it its of on or s says"
LESS = "after amid but not over that the their this to up was were will with"
STOP_WORDS = set(f"{SMALL} {LESS}".split())


def slug_of_title(title: str, rules: list[tuple[str, str]] = RULES) -> str:
    """The slug of a title in Latin letters, empty where none can be derived.

    `rules` are pairs of a regular expression and its replacement, as Pelican has them.
    """
    foreign = [c for c in title if c.isalpha() and "LATIN" not in unicodedata.name(c, "")]
    slug = "" if foreign else slugify(title, regex_subs=rules)
    return (shorten(slug.split("-")) or slug[:LONGEST]).strip("-")


def slug_of_headline(headline: str, text: str) -> str:
    """The headline's first words that mean something; else a name made of the text itself."""
    words = slugify(headline, regex_subs=RULES).replace("_", "-").split("-")
    slug = shorten([word for word in words if word and word not in STOP_WORDS][:MAX_WORDS])
    if not slug or slug.isdigit() or slug.startswith("page-"):
        return f"clipping-{sha256(text.encode()).hexdigest()[:8]}"
    return slug


def shorten(words: list[str]) -> str:
    """As many of the first words as a slug can have, none where the first is longer than it."""
    while len("-".join(words)) > LONGEST:
        words = words[:-1]
    return "-".join(words)
