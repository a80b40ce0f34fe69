"""A short slug from a headline."""

from hashlib import sha256

from .shelf import address

WORDS, LONGEST = 6, 60
SMALL = "a an and are as at be by for from has have in into is it its of on or s says"
LESS = "after amid but not over that the their this to up was were will with"
STOP = set(f"{SMALL} {LESS}".split())


def slug_of(headline: str, text: str) -> str:
    """The headline's first words that mean something; else a name made of the text itself."""
    words = [word for word in address(headline).replace("_", "-").split("-") if word]
    short = [word for word in words if word not in STOP][:WORDS]
    while len("-".join(short)) > LONGEST:
        del short[-1]
    slug = "-".join(short)
    if not slug or slug.isdigit() or slug.startswith("page-"):
        return f"clipping-{sha256(text.encode()).hexdigest()[:8]}"
    return slug
